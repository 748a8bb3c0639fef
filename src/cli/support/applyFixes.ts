import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../core/findings/finding';
import { longestText } from '../../core/model/parse/longestText';
import { applyEdits, type TextEdit } from '../../core/model/text/edit';
import { LineMap } from '../../core/model/text/lineMap';
import type { Language } from '../../core/model/text/localized';
import { findingsOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { bytesOf } from '../../node/openFile';
import { errorCode, stampOf } from '../../node/walk';
import { editFile } from '../../node/writeFile';
import { type Call, say } from './command';
import { load } from './load';
import { isSelected, type Selection, shownPath } from './selection';

/** Fixes may uncover further ones; more rounds than this would mean that two of them undo each other. */
const rounds = 5;

/**
 * Applies every certain fix to the selected files, writing each file only in the state that was checked.
 *
 * @returns whether all of them could be written
 */
export async function applyFixes(call: Call, selection: Selection): Promise<boolean> {
  const touched = new Set<string>();
  const left = new Set<string>();
  let count = 0;
  let language: Language | undefined;
  for (let round = 0; round < rounds; round++) {
    const workspace = await load(call, selection.root);
    language = workspace.config.config.data.language;
    let applied = 0;
    for (const [file, findings] of found(workspace)) {
      if (!isSelected(selection, file)) continue;
      const fixed = fixFile(call, workspace, file, findings);
      if (fixed === undefined) left.add(file);
      else left.delete(file);
      if (fixed) touched.add(file);
      applied += fixed ?? 0;
    }
    count += applied;
    if (applied === 0) break;
  }
  if (count > 0) call.io.err(`${say(call.language(language), 'fixed', { count, files: touched.size })}\n`);
  return left.size === 0;
}

/** The findings of each record, and those of each file of the configuration. */
function* found(workspace: LoadedWorkspace): Generator<[file: string, findings: readonly Finding[]]> {
  for (const entry of workspace.index.all()) yield [entry.file, findingsOf(workspace, entry)];
  const { findings } = workspace.config;
  for (const file of new Set(findings.map((placed) => placed.file)))
    yield [file, findings.filter((placed) => placed.file === file).map(({ finding }) => finding)];
}

/** How many fixes were applied to a file, or undefined where it could not be written. */
function fixFile(
  call: Call,
  workspace: LoadedWorkspace,
  file: string,
  findings: readonly Finding[],
): number | undefined {
  const fixes = findings.flatMap((finding) => finding.fixes?.find((fix) => fix.certain) ?? []);
  if (fixes.length === 0) return 0;
  const path = join(workspace.root, file);
  const language = call.language(workspace.config.config.data.language);
  const shown = shownPath(call.io.cwd, workspace.root, file);
  try {
    const bytes = bytesOf(workspace.root, file, { most: longestText, links: false });
    const known = workspace.survey.files.find((found) => found.file === file);
    if (!isUtf8(bytes) || (known && stampOf(statSync(path)) !== known.stamp)) {
      call.tell(say(language, 'notFixed', { path: shown }));
      return undefined;
    }
    const text = bytes.toString('utf8');
    const lines = new LineMap(text);
    const edits: TextEdit[] = fixes.flatMap(({ edits: own }) =>
      own.map((edit) => ({
        range: { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end) },
        text: edit.text,
      })),
    );
    const result = applyEdits(text, edits);
    if (result.text === text) return 0;
    if (editFile(path, text, edits)) return result.applied;
    call.tell(say(language, 'notFixed', { path: shown }));
    return undefined;
  } catch (error) {
    call.tell(say(language, 'notWritten', { path: shown, code: errorCode(error) }));
    return undefined;
  }
}
