import * as vscode from 'vscode';
import { faultText } from '../../core/actions/commitFaults';
import { refusalText } from '../../core/actions/refusals';
import type { SameIdPlan } from '../../node/sameId/planSameId';
import { type EditableRecord, openToAct } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import type { CommandArguments } from '../input/commandArguments';
import { pickOne } from '../input/pickOne';
import { tellUnseen } from '../newChange/planInSession';
import type { Sessions } from '../session/sessions';
import type { ActionResult } from './commitInEditor';
import { tell } from './faultOffers';
import { mustReachGit } from './mustReachGit';
import { runAction } from './recordAction';

/**
 * Gives the later of the records that share an id the next free one, as one commit. Where it cannot be told which came
 * later the user picks it, and approvals that become void are asked about.
 *
 * @param isSure asks whether it is meant all the same
 */
export async function setNextId(
  sessions: Sessions,
  { session, file }: EditableRecord,
  args: CommandArguments,
  isSure: (message: string) => Promise<boolean>,
): Promise<ActionResult | undefined> {
  mustReachGit(session);
  // Loaded only now: few records ever need it.
  const { planSameId } = await import('../../node/sameId/planSameId');
  const plan = (named: string | undefined, sure: boolean): Promise<SameIdPlan> => {
    const own = new Set([...session.records()].map((record) => record.file));
    const about = { root: session.root, input: session.input(), own, sure };
    return planSameId({ ...about, file: named ?? file, named: named !== undefined });
  };
  const sure = args.text('yes') !== undefined;
  let found = await plan(undefined, sure);
  if (codeOf(found) === 'whichIsLater') {
    const id = session.entryOf(file)?.summary.id ?? '';
    const items = session
      .input()
      .index.filesWithId(id)
      .map((label) => ({ label }));
    const title = vscode.l10n.t('Which record gets the next free id?');
    const picked = await pickOne(items, title, { title, more: 0 });
    if (!picked) return undefined;
    found = await plan(picked.label, sure);
  }
  if (codeOf(found) === 'makesVoid') {
    if (!(await isSure(messageOf(found)))) return undefined;
    found = await plan(found.file, true);
  }
  const { planned, unsure, elsewhere } = found;
  if ('refusal' in planned) return refused(planned.refusal.code, messageOf(found));
  const target = await openToAct(sessions, session.uriOf(found.file));
  if (!target) return undefined;
  // Its file goes, and nobody could save them any more.
  if (target.document.isDirty) {
    const fault = { code: 'moveEdited', args: { file: found.file } } as const;
    return refused(fault.code, faultText(fault, language, undefined, 'editor'));
  }
  const wasShown = vscode.window.visibleTextEditors.some(({ document }) => document === target.document);
  const result = await runAction(target, planned);
  if (result?.outcome !== 'committed') return result;
  if (elsewhere && !elsewhere.complete) tellUnseen(planned.id);
  if (planned.file !== found.file)
    await followFile(target.document.uri, session.uriOf(planned.file), wasShown);
  if (unsure.length > 0) void tellUnsure(unsure);
  return result;
}

function codeOf({ planned }: SameIdPlan): string | undefined {
  return 'refusal' in planned ? planned.refusal.code : undefined;
}

function messageOf({ planned }: SameIdPlan): string {
  return 'refusal' in planned ? refusalText(planned.refusal, language, undefined, 'editor') : '';
}

function refused(code: string, message: string): ActionResult {
  void tell('warning', message, []);
  return { outcome: 'refused', code, message };
}

/** Closes what shows the file under its old name, and shows it under the new one. */
async function followFile(old: vscode.Uri, now: vscode.Uri, show: boolean): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const gone = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === old.toString(),
  );
  await vscode.window.tabGroups.close(gone, true);
  if (show) await vscode.window.showTextDocument(now);
}

async function tellUnsure(unsure: SameIdPlan['unsure']): Promise<void> {
  const places = unsure.slice(0, 5).map(({ file, line }) => `${file}:${line}`);
  const more = unsure.length > places.length ? ['…'] : [];
  const message = vscode.l10n.t(
    'These lines may mean either record and stay as they are: {0}',
    [...places, ...more].join(', '),
  );
  await tell('warning', message, []);
}
