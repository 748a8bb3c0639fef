import { strict as assert } from 'node:assert';
import { configFolder, configTypeOf } from '../../../../src/core/config/configFiles';
import type { Language } from '../../../../src/core/model/text/localized';
import { rules } from '../../../../src/core/rules/registry';
import { setupProfiles } from '../../../../src/core/setup/setupProfiles';
import { checkTexts, configOf } from '../../support/memoryWorkspace';
import { profileExample, profileTexts } from '../../support/profileTexts';

const languages: readonly Language[] = ['en', 'es'];

describe('Profiles', () => {
  it('are shown by an example each that is clean under it', () => {
    for (const { name } of setupProfiles) {
      const texts = profileTexts(name, 'en').set('changes/CHG-2026-0001.md', profileExample(name));
      const found = checkTexts(texts).map(
        ({ file, finding }) => `${file}:${finding.range.start.line + 1} ${finding.rule}`,
      );
      assert.deepEqual(found, [], name);
    }
  });

  for (const profile of setupProfiles)
    for (const language of languages)
      it(`${profile.name}, in ${language}: nothing is wrong in its files`, () => {
        const texts = profileTexts(profile.name, language);
        const found = checkTexts(texts).map(
          ({ file, finding }) => `${file}:${finding.range.start.line + 1} ${finding.rule} ${finding.message}`,
        );
        assert.deepEqual(found, []);
        assert.deepEqual(
          [...texts.values()].join('').match(/\{(?:language|people|approvers|name|owner)\}/),
          null,
        );
      });

  it('say of each rule that needs a team whether it is on', () => {
    for (const profile of setupProfiles) {
      const { rules: set } = configOf(profileTexts(profile.name, 'en')).config;
      const unsaid = rules.filter(({ id, needsTeam }) => needsTeam && !set.has(id)).map(({ id }) => id);
      assert.deepEqual(unsaid, [], profile.name);
    }
  });

  it('say the same in both languages', () => {
    for (const profile of setupProfiles) {
      const [en, es] = languages.map((language) => {
        const { config } = configOf(profileTexts(profile.name, language));
        const states = [...config.workflow.states];
        return { rules: [...config.rules], states, customers: [...config.customers.keys()] };
      });
      assert.deepEqual(en, es, profile.name);
    }
  });

  it('are whole without anybody or anything known of the repository', () => {
    for (const profile of setupProfiles) {
      const texts = profileTexts(profile.name, 'en', {
        country: undefined,
        people: undefined,
        approvers: undefined,
        records: undefined,
        contact: undefined,
      });
      const found = checkTexts(texts).filter(
        ({ file }) => configTypeOf(file) || file.startsWith(configFolder),
      );
      assert.deepEqual(found, [], profile.name);
    }
  });
});
