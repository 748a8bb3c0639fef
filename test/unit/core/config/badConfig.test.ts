import { strict as assert } from 'node:assert';
import { checkTexts } from '../../support/memoryWorkspace';

const friday = 'schedule: { start: 2026-11-27 22:00, duration: 1h }\n';
const file = 'CHG-2026-0001.md';
const main = '.changebook/config.yaml';

/** Findings in a workspace with this configuration: `file:line rule`, in the order of files and places. */
function found(texts: { readonly [path: string]: string }, front = friday): string[] {
  const record = `---\nid: CHG-2026-0001\ntype: change\n${front}---\n# Title\n`;
  return checkTexts(new Map(Object.entries({ ...texts, [file]: record })))
    .filter(({ finding }) => finding.rule !== 'format/sections')
    .map(({ file: path, finding }) => `${path}:${finding.range.start.line + 1} ${finding.rule}`);
}

/** The rest still works: the Friday is found despite the other errors. */
function assertFriday(findings: readonly string[]): void {
  assert.ok(findings.includes(`${file}:4 schedule/friday`), findings.join('\n'));
}

describe('A configuration that is wrong', () => {
  const broken: { readonly [name: string]: { readonly text: string; readonly lines: readonly number[] } } = {
    'is broken YAML': {
      text: 'timezone: Europe/Madrid\nfreezes: [{ from: 2026-12-18\nlanguage: es\n',
      lines: [2],
    },
    'is half-typed': { text: 'timezone: Europe/Madrid\nfre\n', lines: [3] },
    'is a list': { text: '- timezone: Europe/Madrid\n', lines: [1] },
    'names a zone that does not exist': { text: 'timezone: Europe/Madird\n', lines: [1] },
    'names a country that does not exist': { text: 'holidays: { country: QQ }\n', lines: [1] },
    'names a region that does not exist': {
      text: 'timezone: UTC\nholidays: { country: ES, region: QQ }\n',
      lines: [2],
    },
    'names a region without a country': {
      text: 'timezone: UTC\nholidays: { region: MD }\n',
      lines: [2],
    },
    'has a span of days where a list belongs': {
      text: 'timezone: UTC\nworking_days: mon-fri\n',
      lines: [2],
    },
    'ends a freeze before it begins': {
      text: 'freezes:\n  - { from: 2026-12-18, to: 2026-12-17 }\n',
      lines: [2],
    },
    'has a login that stands with two people, in any spelling': {
      text: 'people:\n  - { name: Ana, logins: [ana, ana, a-font] }\n  - { name: Eva, logins: "@ANA" }\n  - name: Nil\n    logins: [nil, A-Font]\n',
      lines: [3, 5],
    },
    'names something in a subject that no commit knows': {
      text: 'commit:\n  subject: "{id}: {verb} {target} {}"\n',
      lines: [2, 2],
    },
    'names something in a form of ids that no id has': {
      text: 'ids:\n  form: "CHG-{yaer}-{number}"\n',
      lines: [2],
    },
    'has a form by which all ids are alike': { text: 'ids: { form: "CHG-{year}" }\n', lines: [1] },
    'has a form that its pattern does not take': {
      text: 'id_pattern: "^RFC-[0-9]{4}$"\nids: { form: "CHG-{number}" }\n',
      lines: [2],
    },
    'asks for a field that no condition knows': {
      text: 'approvals:\n  - { when: { colour: red, deployment_type: [3, 9] }, roles: [peer] }\n',
      lines: [2, 2],
    },
    'has a workflow that goes round and never ends': {
      text: 'workflow:\n  states:\n    to_do: { moves: [in_progress] }\n    in_progress: { moves: [to_do] }\n',
      lines: [3, 4],
    },
  };
  for (const [name, { text, lines }] of Object.entries(broken)) {
    it(`${name}: is told at its place, and the rest counts`, () => {
      const findings = found({ [main]: text });
      const own = findings
        .filter((line) => line.startsWith(main))
        .map((line) => Number(/:(\d+) /.exec(line)?.[1]));
      assert.deepEqual(own, lines, findings.join('\n'));
      assertFriday(findings);
    });
  }

  it('has two customers of one name: the second file says so', () => {
    const findings = found({
      '.changebook/customers/a.yaml': 'name: Diba\n',
      '.changebook/customers/b.yaml': 'name: diba\n',
    });
    assert.deepEqual(
      findings.filter((line) => line.includes('customers/')),
      ['.changebook/customers/b.yaml:1 config/invalid'],
    );
    assertFriday(findings);
  });

  it('is five megabytes long: one finding', () => {
    const text = `timezone: Europe/Madrid\n${'# a comment\n'.repeat(450_000)}`;
    assert.ok(text.length > 5_000_000);
    const findings = found({ [main]: text });
    assert.equal(findings.filter((line) => line.startsWith(main)).length, 1);
    assertFriday(findings);
  });

  it('has a thousand freezes: each counts', () => {
    const freezes = Array.from({ length: 1000 }, (_, index) => {
      const day = new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);
      return `  - { from: ${day}, to: ${day}, reason: Day ${index}, hard: true }\n`;
    });
    const text = `freezes:\n${freezes.join('')}`;
    const at = (day: string) => found({ [main]: text }, `schedule: { start: ${day} 10:00Z, duration: 1h }\n`);
    assert.ok(at('2027-06-01').some((line) => line.endsWith('schedule/freeze')));
    assert.ok(!at('2026-12-01').some((line) => line.endsWith('schedule/freeze')));
  });
});

describe('A change at the edge of what can be planned', () => {
  it('a century away is checked like any other', () => {
    const config = { [main]: 'timezone: Europe/Madrid\nholidays: { country: ES, region: CT }\n' };
    const findings = found(config, 'schedule: { start: 2126-11-29 22:00, duration: 1h }\n');
    assert.deepEqual(
      findings,
      [`${file}:4 schedule/friday`, `${file}:4 schedule/before-non-working-day`].sort(),
    );
  });

  it('with an outage longer than its window says so at the outage', () => {
    const front = 'schedule: { start: 2126-11-26 22:00Z, duration: 30m, outage: 45m }\n';
    assert.deepEqual(found({}, front), [`${file}:4 schedule/outage-limit`]);
  });
});
