import * as vscode from 'vscode';
import { approvalChange } from '../../core/actions/approvalChange';
import { commitMessage } from '../../core/actions/commitMessage';
import { neededRoles } from '../../core/approvals/neededRoles';
import { latestApprovals } from '../../core/model/parse/latestApprovals';
import { languageOf } from '../../core/model/text/localized';
import { decisionChoice, roleChoice } from '../../core/model/vocabulary/choices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import { riskOf } from '../../core/risk/riskOf';
import { riskText } from '../../core/risk/riskText';
import { zoneFor } from '../../core/rules/places';
import { askText } from '../askText';
import { commitInEditor } from '../commitInEditor';
import { changeFor, type EditableChange } from '../editableRecord';
import type { Sessions } from '../sessions';

/** `Changebook: Approve…`: decides on a change in a role, bound by a digest to what it says, as one commit. */
export async function approve(sessions: Sessions, asked: unknown): Promise<void> {
  const target = await changeFor(sessions, asked);
  const role = target && (await pickRole(target));
  const decision = role && (await pickDecision());
  if (!target || !role || !decision) return;
  const by = await askName(target);
  if (!by) return;
  const { config, now } = target.session.input();
  const zone = zoneFor(target.record, config);
  const record = target.record.data.id ?? target.file;
  const action = decision === 'approved' ? 'approve' : 'deny';
  const path = target.document.uri.fsPath;
  const ended = await commitInEditor(
    {
      files: [{ path, change: approvalChange({ role, by, at: now, zone, decision }, config.people) }],
      message: () => commitMessage({ record, action, role }, config.data.language ?? 'en'),
    },
    vscode.l10n.t('{0} has decided so already.', by),
  );
  if (ended === 'elsewhere')
    throw new Error(vscode.l10n.t('a decision is a commit: commit the record first'));
}

/** The roles that the change needs, those that have not decided yet first. */
async function pickRole(target: EditableChange): Promise<string | undefined> {
  const language = languageOf(vscode.env.language);
  const { config, index, now } = target.session.input();
  const facts = index.entry(target.file)?.summary.change;
  const risk = facts && riskOf(facts, target.file, index, (moment) => moment <= now);
  const roles = facts && risk ? neededRoles(facts, risk.level, config) : Object.keys(roleChoice.choices);
  const decided = new Map(
    latestApprovals(target.record.data.approvals).map(({ role, by, decision }) => [
      role,
      `${decision} · ${by}`,
    ]),
  );
  const items = roles.map((role) => ({
    label: choiceIn(language, roleChoice.choices, role),
    description: decided.get(role) ?? '',
    role,
  }));
  items.sort((a, b) => Number(decided.has(a.role)) - Number(decided.has(b.role)));
  const title = risk ? vscode.l10n.t('Risk: {0}', riskText(risk, language)) : '';
  const placeHolder = vscode.l10n.t('In which role? (1/3)');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.role;
}

async function pickDecision(): Promise<'approved' | 'denied' | undefined> {
  const language = languageOf(vscode.env.language);
  const items = (['approved', 'denied'] as const).map((decision) => ({
    label: choiceIn(language, decisionChoice.choices, decision),
    decision,
  }));
  return (
    await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('How do you decide? (2/3)') })
  )?.decision;
}

/** Whoever git says is at work is offered; another name may be written. */
async function askName(target: EditableChange): Promise<string | undefined> {
  const { ownName } = await import('../../node/commit/identity');
  const value = (await ownName(target.session.root)) ?? '';
  return askText({ prompt: vscode.l10n.t('Who decides? (3/3)'), value });
}
