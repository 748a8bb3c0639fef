import * as vscode from 'vscode';
import { approvalChange } from '../../core/actions/approvalChange';
import { neededRoles } from '../../core/approvals/neededRoles';
import { zoneFor } from '../../core/config/recordZone';
import { isVoidApproval } from '../../core/index/approvalFacts';
import { latestApprovals } from '../../core/model/parse/latestApprovals';
import { languageOf } from '../../core/model/text/localized';
import { decisionChoice, roleChoice } from '../../core/model/vocabulary/choices';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import { riskOf } from '../../core/risk/riskOf';
import { riskText } from '../../core/risk/riskText';
import { changeFor, type EditableChange } from '../documents/editableRecord';
import type { ActionResult } from '../git/commitInEditor';
import { commitAction, nameOf } from '../git/recordAction';
import { askWords, type WordQuestion } from '../input/askWords';
import { saidWords } from '../input/saidWords';
import type { Choice } from '../input/steppedInput';
import type { Sessions } from '../session/sessions';

/** `Changebook: Approve…`: decides on a change in a role, bound by a digest to what it says, as one commit. */
export async function approve(
  sessions: Sessions,
  asked: unknown,
  more: unknown,
): Promise<ActionResult | undefined> {
  const said = saidWords(asked, more);
  const target = await changeFor(sessions, said.record);
  if (!target) return undefined;
  const committer = await target.session.git.ownIdentity();
  const { people } = target.session.input().config;
  const guess = said.text('by') ?? (committer ? people.nameOf(committer) : '');
  const words = await askWords(vscode.l10n.t('Decision on {0}', nameOf(target)), said, [
    rolesOf(target),
    {
      name: 'decision',
      prompt: vscode.l10n.t('How do you decide?'),
      choices: decisions(),
      guess: 'approved',
    },
    { name: 'by', prompt: vscode.l10n.t('Who decides?'), guess },
  ]);
  if (!words) return undefined;
  const { role = '', by = '' } = words;
  const decision = words.decision === 'denied' ? 'denied' : 'approved';
  const { config, git, index, now } = target.session.input();
  const zone = zoneFor(target.record, config);
  const entry = index.entry(target.file);
  const anew = entry !== undefined && isVoidApproval(role, entry, { config, git });
  const change = approvalChange(
    { role, by, at: now, zone, decision, anew, committer },
    { file: target.file, config },
  );
  const action = decision === 'approved' ? 'approve' : 'deny';
  return commitAction(
    target,
    { change, parts: { action, role } },
    { already: vscode.l10n.t('{0} has decided so already.', by) },
  );
}

/** The roles that the change needs, those that have not decided yet first; the risk says why so many. */
function rolesOf(target: EditableChange): WordQuestion {
  const language = languageOf(vscode.env.language);
  const { config, index, now } = target.session.input();
  const facts = index.entry(target.file)?.summary.change;
  const risk = facts && riskOf(facts, target.file, index, (moment) => moment <= now);
  const roles = facts && risk ? neededRoles(facts, risk.level, config) : Object.keys(roleChoice.choices);
  const decided = new Map(
    latestApprovals(target.record.data.approvals, zoneFor(target.record, config)).map(
      ({ role, by, decision }) => [role, `${decision} · ${by}`],
    ),
  );
  const choices = roles.map((role) => ({
    label: choiceIn(language, roleChoice.choices, role),
    description: decided.get(role) ?? '',
    value: role,
  }));
  choices.sort((a, b) => Number(decided.has(a.value)) - Number(decided.has(b.value)));
  const prompt = risk
    ? vscode.l10n.t('In which role? Risk: {0}', riskText(risk, language))
    : vscode.l10n.t('In which role?');
  return { name: 'role', prompt, choices };
}

function decisions(): Choice<string>[] {
  const language = languageOf(vscode.env.language);
  return (['approved', 'denied'] as const).map((value) => ({
    label: choiceIn(language, decisionChoice.choices, value),
    value,
  }));
}
