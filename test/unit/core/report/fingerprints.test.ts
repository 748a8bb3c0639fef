import { strict as assert } from 'node:assert';
import { LineMap } from '../../../../src/core/model/text/lineMap';
import { fingerprintsOf } from '../../../../src/core/report/fingerprints';
import { frontMatterLines, keyPathAt } from '../../../../src/core/report/keyPath';
import { foundIn } from './sources';

const head = ['id: CHG-2026-0001', 'type: change', 'statsu: to_do'];
const components = [
  'components:',
  '  - { name: portal, from: 4.1, to: "4.2.0" }',
  '  - name: forms',
  '    to: 3.1',
];
const body = ['# Portal', '', '## Checklist', '', '- [ ] Copy TBD', '- [ ] Ask <name>', '', 'TBD', ''];

function text(front: readonly string[], below: readonly string[]): string {
  return ['---', ...front, '---', ...below].join('\n');
}

function prints(source: string): Set<string> {
  return new Set(fingerprintsOf(foundIn(source)).map(({ stem, ordinal }) => `${stem}:${ordinal}`));
}

const before = prints(text([...head, ...components], body));

describe('Fingerprints of findings', () => {
  it('are unique', () => {
    assert.ok(before.size >= 6);
    assert.equal(before.size, foundIn(text([...head, ...components], body)).length);
  });

  const same: readonly (readonly [what: string, source: string])[] = [
    ['lines come above', text(['title: Portal', '# a comment', ...head, '', ...components], body)],
    ['keys change places', text([...components, ...head], body)],
    [
      'the body moves down',
      text([...head, ...components], ['', ...body.slice(0, 2), 'More.', '', ...body.slice(2)]),
    ],
    [
      'a step is ticked',
      text(
        [...head, ...components],
        body.map((line) => line.replace('[ ]', '[x]')),
      ),
    ],
    ['line endings change', text([...head, ...components], body).replace(/\n/g, '\r\n')],
    ['a value changes', text([...head.slice(0, 2), 'statsu: done', ...components], body)],
  ];
  for (const [what, source] of same) {
    it(`stay when ${what}`, () => {
      assert.deepEqual(prints(source), before);
    });
  }

  it('change with what they are about', () => {
    const other = prints(
      text(
        [...head, ...components],
        body.map((line) => line.replace('Copy TBD', 'Restore TBD')),
      ),
    );
    assert.equal([...other].filter((print) => !before.has(print)).length, 1);
  });
});

describe('The path of keys above a place', () => {
  const yaml = [
    'schedule: { start: 2026-11-24 22:00, duration: "1h" }',
    'components:',
    '  - name: portal',
    '    to: "1.2"',
    '  -',
    '    name: forms',
    'tickets:',
    '- id: ES-1',
    'related: [TKT-1, TKT-2]',
    'reviewers:',
    '  # who looks',
    '  "support": Ana',
    'impact:',
    '  description: >',
    '    long text',
    'environments:',
    '  - PRO',
  ];
  const lines = new LineMap(`---\n${yaml.join('\n')}\n---\nbody: no\n`);
  const front = frontMatterLines(lines) ?? assert.fail();
  const places: readonly (readonly [line: string, within: string, path: string])[] = [
    ['schedule: {', 'schedule', 'schedule'],
    ['schedule: {', '2026', 'schedule.start'],
    ['schedule: {', '"1h"', 'schedule.duration'],
    ['  - name: portal', 'portal', 'components[].name'],
    ['    to:', '"1.2"', 'components[].to'],
    ['    name: forms', 'forms', 'components[].name'],
    ['- id: ES-1', 'ES-1', 'tickets[].id'],
    ['related:', 'TKT-2', 'related'],
    ['  "support"', 'Ana', 'reviewers.support'],
    ['    long', 'text', 'impact.description'],
    ['  - PRO', 'PRO', 'environments[]'],
  ];
  for (const [line, within, path] of places) {
    it(`is ${path} at ${within}`, () => {
      const index = yaml.findIndex((candidate) => candidate.startsWith(line));
      assert.equal(keyPathAt(front, index + 1, (yaml[index] ?? '').indexOf(within)), path);
    });
  }

  it('is nothing outside of the front matter', () => {
    for (const line of [0, yaml.length + 1, yaml.length + 2])
      assert.equal(keyPathAt(front, line, 0), undefined);
    assert.equal(frontMatterLines(new LineMap('# No front matter\n')), undefined);
  });
});
