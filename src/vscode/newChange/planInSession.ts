import * as vscode from 'vscode';
import type { NewChangeInput } from '../../core/create/newChangeInput';
import { type NewChangePlan, planNewChange } from '../../core/create/planNewChange';
import { idsElsewhere } from '../../node/idsElsewhere';
import type { WorkspaceSession } from '../session/workspaceSession';

/** Plans a new change, by an id that no other branch has either; where not all were looked at, it says so. */
export async function planInSession(
  wishes: NewChangeInput,
  session: WorkspaceSession,
): Promise<NewChangePlan> {
  const own = new Set([...session.records()].map(({ file }) => file));
  const elsewhere = await idsElsewhere(session.root, own);
  const plan = planNewChange(wishes, { ...session.input(), elsewhere });
  if (plan.ok && !elsewhere.complete) tellUnseen(plan.change.id);
  return plan;
}

/** Says that not all branches were looked at for a new id. */
export function tellUnseen(id: string): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Looking through all branches and work trees for ids in use would take too long; {0} may be taken there.',
      id,
    ),
  );
}
