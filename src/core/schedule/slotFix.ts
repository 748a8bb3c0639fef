import { calendarFor } from '../config/calendarFor';
import { zoneOf } from '../config/workspaceConfig';
import type { Finding, Fix, FixEdit } from '../findings/finding';
import type { IndexEntry } from '../index/indexEntry';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordOf } from '../model/parse/record';
import { writeMoment } from '../model/time/writeMoment';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { ruleById } from '../rules/registry';
import { nextSlots, type SlotSearch } from './nextSlots';
import { startEdit } from './startEdit';

/** An open change that another start is looked for, with its zone. */
export interface MovableChange {
  readonly file: string;
  readonly record: RecordOf<'change'>;
  readonly summary: IndexEntry['summary'];
  readonly zone: string;
  /** A start the way that this change writes one; nothing where that way cannot say it. */
  readonly write: (start: number) => string | undefined;
}

/** A record that the index has, ready for the search; nothing where it is no change. */
export function movableChange(
  text: string,
  { file, summary }: IndexEntry,
  { config }: Pick<WorkspaceCheckInput, 'config'>,
): MovableChange | undefined {
  const record = parseRecord(text, { expected: true });
  if (record?.type !== 'change') return undefined;
  const { customer, schedule } = record.data;
  const { zone } = calendarFor(config, customer);
  // A first start is local where that means something, else in UTC.
  const like = schedule?.start ?? (zoneOf(config, customer) ? undefined : '2026-01-01T00:00Z');
  return { file, record, summary, zone, write: (start) => writeMoment(start, zone, like) };
}

/** The next slots of a change after a moment, that of now where none is given. */
export function slotsOf(
  change: MovableChange,
  input: WorkspaceCheckInput,
  count: number,
  after = input.now,
): SlotSearch {
  const canWrite = (start: number): boolean => change.write(start) !== undefined;
  return nextSlots({ ...change, canWrite }, input, count, after);
}

/** The edits that give a change another start. */
export function startEdits({ record, write }: MovableChange, start: number): FixEdit[] {
  const text = write(start);
  const edit = text === undefined ? undefined : startEdit(record, text);
  return edit ? [{ range: record.lines.rangeAt(edit.range), text: edit.text }] : [];
}

/** Whether another start would take a finding away. */
export function hasSlotFix(finding: Finding): boolean {
  const wants = ruleById(finding.rule)?.fixTitles.slot !== undefined && !finding.waived;
  // What is only information keeps no slot from being offered.
  return wants && finding.severity !== 'info';
}

/** The repair of findings about a start: the move to the next slot after it. Nothing where there is no slot. */
export function slotFixFor(change: MovableChange, input: WorkspaceCheckInput): Fix | undefined {
  // Nobody who planned for a day is helped by an earlier one.
  const after = Math.max(input.now, change.summary.change?.start ?? input.now);
  const slot = slotsOf(change, input, 1, after).slots[0];
  const edits = slot ? startEdits(change, slot.start) : [];
  const start = slot && change.write(slot.start);
  return start === undefined || edits.length === 0
    ? undefined
    : { title: 'slot', args: { start }, edits, certain: false };
}
