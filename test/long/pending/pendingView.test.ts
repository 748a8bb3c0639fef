import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { RecordIndex } from '../../../src/core/index/recordIndex';
import { groupings } from '../../../src/core/pending/pendingNames';
import { pendingRow } from '../../../src/core/pending/pendingRow';
import { PendingView, type ViewOptions } from '../../../src/core/pending/pendingView';
import { type ComposedWorkspace, composeWorkspace } from '../../../src/core/rules/composeWorkspace';
import { KeptFindings } from '../../../src/core/rules/keptFindings';
import { configOf, entryOf, MemoryFacts, type Texts } from '../../unit/support/memoryWorkspace';
import { runsOf } from '../../unit/support/runsOf';

// A workspace in memory that changes as a disk does; what the editor keeps of it must be what a fresh reading gives.

const hour = 3_600_000;
/** A Friday evening in Madrid, so that days, weeks, and zones have their limits nearby. */
const begin = Date.UTC(2026, 10, 20, 17);

const configTexts: Texts = new Map([
  [
    '.changebook/config.yaml',
    'timezone: Europe/Madrid\nfreezes: [{ from: 2026-11-24, to: 2026-11-24, reason: x }]\n',
  ],
  [
    '.changebook/customers/acme.yaml',
    'name: Acme Ltd\ntimezone: America/New_York\nenvironments: [{ name: PRO, production: true }]\n',
  ],
]);
const config = configOf(configTexts);
const files = ['a.md', 'b.md', 'c.md', 'd/a.md', 'd/e.md', 'PROC.md', 'TKT.md'] as const;
const file = fc.constantFrom(...files);
const ids = ['CHG-1', 'CHG-2', 'CHG-3', 'CHG-4', 'PROC-1', 'TKT-1'] as const;
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

const statuses = [
  'to_do',
  'in_progress',
  'to_be_reviewed',
  'to_be_released',
  'releasing',
  'in_testing',
  'done',
  'on_hold',
  'oops',
];

const recordText = fc
  .record({
    type: fc.constantFrom('change', 'change', 'change', 'change', 'procedure', 'ticket'),
    id: fc.constantFrom(...ids),
    status: maybe(fc.constantFrom(...statuses)),
    start: maybe(fc.integer({ min: -30, max: 240 })),
    minutes: fc.constantFrom(0, 30, 90, 1500),
    customer: maybe(fc.constantFrom('acme', 'Acme Ltd', 'nobody')),
    environments: fc.constantFrom('', 'environments: [UAT, PRO]', 'environment: pro', 'environments: [UAT]'),
    performer: maybe(fc.constantFrom('customer', 'partner')),
    severity: maybe(fc.constantFrom('blocker', 'minor')),
    procedure: fc.boolean(),
    supersedes: maybe(fc.constantFrom(...ids)),
    body: fc.constantFrom('', '- [ ] one\n', '- [x] one\n- [ ] two\n'),
    broken: fc.integer({ min: 0, max: 11 }),
  })
  .map((parts) => {
    const lines = [`type: ${parts.type}`, `id: ${parts.id}`];
    if (parts.broken === 0) lines.push('title: [');
    if (parts.type !== 'procedure' && parts.status) lines.push(`status: ${parts.status}`);
    if (parts.type !== 'procedure' && parts.customer) lines.push(`customer: ${parts.customer}`);
    if (parts.type === 'change') {
      const at = parts.start === undefined ? undefined : new Date(begin + parts.start * hour).toISOString();
      if (at) lines.push(`schedule: { start: "${at.slice(0, 16)}Z", duration: ${parts.minutes}m }`);
      lines.push(parts.environments);
      if (parts.performer) lines.push(`performed_by: ${parts.performer}`);
      if (parts.severity) lines.push(`severity: ${parts.severity}`);
      if (parts.procedure) lines.push('procedure: PROC-1@1.0.0');
      if (parts.supersedes) lines.push(`supersedes: ${parts.supersedes}`);
    }
    return `---\n${lines.join('\n')}\n---\n# ${parts.id}\n\n## Deployment\n\n${parts.body}`;
  });

const read = new Map<string, ReturnType<typeof entryOf>>();

/** Reading a text gives the same each time, and is most of the work. */
function readEntry(path: string, text: string): ReturnType<typeof entryOf> {
  const key = `${path}\n${text}`;
  if (!read.has(key)) read.set(key, entryOf(path, text, config));
  return read.get(key);
}

/** What can happen to a workspace: `many` is a branch switch or a pull. */
type Event =
  | { readonly kind: 'write'; readonly file: string; readonly text: string }
  | { readonly kind: 'delete'; readonly file: string }
  | { readonly kind: 'rename'; readonly file: string; readonly to: string }
  | { readonly kind: 'many'; readonly texts: readonly (readonly [string, string | undefined])[] }
  | { readonly kind: 'reload' }
  | { readonly kind: 'tick'; readonly ms: number };

const write = fc.record({ kind: fc.constant('write' as const), file, text: recordText });
const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: write },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), file }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), file, to: file }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('many' as const),
        texts: fc.array(fc.tuple(file, maybe(recordText)), { minLength: 3, maxLength: 7 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'reload' as const }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('tick' as const),
        ms: fc.constantFrom(1, 59_999, 60_000, 17 * 60_000, hour, 7 * hour, 24 * hour, 80 * hour),
      }),
    },
  ),
  { minLength: 1, maxLength: 12 },
);

const options: fc.Arbitrary<ViewOptions> = fc.record({
  grouping: fc.constantFrom(...groupings),
  language: fc.constantFrom('en' as const, 'es' as const),
  states: fc.constant(statuses),
  filter: fc.constantFrom({}, {}, { customer: 'acme' }, { text: 'chg-1' }, { waitsOn: 'us' as const }),
});

/** What the editor keeps of a workspace, changed event by event. */
class Kept {
  readonly texts = new Map<string, string>();
  now = begin;
  private index = new RecordIndex();
  private findings = new KeptFindings();
  view: PendingView;
  /** Everything that was ever told to have changed since somebody last looked. */
  readonly told = new Set<string>();

  constructor(private readonly options: ViewOptions) {
    this.view = new PendingView(options);
  }

  apply(event: Event): void {
    if (event.kind === 'write') this.put(event.file, event.text);
    else if (event.kind === 'delete') this.put(event.file, undefined);
    else if (event.kind === 'reload') this.reload();
    else if (event.kind === 'tick') this.tick(event.ms);
    else if (event.kind === 'many') for (const [path, text] of event.texts) this.put(path, text);
    else {
      const text = this.texts.get(event.file);
      this.put(event.file, undefined);
      this.put(event.to, text);
    }
  }

  private put(path: string, text: string | undefined): void {
    if (text === undefined) this.texts.delete(path);
    else this.texts.set(path, text);
    const entry = text === undefined ? undefined : readEntry(path, text);
    this.recheck([path, ...this.index.update(path, entry)]);
  }

  private tick(ms: number): void {
    this.now += ms;
    this.recheck(this.findings.due(this.now));
    for (const changed of this.view.tick(this.now).files) this.told.add(changed);
  }

  private reload(): void {
    this.index = new RecordIndex();
    this.findings = new KeptFindings();
    this.view = new PendingView(this.options);
    for (const [path, text] of this.texts) {
      const entry = readEntry(path, text);
      if (entry) this.index.load(entry);
    }
    this.recheck([...this.index.all()].map((entry) => entry.file));
  }

  private recheck(paths: readonly string[]): void {
    const changed = this.findings.check(paths, this.composed());
    const rows = [...changed].map(([path, found]) => {
      const entry = this.index.entry(path);
      return [path, entry && pendingRow(entry, found, config.config)] as const;
    });
    for (const path of this.view.change(rows, this.now).files) this.told.add(path);
  }

  private composed(): ComposedWorkspace {
    const { index, now } = this;
    // Files that links lead to stay as they are: only records and the clock change findings here.
    const files = new MemoryFacts(new Map());
    return composeWorkspace({ config: config.config, index, files, git: undefined, now });
  }
}

function fromScratch(kept: Kept, made: ViewOptions): Kept {
  const fresh = new Kept(made);
  fresh.now = kept.now;
  for (const [path, text] of kept.texts) fresh.texts.set(path, text);
  fresh.apply({ kind: 'reload' });
  return fresh;
}

function contentOf(view: PendingView, now: number) {
  return { groups: view.groups(), counts: view.counts(now), all: rowsOf(view) };
}

function rowsOf(view: PendingView): Map<string, string> {
  return new Map([...view.all()].map(({ until: _, ...placed }) => [placed.row.file, JSON.stringify(placed)]));
}

function sorted(map: ReadonlyMap<string, string>): unknown {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('The view of pending changes', () => {
  it('is after any sequence of changes, renames, branch switches and ticks what a rebuild gives', () => {
    let compared = 0;
    fc.assert(
      fc.property(options, events, (made, sequence) => {
        const kept = new Kept(made);
        for (const [place, event] of sequence.entries()) {
          kept.apply(event);
          // What went wrong stays wrong, so half of the moments tell as much.
          if (place % 2 === 0 && place < sequence.length - 1) continue;
          const fresh = fromScratch(kept, made);
          const [ours, theirs] = [contentOf(kept.view, kept.now), contentOf(fresh.view, kept.now)];
          assert.deepEqual(
            { ...ours, groups: withoutUntil(ours.groups), all: sorted(ours.all) },
            { ...theirs, groups: withoutUntil(theirs.groups), all: sorted(theirs.all) },
          );
          compared++;
        }
      }),
      { numRuns: runsOf(1000), seed: 20261121 },
    );
    assert.ok(compared > runsOf(2500), String(compared));
  }).timeout(600_000);

  it('tells of every row that looks different, and of no other', () => {
    fc.assert(
      fc.property(options, events, (made, sequence) => {
        const kept = new Kept(made);
        let before = rowsOf(kept.view);
        for (const event of sequence) {
          kept.told.clear();
          kept.apply(event);
          const after = rowsOf(kept.view);
          const paths = new Set([...before.keys(), ...after.keys()]);
          const different = [...paths].filter((path) => before.get(path) !== after.get(path));
          for (const path of different) assert.ok(kept.told.has(path), path);
          if (event.kind === 'write' || event.kind === 'tick')
            assert.deepEqual([...kept.told].sort(), different.sort());
          before = after;
        }
      }),
      { numRuns: runsOf(500), seed: 20261122 },
    );
  }).timeout(600_000);

  it('knows the next moment at which a row looks different: nothing changes before it', () => {
    fc.assert(
      fc.property(options, fc.array(write, { minLength: 1, maxLength: 6 }), (made, sequence) => {
        const kept = new Kept(made);
        for (const event of sequence) kept.apply(event);
        for (let look = 0; look < 6; look++) {
          const next = kept.view.next();
          if (!Number.isFinite(next)) return;
          assert.ok(next > kept.now);
          assert.equal(kept.view.tick(next - 1).files.size, 0);
          const changed = kept.view.tick(next).files;
          kept.now = next;
          // A week or a midnight may begin without a word of the row being another.
          for (const path of changed) assert.ok(kept.view.of(path));
        }
      }),
      { numRuns: runsOf(300), seed: 20261123 },
    );
  }).timeout(600_000);
});

function withoutUntil(groups: ReturnType<PendingView['groups']>): unknown {
  return groups.map(({ rows, ...group }) => ({
    ...group,
    rows: rows.map(({ until: _, ...placed }) => placed),
  }));
}
