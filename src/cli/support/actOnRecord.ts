import { dirname } from 'node:path';
import { acceptRiskAction, agreementAction } from '../../core/actions/agreementAction';
import { firstCommit } from '../../core/actions/firstCommit';
import { noticeAction } from '../../core/actions/noticeAction';
import type { RecordAction } from '../../core/actions/recordAction';
import { waiverAction } from '../../core/actions/waiverAction';
import { customerNamed, zoneOf } from '../../core/config/workspaceConfig';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { inBoth, type Localized } from '../../core/model/text/localized';
import { readDate, readDateTime, zoneExists } from '../../core/model/time/dateTime';
import { noticeKindChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed, choiceNames } from '../../core/model/vocabulary/vocabulary';
import { closedNotice } from '../../core/notices/closedNotice';
import type { ActionReport } from '../../core/report/actionReport';
import { isWaivable } from '../../core/rules/applyWaivers';
import { ruleById, rules } from '../../core/rules/registry';
import { findingsOf } from '../../node/checkWorkspace';
import { ownName } from '../../node/commit/identity';
import { readText } from '../../node/readText';
import { type Call, hintFor, momentLike, say, wrongCall, wrongValue } from './command';
import { commitAction, printAction } from './commitAction';
import { type ExitCode, UsageError } from './io';
import { type NamedRecord, namedRecord } from './namedRecord';
import { shownPath } from './selection';

/** Commands that act on one record as a whole. */
export type RecordActionName = 'agree' | 'accept-risk' | 'waive' | 'notify' | 'commit';

/** Does to a record what a call asks for, as one commit, or says why not. */
export async function actOnRecord(call: Call, name: RecordActionName): Promise<ExitCode> {
  const [target = '', object, ...more] = call.paths;
  const further = name === 'waive' ? 'rule' : name === 'notify' ? 'notice' : undefined;
  const tooMany = more.length > 0 || (object !== undefined && !further);
  const named = await namedRecord(call, target === '' || tooMany ? [] : [target], undefined, further);
  const { entry, workspace, language } = named;
  const anyRecord = name === 'waive' || name === 'commit';
  if (!anyRecord && entry.summary.type !== 'change')
    throw new UsageError(say(language, 'notAChange', { id: entry.summary.id ?? entry.file }));
  const action = await actionOf(call, name, named, object);
  const isNew = name === 'commit';
  const already = say(language, isNew ? 'committedAlready' : 'saidAlready');
  const answer = await commitAction(call, named, action, { already, isNew });
  const { parts } = action;
  const report: ActionReport = {
    version: 1,
    id: entry.summary.id ?? null,
    file: shownPath(call.io.cwd, workspace.root, entry.file),
    action: isNew ? 'create' : name,
    by: parts.by ?? null,
    target: parts.start ?? parts.rule ?? parts.notice ?? null,
    reason: parts.reason ?? null,
    commit: null,
    subject: null,
    ...answer,
  };
  return printAction(call, report);
}

async function actionOf(
  call: Call,
  name: RecordActionName,
  named: NamedRecord,
  object: string | undefined,
): Promise<RecordAction> {
  if (name === 'commit') return firstCommit(named.entry.summary.title);
  if (name === 'waive') return waiverOf(call, named, object);
  const zone = zoneFor(named);
  const at = momentAt(call, zone, named.workspace.now);
  if (name === 'agree') {
    const { by, start } = agreedOn(call, named, zone);
    return agreementAction({ by, start, at, zone });
  }
  const by = await whoSays(call, named);
  if (name === 'accept-risk') return acceptRiskAction({ by, reason: reasonOf(call, named), at, zone });
  const kind = choiceNamed(noticeKindChoice.choices, object ?? '');
  if (!kind) throw whichOne(choiceNames(noticeKindChoice.choices), object);
  const { config } = named.workspace.config;
  return noticeAction({ kind, by, at, zone, channel: call.text('channel') }, (change) =>
    closedNotice(change, kind, config),
  );
}

async function waiverOf(call: Call, named: NamedRecord, rule: string | undefined): Promise<RecordAction> {
  const known = rule === undefined ? undefined : ruleById(rule);
  if (!known) throw whichRule(named, rule);
  const until = call.text('until');
  if (until !== undefined && readDate(until))
    throw wrongValue('until', until, { en: 'a day such as 2026-12-31', es: 'un día como 2026-12-31' });
  const reason = reasonOf(call, named);
  return waiverAction({ rule: known.id, by: await whoSays(call, named), reason, until });
}

/** Of the rules that a record breaks, those that somebody may answer for. */
function whichRule({ entry, workspace }: NamedRecord, rule: string | undefined): UsageError {
  const findings = findingsOf(workspace, entry);
  const found = [...new Set(findings.filter((one) => isWaivable(one) && !one.waived).map((one) => one.rule))];
  const expected = inBoth('expected', (language) => found.join(', ') || say(language, 'noWaivable'));
  if (rule === undefined) return wrongCall('whichRule', expected);
  const all = rules.map(({ id }) => id).join(', ');
  return wrongCall('noSuchRule', { rule: rule.slice(0, 60), ...expected, ...hintFor(rule, all) });
}

/** The start of the change and a manager of the customer, unless the call says otherwise. */
function agreedOn(call: Call, { entry, workspace, path, language }: NamedRecord, zone: string) {
  const contacts = customerNamed(workspace.config.config, entry.summary.customer)?.contacts ?? [];
  const by = call.text('by')?.trim() || contacts.find(({ role }) => role === 'manager')?.name;
  if (!by) throw new UsageError(say(language, 'whoAgrees'));
  const record = parseRecord(readText(path, workspace.root).text, { expected: true });
  const own = record?.type === 'change' ? record.data.schedule?.start : undefined;
  const start = call.text('start') ?? own;
  if (!start) throw new UsageError(say(language, 'whichStart'));
  if (!readDateTime(start, zone).ok) throw wrongValue('start', start, momentLike('2026-11-24T22:00+01:00'));
  return { by, start };
}

async function whoSays(call: Call, { path, language }: NamedRecord): Promise<string> {
  const by = call.text('by')?.trim() || (await ownName(dirname(path)));
  if (!by) throw new UsageError(say(language, 'whoDecides'));
  return by;
}

function reasonOf(call: Call, { language }: NamedRecord): string {
  const reason = call.text('reason')?.trim();
  if (!reason) throw new UsageError(say(language, 'sayWhy'));
  return reason;
}

function zoneFor({ workspace, entry }: NamedRecord): string {
  const zone = zoneOf(workspace.config.config, entry.summary.customer);
  return zone !== undefined && zoneExists(zone) ? zone : 'UTC';
}

function momentAt(call: Call, zone: string, now: number): number {
  const written = call.text('at');
  if (written === undefined) return now;
  const read = readDateTime(written, zone);
  if (!read.ok) throw wrongValue('at', written, momentLike('2026-11-24T22:00+01:00'));
  return read.epochMs;
}

function whichOne({ en, es }: Localized, written = ''): UsageError {
  const hint = hintFor(written, { en, es });
  return wrongCall('whichOne', { 'expected.en': en, 'expected.es': es, ...hint });
}
