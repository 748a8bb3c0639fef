import { parseRecord } from '../../core/model/parse/parseRecord';
import { readDateTime } from '../../core/model/time/dateTime';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { isCommitted } from '../../node/commit/isUncommitted';
import { readFileText } from '../../node/readText';
import type { PlannedRecord } from './plannedRecord';

/**
 * The record that an earlier run made and did not get to commit: it is exactly what would be made if it were not there,
 * now or at the moment that it names, and no commit has it.
 */
export async function leftBehind(
  workspace: LoadedWorkspace,
  { type, title }: PlannedRecord,
  plan: (workspace: LoadedWorkspace) => PlannedRecord,
): Promise<PlannedRecord | undefined> {
  const { root, index } = workspace;
  const alike = [...index.all()].filter(
    ({ summary }) => summary.type === type && (summary.title ?? null) === title,
  );
  for (const { file } of alike.reverse()) {
    const text = readFileText(root, file)?.text;
    if (text === undefined) continue;
    const before = index.put(file, undefined);
    const made = [workspace.now, ...momentsIn(text)].map((now) => plan({ ...workspace, now }));
    index.put(file, before);
    const same = made.find((again) => again.file === file && again.text === text);
    if (same && !(await isCommitted(root, file))) return same;
  }
  return undefined;
}

/** When a record says that it was made: at a moment, or on a day. */
function momentsIn(text: string): number[] {
  const record = parseRecord(text);
  const said = record?.type === 'ticket' ? record.data.reported_at : undefined;
  const asked = record?.type === 'change' ? record.data.requested_at : undefined;
  const written = [said ?? asked, record?.data.created && `${record.data.created} 12:00`];
  return written.flatMap((moment) => {
    const read = moment ? readDateTime(moment, 'UTC') : undefined;
    return read?.ok ? [read.epochMs] : [];
  });
}
