import { join } from 'node:path';
import type { MoveInput } from '../../core/actions/planMove';
import { calendarFor } from '../../core/config/calendarFor';
import { configFolder, configNames, configTypeOf } from '../../core/config/configFiles';
import { customerKey } from '../../core/config/customerKey';
import { environmentNamed } from '../../core/config/environments';
import { customerKeyFor } from '../../core/config/workspaceConfig';
import { type GateReason, gateReason } from '../../core/gate/gateReason';
import { judgeChange } from '../../core/gate/judgeChange';
import { fitsNames, namedChanges } from '../../core/gate/namedChanges';
import { askedPhase } from '../../core/gate/windowReasons';
import type { IndexEntry } from '../../core/index/indexEntry';
import { hintArgs, nearestId } from '../../core/model/parse/nearest';
import type { Language } from '../../core/model/text/localized';
import { visibleText } from '../../core/model/text/plainName';
import { isoWithOffset } from '../../core/model/time/isoWithOffset';
import type { GateReport } from '../../core/report/gateReport';
import { messageOf } from '../../core/rules/renderFinding';
import { askGit, inputOf, type LoadedWorkspace, loadWorkspace } from '../../node/checkWorkspace';
import { withProcedures } from '../../node/gitQuestions';
import { loadConfig } from '../../node/loadConfig';
import { readText } from '../../node/readText';
import { type Call, say, wrongCall } from './command';
import type { GateTarget } from './gateTarget';
import type { ExitCode } from './io';
import { recordAt } from './namedRecord';
import { colorsFor } from './prettyFindings';
import { insideOf, shownPath } from './selection';
import { unreadSentence } from './tellUnreadable';

type JudgedChange = GateReport['changes'][number];

/** Says whether the changes that a call is about may be deployed now. */
export async function gateChange(call: Call, target: GateTarget | undefined): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  if (!target) throw wrongCall('gateTarget');
  const { root, asked, path } = target;
  const zone = call.hasLocalNow() ? loadConfig(root).config.data.timezone : undefined;
  // git is asked about the changes that are judged alone.
  const workspace = await loadWorkspace(root, { now: call.now(zone), questions: false });
  const language = call.language(workspace.config.config.data.language);
  const file = path === undefined ? undefined : insideOf(root, path);
  const entries = namedFiles(call, workspace, target.named, file).flatMap(
    (name) => workspace.index.entry(name) ?? [],
  );
  const git = await askGit(root, withProcedures(entries, workspace.index));
  const textOf = (name: string) => readText(join(root, name), root).text;
  const input: MoveInput = { ...inputOf(workspace), git, textOf };
  const changes = entries.map((entry) => judged(call, workspace, entry, input, language));
  const unread = workspace.unreadable.map(({ path: place, code }) => {
    const message = unreadSentence(shownPath(call.io.cwd, root, place), code, language);
    return { code: 'unread' as const, message };
  });
  const reasons = [...configReasons(workspace, entries, language), ...unread];
  // An id or a file that names no change is a mistake in the call; a tag may have none.
  const meant = target.named === undefined ? undefined : namedIn(workspace, target.named, file);
  const unknown = target.named !== undefined && meant?.summary.type !== 'change';
  if (changes.length === 0) {
    const nearest = unknown && !meant ? nearestId(target.named ?? '', workspace.index.ids()) : undefined;
    const hint = { asked: asked.join(', '), ...hintArgs(nearest) };
    reasons.unshift(gateReason('noChange', language, hint));
  }
  // A change that is right in itself is not let through either where a reason counts for all.
  const isOpen = reasons.length === 0;
  const report: GateReport = {
    version: 1,
    allowed: isOpen && changes.every(({ allowed }) => allowed),
    now: isoWithOffset(workspace.now, workspace.config.config.data.timezone ?? 'UTC'),
    reasons: reasons.map((reason) => ({ ...reason })),
    changes: changes.map((change) => ({ ...change, allowed: isOpen && change.allowed })),
  };
  if (format === 'json') call.json(report);
  else print(call, report, language);
  return report.allowed ? 0 : unread.length > 0 || unknown ? 2 : 1;
}

/** The changes that a call is about: the one that it names, or those of a tag or environment. */
function namedFiles(
  call: Call,
  { index, config, now }: LoadedWorkspace,
  target: string | undefined,
  file: string | undefined,
): string[] {
  const [tag, environment, customer] = [call.text('tag'), call.text('environment'), call.text('customer')];
  const key = customer === undefined ? undefined : customerKeyFor(config.config, customer);
  const known = environment && environmentNamed(config.config, customer, environment)?.name;
  const names = { tag, environment: known ?? environment, customer: key };
  if (target === undefined) return namedChanges(index, names, { config: config.config, now });
  const only = namedIn({ index }, target, file);
  return only && fitsNames(only.summary, names) ? [only.file] : [];
}

/** The record that a call names by its id, or by its file. */
function namedIn({ index }: Pick<LoadedWorkspace, 'index'>, target: string, file: string | undefined) {
  return file === undefined ? index.byId(visibleText(target)) : index.entry(file);
}

/** Why no change can be allowed: there is no configuration that names who approves, or it cannot be trusted. */
export function configReasons(
  { config, survey, unreadable }: LoadedWorkspace,
  entries: readonly IndexEntry[],
  language: Language,
): GateReason[] {
  const [name = ''] = configNames;
  const isMain = ({ file }: { readonly file: string }): boolean => configTypeOf(file) === 'config';
  // Where it is there and could not be read, that is what is told.
  const isUnread = unreadable.some(({ path }) => configNames.some((own) => path.endsWith(own)));
  if (!survey.texts.some(isMain))
    return isUnread ? [] : [gateReason('noConfig', language, { file: `${configFolder}/${name}` })];
  const customers = new Set(entries.map(({ summary }) => summary.change?.customer));
  return config.findings
    .filter(({ file, finding }) => {
      const type = configTypeOf(file);
      const concerns = type === 'config' || (type === 'customer' && customers.has(customerKey(file)));
      return finding.severity === 'error' && concerns;
    })
    .slice(0, 10)
    .map(({ file, finding }) => {
      const place = `${file}:${finding.range.start.line + 1}`;
      return gateReason('config', language, { place, message: messageOf(finding, language) });
    });
}

function judged(
  call: Call,
  { root, config }: LoadedWorkspace,
  entry: IndexEntry,
  input: MoveInput,
  language: Language,
): JudgedChange {
  const { file, summary } = entry;
  const environment = call.text('environment');
  const known = environment && environmentNamed(config.config, summary.customer, environment)?.name;
  const asked = { phase: call.text('phase'), environment: known ?? environment };
  const record = recordAt(root, file);
  const against =
    record?.type === 'change'
      ? judgeChange(record, entry, input, language, asked)
      : [gateReason('unreadable', language)];
  const isForgiven = ({ code }: GateReason): boolean => code === 'unverified' && call.has('allow-unverified');
  const reasons = against.filter((reason) => !isForgiven(reason));
  const unverified = against.filter(isForgiven);
  const phase = summary.change && askedPhase(summary.change, asked, input.now);
  const { start, end } = phase ?? summary.change ?? {};
  const { zone } = calendarFor(config.config, summary.customer);
  const window =
    start === undefined || end === undefined
      ? null
      : { start: isoWithOffset(start, zone), end: isoWithOffset(end, zone) };
  return {
    id: summary.id ?? null,
    file: shownPath(call.io.cwd, root, file),
    title: summary.title,
    status: summary.status,
    ...(phase ? { phase: phase.name } : {}),
    window,
    allowed: reasons.length === 0,
    reasons: reasons.map((reason) => ({ ...reason })),
    unverified: unverified.map((reason) => ({ ...reason })),
  };
}

function print(call: Call, { changes, reasons }: GateReport, language: Language): void {
  const colors = colorsFor(call.io);
  for (const { message } of reasons) call.line(message);
  for (const { id, file, title, allowed, reasons: own, unverified } of changes) {
    const verdict = say(language, allowed ? 'gateOpen' : 'gateShut');
    const word = allowed ? colors.green(verdict) : colors.red(verdict);
    call.line(`${colors.bold(id ?? file)}  ${word}  ${title}`);
    for (const { rule, message } of own) call.line(`  - ${message}${rule ? ` (${rule})` : ''}`);
    for (const { message } of unverified) call.line(`  - ${say(language, 'gateUnverified', { message })}`);
  }
}
