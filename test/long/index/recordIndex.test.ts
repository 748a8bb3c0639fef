import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { IndexEntry } from '../../../src/core/index/indexEntry';
import { RecordIndex } from '../../../src/core/index/recordIndex';
import { keptRecords } from '../../unit/support/keptRecords';
import { configOf, entryOf, findingsIn, type Texts } from '../../unit/support/memoryWorkspace';
import { runsOf } from '../../unit/support/runsOf';

const files = ['CHG-A.md', 'CHG-B.md', 'CHG-C.md', 'PROC-AB.md', 'TKT-A.md', 'z/copy.md'];
const ids = ['CHG-A', 'CHG-B', 'CHG-C', 'PROC-AB', 'PROC-AX', 'TKT-A', 'TKT-AA', 'bad'];
const id = fc.constantFrom(...ids);
const some = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: undefined });
const links = fc.constantFrom('', '[a](CHG-A.md)', '[b](z/copy.md#part) [c](z/)', '[d](../x.md)');

/** A record that may name others, with its id on either of two lines. */
const recordText = fc
  .record({
    type: fc.constantFrom('change', 'change', 'procedure', 'ticket'),
    id,
    below: fc.boolean(),
    version: some(fc.constantFrom('1.0.0', '1.1.0')),
    retired: fc.boolean(),
    supersedes: some(id),
    procedure: some(id),
    related: some(id),
    ticket: some(id),
    change: some(id),
    component: some(fc.constantFrom('portal', 'Portal', 'search')),
    links,
  })
  .map((parts) => {
    const type = `type: ${parts.type}`;
    const lines = parts.below ? [type, `id: ${parts.id}`] : [`id: ${parts.id}`, type];
    if (parts.related) lines.push(`related: [${parts.related}]`);
    if (parts.type === 'procedure' && parts.version) lines.push(`version: ${parts.version}`);
    if (parts.type === 'procedure' && parts.retired) lines.push('retired: true');
    if (parts.type === 'ticket' && parts.change) lines.push(`change: ${parts.change}`);
    if (parts.type === 'ticket' && parts.component)
      lines.push(`severity: critical\ncomponents: [${parts.component}]`);
    if (parts.type === 'change') {
      if (parts.supersedes) lines.push(`supersedes: ${parts.supersedes}`);
      if (parts.procedure) lines.push(`procedure: ${parts.procedure}@1.0.0`);
      if (parts.ticket) lines.push(`tickets: [${parts.ticket}]`);
      if (parts.component)
        lines.push(`status: to_be_reviewed\ncomponents: [{ name: ${parts.component}, to: '2' }]`);
    }
    return `---\n${lines.join('\n')}\n---\n${parts.links}\n`;
  });

const updates = fc.array(fc.tuple(fc.constantFrom(...files), fc.option(recordText, { nil: undefined })), {
  minLength: 1,
  maxLength: 14,
});

describe('The index', () => {
  it('is after any updates what it would be from scratch', () => {
    fc.assert(
      fc.property(updates, (steps) => {
        const index = new RecordIndex();
        const texts = new Map<string, string>();
        for (const [file, text] of steps) {
          index.update(file, text === undefined ? undefined : entryOf(file, text));
          if (text === undefined) texts.delete(file);
          else texts.set(file, text);
        }
        assert.deepEqual(contentOf(index), contentOf(fromScratch(texts)));
      }),
      { numRuns: runsOf(500), seed: 20261121 },
    );
  });

  it('is by the keys of its records what it would be by the records', () => {
    fc.assert(
      fc.property(updates, (steps) => {
        const texts = new Map<string, string>(
          steps.flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const])),
        );
        const entries = [...texts].flatMap(([file, text]) => entryOf(file, text) ?? []);
        const index = new RecordIndex(keptRecords(entries));
        // As JSON: what is stored leaves out what is not there.
        assert.equal(JSON.stringify(contentOf(index)), JSON.stringify(contentOf(fromScratch(texts))));
        // Taken out again by what the whole record says, nothing of it is left behind.
        for (const file of texts.keys()) index.update(file, undefined);
        assert.deepEqual(contentOf(index), contentOf(new RecordIndex()));
      }),
      { numRuns: runsOf(500), seed: 20261123 },
    );
  });

  it('finds by keys what it finds by records', () => {
    const texts = new Map([
      ['a.md', '---\nid: CHG-A\ntype: change\nrelated: ["CHG-\\"ñ", CHG-AB]\n---\n[x](b/plan.txt)\n'],
      ['b.md', '---\nid: "CHG-\\"ñ"\ntype: change\nsupersedes: CHG-A\n---\n'],
      ['c.md', '---\nid: CHG-AB\ntype: change\n---\n[y](b/plan.txt)\n'],
    ]);
    const questions = (index: RecordIndex) => [
      ...['CHG-A', 'CHG-AB', 'CHG-"ñ', 'CHG', '"', 'related'].flatMap((id) => [
        index.filesWithId(id),
        index.referrersOf(id).map(({ file }) => file),
      ]),
      ...['b/plan.txt', 'b', 'plan.txt'].map((path) => index.linkersOf(path)),
    ];
    const entries = [...texts].flatMap(([file, text]) => entryOf(file, text) ?? []);
    const [byKeys, listed] = [new RecordIndex(keptRecords(entries)), new RecordIndex()];
    for (const entry of entries) listed.load(entry);
    assert.deepEqual(questions(byKeys), questions(listed));
    assert.deepEqual(
      listed.referrersOf('CHG-"ñ').map(({ file }) => file),
      ['a.md'],
    );
    for (const index of [byKeys, listed]) index.update('c.md', undefined);
    assert.deepEqual(questions(byKeys), questions(listed));
  });

  it('says with each update whose findings may have changed', () => {
    fc.assert(
      fc.property(updates, (steps) => {
        const index = new RecordIndex();
        const kept = new Map<string, unknown>();
        for (const [file, text] of steps) {
          const affected = index.update(file, text === undefined ? undefined : entryOf(file, text));
          assert.ok(!affected.has(file));
          for (const changed of [file, ...affected]) recheck(changed, index, kept);
          const all = new Map<string, unknown>();
          for (const entry of index.all()) recheck(entry.file, index, all);
          assert.deepEqual(sorted(kept), sorted(all), `after ${file}`);
        }
      }),
      { numRuns: runsOf(700), seed: 20261122 },
    );
  });

  it('says of a procedure that is retired who follows it', () => {
    const index = new RecordIndex();
    const procedure = (more: string) => entryOf('p.md', `---\nid: PROC-A\ntype: procedure\n${more}---\n`);
    index.update('p.md', procedure(''));
    index.update('a.md', entryOf('a.md', '---\nid: CHG-A\ntype: change\nprocedure: PROC-A\n---\n'));
    assert.deepEqual([...index.update('p.md', procedure('title: Other\n'))], []);
    assert.deepEqual([...index.update('p.md', procedure('title: Other\nretired: true\n'))], ['a.md']);
  });

  it('names the first file of those that share an id, and all who refer to it', () => {
    const index = new RecordIndex();
    const put = (file: string, text: string): void => {
      index.update(file, entryOf(file, `---\ntype: change\n${text}\n---\n`));
    };
    put('b.md', 'id: CHG-A');
    put('a.md', 'id: CHG-A');
    put('c.md', 'id: CHG-C\nsupersedes: CHG-A\nrelated: [CHG-A, CHG-B]');
    assert.deepEqual(index.filesWithId('CHG-A'), ['a.md', 'b.md']);
    assert.equal(index.byId('CHG-A')?.file, 'a.md');
    assert.deepEqual(
      index.referrersOf('CHG-A').map(({ file }) => file),
      ['c.md'],
    );
    index.update('a.md', undefined);
    assert.equal(index.byId('CHG-A')?.file, 'b.md');
    index.update('b.md', undefined);
    assert.equal(index.byId('CHG-A'), undefined);
    assert.deepEqual([...index.ids()], ['CHG-C']);
  });

  it('asks only those who have to do with a change', () => {
    const index = new RecordIndex();
    const put = (file: string, lines: string) => {
      return index.update(file, entryOf(file, `---\ntype: change\n${lines}\n---\n`));
    };
    put('a.md', 'id: CHG-2026-0001');
    put('b.md', 'id: CHG-2026-0002\nrelated: [CHG-2026-0001]');
    put('c.md', 'id: CHG-2026-0003');
    assert.deepEqual([...put('a.md', 'id: CHG-2026-0001\nowner: x')], []);
    assert.deepEqual([...index.update('c.md', undefined)], []);
    assert.deepEqual([...put('a.md', 'id: CHG-2026-0009')], ['b.md']);
    // What names a record that is not there is told the nearest one, which has its number.
    assert.deepEqual([...put('c.md', 'id: CHG-2026-0003')], []);
    assert.deepEqual([...put('c.md', 'id: CHG-2025-001')], ['b.md']);
  });
});

const config = configOf(new Map());
/** Files that links lead to; they stay as they are, so that only records change findings. */
const standing: Texts = new Map([['CHG-A.md', '']]);

function recheck(file: string, index: RecordIndex, findings: Map<string, unknown>): void {
  const entry = index.entry(file);
  if (entry) findings.set(file, findingsIn(entry, index, standing, config));
  else findings.delete(file);
}

function sorted(map: ReadonlyMap<string, unknown>): unknown {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function fromScratch(texts: Texts): RecordIndex {
  const index = new RecordIndex();
  for (const [file, text] of texts) {
    const entry = entryOf(file, text);
    if (entry) index.load(entry);
  }
  return index;
}

function contentOf(index: RecordIndex) {
  const all = [...index.all()].map(({ file, summary, findings }) => ({ file, summary, findings }));
  const entries: IndexEntry[] = all.sort((a, b) => (a.file < b.file ? -1 : 1));
  return {
    size: index.size,
    entries,
    ids: [...index.ids()].sort(),
    byId: ids.map((known) => [
      index.byId(known)?.file,
      index.filesWithId(known),
      index.referrersOf(known).map(({ file }) => file),
    ]),
    criticals: ['portal', 'search'].map((name) => index.criticals.of(name)),
    linkers: ['CHG-A.md', 'z/copy.md', 'z', 'x.md'].map((path) => index.linkersOf(path)),
  };
}
