import { strict as assert } from 'node:assert';
import { neededRoles, needsNobody } from '../../../../src/core/approvals/neededRoles';
import type { ConditionFacts } from '../../../../src/core/config/conditions';
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

  const ready = ['status: to_do', 'status: to_be_released'] as const;
  for (const [profile, wrong, rule] of [
    ['small', [ready], 'approval/missing'],
    ['small', [ready, ['## Rollback', '## Notes']], 'rollback/missing'],
    ['small', [['Exports can', 'TBD: can']], 'format/placeholder'],
    ['service-provider', [['11-24 20:00', '11-27 20:00']], 'schedule/friday'],
    ['service-provider', [['11-24 20:00', '11-17 20:00']], 'schedule/lead-time'],
    ['service-provider', [['11-24 20:00', '11-24 15:00']], 'schedule/window'],
    ['service-provider', [['duration: 30m', 'duration: 30m, outage: 5m']], 'schedule/outage-limit'],
    ['service-provider', [['customer: acme', 'customer: acne']], 'customer/unknown'],
    ['service-provider', [['[UAT]', '[]']], 'validation/missing'],
    ['service-provider', [ready], 'agreement/missing'],
    ['service-provider', [ready, ['project_team, ', '']], 'notify/parties'],
    ['itil', [ready, ['change_type: normal', 'change_type: standard']], 'approval/missing'],
    ['itil', [['- [ ] Backup or snapshot taken\n', '']], 'checklist/diverged'],
    ['itil', [['11-24 20:00', '11-17 20:00']], 'schedule/lead-time'],
    ['itil', [['### Regression', '### Further']], 'tests/scenarios'],
  ] as const)
    it(`${profile} finds ${rule} in ${wrong.map(([, now]) => now.trim() || 'what is left out').join(', ')}`, () => {
      let text = profileExample(profile);
      for (const [right, now] of wrong) {
        assert.ok(text.includes(right), right);
        text = text.replace(right, now);
      }
      const found = checkTexts(profileTexts(profile, 'en').set('changes/CHG-2026-0001.md', text));
      assert.ok(
        found.some(({ finding }) => finding.rule === rule && finding.severity !== 'info'),
        found.map(({ finding }) => finding.rule).join(),
      );
    });

  it('service-provider asks project alone for configuration, and for nothing else', () => {
    const { config } = configOf(profileTexts('service-provider', 'en'));
    const asked = (deploymentType: number, procedure: string) =>
      neededRoles({ changeType: 'standard', deploymentType, procedure }, 'low', config);
    assert.deepEqual(asked(2, 'PROC-CONFIGURATION'), ['project']);
    // A change without roles is not deployed.
    assert.deepEqual([asked(4, 'PROC-CONFIGURATION'), asked(1, 'PROC-RELEASE')], [[], []]);
  });

  it('itil asks nobody for a standard change of a procedure that it names, and lets no other through', () => {
    for (const language of languages) {
      const { config } = configOf(profileTexts('itil', language));
      const asked = (facts: ConditionFacts) => [
        neededRoles(facts, 'low', config),
        needsNobody(facts, 'low', config),
      ];
      assert.deepEqual(asked({ changeType: 'standard', procedure: 'PROC-STANDARD' }), [[], true]);
      assert.equal(
        needsNobody({ changeType: 'standard', procedure: 'PROC-STANDARD' }, 'medium', config),
        false,
      );
      assert.deepEqual(asked({ changeType: 'standard', procedure: 'PROC-RELEASE' }), [[], false]);
      assert.deepEqual(asked({ changeType: 'standard' }), [[], false]);
      assert.deepEqual(asked({ procedure: 'PROC-STANDARD' }), [[], false]);
    }
  });
});
