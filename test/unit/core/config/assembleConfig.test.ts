import { strict as assert } from 'node:assert';
import { type ConfigText, configTypeOf } from '../../../../src/core/config/configFiles';
import { globTest } from '../../../../src/core/config/globs';
import { customerNamed, zoneOf } from '../../../../src/core/config/workspaceConfig';
import type { Language } from '../../../../src/core/model/text/localized';
import { readConfig } from '../../../../src/core/rules/readConfig';
import { rules } from '../../../../src/core/rules/registry';
import { messageOf } from '../../../../src/core/rules/renderFinding';
import { checkTexts } from '../../support/memoryWorkspace';
import { recordFixture } from '../../support/recordFixtures';

const config = { file: '.changebook/config.yaml', text: recordFixture('config.yaml') };
const diba = { file: '.changebook/customers/diba.yaml', text: recordFixture('diba.yaml') };
const draft = '---\nid: CHG-2026-0001\ntype: change\n---\n';

describe('The configuration of the format’s own page', () => {
  it('has nothing wrong in it', () => {
    assert.deepEqual(readConfig([config, diba]).findings, []);
  });

  it('is read under canonical names', () => {
    const { config: read } = readConfig([config, diba]);
    assert.equal(read.data.timezone, 'Europe/Madrid');
    assert.deepEqual(read.data.working_days, ['mon', 'tue', 'wed', 'thu', 'fri']);
    assert.deepEqual(read.data.commit, { push: 'ask' });
    assert.equal(read.data.workflow, 'default');
    assert.deepEqual(
      read.customers.get('diba')?.environments?.map(({ name, production }) => [name, production]),
      [
        ['PRO', true],
        ['TEST', true],
        ['DES', undefined],
      ],
    );
    assert.equal(zoneOf(read, 'DIBA'), 'Europe/Madrid');
    assert.equal(customerNamed(read, 'Diba'), read.customers.get('diba'));
    assert.equal(customerNamed(read, 'nobody'), undefined);
  });

  it('finds in the example that its approvals lack digests and came late, and nothing in the procedure', () => {
    const texts = [
      [config.file, config.text],
      [diba.file, diba.text],
      ['changes/CHG-2026-0042.es.md', recordFixture('CHG-2026-0042.es.md')],
      ['procedures/PROC-RELEASE.es.md', recordFixture('PROC-RELEASE.es.md')],
    ] as const;
    const found = checkTexts(new Map(texts)).map(({ finding }) => `${finding.severity} ${finding.rule}`);
    assert.deepEqual(found.sort(), [
      ...[...Array<string>(5).fill('error approval/unbound'), 'info feature-flags/none'],
      ...['warning agreement/early', 'warning checklist/diverged'],
      ...['warning format/secret', 'warning links/file', 'warning links/file', 'warning links/file'],
      ...['warning links/record', 'warning links/record', 'warning schedule/window'],
    ]);
  });
});

describe('Settings of rules', () => {
  const findings = (text: string, file = 'CHG-2026-0001.md') =>
    checkTexts(
      new Map([
        [config.file, text],
        [file, draft],
      ]),
    ).map(({ finding: { rule, severity } }) => `${rule} ${severity}`);

  it('change severities, and turn rules off', () => {
    assert.deepEqual(findings(''), ['format/sections warning']);
    for (const severity of ['info', 'warning', 'error']) {
      assert.deepEqual(findings(`rules: { format/sections: ${severity} }`), [`format/sections ${severity}`]);
      assert.deepEqual(findings(`reglas: { format/sections: { severity: ${severity} } }`), [
        `format/sections ${severity}`,
      ]);
    }
    for (const off of ['off', '"off"', '{ severity: off }'])
      assert.deepEqual(findings(`rules: { format/sections: ${off} }`), []);
  });

  it('hold for some files where an override says so, the last that fits', () => {
    const overrides = [
      'rules: { format/sections: error }',
      'overrides:',
      '  - { files: ["legacy/**"], rules: { format/sections: "off" } }',
      '  - { files: ["legacy/new/*.md", "**/CHG-2026-*"], rules: { format/sections: { severity: info } } }',
    ].join('\n');
    assert.deepEqual(findings(overrides, 'a/CHG-1.md'), ['format/sections error', 'format/id warning']);
    assert.deepEqual(findings(overrides, 'legacy/a/CHG-1.md'), ['format/id warning']);
    assert.deepEqual(findings(overrides, 'legacy/CHG-2026-0001.md'), ['format/sections info']);
  });

  it('that are wrong are left out, and the rest counts', () => {
    const text =
      'rules: { format/section: error, format/sections: fatal, format/id: "off" }\ntimezone: Nowhere';
    assert.deepEqual(findings(text, 'x.md').sort(), [
      ...['config/invalid error', 'config/invalid error', 'config/invalid error', 'format/sections warning'],
    ]);
  });
});

describe('Files of records', () => {
  const checked = (globs: string, file: string, text: string) =>
    checkTexts(
      new Map([
        [config.file, `records: ${globs}`],
        [file, text],
      ]),
    ).map(({ finding }) => finding.message);

  it('are those that the globs name, and no others', () => {
    assert.deepEqual(checked('["changes/**/*.md"]', 'CHG-2026-0001.md', draft), []);
    assert.deepEqual(checked('["changes/**/*.md"]', 'changes/CHG-2026-0001.md', draft), ['missingMany']);
    assert.deepEqual(checked('changes/*.md', 'changes/a/CHG-2026-0001.md', draft), []);
    assert.deepEqual(checked('[changes/*.md, "!changes/README.md"]', 'changes/a.md', 'Text'), ['none']);
    assert.deepEqual(checked('["**/*.md"]', 'notes.md', '---\ntitle: a\n---\n').slice(0, 3), [
      'missing',
      'missing',
      'missingMany',
    ]);
  });

  it('lie inside the workspace, hidden folders included', () => {
    const fits = globTest(['**/*.md', '../*.md', '/etc/*.md']);
    for (const file of ['a.md', '.hidden/a.md', 'a/b/c.md']) assert.ok(fits(file), file);
    assert.ok(!fits('a.txt'));
    assert.ok(!globTest([])('a.md'));
  });

  it('are named by globs that stay inside, else the glob is reported', () => {
    for (const glob of ['../**/*.md', './../a.md', '/abs/**', 'C:/a/*.md', '..'])
      assert.deepEqual(checked(`["${glob}"]`, 'CHG-2026-0001.md', draft), ['path'], glob);
    for (const glob of ['..a/*.md', '.hidden/*.md', '{a,b}/*.md', './a/*.md'])
      assert.deepEqual(checked(`["${glob}"]`, 'CHG-2026-0001.md', draft), [], glob);
  });

  it('of the configuration are known by their place', () => {
    const types = {
      '.changebook/config.yaml': 'config',
      '.changebook/config.yml': 'config',
      '.changebook/customers/diba.yaml': 'customer',
      '.changebook/customers/diba.yml': 'customer',
      '.changebook/customers/a/diba.yml': undefined,
      '.changebook/Config.yaml': undefined,
      'a/.changebook/config.yaml': undefined,
      'config.yaml': undefined,
    };
    for (const [file, type] of Object.entries(types)) assert.equal(configTypeOf(file), type, file);
  });
});

describe('Sentences of findings', () => {
  it('have no gaps, in either language', () => {
    const texts: ConfigText[] = [
      {
        file: config.file,
        text: 'timezon: x\nlanguage: ca\nrules: { format/tim: 1, format/time: { x: 1 } }\nrecords: "*a*a*a*a*b"\n',
      },
      { file: diba.file, text: 'name: [\n' },
    ];
    const { findings } = readConfig(texts);
    assert.equal(findings.length, 6);
    for (const { finding } of findings)
      for (const language of ['en', 'es'] as const) assertWhole(messageOf(finding, language));
  });

  it('stand in both languages for every rule, with the same places', () => {
    for (const { id, messages, fixTitles, title, explanation } of rules) {
      for (const text of [title, explanation, ...Object.values(messages), ...Object.values(fixTitles)]) {
        const places = (language: Language) => [...new Set(text[language].match(/\{\w+\}/g))].sort();
        assert.deepEqual(places('en'), places('es'), id);
      }
    }
  });
});

function assertWhole(sentence: string): void {
  assert.doesNotMatch(sentence, /\{\w+\}|undefined|\[object/, sentence);
}
