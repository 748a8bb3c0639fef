import { dirname } from 'node:path';
import { approvalChange } from '../../core/actions/approvalChange';
import type { RecordAction } from '../../core/actions/recordAction';
import type { Decision } from '../../core/actions/voidApproval';
import { configuredRoles, zoneOf } from '../../core/config/workspaceConfig';
import { isVoidApproval } from '../../core/index/approvalFacts';
import { roleChoice } from '../../core/model/vocabulary/choices';
import { roleNamed } from '../../core/model/vocabulary/roleNamed';
import { choiceNames } from '../../core/model/vocabulary/vocabulary';
import type { ApproveReport } from '../../core/report/approveReport';
import { ownIdentity } from '../../node/commit/identity';
import { type Call, type Command, say, wrongCall, wrongValue } from '../support/command';
import { type ActionAnswer, commitAction, printAction } from '../support/commitAction';
import { type ExitCode, UsageError } from '../support/io';
import { type NamedRecord, namedRecord } from '../support/namedRecord';
import { shownPath } from '../support/selection';
import {
  answerFormatOption,
  dryRunOption,
  flagOption,
  nowOption,
  pushOption,
  textOption,
} from '../support/usualOptions';

/** `changebook approve`: decides on a change in a role, as one commit. */
export const approve: Command = {
  name: 'approve',
  usage: 'changebook approve <id|file> --role ROLE',
  summary: {
    en: 'Approves or denies a change in a role, bound to what it says, as one commit.',
    es: 'Aprueba o deniega un cambio en un rol, ligado a lo que dice, con un commit.',
  },
  options: {
    role: textOption('ROLE', 'the role that decides', 'el rol que decide'),
    deny: flagOption('deny instead of approving', 'denegar en vez de aprobar'),
    by: textOption('NAME', 'who decides; git’s own name by default', 'quién decide; por defecto, el de git'),
    push: pushOption,
    'dry-run': dryRunOption,
    format: answerFormatOption,
    now: nowOption,
  },
  acts: true,
  examples: [
    'changebook approve CHG-2026-0042 --role operations',
    'changebook approve CHG-2026-0042 --role peer --deny',
  ],
  run: approveChange,
};

/** Takes the decision that a call asks for, as one commit, or says why not. */
async function approveChange(call: Call): Promise<ExitCode> {
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
  const { config } = workspace.config;
  const action: RecordAction = {
    change: approvalChange(decision, { file: entry.file, config }),
    parts: { action: decision.decision === 'approved' ? 'approve' : 'deny', role: decision.role },
  };
  const already = say(language, 'decidedAlready');
  const answer = await commitAction(call, named, action, { already });
  const report: ApproveReport = { ...about, ...answer, outcome: withoutEdit(answer.outcome) };
  return printAction(call, report);
}

/** A decision is never written without a commit. */
function withoutEdit(outcome: ActionAnswer['outcome']): ApproveReport['outcome'] {
  return outcome === 'edited' ? 'failed' : outcome;
}

async function decisionOf(call: Call, { workspace, path, entry, language }: NamedRecord): Promise<Decision> {
  const { config } = workspace.config;
  const written = call.text('role') ?? '';
  const known = [...Object.keys(roleChoice.choices), ...configuredRoles(config)];
  const role = known.find((name) => name === roleNamed(written));
  if (!role) {
    const expected = choiceNames(roleChoice.choices, known);
    if (written.trim() !== '') throw wrongValue('role', written, expected);
    throw wrongCall('whichRole', { 'expected.en': expected.en, 'expected.es': expected.es });
  }
  const committer = await ownIdentity(dirname(path));
  const by = call.text('by') ?? (committer && config.people.nameOf(committer));
  if (!by) throw new UsageError(say(language, 'whoDecides'));
  const zone = zoneOf(config, entry.summary.customer) ?? 'UTC';
  const decision = call.has('deny') ? 'denied' : 'approved';
  const anew = isVoidApproval(role, entry, { config, git: workspace.git });
  return { role, by, at: workspace.now, zone, decision, anew, committer };
}
