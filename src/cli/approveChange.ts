import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { approvalChange, type Decision } from '../core/actions/approvalChange';
import { faultText } from '../core/actions/commitFaults';
import { commitMessage } from '../core/actions/commitMessage';
import { refusalText } from '../core/actions/refusals';
import { configuredRoles, zoneOf } from '../core/config/workspaceConfig';
import { fillIn } from '../core/model/text/localized';
import { roleChoice } from '../core/model/vocabulary/choices';
import { choiceNamed } from '../core/model/vocabulary/vocabulary';
import type { ApproveReport } from '../core/report/approveReport';
import { commitRecords } from '../node/commit/commitRecords';
import { ownName } from '../node/commit/identity';
import { shortBranch } from './actOnStep';
import { type Call, say } from './command';
import { type ExitCode, UsageError } from './io';
import { type NamedRecord, namedRecord } from './namedRecord';
import { printPush, pushAfter, pushFailed } from './pushCommits';
import { shownPath } from './selection';
import { texts } from './texts';

/** Takes the decision that a call asks for, as one commit, or says why not. */
export async function approveChange(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const named = await namedRecord(call);
  const { language, workspace, entry } = named;
  if (entry.summary.type !== 'change')
    throw new UsageError(say(language, 'notAChange', { id: entry.summary.id ?? entry.file }));
  const decision = await decisionOf(call, named);
  const about = {
    version: 1 as const,
    id: entry.summary.id ?? null,
    file: shownPath(call.io.cwd, workspace.root, entry.file),
    role: decision.role,
    decision: decision.decision,
    by: decision.by,
    commit: null,
    subject: null,
  };
  const done = await decide(call, named, decision);
  const { timezone } = workspace.config.config.data;
  const push =
    done.outcome === 'committed' ? await pushAfter(call, dirname(named.path), language, timezone) : undefined;
  const report: ApproveReport = { ...about, ...done, ...(push ? { push } : {}) };
  const good = report.outcome !== 'refused' && report.outcome !== 'failed';
  if (format === 'json') call.io.out(`${JSON.stringify(report, undefined, 2)}\n`);
  else if (good) call.io.out(`${report.subject ?? report.id ?? report.file}\n${report.message}\n`);
  else call.io.err(`changebook: ${report.message}\n`);
  if (good && format === 'pretty') printPush(call, report.push);
  if (report.outcome === 'failed' || pushFailed(report.push)) return 2;
  return good ? 0 : 1;
}

async function decisionOf(call: Call, { workspace, path, entry }: NamedRecord): Promise<Decision> {
  const { config } = workspace.config;
  const written = call.text('role') ?? '';
  const known = [...Object.keys(roleChoice.choices), ...configuredRoles(config)];
  const role = choiceNamed(roleChoice.choices, written) ?? known.find((name) => name === written);
  if (!role) {
    const expected = [...new Set(known)].join(', ');
    throw new UsageError(fillIn(texts.badValue.en, { option: 'role', value: written, expected }));
  }
  const by = call.text('by') ?? (await ownName(dirname(path)));
  if (!by) throw new UsageError(say(call.language(config.data.language), 'whoDecides'));
  const zone = zoneOf(config, entry.summary.customer) ?? 'UTC';
  return { role, by, at: workspace.now, zone, decision: call.has('deny') ? 'denied' : 'approved' };
}

type Answer = Pick<ApproveReport, 'outcome' | 'code' | 'message'> & Partial<ApproveReport>;

async function decide(call: Call, named: NamedRecord, decision: Decision): Promise<Answer> {
  const { path, entry, workspace, language } = named;
  const { config } = workspace.config;
  const change = approvalChange(decision, config.people);
  const unchanged = { outcome: 'unchanged', code: null, message: say(language, 'decidedAlready') } as const;
  if (call.has('dry-run')) {
    const plan = change.plan(readFileSync(path, 'utf8'), 'committed');
    if ('refusal' in plan)
      return { outcome: 'refused', code: plan.refusal.code, message: refusalText(plan.refusal, language) };
    if (plan.edits.length === 0) return unchanged;
    return { outcome: 'planned', code: null, message: say(language, 'wouldCommit') };
  }
  const action = decision.decision === 'approved' ? 'approve' : 'deny';
  const record = entry.summary.id ?? entry.file;
  const outcome = await commitRecords({
    files: [{ path, change }],
    message: () => commitMessage({ record, action, role: decision.role }, config.data.language ?? 'en'),
  });
  if (outcome.kind === 'unchanged') return unchanged;
  if (outcome.kind === 'refused')
    return {
      outcome: 'refused',
      code: outcome.refusal.code,
      message: refusalText(outcome.refusal, language),
    };
  if (outcome.kind === 'fault') {
    const message = faultText(outcome.fault, language, outcome.kept);
    return { outcome: 'failed', code: outcome.fault.code, message };
  }
  const { commit, subject, branch } = outcome;
  const args = { commit: commit.slice(0, 9), branch: shortBranch(branch) };
  return { outcome: 'committed', code: null, message: say(language, 'committed', args), commit, subject };
}
