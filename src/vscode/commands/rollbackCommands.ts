import * as vscode from 'vscode';
import { rollBack as rollingBack } from '../../core/actions/rollBack';
import { rollbackObstacle } from '../../core/actions/rollbackPlan';
import { undoRollback as undoing } from '../../core/actions/undoRollback';
import { stateName } from '../../core/model/vocabulary/stateName';
import { withSpaces } from '../../core/model/vocabulary/vocabulary';
import { initialStatus } from '../../core/workflow/stages';
import { changeFor, openToAct } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { actOnRecord } from '../git/actOnRecord';
import { nameOf } from '../git/recordAction';
import { commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import { offerNotice } from '../moves/offerNotice';
import type { RunCommand } from './runCommand';

/** `Changebook: Roll Back…`: the steps of the rollback are the checklist from then on; offers to tell those concerned. */
export const rollBack: RunCommand = async ({ sessions }, asked, more) => {
  const args = commandArguments(asked, more);
  const target = await changeFor(sessions, args.record);
  if (!target) return undefined;
  const { status = initialStatus('change') } = target.record.data;
  if (rollbackObstacle(target.record, target.session.input().config))
    throw new NothingChangedError(
      vscode.l10n.t(
        '{0} is “{1}”, and only what is being deployed or tested is rolled back',
        nameOf(target),
        withSpaces(stateName(status, language)),
      ),
    );
  const result = await actOnRecord(target, rollingBack, args, { orEdit: true });
  const now = result?.outcome === 'committed' && (await openToAct(sessions, target.document.uri));
  // Nobody waits for whether the notice is looked at.
  if (now && now.record.type === 'change') void offerNotice({ ...now, record: now.record }, []);
  return result;
};

/** `Changebook: Undo Rollback`: the deployment goes on where it was. */
export const undoRollback: RunCommand = async ({ sessions }, asked, more) => {
  const args = commandArguments(asked, more);
  const target = await changeFor(sessions, args.record);
  return target && actOnRecord(target, undoing, args, { orEdit: true });
};
