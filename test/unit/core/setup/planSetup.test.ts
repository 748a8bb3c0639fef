import { strict as assert } from 'node:assert';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { Language } from '../../../../src/core/model/text/localized';
import { checkRecord } from '../../../../src/core/rules/checkRecord';
import { readConfig } from '../../../../src/core/rules/readConfig';
import { withOwnAttributes } from '../../../../src/core/setup/ownAttributes';
import { planSetup, type SetupWish } from '../../../../src/core/setup/planSetup';
import { readSource } from '../../../../src/core/setup/programSource';
import type { SetupAnswers } from '../../../../src/core/setup/setupAnswers';
import type { SetupFacts } from '../../../../src/core/setup/setupFacts';
import { isSetupFile, type SetupProfile } from '../../../../src/core/setup/setupProfile';
import { setupProfiles } from '../../../../src/core/setup/setupProfiles';
import { factsOf, people } from './facts';

const [small = assert.fail()] = setupProfiles;

/** What is guessed, without asking which country it is each time. */
function guessAnswers({ language, authors }: SetupFacts): SetupAnswers {
  return { language, timezone: 'Europe/Madrid', country: 'ES', approvers: authors, records: '' };
}

function filesOf(facts: SetupFacts, wish: Partial<SetupWish> = {}): Map<string, string> {
  const plan = planSetup(facts, { profile: small, answers: guessAnswers(facts), ...wish });
  return new Map(plan.files.map(({ file, text }) => [file, text]));
}

function configOf(files: ReadonlyMap<string, string>) {
  const texts = [...files].filter(([file]) => file.startsWith('.changebook/'));
  return readConfig(texts.map(([file, text]) => ({ file, text })));
}

function sourceOf(text: string) {
  const source = readSource(text);
  return 'problem' in source ? assert.fail(source.problem.en) : source;
}

describe('The plan of a setup', () => {
  const everyProfile = (test: (profile: SetupProfile, language: Language) => void): void => {
    for (const profile of setupProfiles)
      for (const language of ['en', 'es'] as const) test(profile, language);
  };

  it('is a configuration and procedures without a finding, in each profile and language', () => {
    everyProfile((profile, language) => {
      const facts = factsOf({ language });
      for (const approvers of [people, []]) {
        const files = filesOf(facts, { profile, answers: { ...guessAnswers(facts), approvers } });
        const { config, findings } = configOf(files);
        assert.deepEqual(findings, [], profile.name);
        assert.equal(config.data.timezone, 'Europe/Madrid');
        assert.equal(config.data.language, language);
        assert.equal(config.data.holidays?.country, 'ES');
        const holders = config.data.approvals?.some((row) => row.holders !== undefined);
        assert.equal(holders, approvers.length > 0, profile.name);
        for (const [file, text] of files) {
          assert.ok(isSetupFile(file), file);
          assert.doesNotMatch(
            text.replaceAll('${{', ''),
            /(?<!\$)\{(?:language|timezone|country|people|approvers|records|name|today|owner|test|build|deploy)\}/,
            file,
          );
          if (file.endsWith('.md')) {
            const record = parseRecord(text) ?? assert.fail(file);
            const found = checkRecord(record, { file, config }).filter(({ severity }) => severity !== 'info');
            assert.deepEqual(
              found.map(({ rule }) => rule),
              [],
              file,
            );
          }
        }
      }
    });
  });

  it('cannot be written into by what a repository says of itself', () => {
    const hostile = [
      'a: b',
      '"]\nrules: {}',
      '{x}',
      "it's #1",
      '- [x]',
      '${'.concat('{ secrets.X }}'),
      '\u202Enoitcelfer',
    ];
    const authors = hostile.map((name, at) => ({ name, address: `a${at}@example.org` }));
    everyProfile((profile, language) => {
      for (const [at, name] of hostile.entries()) {
        // One of them each is enough.
        if (at % 2 !== (language === 'es' ? 1 : 0)) continue;
        const facts = factsOf({ language, authors, me: authors[at], folder: name, branch: name });
        const source = sourceOf('owner/changebook@v0.1.0');
        const files = filesOf({ ...facts, names: ['.github'] }, { profile, source });
        const { config, findings } = configOf(files);
        assert.deepEqual(findings, [], name);
        assert.deepEqual(
          config.data.people?.map(({ addresses }) => addresses?.length),
          hostile.map(() => 1),
        );
      }
    });
  });

  it('names the folders of records where a page of another tool could be one', () => {
    const markdown = {
      foreign: ['docs/index.md'],
      records: [{ file: 'ops/CHG-2026-0001.md', type: 'change' }],
    };
    const { config } = configOf(filesOf(factsOf({ markdown })));
    assert.deepEqual(config.data.records, ['{changes,procedures,tickets}/**/*.md', 'ops/*.md']);
    assert.equal(configOf(filesOf(factsOf({}))).config.data.records, undefined);
  });

  it('names workspaces inside, and goes to the folder that was answered', () => {
    const facts = factsOf({ nested: ['packages/a', 'packages/b'] });
    const files = filesOf(facts, { answers: { ...guessAnswers(facts), records: 'docs/ops' } });
    assert.deepEqual(configOf(files).config.data.nested, ['packages/a', 'packages/b']);
    assert.deepEqual([...files.keys()].slice(1), [
      'docs/ops/changes/2026/.gitkeep',
      'docs/ops/procedures/PROC-RELEASE.md',
    ]);
  });

  it('makes the procedure of a checklist that is there, and none where one is', () => {
    const checklist =
      '---\r\nname: Release\r\n---\r\n# Releasing\r\n\r\n- [ ] [One](docs/a.md)\r\n- [ ] Two\r\n';
    const text =
      filesOf(factsOf({ texts: { 'RELEASING.md': checklist } })).get('procedures/PROC-RELEASE.md') ?? '';
    assert.ok(text.endsWith('---\r\n# Releasing\r\n\r\n- [ ] [One](../docs/a.md)\r\n- [ ] Two\r\n'), text);
    assert.equal(parseRecord(text)?.data.id, 'PROC-RELEASE');
    const markdown = { foreign: [], records: [{ file: 'x/PROC-A.md', type: 'procedure' }] };
    assert.ok(!filesOf(factsOf({ markdown })).has('procedures/PROC-RELEASE.md'));
  });

  it('writes pipelines for the hosts that are there, with the program from a source that stays', () => {
    const files = (source: string, names: string[]) =>
      filesOf({ ...factsOf({ branch: 'trunk' }), names }, { source: sourceOf(source) });
    const github =
      files('owner/changebook@v0.1.0', ['.github']).get('.github/workflows/changebook.yml') ?? '';
    assert.match(github, /uses: owner\/changebook@v0\.1\.0\n/);
    assert.match(github, /branches: \["trunk"\]/);
    const packed = files('https://x.org/changebook-0.1.0.tgz', ['.github', '.gitlab-ci.yml']);
    assert.match(
      packed.get('.github/workflows/changebook.yml') ?? '',
      /CHANGEBOOK_PACKAGE: "https:\/\/x\.org\/changebook-0\.1\.0\.tgz"/,
    );
    assert.match(packed.get('.gitlab/changebook.yml') ?? '', /CHANGEBOOK_PACKAGE: "https:\/\/x\.org/);
    assert.equal(files('owner/changebook@v0.1.0', ['src']).size, 3);
  });

  it('takes the program from nowhere that changes, and from nothing that means something else', () => {
    for (const loose of [
      'owner/changebook',
      'owner/changebook@main',
      'git+https://x.org/c.git',
      'git+ssh://git@x.org/c#HEAD',
    ])
      assert.match(problemOf(loose), /does not stay the same/, loose);
    for (const wrong of [
      'changebook',
      'changebook@1.0.0',
      '$(id)',
      'a/b@v1"',
      '${'.concat('{ x }}'),
      '-x',
      '../x.tgz',
      'http://x.org/c.tgz',
      'a/b@v1\nc',
      '',
    ])
      assert.match(problemOf(wrong), /where the program comes from/, wrong);
    assert.match(problemOf('https://me:token@x.org/c.tgz'), /password/);
    assert.equal(sourceOf('git+ssh://git@x.org/c.git#v1').address, 'git+ssh://git@x.org/c.git#v1');
    assert.equal(sourceOf('https://github.com/o/r.git#v1').action, 'o/r@v1');
  });

  it('takes back attributes with which git would store something else', () => {
    const facts = factsOf({});
    const plan = planSetup(facts, { profile: small, answers: guessAnswers(facts) });
    const attribute = (file: string, name: string, value: string) => ({ file, name, value });
    assert.equal(
      withOwnAttributes(plan, [attribute('procedures/PROC-RELEASE.md', 'filter', 'unspecified')]),
      plan,
    );
    const { files } = withOwnAttributes(plan, [
      attribute('procedures/PROC-RELEASE.md', 'filter', 'lfs'),
      attribute('.changebook/config.yaml', 'merge', 'union'),
    ]);
    assert.deepEqual(files.slice(-2), [
      { file: 'procedures/.gitattributes', text: '* !filter !merge\n' },
      { file: '.changebook/.gitattributes', text: '* !filter !merge\n' },
    ]);
  });
});

function problemOf(text: string): string {
  const source = readSource(text);
  return 'problem' in source ? source.problem.en : '';
}
