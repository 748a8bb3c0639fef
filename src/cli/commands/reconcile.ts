import { resolve } from 'node:path';
import { configFolder, configNames } from '../../core/config/configFiles';
import { customerKeyFor } from '../../core/config/workspaceConfig';
import type { Language } from '../../core/model/text/localized';
import { zoneExists } from '../../core/model/time/dateTime';
import { momentAt } from '../../core/model/time/zoneClock';
import { faultSentence } from '../../core/reconcile/faultSentence';
import { missingText } from '../../core/reconcile/missingPart';
import { reconcileMarkdown, reconcileParts, reconcileSummary } from '../../core/reconcile/reconcileMarkdown';
import type { ReconcileReport } from '../../core/reconcile/reconcileReport';
import { reportReconciled } from '../../core/reconcile/reportReconciled';
import type { NamedList } from '../../core/reconcile/takeDeployments';
import { readDeploymentBytes, readDeploymentList } from '../../node/reconcile/readDeploymentList';
import {
  type ComparedWorkspace,
  type ReconciledWorkspace,
  type ReconcileWishes,
  readCompared,
  reconcileWorkspace,
} from '../../node/reconcile/reconcileWorkspace';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, say, unknownCustomer, wrongCall, wrongValue } from '../support/command';
import { hostPath } from '../support/hostPath';
import type { ExitCode } from '../support/io';
import { outputColors } from '../support/outputColors';
import { shownPath } from '../support/selection';
import { tellUnreadable } from '../support/tellUnreadable';
import { lineOf } from '../support/terminalText';
import { deploymentOptions, nowOption, outputOption, textOption } from '../support/usualOptions';
import { standardOutput, writeOutput } from '../support/writeOutput';

const formats = ['pretty', 'json', 'markdown', 'sarif'] as const;

/** `changebook reconcile`: what ran, beside what the records say and what git has. */
export const reconcile: Command = {
  name: 'reconcile',
  usage: 'changebook reconcile --from <date> [--to <date>] [--deployments <file>…]',
  summary: {
    en: 'Compares deployments with records: which had none, and which were not as their record says.',
    es: 'Compara los despliegues con los registros: cuáles no tenían, y cuáles no fueron como dice el suyo.',
  },
  options: {
    from: textOption('DATE', 'first day', 'primer día'),
    to: textOption('DATE', 'last day; today by default', 'último día; hoy si no se dice'),
    ...deploymentOptions,
    customer: textOption('NAME', 'one customer alone, by key or name', 'un solo cliente, por clave o nombre'),
    environment: textOption('NAME', 'one environment alone', 'un solo entorno'),
    format: textOption('pretty|json|markdown|sarif', 'how it is printed', 'cómo se muestra'),
    output: outputOption,
    now: nowOption,
  },
  examples: [
    'changebook reconcile --from 2026-01-01 --to 2026-12-31 --deployments deployments.json',
    "changebook reconcile --from 2026-11-01 --tags 'v*' --format json",
    'gh api --paginate repos/OWNER/REPO/deployments | changebook reconcile --from 2026-11-01 --deployments -',
  ],
  run: reconcileDeployments,
};

/** Compares the deployments that a call names. */
async function reconcileDeployments(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', formats, 'pretty');
  const zone = call.text('zone');
  if (zone !== undefined && !zoneExists(zone)) throw wrongValue('zone', zone, 'Europe/Madrid, UTC');
  if (call.text('from') === undefined) throw wrongCall('reconcileFrom');
  const root = workspaceRootOf(call.io.cwd);
  const workspace = await readCompared(root);
  const { config } = workspace;
  const language = call.language(config.data.language);
  const own = config.data.timezone ?? 'UTC';
  const lists = await listsOf(call);
  const wishes = { ...wishesOf(call, workspace, own), lists, ...(zone === undefined ? {} : { zone }) };
  const { read, asked } = await comparedOrAsked(call, workspace, wishes, own, language);
  tellUnreadable(call, root, workspace.unreadable, language);
  const written = format === 'markdown' ? call.reportLanguage(config.data.language) : language;
  const missing = [...read.faults.map(faultSentence), ...read.missing.map(missingText)];
  const shown = format === 'sarif' ? hostPath(root) : (file: string) => shownPath(call.io.cwd, root, file);
  const report = reportReconciled({
    ...asked,
    reconciled: read.reconciled,
    lists: read.lists,
    doubled: read.doubled,
    missing: missing.map((sentence) => sentence[written]),
    index: workspace.index,
    zone: own,
    language: written,
    shown,
  });
  writeOutput(call, language, await shownAs(format, call, report, written));
  if (!report.complete) return 2;
  return report.exceptions.length > 0 ? 1 : 0;
}

/** The lists that a call names, behind `--deployments` or as its paths. */
async function listsOf(call: Call): Promise<NamedList[]> {
  const lists: NamedList[] = [];
  for (const list of [...call.texts('deployments'), ...call.paths]) {
    const read =
      list === standardOutput
        ? await readDeploymentBytes(await call.io.readInput())
        : await readDeploymentList(resolve(call.io.cwd, list));
    lists.push({ list, read });
  }
  return lists;
}

function wishesOf(
  call: Call,
  { config, changes }: ComparedWorkspace,
  zone: string,
): Omit<ReconcileWishes, 'lists'> {
  const now = call.now(zone);
  const at = { now, zone };
  const [first = 0, last] = [call.day('from', at), call.day('to', at)];
  const until = last === undefined ? now : momentAt(last + 1, 0, zone);
  const from = momentAt(first, 0, zone);
  if (until <= from) throw wrongCall('timelineOrder');
  const [tags, customer] = [call.texts('tags'), call.text('customer')];
  const key = customer === undefined ? undefined : customerKeyFor(config, customer);
  const isKnown =
    key === undefined || config.customers.has(key) || changes.some(({ facts }) => facts.customer === key);
  if (!isKnown) throw unknownCustomer(customer ?? '', config.customers.keys());
  const environment = call.text('environment');
  return { from, to: until, now, customer: key, environment, ...(tags.length > 0 ? { tags } : {}) };
}

/** Compares; where times name no zone, somebody at a terminal is asked for it. */
async function comparedOrAsked(
  call: Call,
  workspace: ComparedWorkspace,
  wishes: ReconcileWishes,
  own: string,
  language: Language,
): Promise<{ readonly read: ReconciledWorkspace; readonly asked: ReconcileWishes }> {
  const read = await reconcileWorkspace(workspace, wishes);
  const silent = read.faults.find(({ fault }) => fault === 'zone');
  if (!silent || !call.io.ask) return { read, asked: wishes };
  for (;;) {
    const answer = await call.io.ask(say(language, 'reconcileZone', { path: silent.list, guess: own }));
    if (answer === undefined) return { read, asked: wishes };
    const zone = answer.trim() || own;
    if (!zoneExists(zone)) continue;
    const asked = { ...wishes, zone };
    return { read: await reconcileWorkspace(workspace, asked), asked };
  }
}

async function shownAs(
  format: (typeof formats)[number],
  call: Call,
  report: ReconcileReport,
  language: Language,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(report, undefined, 2)}\n`;
  if (format === 'markdown') return reconcileMarkdown(report, language);
  if (format === 'pretty') return prettyLines(call, report, language).map(lineOf).join('');
  const { reconcileFindings } = await import('../../core/reconcile/reconcileFindings');
  const { sarifFormat } = await import('../../core/report/formats/sarifFormat');
  const findings = reconcileFindings(report, `${configFolder}/${configNames[0]}`);
  const counts = { records: report.changes, files: report.changes, fixed: 0 };
  return sarifFormat.render({ ...counts, findings, language, version: call.version, recordFiles: () => [] });
}

function prettyLines(call: Call, report: ReconcileReport, language: Language): string[] {
  const colors = outputColors(call);
  const lines: string[] = [];
  for (const { title, serious, entries } of reconcileParts(report, language)) {
    lines.push(serious ? colors.bold(colors.red(title)) : colors.bold(title));
    for (const { message, places } of entries) {
      lines.push(`  ${message}`);
      if (places.length > 0) lines.push(`    ${colors.dim(places.join('; '))}`);
    }
    lines.push('');
  }
  return [...lines, reconcileSummary(report, language)];
}
