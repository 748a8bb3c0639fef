import type { Finding } from '../findings/finding';
import { asOwnRecord } from '../index/cameClosed';
import { parseRecord } from '../model/parse/parseRecord';
import { checkEntry, type WorkspaceCheckInput } from '../rules/checkRecord';
import { recordEntry } from '../rules/recordEntry';

/** What would be found in the first of some files if their texts were these. */
export function findingsIf(
  files: readonly { readonly file: string; readonly text: string }[],
  input: WorkspaceCheckInput,
): Finding[] {
  const entries = files.flatMap(({ file, text }) => {
    const record = parseRecord(text, { expected: true });
    // What is closed here was not closed elsewhere before it came.
    if (!record) return [];
    const decided = input.withReviews?.(record, file) ?? record;
    return [recordEntry(asOwnRecord(decided), file, input.config)];
  });
  const [entry] = entries;
  if (!entry) return [];
  const restore = entries.map((changed) => {
    return { file: changed.file, before: input.index.put(changed.file, changed) };
  });
  try {
    return checkEntry(entry, input);
  } finally {
    // The index is the workspace as it is; the change has only been thought through.
    for (const { file, before } of restore.reverse()) input.index.put(file, before);
  }
}
