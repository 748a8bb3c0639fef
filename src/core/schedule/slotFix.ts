import { calendarFor } from '../config/calendarFor';
import { zoneOf } from '../config/workspaceConfig';
import type { Finding, Fix, FixEdit } from '../findings/finding';
import type { IndexEntry } from '../index/indexEntry';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordOf } from '../model/parse/record';
import { writeMoment } from '../model/time/writeMoment';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { ruleById } from '../rules/registry';
import { laterPhaseEdits } from './movedPhases';
import { nextSlots, type SlotSearch } from './nextSlots';
import { endEdit, startEdit } from './startEdit';

/** An open change that may be moved to another start. */
export interface MovableChange {
  readonly file: string;
  readonly record: RecordOf<'change'>;
  readonly summary: IndexEntry['summary'];
  readonly zone: string;
  /** A start in the form that this change uses; undefined where that form cannot express it. */
  readonly write: (start: number) => string | undefined;
}

/** A record of the index, ready for the search; undefined where it is not a change. */
export function movableChange(
  text: string,
  { file, summary }: IndexEntry,
  { config }: Pick<WorkspaceCheckInput, 'config'>,
): MovableChange | undefined {
  const record = parseRecord(text, { expected: true });
  if (record?.type !== 'change') return undefined;
  const { customer, schedule } = record.data;
  const { zone } = calendarFor(config, customer);
  // Without a configured zone a local time would be ambiguous, so a first start is then written in UTC.
  const like = schedule?.start ?? (zoneOf(config, customer) ? undefined : '2026-01-01T00:00Z');
  return { file, record, summary, zone, write: (start) => writeMoment(start, zone, like) };
}

/** The next slots of a change after a moment, which defaults to now. */
export function slotsOf(
  change: MovableChange,
  input: WorkspaceCheckInput,
  count: number,
  after = input.now,
): SlotSearch {
  const canWrite = (start: number): boolean => change.write(start) !== undefined;
  return nextSlots({ ...change, canWrite }, input, count, after);
}

/** The edits that set the start of a change, and its end where the window is given by that. */
export function startEdits({ record, write, zone }: MovableChange, start: number): FixEdit[] {
  const text = write(start);
  const edit = text === undefined ? undefined : startEdit(record, text);
  if (!edit) return [];
  const end = endEdit(record, start, zone);
  const later = laterPhaseEdits(record, start, zone);
  return [edit, ...(end ? [end] : []), ...later].map(({ range, text }) => ({
    range: record.lines.rangeAt(range),
    text,
  }));
}

/** Whether another start would resolve a finding. */
export function hasSlotFix(finding: Finding): boolean {
  const wants = ruleById(finding.rule)?.fixTitles.slot !== undefined && !finding.waived;
  // A slot may have findings that are only information.
  return wants && finding.severity !== 'info';
}

/** The fix for findings about a start: the next slot after it. Undefined where there is no slot. */
export function slotFixFor(change: MovableChange, input: WorkspaceCheckInput): Fix | undefined {
  // An earlier start than the planned one does not help.
  const after = Math.max(input.now, change.summary.change?.start ?? input.now);
  const slot = slotsOf(change, input, 1, after).slots[0];
  const edits = slot ? startEdits(change, slot.start) : [];
  const start = slot && change.write(slot.start);
  return start === undefined || edits.length === 0
    ? undefined
    : { title: 'slot', args: { start }, edits, certain: false };
}
