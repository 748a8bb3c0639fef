import * as vscode from 'vscode';
import type { Adoption, AdoptWishes } from '../../core/adopt/adoption';
import { adoptionLine, leftLines, refusedText } from '../../core/adopt/adoptionText';
import { planAdoption } from '../../core/adopt/planAdoption';
import type { AdoptSource } from '../../core/adopt/readSource';
import { decodeText } from '../../core/model/parse/decodeText';
import { textRange } from '../../core/model/text/range';
import { workspaceEdit } from '../documents/textEdits';
import { language } from '../editorLanguage';
import { NothingChangedError } from '../input/nothingChangedError';
import { showLines } from '../input/showLines';
import { askInSteps } from '../input/steppedInput';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { askBoxes } from './askBoxes';
import { askPlace } from './askPlace';

/** A file that is to become a procedure, in its workspace. */
interface OpenSource {
  readonly session: WorkspaceSession;
  readonly document: vscode.TextDocument;
  readonly source: AdoptSource;
}

/**
 * Makes a procedure of a markdown file: asks which steps get a box and where the procedure goes, says what it will be, and
 * writes it: a new file that opens beside the original, or one edit of the document that is open.
 */
export async function adoptFile(sessions: Sessions, asked: unknown): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const opened = await sourceFor(sessions, asked);
  const given = wishesIn(asked);
  const { session, source } = opened;
  const first = planned(source, given, session);
  const wishes = await askInSteps(vscode.l10n.t('Adopt as procedure'), given, [
    {
      wanted: ({ boxes }) => boxes === undefined && first.boxes.length > 0,
      async ask(state, place) {
        const asked = await askBoxes(place, first);
        return asked && asked !== 'back' ? { value: { ...state, boxes: asked.value } } : asked;
      },
    },
    {
      wanted: ({ inPlace }) => inPlace === undefined,
      async ask(state, place) {
        const fresh = planned(source, state, session);
        const asked = await askPlace(place, fresh, inPlaceOf(opened, state));
        return asked && asked !== 'back' ? { value: { ...state, inPlace: asked.value } } : asked;
      },
    },
  ]);
  if (!wishes) return undefined;
  const { inPlace } = wishes;
  const adoption = inPlace ? inPlaceOf(opened, wishes) : planned(source, wishes, session);
  if (!adoption) return undefined;
  const uri = await (inPlace ? edit(opened, adoption) : create(session, adoption));
  tell(adoption);
  return uri;
}

async function sourceFor(sessions: Sessions, asked: unknown): Promise<OpenSource> {
  const named = isWords(asked) && 'file' in asked ? asked.file : asked;
  const uri = sessions.uriFor(named) ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && sessions.sessionOf(uri);
  if (!place) throw new NothingChangedError(vscode.l10n.t('no file of a workspace is open'));
  await place.session.loaded();
  const document = await vscode.workspace.openTextDocument(uri);
  // What is adopted is what the editor shows, with the line breaks that the file has.
  if (document.isDirty && !(await document.save()))
    throw new NothingChangedError(vscode.l10n.t('{0} cannot be saved', place.file));
  const { text, options } = decodeText(await vscode.workspace.fs.readFile(uri));
  if (options.invalidAt !== undefined || options.cutFrom !== undefined || text.includes('\0'))
    throw new NothingChangedError(
      vscode.l10n.t('{0} is no text in UTF-8 of at most one megabyte', place.file),
    );
  return { session: place.session, document, source: { file: place.file, text } };
}

/** What a call gives, so that it is not asked for. */
function wishesIn(asked: unknown): AdoptWishes {
  if (!isWords(asked)) return {};
  const { boxes, inPlace } = { boxes: undefined, inPlace: undefined, ...asked };
  return {
    ...(typeof boxes === 'boolean' ? { boxes } : {}),
    ...(typeof inPlace === 'boolean' ? { inPlace } : {}),
  };
}

function isWords(asked: unknown): asked is object {
  return typeof asked === 'object' && asked !== null && !(asked instanceof vscode.Uri);
}

/** The new file that a source becomes. */
function planned(source: AdoptSource, wishes: AdoptWishes, session: WorkspaceSession): Adoption {
  const plan = planAdoption(source, { ...wishes, inPlace: wishes.inPlace ?? false }, session.input());
  if ('refused' in plan) throw new NothingChangedError(refusedText(source.file, plan, language));
  return plan;
}

/** The same in place, by the text as the editor holds it; undefined where that cannot be. */
function inPlaceOf({ session, source, document }: OpenSource, wishes: AdoptWishes): Adoption | undefined {
  const shown = { file: source.file, text: document.getText() };
  const plan = planAdoption(shown, { ...wishes, inPlace: true }, session.input());
  return 'refused' in plan ? undefined : plan;
}

async function edit({ document }: OpenSource, { edits }: Adoption): Promise<vscode.Uri> {
  if (!(await vscode.workspace.applyEdit(workspaceEdit([{ document, edits }]))))
    throw new NothingChangedError(vscode.l10n.t('the file changed meanwhile'));
  await vscode.window.showTextDocument(document);
  return document.uri;
}

async function create(
  session: WorkspaceSession,
  { file, text, before, edits }: Adoption,
): Promise<vscode.Uri> {
  const uri = session.uriOf(file);
  if (before === undefined) {
    const change = new vscode.WorkspaceEdit();
    change.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: Buffer.from(text) });
    if (!(await vscode.workspace.applyEdit(change)))
      throw new NothingChangedError(vscode.l10n.t('{0} cannot be made; is it there already?', file));
    // Known at once, so that the next one gets another id.
    session.updateText(file, text);
  }
  const document = await vscode.workspace.openTextDocument(uri);
  if (before !== undefined) {
    // The editor's text has no byte order mark.
    const by = before.length - before.replace(/^\uFEFF/, '').length;
    const shown = edits.map(({ range, text: now }) => ({
      range: textRange(range.start - by, range.end - by),
      text: now,
    }));
    await vscode.workspace.applyEdit(workspaceEdit([{ document, edits: shown }]));
  }
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
  return uri;
}

/** Says what was made, and lists on demand what has no place in it. */
function tell(adoption: Adoption): void {
  const left = leftLines(adoption, language);
  const line = adoptionLine(adoption, language);
  if (left.length === 0) {
    // The new file is open already.
    vscode.window.setStatusBarMessage(`$(check) ${line}`, 6000);
    return;
  }
  const show = vscode.l10n.t('Worth a Look');
  void vscode.window.showInformationMessage(line, show).then((answer) => {
    if (answer === show) void showLines(line, left.slice(0, 30));
  });
}
