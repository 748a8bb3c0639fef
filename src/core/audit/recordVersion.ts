import { parseRecord } from '../model/parse/parseRecord';
import type { Step } from '../model/parse/step';
import type { ChangeData } from '../model/schema/recordData';

/** The parts of a version of a record that are compared with the version before it. */
export interface RecordVersion {
  readonly text: string;
  readonly id: string | undefined;
  readonly status: string | undefined;
  readonly steps: readonly Step[];
  readonly rollback: NonNullable<ChangeData['actual']>['rollback'];
  readonly approvals: NonNullable<ChangeData['approvals']>;
  readonly agreement: ChangeData['agreement'];
  readonly waivers: NonNullable<ChangeData['waivers']>;
  readonly notifications: NonNullable<ChangeData['notifications']>;
}

/** Reads a version of a record; undefined where the text is not a record. */
export function recordVersion(text: string): RecordVersion | undefined {
  const record = parseRecord(text, { expected: true });
  if (!record) return undefined;
  const change = record.type === 'change' ? record.data : undefined;
  return {
    text,
    id: record.data.id,
    status: record.type === 'procedure' ? undefined : record.data.status,
    steps: record.body.steps,
    rollback: change?.actual?.rollback,
    approvals: change?.approvals ?? [],
    agreement: change?.agreement,
    waivers: record.data.waivers ?? [],
    notifications: change?.notifications ?? [],
  };
}

/**
 * The same version with one box ticked or unticked. Most commits of a record change no more, and parsing hundreds of
 * versions takes longer than git does.
 *
 * @returns undefined where the texts differ in anything else
 */
export function tickedVersion(known: RecordVersion, text: string): RecordVersion | undefined {
  if (text.length !== known.text.length) return undefined;
  const step = known.steps.find(({ box }) => text[box.start] !== known.text[box.start]);
  const mark = step && text[step.box.start];
  if (!step || !mark || !' xX'.includes(mark)) return undefined;
  const { start, end } = step.box;
  if (text.slice(0, start) !== known.text.slice(0, start) || text.slice(end) !== known.text.slice(end))
    return undefined;
  const steps = known.steps.map((own) => (own === step ? { ...own, checked: mark !== ' ' } : own));
  return { ...known, text, steps };
}
