import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import type { TouchedRecord } from '../core/diff/loosenedFindings';
import type { IndexEntry } from '../core/index/indexEntry';
import type { RecordIndex } from '../core/index/recordIndex';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { ParsedRecord } from '../core/model/parse/record';
import { checkEntry, type WorkspaceCheckInput } from '../core/rules/checkRecord';
import type { FileFinding } from '../core/rules/finding';
import type { RecordReader } from '../core/rules/recordReader';
import type { ChangedSince } from './changedSince';
import { readFileText } from './readText';

/** The records of a change, held to what counted before it. */
export interface HeldRecords {
  /** The configuration from before. */
  readonly config: WorkspaceConfig;
  readonly records: readonly TouchedRecord[];
  readonly procedures: readonly { file: string; before: ParsedRecord; after: ParsedRecord }[];
  readonly findings: readonly FileFinding[];
}

/**
 * Checks the changes and tickets of a change by the configuration and the procedures from before it.
 *
 * @param input what counted before; its index gets the records of today, but for procedures
 */
export function heldToBase(
  root: string,
  scanner: RecordReader,
  changed: ChangedSince,
  input: WorkspaceCheckInput & { readonly index: RecordIndex },
): HeldRecords {
  const { index } = input;
  const touched: { readonly entry: IndexEntry; readonly statusBefore: string | undefined }[] = [];
  const procedures: { file: string; before: ParsedRecord; after: ParsedRecord }[] = [];
  const files = [...changed.before.keys()].filter((file) => file.endsWith('.md'));
  const old = new Map(files.map((file) => [file, index.entry(file)]));
  for (const file of files) {
    const before = old.get(changed.renamed.get(file) ?? file);
    const read = readFileText(root, file);
    const entry = read && scanner.read(file, read.text, read.options);
    if (before?.summary.type === 'procedure') {
      const bytes = changed.before.get(changed.renamed.get(file) ?? file);
      const was = parseRecord(bytes?.toString('utf8') ?? '', { expected: true });
      const is = read && parseRecord(read.text, { ...read.options, expected: true });
      if (was && is) procedures.push({ file, before: was, after: is });
      continue;
    }
    index.put(file, entry);
    if (entry && entry.summary.type !== 'procedure')
      touched.push({ entry, statusBefore: before?.summary.status });
  }
  const findings = touched.flatMap(({ entry }) =>
    checkEntry(entry, input).map((finding) => ({ file: entry.file, finding })),
  );
  const records = touched.map(({ entry: { file, summary }, statusBefore }) => ({
    file,
    name: summary.id ?? file,
    statusBefore,
    status: summary.status,
  }));
  return { config: input.config, records, procedures, findings };
}
