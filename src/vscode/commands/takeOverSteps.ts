import * as vscode from 'vscode';
import { type Refusal, refusalText } from '../../core/actions/refusals';
import type { SourceProcedure } from '../../core/procedure/takenSections';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { outlookLines, staleLines } from '../../core/update/outlookText';
import { planUpdate, type UpdatePlan } from '../../core/update/planUpdate';
import type { CountingSide, UpdateConflict } from '../../core/update/takeOver';
import { referenceTo } from '../../core/update/updatedText';
import type { ProcedureVersions } from '../../core/update/updateSides';
import {
  changeFor,
  type EditableChange,
  type EditableRecord,
  isChange,
  openRecord,
  openToAct,
  recordFor,
} from '../documents/editableRecord';
import { language } from '../editorLanguage';
import type { ActionResult } from '../git/commitInEditor';
import { tell } from '../git/faultOffers';
import { mustReachGit } from '../git/mustReachGit';
import { actedOn, nameOf, runAction } from '../git/recordAction';
import { askSure } from '../input/askSure';
import { type CommandArguments, commandArguments } from '../input/commandArguments';
import type { Sessions } from '../session/sessions';
import { askConflicts } from '../update/askConflicts';
import { chooseFollowers } from '../update/chooseFollowers';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Take Over New Steps…`: brings what its procedure has by now into an open change, as one commit. What both
 * have changed is asked, and so is whether approvals may become void by it. Called on a procedure it asks into which of its
 * open changes.
 */
export const takeOverSteps: RunCommand = async ({ sessions }, asked, more) => {
  const args = commandArguments(asked, more);
  const named = await recordFor(sessions, args.record);
  if (named?.record.type === 'procedure') return intoFollowers(sessions, named, args);
  const target = await changeFor(sessions, args.record);
  return target && intoChange(sessions, target, args);
};

/** One after the other, each with a commit of its own; what became of each, by its id. */
async function intoFollowers(
  sessions: Sessions,
  procedure: EditableRecord,
  args: CommandArguments,
): Promise<{ readonly [id: string]: ActionResult | undefined } | undefined> {
  const chosen = await chooseFollowers(procedure, args.text('all') !== undefined);
  const results: { [id: string]: ActionResult | undefined } = {};
  for (const uri of chosen ?? []) {
    const target = await openToAct(sessions, uri);
    if (target && isChange(target)) results[nameOf(target)] = await intoChange(sessions, target, args);
  }
  return chosen && results;
}

async function intoChange(
  sessions: Sessions,
  target: EditableChange,
  args: CommandArguments,
): Promise<ActionResult | undefined> {
  const { session } = target;
  mustReachGit(session);
  // Loaded only now: few changes ever need it.
  const { updateVersions } = await import('../../node/updateVersions');
  const current = await procedureFollowed(sessions, target);
  const versions = await updateVersions(session.root, target, current, session.input().config);
  return 'code' in versions ? refused(versions) : takeOver(target, versions, args);
}

/** The procedure that a change follows, as its document stands. */
async function procedureFollowed(
  sessions: Sessions,
  { session, file }: EditableChange,
): Promise<SourceProcedure | undefined> {
  const summary = session.entryOf(file)?.summary;
  const followed = summary && procedureOf(summary, session.input().index);
  const opened = followed && (await openRecord(sessions, session.uriOf(followed.file)));
  return opened?.record.type === 'procedure' ? { file: opened.file, record: opened.record } : undefined;
}

async function takeOver(
  target: EditableChange,
  versions: ProcedureVersions,
  args: CommandArguments,
): Promise<ActionResult | undefined> {
  const title = `${nameOf(target)} → ${referenceTo(versions.to.record)}`;
  const given = args.text('conflicts');
  const answers = new Map<string, CountingSide>();
  const decide = (conflict: UpdateConflict): CountingSide | undefined =>
    given === 'change' || given === 'procedure' ? given : answers.get(JSON.stringify(conflict));
  const plan = (sure: boolean) => planUpdate(actedOn(target), versions, { decide, sure });
  let planned = plan(false);
  while ('outlook' in planned && planned.outlook.conflicts.length > 0) {
    const sides = await askConflicts(title, planned.outlook.conflicts);
    if (!sides) return undefined;
    for (const [conflict, side] of sides) answers.set(JSON.stringify(conflict), side);
    planned = plan(false);
  }
  if (!('outlook' in planned)) return refused(planned.refusal);
  if (planned.outlook.stale.length > 0) {
    if (args.text('yes') === undefined && !(await isSure(title, planned))) return undefined;
    planned = plan(true);
    if (!('outlook' in planned)) return refused(planned.refusal);
  }
  const result = await runAction(target, planned);
  if (result?.outcome === 'committed') tellOutlook(title, planned);
  return result;
}

/** Whether approvals and agreement may become void by it. */
function isSure(title: string, { outlook }: UpdatePlan): Promise<boolean> {
  const against = [...staleLines(outlook, language), ...outlookLines(outlook, language)];
  return askSure(title, vscode.l10n.t('Take over anyway'), against);
}

/** Says what became of the steps, which the record shows as well. */
function tellOutlook(title: string, { outlook }: UpdatePlan): void {
  const lines = outlookLines(outlook, language);
  if (lines.length > 0) vscode.window.setStatusBarMessage(`$(check) ${title}. ${lines.join('. ')}`, 10_000);
}

function refused(refusal: Refusal): ActionResult {
  const message = refusalText(refusal, language, undefined, 'editor');
  void tell('warning', message, []);
  return { outcome: 'refused', code: refusal.code, message };
}
