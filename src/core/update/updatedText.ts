import { editBetween } from '../edits/fieldWrites';
import { setFields } from '../edits/setFields';
import type { Sides } from '../merge/conflict';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordOf } from '../model/parse/record';
import { applyEdits, lineBreakOf, type TextEdit } from '../model/text/edit';
import { likeliestVersion } from './likeliestVersion';
import { type Decide, takeOver, type UpdateConflict } from './takeOver';
import { linesOf, type ProcedureVersions, updateSides } from './updateSides';

/** What becomes of a change that takes over a newer version of its procedure. */
export interface UpdatedText {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** Places that both have changed and of which nobody has said what counts; there the text is the change's. */
  readonly open: readonly UpdateConflict[];
  /** What stands there beside what both versions of the procedure put there. */
  readonly sides: Sides;
}

/** How a change names the version of a procedure: `PROC-RELEASE@1.1.0`. */
export function referenceTo({ data }: RecordOf<'procedure'>): string {
  return [data.id, data.version].filter(Boolean).join('@');
}

/**
 * A change with the steps and texts that a newer version of its procedure brings, which it names from then on.
 *
 * @returns undefined where its text or its front matter is written in a way that cannot be changed safely
 */
export function updatedText(
  text: string,
  file: string,
  versions: ProcedureVersions,
  decide: Decide,
): UpdatedText | undefined {
  const eol = lineBreakOf(text);
  const plain = text.replaceAll('\r\n', '\n');
  if (plain.includes('\r') || (eol === '\r\n' && plain.replaceAll('\n', eol) !== text)) return undefined;
  const change = parseRecord(plain, { expected: true });
  if (change?.type !== 'change') return undefined;
  const field = namingEdits(change, versions);
  if (!field) return undefined;
  const sides = updateSides(change, file, versions);
  if (isTaken(change, file, versions)) return { text, edits: [], open: [], sides };
  const { lines, open } = takeOver(sides, decide);
  const body = plain.slice(change.bodyStart);
  const isSame = lines.length === linesOf(body).length && lines.every((line, at) => line === sides.ours[at]);
  const merged = isSame ? body : lines.join('\n') + (body.endsWith('\n') || body === '' ? '\n' : '');
  const after = applyEdits(plain.slice(0, change.bodyStart), field).text + merged;
  const written = eol === '\r\n' ? after.replaceAll('\n', eol) : after;
  return { text: written, edits: editBetween(text, written), open, sides };
}

/** Whether a change has taken the newer version over already, whatever became of that since. */
function isTaken(change: RecordOf<'change'>, file: string, { from, to }: ProcedureVersions): boolean {
  const [old, now] = [from, to].map(({ record }) => referenceTo(record));
  // Where nobody gave it another version, only the text tells.
  if (old === now) return likeliestVersion(change, file, [from, to]) === to;
  return change.data.procedure === now;
}

/** The edits by which a change names the version that it is to follow. */
function namingEdits(change: RecordOf<'change'>, { to }: ProcedureVersions): TextEdit[] | undefined {
  const reference = referenceTo(to.record);
  return change.data.procedure === reference ? [] : setFields(change, { procedure: reference });
}
