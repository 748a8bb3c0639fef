import * as vscode from 'vscode';
import { configTypeOf } from '../../core/config/configFiles';
import { customerKey } from '../../core/config/customerKey';
import { textPlace } from '../../core/language/mentions/textPlace';
import type { FileMove } from '../../core/language/rename/movedFile';
import { newNameFault } from '../../core/language/rename/newNameFault';
import { planRename, type RenamePlan } from '../../core/language/rename/planRename';
import { type Renamable, type RenameInput, renamableAt } from '../../core/language/rename/renamable';
import {
  type RenameRefusal,
  renameRefusal,
  renameRefusalText,
} from '../../core/language/rename/renameRefusals';
import { beginsRecord } from '../../core/language/yamlPart';
import { LineMap } from '../../core/model/text/lineMap';
import { documentRange } from '../documents/textEdits';
import { language } from '../editorLanguage';
import { askSure } from '../input/askSure';
import { currentConfigTexts } from '../session/checkConfig';
import type { WorkspaceSession } from '../session/workspaceSession';
import { withPlurals } from '../withPlurals';
import type { AskedPlace } from './definitionsAt';
import { namingTexts } from './namingTexts';
import type { OwnMove } from './ownMove';
import { toRange } from './toDiagnostic';

/** What can be renamed at a place, and where. */
interface RenamablePlace extends Renamable {
  readonly session: WorkspaceSession;
  readonly file: string;
}

/** What is shown in the box of a rename; undefined where the editor has a renaming of its own. Throws a sentence. */
export async function renameBoxAt(
  asked: AskedPlace,
): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
  const place = await renamablePlace(asked);
  return place && { range: documentRange(asked.document, place.range), placeholder: place.placeholder };
}

/**
 * The edits of a rename: all texts, and the file that is called so, to be applied and undone as one. What it makes stale is
 * asked about first.
 */
export async function renameEditAt(
  asked: AskedPlace,
  name: string,
  ownMove: OwnMove,
): Promise<vscode.WorkspaceEdit | undefined> {
  ownMove.forget();
  const place = await renamablePlace(asked);
  if (!place) return undefined;
  const { session, file, mention } = place;
  const input = renameInput(session);
  const taken = mention.kind === 'record' ? await idsElsewhere(session, input) : undefined;
  const fault = newNameFault(mention, name, input, taken);
  if (fault) return refusedEdit(asked, fault);
  const texts = await namingTexts(session, mention, asked.token);
  if (asked.token.isCancellationRequested) return undefined;
  const plan = planRename({ mention, name, file }, texts, input);
  if ('refusal' in plan) return refusedEdit(asked, plan.refusal);
  if (!(await isMeant(plan))) return new vscode.WorkspaceEdit();
  const edit = new vscode.WorkspaceEdit();
  if (plan.move) {
    const [from, to] = [session.uriOf(plan.move.from), session.uriOf(plan.move.to)];
    // First: an edited file that moves afterwards would be left unsaved under its new name.
    edit.renameFile(from, to);
    ownMove.plan(from, to);
  }
  addEdits(edit, session, plan, texts);
  return edit;
}

/** Ids that records of other branches have. */
async function idsElsewhere(
  { backend }: WorkspaceSession,
  { index }: RenameInput,
): Promise<ReadonlySet<string> | undefined> {
  return backend.idsElsewhere?.(new Set([...index.allKeys()].map(([file]) => file)));
}

/** Everything that plans of renames ask of a workspace. */
export function renameInput(session: WorkspaceSession): RenameInput {
  return { ...session.input(), configFiles: currentConfigTexts(session.backend).map(({ file }) => file) };
}

/** Adds the edits of a plan, in the texts that they were planned for: of a file that has moved under its new name. */
export function addEdits(
  whole: vscode.WorkspaceEdit,
  session: WorkspaceSession,
  { edits, move }: Pick<RenamePlan, 'edits'> & { readonly move?: FileMove | undefined },
  texts: ReadonlyMap<string, string>,
): void {
  for (const [file, own] of edits) {
    const lines = new LineMap(texts.get(file) ?? '');
    const uri = session.uriOf(file === move?.from ? move.to : file);
    for (const { range, text } of own) whole.replace(uri, toRange(lines.rangeAt(range)), text);
  }
}

/** The edits that take along a customer's key when its file gets another name; none for any other file. */
export async function customerMoveEdits(
  session: WorkspaceSession,
  { from, to }: FileMove,
  token: vscode.CancellationToken,
) {
  if (configTypeOf(from) !== 'customer' || configTypeOf(to) !== 'customer') return undefined;
  const key = customerKey(from);
  const mention = { kind: 'customer', key, scope: '', written: key } as const;
  const place = { range: { start: 0, end: 0 }, defines: false, style: 'yaml', quote: '' } as const;
  const texts = await namingTexts(session, mention, token);
  const wish = { mention: { ...mention, ...place }, name: customerKey(to), file: from };
  const plan = planRename(wish, texts, renameInput(session));
  return 'refusal' in plan ? undefined : { plan, texts };
}

async function renamablePlace({
  sessions,
  document,
  position,
}: AskedPlace): Promise<RenamablePlace | undefined> {
  const { session, file } = sessions.sessionOf(document.uri) ?? {};
  const text = document.getText();
  if (!session || file === undefined) {
    const isFile = document.uri.scheme === 'file' && document.languageId === 'markdown';
    if (isFile && beginsRecord(text))
      throw refused(renameRefusal('otherWorkspace', { file: document.uri.fsPath }));
    return undefined;
  }
  await session.loaded();
  const place = textPlace(file);
  if (place.kind === 'record' && !session.entryOf(file)) return undefined;
  const found = renamableAt(text, document.offsetAt(position), place, renameInput(session));
  if (found && 'refusal' in found) throw refused(found.refusal);
  return found && { ...found, session, file };
}

/** Editors show the message of an error beside the caret. */
function refused(refusal: RenameRefusal): Error {
  return new Error(renameRefusalText(refusal, language));
}

/**
 * An edit that changes nothing, where another renaming would take over what is refused here: that of headings and links in
 * markdown. Elsewhere throws the sentence.
 */
function refusedEdit({ document, position }: AskedPlace, refusal: RenameRefusal): vscode.WorkspaceEdit {
  if (!/^ {0,3}#|\]\(|\]:/.test(document.lineAt(position.line).text)) throw refused(refusal);
  void vscode.window.showErrorMessage(renameRefusalText(refusal, language));
  return new vscode.WorkspaceEdit();
}

/** So many sentences are read before an answer. */
const mostSentences = 12;

/** Whether a rename is wanted although it makes void what people said. */
async function isMeant({ stale, kept }: RenamePlan): Promise<boolean> {
  if (stale.length === 0 && kept === 0) return true;
  const lines = stale.map(({ id, sentence }) => `${id}: ${sentence[language]}`);
  const more = lines.length - mostSentences;
  const detail = [
    ...lines.slice(0, mostSentences),
    ...(more > 0 ? [withPlurals(vscode.l10n.t('and {0} {0|more|more}'), more)] : []),
    ...(kept > 0
      ? [
          withPlurals(
            vscode.l10n.t(
              '{0} {0|place keeps|places keep} the old name: what people decided under it, and ticked steps, which commits know by their text.',
            ),
            kept,
          ),
        ]
      : []),
  ];
  const question =
    stale.length > 0
      ? withPlurals(
          vscode.l10n.t('Rename, although {0} {0|approval|approvals} will not hold any more?'),
          stale.length,
        )
      : vscode.l10n.t('Rename, although not everything gets the new name?');
  return askSure(question, vscode.l10n.t('Rename'), detail);
}
