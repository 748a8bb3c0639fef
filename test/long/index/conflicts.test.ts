import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { ChangeSummary } from '../../../src/core/index/changeSummary';
import { conflictsOf } from '../../../src/core/index/conflicts';
import type { IndexEntry } from '../../../src/core/index/indexEntry';
import { RecordIndex } from '../../../src/core/index/recordIndex';
import type { RecordSummary } from '../../../src/core/index/recordSummary';
import { sharedPlaces } from '../../../src/core/index/sharedPlaces';
import { supersededBy } from '../../../src/core/index/supersededBy';
import { isOpen } from '../../../src/core/workflow/stages';
import { millisecondsOf } from '../../bench/milliseconds';
import { keptRecords } from '../../unit/support/keptRecords';
import { checkTexts, configOf, entryOf, findingsIn } from '../../unit/support/memoryWorkspace';
import { runsOf } from '../../unit/support/runsOf';

const hourMs = 3_600_000;

/** A repeatable source of numbers from 0 to below `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function randomEntry(number: number, all: number, below: (limit: number) => number): IndexEntry {
  const pick = <T>(...values: readonly T[]): T | undefined => values[below(values.length)];
  const id = `CHG-${String(number).padStart(5, '0')}`;
  const start = below(8760 * 4) * 900_000;
  const customer = below(5) > 0 ? `customer${below(40)}` : undefined;
  const change: ChangeSummary = {
    ...(customer ? { customer } : {}),
    environments: [pick('PRO', 'pro', 'UAT') ?? '', ...(below(4) === 0 ? ['DES'] : [])],
    components: [`component${below(30)}`],
    ...(below(3) === 0 ? { assignee: `person${below(50)}` } : {}),
    ...(below(20) > 0
      ? { start, end: start + (pick(0, 900_000, hourMs, 4 * hourMs, 48 * hourMs) ?? 0) }
      : {}),
  };
  const summary: RecordSummary = {
    ...{ type: 'change', id, idRange: [1, 4, 1, 13], title: '', status: 'to_do', links: [] },
    stage: pick('to_do', 'in_progress', 'to_be_released', 'releasing', 'done', 'cancelled') ?? '',
    references:
      below(10) === 0
        ? [{ kind: 'supersedes', id: `CHG-${String(below(all)).padStart(5, '0')}`, range: [0, 0, 0, 0] }]
        : [],
    change,
  };
  return { file: `${id}.md`, summary, findings: [] };
}

/** Every pair, looked at one by one within what the two share. */
function naiveConflicts(entries: readonly IndexEntry[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>(entries.map(({ file }) => [file, new Set()]));
  const groups = new Map<string, IndexEntry[]>();
  const byId = new Map(entries.map((entry) => [entry.summary.id, entry]));
  const open = entries.filter(({ summary }) => isOpen(summary.stage) && summary.change?.start !== undefined);
  const put = (key: string, entry: IndexEntry): void => {
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  };
  open.forEach((entry, number) => {
    if (entry.summary.change) for (const { key } of sharedPlaces(entry.summary.change)) put(key, entry);
    const followed = byId.get(supersededBy(entry.summary));
    if (followed && open.includes(followed)) groups.set(`follow ${number}`, [entry, followed]);
  });
  for (const group of groups.values()) {
    for (const one of group) {
      for (const other of group) {
        if (one !== other && meets(one, other)) found.get(one.file)?.add(other.file);
      }
    }
  }
  return found;
}

function meets(one: IndexEntry, other: IndexEntry): boolean {
  const [from, to] = windowOf(one);
  const [otherFrom, otherTo] = windowOf(other);
  return from < otherTo && otherFrom < to;
}

function windowOf({ summary: { change } }: IndexEntry): [number, number] {
  const { start = 0, end = 0 } = change ?? {};
  return [start, Math.max(end, start + 1)];
}

function namedBy(index: RecordIndex, entries: readonly IndexEntry[]): Map<string, Set<string>> {
  return new Map(
    entries.map(({ file, summary }) => {
      const files = conflictsOf(summary, file, index).map(({ entry }) => entry.file);
      assert.equal(new Set(files).size, files.length, `${file} names one twice`);
      return [file, new Set(files)];
    }),
  );
}

function loaded(entries: readonly IndexEntry[]): RecordIndex {
  const index = new RecordIndex();
  for (const entry of entries) index.load(entry);
  return index;
}

describe('Conflicts', () => {
  it('of ten thousand changes are those of every pair looked at', () => {
    const below = numbers(20261121);
    const entries = Array.from({ length: 10_000 }, (_, number) => randomEntry(number, 10_000, below));
    const expected = naiveConflicts(entries);
    const pairs = [...expected.values()].reduce((sum, { size }) => sum + size, 0);
    assert.ok(pairs > 1000, `${pairs} pairs`);
    assert.deepEqual(namedBy(loaded(entries), entries), expected);
    const byKeys = new RecordIndex(keptRecords(entries));
    assert.deepEqual(namedBy(byKeys, entries), expected);
  });

  it('are named up to twenty of a severity, and many lesser ones hide none to which one gives way', () => {
    const names = Array.from({ length: 60 }, (_, number) => `CHG-${100 + number}`);
    const texts = new Map(
      names.map((id, number) => [
        `${id}.md`,
        `---\nid: ${id}\ntype: change\nstatus: ${number === 59 ? 'to_be_released' : 'to_do'}\nassignee: Ann\nschedule: { start: 2026-11-24 10:00, duration: 1h }\n---\n# T\n`,
      ]),
    );
    const found = checkTexts(texts).filter(({ finding }) => finding.rule === 'schedule/conflict');
    const of = (id: string) =>
      ['error', 'warning'].map(
        (severity) =>
          found.filter(({ file, finding }) => file === `${id}.md` && finding.severity === severity).length,
      );
    assert.deepEqual(
      [of('CHG-100'), of('CHG-130'), of('CHG-159')],
      [
        [1, 20],
        [20, 20],
        [0, 20],
      ],
    );
  });

  it('cost little more for each of ten times as many', () => {
    const took = (count: number): number => {
      const below = numbers(7);
      // As many in each hour, so that each meets as many.
      const entries = Array.from({ length: count }, (_, number) => {
        const entry = randomEntry(number, count, below);
        const start = below(count) * hourMs * 4;
        const change = entry.summary.change && { ...entry.summary.change, start, end: start + hourMs };
        return { ...entry, summary: { ...entry.summary, ...(change ? { change } : {}) } };
      });
      return millisecondsOf(() => namedBy(loaded(entries), entries), 3000) / count;
    };
    took(1000);
    const [few, many] = [took(2000), took(20_000)];
    assert.ok(many < few * 8 + 0.02, `${few} ms and ${many} ms each`);
  });

  it('are after any updates what they would be from scratch', () => {
    const below = numbers(99);
    const index = new RecordIndex();
    const now = new Map<string, IndexEntry>();
    for (let step = 0; step < 3000; step++) {
      const number = below(400);
      const entry = below(5) === 0 ? undefined : randomEntry(number, 400, below);
      const file = `CHG-${String(number).padStart(5, '0')}.md`;
      index.update(file, entry);
      if (entry) now.set(file, entry);
      else now.delete(file);
      if (step % 300 !== 0) continue;
      const entries = [...now.values()];
      assert.deepEqual(namedBy(index, entries), namedBy(loaded(entries), entries), `step ${step}`);
    }
  });
});

const texts = {
  'config.yaml': 'timezone: Europe/Madrid\n',
  'customers/diba.yaml': 'environments: [{ name: PRO, updated: 2026-11-02 }]\n',
};
const config = configOf(new Map(Object.entries(texts).map(([file, text]) => [`.changebook/${file}`, text])));
const files = ['CHG-A.md', 'CHG-B.md', 'CHG-C.md', 'CHG-D.md'];

/** One window, several, or none. */
const scheduleText = fc.oneof(
  fc.constant(''),
  fc
    .tuple(
      fc.constantFrom('2026-11-24 22:00', '2026-11-24 22:30', '2026-11-25 22:00', '2026-12-10 22:00'),
      fc.constantFrom('0m', '30m', '1h', '2d'),
    )
    .map(([start, duration]) => `schedule: { start: ${start}, duration: ${duration} }\n`),
  fc
    .array(
      fc
        .tuple(fc.constantFrom('22:00', '22:30', '23:10'), fc.constantFrom('', ', environments: [UAT]'))
        .map(([time, where]) => `start: 2026-11-24 ${time}, duration: 30m${where}`),
      { minLength: 1, maxLength: 3 },
    )
    .map((phases) => `schedule: { phases: [${phases.map((phase, at) => `{ name: P${at}, ${phase} }`)}] }\n`),
);

/** A change that has much in common with others. */
const changeText = fc
  .record({
    id: fc.constantFrom('CHG-A', 'CHG-B', 'CHG-C', 'CHG-D'),
    status: fc.constantFrom('to_do', 'in_progress', 'done', 'cancelled'),
    schedule: scheduleText,
    customer: fc.constantFrom('', 'customer: diba\n', 'customer: other\n'),
    environments: fc.constantFrom('[PRO]', '[UAT, pro]', '[UAT]'),
    components: fc.constantFrom('', 'components: [{ name: api, from: "1.0.0", to: "2.0.0" }]\n'),
    type: fc.constantFrom('', 'deployment_type: 1\n', 'deployment_type: 3\n', 'deployment_type: 4\n'),
    severity: fc.constantFrom(
      '',
      'severity: critical\n',
      'severity: trivial\nreported_at: 2026-11-20 10:00\n',
    ),
    assignee: fc.constantFrom('', 'assignee: Eva\n'),
    supersedes: fc.constantFrom('', 'supersedes: CHG-A\n', 'supersedes: CHG-B\n'),
    owner: fc.boolean(),
  })
  .map(
    ({
      id,
      status,
      schedule,
      environments,
      owner,
      customer,
      components,
      type,
      severity,
      assignee,
      supersedes,
    }) =>
      `---\n${owner ? 'owner: x\n' : ''}id: ${id}\ntype: change\nstatus: ${status}\nenvironments: ${environments}\n${customer}${components}${type}${severity}${assignee}${supersedes}${schedule}---\n`,
  );

describe('Findings about the schedule', () => {
  it('are after any updates of the files that an update names what they are from scratch', () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom(...files), fc.option(changeText, { nil: undefined, freq: 6 })),
      {
        minLength: 1,
        maxLength: 14,
      },
    );
    fc.assert(
      fc.property(steps, (updates) => {
        const index = new RecordIndex();
        const kept = new Map<string, unknown>();
        const recheck = (file: string, into: Map<string, unknown>): void => {
          const entry = index.entry(file);
          if (entry) into.set(file, findingsIn(entry, index, new Map(), config));
          else into.delete(file);
        };
        for (const [file, text] of updates) {
          const affected = index.update(file, text === undefined ? undefined : entryOf(file, text, config));
          for (const changed of [file, ...affected]) recheck(changed, kept);
          const fresh = new Map<string, unknown>();
          for (const entry of index.all()) recheck(entry.file, fresh);
          assert.deepEqual(new Map([...kept].sort()), new Map([...fresh].sort()), `after ${file}`);
        }
      }),
      { numRuns: runsOf(400), seed: 20261121 },
    );
  });

  it('concern whoever meets a window between two others', () => {
    const index = new RecordIndex();
    const put = (file: string, schedule: string, status = 'in_progress'): string[] => {
      const text = `---\nid: ${file.slice(0, 5)}\ntype: change\nstatus: ${status}\nenvironments: [PRO]\ncustomer: diba\nschedule: ${schedule}\n---\n`;
      return [...index.update(file, entryOf(file, text, config))].sort();
    };
    const phases = (...days: readonly number[]): string =>
      `{ phases: [${days.map((day) => `{ name: P${day}, start: 2026-11-${day} 22:00, duration: 1h }`).join(', ')}] }`;
    put('CHG-A.md', '{ start: 2026-11-18 22:00, duration: 1h }');
    // What has ended is told nothing of starts.
    put('CHG-B.md', '{ start: 2026-11-18 22:00, duration: 1h }', 'done');
    assert.deepEqual(put('CHG-C.md', phases(16, 17, 20)), []);
    assert.deepEqual(put('CHG-C.md', phases(16, 18, 20)), ['CHG-A.md']);
    assert.deepEqual(put('CHG-C.md', phases(16, 19, 20)), ['CHG-A.md']);
  });
});
