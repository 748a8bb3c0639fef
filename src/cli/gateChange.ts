import { join } from 'node:path';
import { calendarFor } from '../core/calendar/calendarFor';
import { customerKeyOf } from '../core/config/workspaceConfig';
import { type GateReason, gateReason, isInWindow, isReady, judgeChange } from '../core/gate/judgeChange';
import type { IndexEntry } from '../core/index/indexEntry';
import type { IndexKeys } from '../core/index/indexKeys';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { Language } from '../core/model/text/localized';
import { isoWithOffset } from '../core/model/time/formatMoment';
import type { GateReport } from '../core/report/gateReport';
import type { MoveInput } from '../core/workflow/advance';
import { isOpen } from '../core/workflow/stages';
import {
  askGit,
  inputOf,
  type LoadedWorkspace,
  type LoadOptions,
  loadWorkspace,
} from '../node/checkWorkspace';
import { loadConfig } from '../node/loadConfig';
import { readText } from '../node/readText';
import { type Call, say } from './command';
import type { GateTarget } from './gateTarget';
import { type ExitCode, UsageError } from './io';
import { colorsFor } from './prettyFindings';
import { insideOf, shownPath } from './selection';
import { unreadSentence } from './tellUnreadable';
import { lineOf } from './terminalText';

/** No pipeline needs more of those that are not in their window. */
const mostShown = 10;

/** A change that a call may be about, by its file. */
type Candidate = readonly [file: string, keys: IndexKeys];

type JudgedChange = GateReport['changes'][number];

/**
 * Says whether the changes that a call is about may be deployed now.
 *
 * @param walked what a walk through the workspace finds, where one has begun
 */
export async function gateChange(
  call: Call,
  target: GateTarget | undefined,
  walked: LoadOptions['walked'],
): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  if (!target) throw new UsageError(say(call.language(undefined), 'gateTarget'));
  const { root, asked, path } = target;
  const zone = call.hasLocalNow() ? loadConfig(root).config.data.timezone : undefined;
  // git is asked about the changes that are judged alone.
  const workspace = await loadWorkspace(root, { now: call.now(zone), git: false, few: true, walked });
  const language = call.language(workspace.config.config.data.language);
  const file = path === undefined ? undefined : insideOf(root, path);
  const files = judgedOf(candidates(call, workspace, target.named, file), workspace.now);
  const entries = files.flatMap((name) => workspace.index.entry(name) ?? []);
  const git = await askGit(root, entries);
  const textOf = (name: string) => readText(join(root, name), root).text;
  const input: MoveInput = { ...inputOf(workspace), git, textOf };
  const changes = entries.map((entry) => judged(call, workspace, entry, input, language));
  const unread = workspace.unreadable.map(({ path: place, code }) => {
    const message = unreadSentence(shownPath(call.io.cwd, root, place), code, language);
    return { code: 'unread' as const, message };
  });
  const report: GateReport = {
    version: 1,
    allowed: changes.length > 0 && unread.length === 0 && changes.every(({ allowed }) => allowed),
    now: isoWithOffset(workspace.now, workspace.config.config.data.timezone ?? 'UTC'),
    reasons: [
      ...(changes.length > 0 ? [] : [gateReason('noChange', language, { asked: asked.join(', ') })]),
      ...unread,
    ],
    changes,
  };
  if (format === 'json') call.io.out(`${JSON.stringify(report, undefined, 2)}\n`);
  else print(call, report, language);
  return report.allowed ? 0 : unread.length > 0 ? 2 : 1;
}

/** The changes that a call is about: the one that it names, or the open ones of a tag or environment. */
function candidates(
  call: Call,
  { index, config }: LoadedWorkspace,
  target: string | undefined,
  file: string | undefined,
): Candidate[] {
  const [tag, environment, customer] = [call.text('tag'), call.text('environment'), call.text('customer')];
  const key = customerKeyOf(config.config, customer) ?? customer?.toLowerCase();
  const fits = ({ change, stage }: IndexKeys): boolean => {
    if (!change || (target === undefined && !isOpen(stage))) return false;
    const { release, environments } = change;
    if (tag !== undefined && tag !== (release?.tag ?? tagOf(release?.version, tag))) return false;
    if (key !== undefined && change.customer !== key) return false;
    const wanted = environment?.toLowerCase();
    return wanted === undefined || environments.some((name) => name.toLowerCase() === wanted);
  };
  if (target === undefined) return [...index.allKeys()].filter(([, keys]) => fits(keys));
  const only = file === undefined ? index.byId(target) : index.entry(file);
  return only && fits(only.summary) ? [[only.file, only.summary]] : [];
}

/** The tag of a release that names its version alone. */
function tagOf(version: string | undefined, asked: string): string | undefined {
  return version && asked.startsWith('v') ? `v${version}` : version;
}

/** The files of those that are on now; where none is, of the nearest, so that it can be said what is missing. */
function judgedOf(candidates: readonly Candidate[], now: number): string[] {
  const on = candidates.filter(([, keys]) => isReady(keys) && isInWindow(keys, now));
  const distance = ([, { change }]: Candidate): number =>
    Math.abs((change?.start ?? Number.POSITIVE_INFINITY) - now);
  const nearest = [...candidates].sort((a, b) => distance(a) - distance(b) || (a[0] < b[0] ? -1 : 1));
  return (on.length > 0 ? on : nearest.slice(0, mostShown)).map(([file]) => file);
}

function judged(
  call: Call,
  { root, config }: LoadedWorkspace,
  entry: IndexEntry,
  input: MoveInput,
  language: Language,
): JudgedChange {
  const { file, summary } = entry;
  const path = join(root, file);
  const { text, options } = readText(path, root);
  const record = parseRecord(text, { ...options, expected: true });
  const against =
    record?.type === 'change'
      ? judgeChange(record, entry, input, language)
      : [gateReason('unreadable', language)];
  const isForgiven = ({ code }: GateReason): boolean => code === 'unverified' && call.has('allow-unverified');
  const reasons = against.filter((reason) => !isForgiven(reason));
  const unverified = against.filter(isForgiven);
  const { start, end } = summary.change ?? {};
  const { zone } = calendarFor(config.config, summary.customer);
  const window =
    start === undefined || end === undefined
      ? null
      : { start: isoWithOffset(start, zone), end: isoWithOffset(end, zone) };
  return {
    id: summary.id ?? null,
    file: shownPath(call.io.cwd, root, file),
    ...{ title: summary.title, status: summary.status, window },
    allowed: reasons.length === 0,
    reasons: reasons.map((reason) => ({ ...reason })),
    unverified: unverified.map((reason) => ({ ...reason })),
  };
}

function print(call: Call, { changes, reasons }: GateReport, language: Language): void {
  const colors = colorsFor(call.io);
  const line = (text: string): void => call.io.out(lineOf(text));
  for (const { message } of reasons) line(message);
  for (const { id, file, title, allowed, reasons: own, unverified } of changes) {
    const verdict = say(language, allowed ? 'gateOpen' : 'gateShut');
    const word = allowed ? colors.green(verdict) : colors.red(verdict);
    line(`${colors.bold(id ?? file)}  ${word}  ${title}`);
    for (const { rule, message } of own) line(`  - ${message}${rule ? ` (${rule})` : ''}`);
    for (const { message } of unverified) line(`  - ${say(language, 'gateUnverified', { message })}`);
  }
}
