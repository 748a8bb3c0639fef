import { movesOf } from '../actions/moves';
import { type MoveInput, planMove } from '../actions/planMove';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Finding } from '../findings/finding';
import type { IndexEntry } from '../index/indexEntry';
import type { IndexKeys } from '../index/indexKeys';
import { goesBack } from '../model/parse/goesBack';
import type { RecordOf } from '../model/parse/record';
import type { Language } from '../model/text/localized';
import { stateName } from '../model/vocabulary/stateName';
import { standardCover } from '../rules/approval/standardCover';
import { approvalUnverifiable, unverifiable } from '../rules/approval/unverifiable';
import { checkEntry } from '../rules/checkRecord';
import { messageOf } from '../rules/renderFinding';
import { conflict } from '../rules/schedule/conflict';
import { early } from '../rules/schedule/early';
import { waiverUnverified } from '../rules/waiver/unverified';
import { onHold } from '../workflow/workflow';
import { type GateReason, gateReason } from './gateReason';
import { type AskedWindow, windowReasons } from './windowReasons';

/** Whether a change is approved or being deployed. */
export function isReady({ stage, status }: IndexKeys, { stages }: WorkspaceConfig): boolean {
  // A configured state may stand for `on_hold`.
  return (stages.get(status) ?? status) !== onHold && (stage === 'to_be_released' || stage === 'releasing');
}

/**
 * The reasons against deploying a change now: its state, its window, conflicts with other changes, and errors that are
 * not waived, including those that it would have once it is being deployed, such as open steps of its gates. Without a
 * reason it may be deployed.
 *
 * @param asked the phase and the environment that it is about, where the call names them
 */
export function judgeChange(
  record: RecordOf<'change'>,
  entry: IndexEntry,
  input: MoveInput,
  language: Language,
  asked: AskedWindow = {},
): GateReason[] {
  const reasons: GateReason[] = [];
  const { summary } = entry;
  if (!isReady(summary, input.config))
    reasons.push(gateReason('notReady', language, { status: stateName(summary.status, language) }));
  if (goesBack(record.data)) reasons.push(gateReason('goesBack', language));
  reasons.push(...windowReasons(entry, input, language, asked));
  reasons.push(...unverifiedReasons(entry, input, language));
  const findings = findingsAgainst(record, entry, input);
  if (findings === undefined) return [...reasons, gateReason('unreadable', language)];
  const told = new Set<string>();
  for (const finding of findings) {
    // The sentence about the window already says so.
    if (finding.rule === early.id && reasons.some(({ code }) => code === 'notYet' || code === 'phaseNotYet'))
      continue;
    if (finding.rule === approvalUnverifiable.id) continue;
    const message = messageOf(finding, language);
    const code =
      finding.rule === waiverUnverified.id && finding.severity === 'info' ? 'unverified' : 'finding';
    const key = `${finding.rule} ${message}`;
    if (!told.has(key)) reasons.push({ code, rule: finding.rule, message });
    told.add(key);
  }
  return reasons;
}

/** What cannot be verified counts as not approved, whatever the severity of the rule. */
function unverifiedReasons(
  { file, summary }: IndexEntry,
  input: MoveInput,
  language: Language,
): GateReason[] {
  const { git = 'failed', now } = input;
  const rule = approvalUnverifiable.id;
  const cover = standardCover({ ...input, file, summary, hasPassed: (moment) => moment <= now });
  // What the change is approved by is verified where it stands.
  const procedure = cover && !cover.flaw ? cover.procedure : undefined;
  const reports = [
    ...unverifiable(summary, { git, file }),
    ...(procedure ? unverifiable(procedure.summary, { git, file: procedure.file }) : []),
  ];
  return reports.map(({ message: id, args = {}, range }) => {
    const message = messageOf({ rule, severity: 'error', message: id, args, range }, language);
    return { code: 'unverified', rule, message };
  });
}

/** The errors of a change and of its next move; undefined where its front matter cannot be edited. */
function findingsAgainst(
  record: RecordOf<'change'>,
  entry: IndexEntry,
  input: MoveInput,
): readonly Finding[] | undefined {
  // A conflict blocks both changes, even where the other one has to give way.
  const own = checkEntry(entry, input).filter(
    ({ rule, severity }) =>
      severity === 'error' ||
      (rule === conflict.id && severity === 'warning') ||
      // Who gave a waiver cannot be verified yet.
      rule === waiverUnverified.id,
  );
  if (entry.summary.stage !== 'to_be_released') return own;
  const { stages, workflow } = input.config;
  const move = movesOf(record.data, workflow).find(
    ({ to, kind }) => kind === 'forward' && (stages.get(to) ?? to) === 'releasing',
  );
  if (!move) return own;
  const plan = planMove(record, entry.file, move, {}, input);
  return plan.lacks.includes('frontMatter') ? undefined : [...own, ...plan.findings];
}
