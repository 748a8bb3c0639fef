import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { adoptionLines } from '../../core/adopt/adoptionText';
import { configFolder } from '../../core/config/configFiles';
import type { Language } from '../../core/model/text/localized';
import type { AdoptedFile, AdoptReport } from '../../core/report/adoptReport';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { isInside } from '../../node/openFile';
import { errorCode } from '../../node/walk';
import { gitTopLevelOf, isFolder, workspaceRootOf } from '../../node/workspaceRoot';
import { createFile, editFile } from '../../node/writeFile';
import { type Call, say, wrongCall } from './command';
import { commitAdopted } from './commitAdopted';
import type { ExitCode } from './io';
import { UsageError } from './io';
import { load } from './load';
import { type Adopted, planAdoptions } from './plannedAdoptions';
import { shownPath } from './selection';

/** Makes procedures of the files that a call names, all or none of them, and says of each what was recognised. */
export async function adoptFiles(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const [first] = call.paths;
  if (first === undefined) throw wrongCall('someFiles');
  if (call.paths.length > 1 && (call.text('id') ?? call.text('title')) !== undefined)
    throw wrongCall('idOfOne');
  const root = rootFor(call, first);
  const workspace = await load(call, root);
  const language = call.language(workspace.config.config.data.language);
  const { adopted, faults, known } = planAdoptions(call, workspace, language);
  for (const sentence of [...faults, ...known]) call.tell(sentence);
  if (faults.length > 0) return 2;
  const isDry = call.has('dry-run');
  if (!isDry) writeAll(call, workspace, adopted, language);
  const files: AdoptedFile[] = [];
  let ended: ExitCode = 0;
  for (const one of adopted) {
    const made =
      call.has('commit') && !isDry ? await commitAdopted(call, workspace, one, language) : undefined;
    files.push(reported(call, workspace, one, made?.commit ?? null));
    if (format === 'pretty') tellOne(call, workspace, one, language);
    if (made && format === 'pretty') call.io[made.ended === 0 ? 'out' : 'err'](`${made.message}\n`);
    if (made && made.ended > ended) ended = made.ended;
  }
  if (format === 'json') call.json({ version: 1, files } satisfies AdoptReport);
  const [only] = adopted;
  if (format === 'pretty' && only && !isDry) call.line(nextOf(only, language));
  return ended;
}

/** What comes next for a procedure: a change, or boxes where it has no step and lines that look like some. */
function nextOf({ adoption: { id, steps, boxes } }: Adopted, language: Language): string {
  return steps === 0 && boxes.length > 0 ? say(language, 'adoptNoSteps') : say(language, 'adoptNext', { id });
}

/** The workspace that gets the procedures: the current folder's, or that of a file in a workspace inside of it. */
function rootFor(call: Call, first: string): string {
  const [here, own] = [workspaceRootOf(call.io.cwd), workspaceRootOf(resolve(call.io.cwd, first))];
  // A folder that is no workspace but for holding the file is none to put procedures in.
  const isOne = isFolder(join(own, configFolder)) || gitTopLevelOf(own) === own;
  return isOne && isInside(here, own) ? own : here;
}

/** Writes all files or none. A committed one is left to its commit, where one is wished for. */
function writeAll(
  call: Call,
  { root }: LoadedWorkspace,
  adopted: readonly Adopted[],
  language: Language,
): void {
  const undo: (() => void)[] = [];
  for (const { adoption, before } of adopted) {
    const path = join(root, adoption.file);
    try {
      if (before === undefined) {
        mkdirSync(dirname(path), { recursive: true });
        createFile(path, adoption.text);
        undo.push(() => rmSync(path, { force: true }));
      } else {
        if (!editFile(path, before, adoption.edits)) throw Object.assign(new Error(), { code: 'ESTALE' });
        const { text } = adoption;
        undo.push(() => editFile(path, text, [{ range: { start: 0, end: text.length }, text: before }]));
      }
    } catch (error) {
      for (const back of undo) back();
      const code = errorCode(error);
      const args = { path: shownPath(call.io.cwd, root, adoption.file), code };
      throw new UsageError(say(language, code === 'EEXIST' ? 'exists' : 'notCreated', args));
    }
  }
}

function tellOne(
  call: Call,
  { root }: LoadedWorkspace,
  { adoption, before }: Adopted,
  language: Language,
): void {
  const path = shownPath(call.io.cwd, root, adoption.file);
  const said = call.has('dry-run') ? 'wouldAdopt' : before === undefined ? 'created' : 'adoptedInto';
  call.line(say(language, said, { path }));
  for (const line of adoptionLines(adoption, language)) call.line(line);
}

function reported(
  call: Call,
  { root }: LoadedWorkspace,
  { adoption, before }: Adopted,
  commit: string | null,
): AdoptedFile {
  const { id, title, language, steps, ticked, fields, links, sections, boxes, boxesAdded, unplaced } =
    adoption;
  const shown = (file: string): string => shownPath(call.io.cwd, root, file);
  const written = !call.has('dry-run');
  return {
    source: shown(adoption.source),
    ...{ id, file: shown(adoption.file), title, language },
    in_place: before !== undefined && adoption.before === undefined,
    ...{ steps, ticked },
    sections: sections.map(({ section, heading }) => ({
      section,
      line: heading.line + 1,
      title: heading.title,
    })),
    boxes: { added: boxesAdded, lines: boxes.map(({ line, text }) => ({ line: line + 1, text })) },
    unplaced: unplaced.map(({ kind, line, text }) => ({ kind, line: line + 1, text })),
    fields: [...fields],
    ...{ links, written, commit },
    text: written ? null : adoption.text,
  };
}
