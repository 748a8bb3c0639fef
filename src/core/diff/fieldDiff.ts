import type { ParsedRecord } from '../model/parse/record';
import type { ChangeData } from '../model/schema/recordData';
import { initialStatus } from '../workflow/stages';
import { listChanges, sameValue } from './listChanges';
import type { ChangeKind, RecordChange } from './recordChange';
import { valueText } from './valueText';

type Component = NonNullable<ChangeData['components']>[number];
type Data = { readonly [name: string]: unknown };
type FieldComparer = (name: string, before: unknown, after: unknown) => RecordChange[];

/** How some fields are compared. Every other field is reported by its name and values. */
const fieldComparers: { readonly [name: string]: FieldComparer } = {
  schedule: (_, before, after) =>
    oneValue(
      ['window-set', 'window', 'window-removed'],
      undefined,
      windowText(before),
      windowText(after),
    ).map((change) => ({ ...change, values: { from: before, to: after } })),
  agreement: (_, before, after) =>
    oneValue(['agreed', 'agreement-changed', 'agreement-removed'], undefined, before, after),
  approvals: (_, before, after) => approvalChanges(listOf(before), listOf(after)),
  standard: (name, before, after) => {
    const [old, now] = [standardOf(before), standardOf(after)];
    const terms = sameValue(old.terms, now.terms) ? [] : plainField(name, old.terms, now.terms);
    return [...terms, ...approvalChanges(old.approvals, now.approvals)];
  },
  waivers: listComparer(['waived', 'waiver-changed', 'waiver-removed'], ['rule']),
  notifications: listComparer(['notice-sent', 'notice-changed', 'notice-removed'], ['kind']),
  components: listComparer<Component>(
    ['component-added', 'component-changed', 'component-removed'],
    ['name'],
    ({ from, to }) => [from, to].filter(Boolean).join(' → '),
  ),
  tickets: listComparer(['ticket-added', 'ticket-changed', 'ticket-removed'], ['id', 'mail']),
  gates: (_, before, after) => gateChanges(listOf(before), listOf(after)),
};

/** Fields that are reported for a new record: what it is about, and what was already done or decided. */
const newRecordFields = new Set([
  ...['schedule', 'customer', 'environments', 'components', 'change_type', 'severity', 'version'],
  ...['agreement', 'approvals', 'standard', 'waivers', 'notifications'],
]);

/** The changes in a record's fields. For a new record, only those that a reader wants to know first. */
export function fieldDiff(before: ParsedRecord | undefined, after: ParsedRecord): RecordChange[] {
  const [old, now]: [Data, Data] = [before ? dataOf(before) : {}, dataOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  const changes: RecordChange[] = [];
  for (const name of names) {
    if (name === 'status' || (!before && !newRecordFields.has(name)) || sameValue(old[name], now[name]))
      continue;
    const own = (fieldComparers[name] ?? plainField)(name, old[name], now[name]);
    changes.push(...(own.length > 0 ? own : [{ kind: 'order' as const, about: name }]));
  }
  const [from, to] = [before ? statusOf(before) : initialStatus(after.type), statusOf(after)];
  if (from === to) return changes;
  // A new record has no previous state.
  return [...changes, { kind: 'status', ...(before ? { from } : {}), to }];
}

/** The data of a record with its type, which is not part of the data. */
function dataOf(record: ParsedRecord): Data {
  return { ...record.data, type: record.type };
}

function statusOf(record: ParsedRecord): string {
  return record.type === 'procedure' ? '' : (record.data.status ?? initialStatus(record.type));
}

type Kinds = readonly [added: ChangeKind, changed: ChangeKind, removed: ChangeKind];

function plainField(name: string, before: unknown, after: unknown): RecordChange[] {
  return oneValue(['field-set', 'field', 'field-removed'], name, before, after);
}

function oneValue(
  [added, changed, removed]: Kinds,
  about: string | undefined,
  before: unknown,
  after: unknown,
) {
  const [from, to] = [valueText(before), valueText(after)];
  const isPlain = typeof before !== 'object' && typeof after !== 'object';
  const named = {
    ...(about === undefined ? {} : { about }),
    ...(isPlain ? {} : { values: { from: before, to: after } }),
  };
  if (from === '') return [{ kind: added, ...named, to }];
  return to === '' ? [{ kind: removed, ...named, from }] : [{ kind: changed, ...named, from, to }];
}

/** Compares lists of mappings. Items are matched by the first of these fields that they have. */
function listComparer<T extends Data>(
  kinds: Kinds,
  keys: readonly (keyof T & string)[],
  rest?: (item: T) => string,
): FieldComparer {
  const known = (item: T) => keys.find((key) => valueText(item[key]) !== '');
  const keyOf = (item: T): string => valueText(item[known(item) ?? '']) || '?';
  const side = (name: 'from' | 'to', item: T) => {
    if (rest) return { [name]: rest(item) };
    const parts = withoutKey(item, known(item));
    return { [name]: valueText(parts), values: { [name]: parts } };
  };
  return (_, before, after) => {
    const { added, changed, removed } = listChanges<T>(listOf(before), listOf(after), keyOf);
    return [
      ...added.map((item) => ({ kind: kinds[0], about: keyOf(item), ...side('to', item) })),
      ...changed.map(([old, item]) => {
        const [from, to] = [side('from', old), side('to', item)];
        const values = rest ? {} : { values: { ...from.values, ...to.values } };
        return { kind: kinds[1], about: keyOf(item), ...from, ...to, ...values };
      }),
      ...removed.map((item) => ({ kind: kinds[2], about: keyOf(item), ...side('from', item) })),
    ];
  };
}

function withoutKey(item: Data, key: string | undefined): Data {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== key));
}

/** The window of a change: `2026-11-24 22:00 (1h, outage 20m)`. */
export function windowText(schedule: unknown, outageWord = 'outage'): string {
  const {
    start = '',
    duration,
    end,
    outage,
    phases,
  } = (schedule ?? {}) as NonNullable<ChangeData['schedule']>;
  const details = [...(duration ? [duration] : []), ...(outage ? [`${outageWord} ${outage}`] : [])].join(
    ', ',
  );
  if (phases) return phases.map((phase) => phaseText(phase)).join('; ');
  const span = end ? `${start} – ${end}` : start;
  return details === '' ? span : `${span} (${details})`.trim();
}

/** A phase: `Canary 2026-11-24 22:00 (1h)`. */
function phaseText({
  name,
  start,
  duration,
}: NonNullable<NonNullable<ChangeData['schedule']>['phases']>[number]) {
  return [name, start, duration && `(${duration})`].filter((part) => part).join(' ');
}

/** The items of a field that the schema says is a list. */
function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

type Approval = NonNullable<ChangeData['approvals']>[number];

/** What a procedure says of its standard changes, and who decided on that. */
function standardOf(value: unknown): { terms: unknown; approvals: readonly Approval[] } {
  const { approvals, ...terms } = (value ?? {}) as { readonly approvals?: readonly Approval[] };
  return { terms: value === undefined ? undefined : terms, approvals: listOf(approvals) };
}

/** Decisions are matched by role and time, or by person without a time: a role may have several. */
function approvalChanges(before: readonly Approval[], after: readonly Approval[]): RecordChange[] {
  const keyOf = ({ role, by, at }: Approval): string => JSON.stringify([role, at ?? by]);
  const { added, changed, removed } = listChanges(before, after, keyOf);
  return [
    ...added.map(({ role = '?', by = '?', decision }): RecordChange => {
      return { kind: decision === 'denied' ? 'denied' : 'approved', about: role, to: by };
    }),
    ...changed.map(([old, item]): RecordChange => {
      const values = { from: withoutKey(old, 'role'), to: withoutKey(item, 'role') };
      const [from, to] = [valueText(values.from), valueText(values.to)];
      return { kind: 'approval-rewritten', about: item.role ?? '?', from, to, values };
    }),
    ...removed.map(
      ({ role = '?', by = '?' }): RecordChange => ({ kind: 'approval-removed', about: role, from: by }),
    ),
  ];
}

interface Gate {
  readonly section?: string;
  readonly state?: string;
  readonly requires?: readonly string[];
}

/** A step that no longer has to wait is a removed gate, even where another gate was added. */
function gateChanges(before: readonly Gate[], after: readonly Gate[]): RecordChange[] {
  const rows = (gates: readonly Gate[]): string[] =>
    gates.flatMap(({ section, state, requires = [] }) =>
      (requires.length > 0 ? requires : ['?']).map((required) => `${section ?? state ?? '?'} ← ${required}`),
    );
  const { added, removed } = listChanges(rows(before), rows(after), (row) => row);
  return [
    ...removed.map((from): RecordChange => ({ kind: 'gate-removed', about: 'gates', from })),
    ...added.map((to): RecordChange => ({ kind: 'field-set', about: 'gates', to })),
  ];
}
