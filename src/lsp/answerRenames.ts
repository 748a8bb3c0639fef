import {
  ErrorCodes,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { textPlace } from '../core/language/mentions/textPlace';
import { newNameFault } from '../core/language/rename/newNameFault';
import { filesTouchedBy, planMoves } from '../core/language/rename/planMoves';
import { planRename, type RenamePlan } from '../core/language/rename/planRename';
import { type RenameInput, renamableAt } from '../core/language/rename/renamable';
import { type RenameRefusal, renameRefusalText } from '../core/language/rename/renameRefusals';
import type { StaleWord } from '../core/language/rename/staleWords';
import { LineMap } from '../core/model/text/lineMap';
import { idsElsewhere } from '../node/idsElsewhere';
import { addressOf, pathOf } from './addresses';
import { protocolRange } from './protocolRanges';
import { namingTexts } from './servedNaming';
import type { ServedWorkspace } from './servedWorkspace';
import { serverWord } from './serverWords';
import { type ServedText, type Serving, servedText } from './serving';

const lookAgainMs = 1500;
/** Whoever renames waits longer for what other branches have than whoever makes a record. */
const lookElsewhereMs = 5000;

/** Answers what can be renamed, and what is to change where it is; files that move take along the links to them. */
export function answerRenames(serving: Serving): void {
  const { connection, workspaces } = serving;
  connection.onPrepareRename(async ({ textDocument, position }) => {
    await workspaces.settled();
    const asked = servedText(serving, textDocument.uri);
    const found = asked && renamableIn(asked, asked.document.offsetAt(position));
    if (!found) return null;
    if ('refusal' in found) return refused(found.refusal, serving);
    const lines = new LineMap(asked.text);
    return { range: protocolRange(lines.rangeAt(found.range)), placeholder: found.placeholder };
  });
  connection.onRenameRequest((params) => renamed(params, serving));
  connection.workspace.onWillRenameFiles((params) => movedFiles(params, serving));
}

async function renamed(
  { textDocument, position, newName }: RenameParams,
  serving: Serving,
): Promise<WorkspaceEdit | ResponseError | null> {
  await serving.workspaces.settled();
  const asked = servedText(serving, textDocument.uri);
  const found = asked && renamableIn(asked, asked.document.offsetAt(position));
  if (!found) return null;
  if ('refusal' in found) return refused(found.refusal, serving);
  const { workspace, file } = asked;
  const { mention } = found;
  const input = renameInput(workspace);
  const own = new Set([...input.index.allKeys()].map(([key]) => key));
  const taken =
    mention.kind === 'record' ? (await idsElsewhere(workspace.root, own, lookElsewhereMs)).taken : undefined;
  const fault = newNameFault(mention, newName, input, taken);
  if (fault) return refused(fault, serving);
  const texts = namingTexts(workspace, mention);
  const keepsFile = !serving.skills().renamesFiles;
  const plan = planRename({ mention, name: newName, file, keepsFile }, texts, input);
  if ('refusal' in plan) return refused(plan.refusal, serving);
  if (plan.stale.length > 0 && !(await isWanted(plan.stale, serving)))
    return new ResponseError(ErrorCodes.InvalidRequest, serverWord(serving.language(), 'notRenamed'));
  if (plan.move) lookAgain(serving);
  return editOf(plan, texts, workspace, serving);
}

/** Where nobody tells of the file that gets another name, it is looked for when the client has made the edit. */
function lookAgain({ skills, workspaces }: Serving): void {
  if (!skills().watchesFiles) setTimeout(() => void workspaces.reload(), lookAgainMs).unref();
}

function renamableIn({ text, file, workspace }: ServedText, offset: number): ReturnType<typeof renamableAt> {
  const place = textPlace(file);
  if (place.kind === 'record' && !workspace.entryOf(file)) return undefined;
  return renamableAt(text, offset, place, renameInput(workspace));
}

function renameInput(workspace: ServedWorkspace): RenameInput {
  return { ...workspace.input(), configFiles: workspace.configFiles() };
}

function refused(refusal: RenameRefusal, { language }: Serving): ResponseError {
  return new ResponseError(ErrorCodes.InvalidRequest, renameRefusalText(refusal, language()));
}

/** Asks about approvals and agreements that do not hold any more afterwards. Where nobody can be asked the answer is no. */
async function isWanted(stale: readonly StaleWord[], { connection, language }: Serving): Promise<boolean> {
  const listed = stale.map(({ id, sentence }) => `${id}: ${sentence[language()]}`).join('\n');
  const [yes, no] = [serverWord(language(), 'renameAnyway'), serverWord(language(), 'cancel')];
  const question = `${serverWord(language(), 'stale')}\n${listed}`;
  const chosen = await connection.window
    .showWarningMessage(question, { title: yes }, { title: no })
    .catch(() => undefined);
  return chosen?.title === yes;
}

type Planned = Pick<RenamePlan, 'edits'> & Partial<Pick<RenamePlan, 'move'>>;

/** What a client makes of a plan as one edit, which it can undo as one. */
function editOf(
  { edits, move }: Planned,
  texts: ReadonlyMap<string, string>,
  workspace: ServedWorkspace,
  { texts: open, skills }: Serving,
): WorkspaceEdit {
  const uriOf = (file: string): string =>
    open.at(workspace.pathOf(file))?.uri ?? addressOf(workspace.pathOf(file));
  const changed = [...edits].map(([file, own]) => {
    const lines = new LineMap(texts.get(file) ?? '');
    const changes = own.map(
      ({ range, text }): TextEdit => ({ range: protocolRange(lines.rangeAt(range)), newText: text }),
    );
    return { uri: uriOf(file), version: open.at(workspace.pathOf(file))?.document.version ?? null, changes };
  });
  if (!skills().versionedEdits)
    return { changes: Object.fromEntries(changed.map(({ uri, changes }) => [uri, changes])) };
  const documents = changed.map(({ uri, version, changes }): TextDocumentEdit => {
    return { textDocument: { uri, version }, edits: changes };
  });
  const moves = move
    ? [{ kind: 'rename' as const, oldUri: uriOf(move.from), newUri: addressOf(workspace.pathOf(move.to)) }]
    : [];
  return { documentChanges: [...documents, ...moves] };
}

/** Links lead to where they led, wherever files and folders are about to go. */
async function movedFiles({ files }: RenameFilesParams, serving: Serving): Promise<WorkspaceEdit | null> {
  await serving.workspaces.settled();
  for (const workspace of serving.workspaces.all()) {
    const inside = (uri: string): string => workspace.fileOf(pathOf(uri) ?? '') ?? '';
    const moves = files
      .map(({ oldUri, newUri }) => ({ from: inside(oldUri), to: inside(newUri) }))
      .filter(({ from, to }) => from !== '' && to !== '');
    if (moves.length === 0) continue;
    const touched = filesTouchedBy(moves, renameInput(workspace));
    const texts = new Map(
      touched.flatMap((file) => {
        const text = workspace.textOf(file);
        return text === undefined ? [] : [[file, text] as const];
      }),
    );
    return editOf({ edits: planMoves(moves, texts) }, texts, workspace, serving);
  }
  return null;
}
