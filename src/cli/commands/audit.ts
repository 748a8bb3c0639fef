import { basename, join, resolve } from 'node:path';
import { auditCount, auditHead, auditMarkdown } from '../../core/audit/auditMarkdown';
import type { AuditSubject } from '../../core/audit/auditSubject';
import { eventText, evidenceAndReason, stepPlace } from '../../core/audit/auditText';
import { plannedTimes } from '../../core/audit/plannedTimes';
import { usualSample } from '../../core/auditPack/packOptions';
import { zoneFor } from '../../core/config/recordZone';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { titleOf } from '../../core/index/summarise';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { ParsedRecord } from '../../core/model/parse/record';
import type { Language } from '../../core/model/text/localized';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import { localText } from '../../core/model/time/localText';
import { auditReport } from '../../core/report/auditReport';
import { readTrail } from '../../node/audit/readTrail';
import { loadConfig } from '../../node/loadConfig';
import { reasonOf } from '../../node/readOnlyGit';
import { readText } from '../../node/readText';
import { surveyWorkspace } from '../../node/surveyWorkspace';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, say, wrongCall } from '../support/command';
import { type ExitCode, UsageError } from '../support/io';
import { namedRecord, recordOf } from '../support/namedRecord';
import { outputColors } from '../support/outputColors';
import { insideOf, isFileOrLink, shownPath } from '../support/selection';
import { lineOf } from '../support/terminalText';
import { deploymentOptions, nowOption, outputOption, textOption } from '../support/usualOptions';
import { writeOutput } from '../support/writeOutput';

/** `changebook audit`: who did what to a record, when, and why. */
export const audit: Command = {
  name: 'audit',
  usage: 'changebook audit <id|file>|--from DATE --to DATE -o FOLDER',
  summary: {
    en: 'Shows the audit trail of a record: who did what, when, with which evidence. With a period: writes a pack for auditors, from HEAD.',
    es: 'Muestra el historial de un registro: quién hizo qué, cuándo y con qué evidencia. Con un período: escribe un dossier para auditores, a partir de HEAD.',
  },
  options: {
    format: textOption('pretty|json|markdown', 'how it is printed', 'cómo se muestra'),
    output: outputOption,
    from: textOption({ en: 'DATE', es: 'FECHA' }, 'first day of a pack', 'primer día de un dossier'),
    to: textOption({ en: 'DATE', es: 'FECHA' }, 'last day of a pack', 'último día de un dossier'),
    customer: textOption(
      'C',
      'only the changes of a customer, by key or name',
      'solo los cambios de un cliente, por clave o nombre',
    ),
    sample: textOption(
      'N',
      `how many changes are looked at closely; ${usualSample} by default`,
      `cuántos cambios se miran de cerca; ${usualSample} si no se dice`,
    ),
    ...deploymentOptions,
    tags: {
      ...deploymentOptions.tags,
      help: { en: 'tags that count as deployments', es: 'etiquetas que cuentan como despliegues' },
    },
    seed: textOption(
      { en: 'TEXT', es: 'TEXTO' },
      'what the draw follows from; FROM..TO by default',
      'de qué depende el sorteo; DESDE..HASTA si no se dice',
    ),
    now: nowOption,
  },
  examples: [
    'changebook audit CHG-2026-0042',
    'changebook audit changes/CHG-2026-0042.md --format markdown -o trail.md',
    'changebook audit --from 2026-01-01 --to 2026-12-31 --sample 25 --seed 4711 -o pack/',
    'changebook audit --from 2026-01-01 --to 2026-12-31 --deployments deployments.json -o pack/',
  ],
  run: auditOfRecord,
};

/** A record with the configuration around it; the rest of the workspace is not needed. */
interface FoundRecord {
  readonly root: string;
  /** Path in the workspace. */
  readonly file: string;
  readonly record: ParsedRecord;
  readonly config: WorkspaceConfig;
}

/** Prints the audit trail of the record that a call names, or makes a pack of a period. */
async function auditOfRecord(call: Call): Promise<ExitCode> {
  if (call.text('from') !== undefined || call.text('to') !== undefined)
    return (await import('../support/makePack')).makePack(call);
  const stray =
    ['customer', 'sample', 'seed', 'zone'].find((option) => call.text(option) !== undefined) ??
    ['deployments', 'tags'].find((option) => call.texts(option).length > 0);
  if (stray !== undefined) throw wrongCall('packOnly', { option: stray });
  const format = call.oneOf('format', ['pretty', 'json', 'markdown'], 'pretty');
  const found = quickly(call) ?? (await slowly(call));
  const language = call.language(found.config.data.language);
  const subject = await subjectOf(call, found, language);
  const written = format === 'markdown' ? call.reportLanguage(found.config.data.language) : language;
  writeOutput(call, language, shownAs(format, call, subject, written));
  return 0;
}

function shownAs(
  format: 'pretty' | 'json' | 'markdown',
  call: Call,
  subject: AuditSubject,
  language: Language,
): string {
  if (format === 'json') return `${JSON.stringify(auditReport(subject), undefined, 2)}\n`;
  if (format === 'markdown') return auditMarkdown(subject, language);
  return prettyLines(call, subject, language).map(lineOf).join('');
}

async function subjectOf(call: Call, found: FoundRecord, language: Language): Promise<AuditSubject> {
  const { root, file, record, config } = found;
  const zone = zoneFor(record, config);
  const shown = shownPath(call.io.cwd, root, file);
  // Clocks of others may be ahead of ours, so nothing is left out unless a moment was given.
  const until = call.text('now') === undefined ? Number.POSITIVE_INFINITY : call.now(config.data.timezone);
  try {
    const { steps } = record.body;
    const all = await readTrail(join(root, file), { id: record.data.id, file, steps });
    const events = all.filter(({ at }) => at <= until);
    return { record, file: shown, zone, times: plannedTimes(record, zone), events };
  } catch (error) {
    const texts = {
      noProgram: 'trailNoGit',
      noRepository: 'trailNoRepository',
      unsafe: 'trailUnsafe',
      failed: 'trailFailed',
    } as const;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(say(language, texts[reasonOf(error)], { path: shown, reason }));
  }
}

/** Finds the record by its file, or by a file whose name begins with its id, as names should: no other is read. */
function quickly(call: Call): FoundRecord | undefined {
  const [target, ...more] = call.paths;
  if (!target || more.length > 0) return undefined;
  const path = resolve(call.io.cwd, target);
  const isFile = isFileOrLink(path);
  const root = workspaceRootOf(isFile ? path : call.io.cwd);
  if (isFile) return readRecord(root, insideOf(root, path));
  const named = surveyWorkspace(root).files.filter(({ file }) => basename(file).startsWith(target));
  const records = named.flatMap(({ file }) => readRecord(root, file) ?? []);
  return records.find(({ record }) => record.data.id === target);
}

function readRecord(root: string, file: string): FoundRecord | undefined {
  const path = join(root, file);
  const { text, options } = readText(path, root);
  const record = parseRecord(text, options);
  return record && { root, file, record, config: loadConfig(root).config };
}

/** Finds it among all records, or says why there is none. */
async function slowly(call: Call): Promise<FoundRecord> {
  const named = await namedRecord(call, { questions: false });
  const { workspace, entry } = named;
  const record = recordOf(named);
  if (!record) throw wrongCall('notARecord', { path: entry.file });
  return { root: workspace.root, file: entry.file, record, config: workspace.config.config };
}

function prettyLines(call: Call, subject: AuditSubject, language: Language): string[] {
  const colors = outputColors(call);
  const { record, file, events, zone } = subject;
  const lines: string[] = [];
  const print = (text: string): void => void lines.push(text);
  const name = [record.data.id, titleOf(record)].filter(Boolean).join(' · ');
  print(`${colors.bold(oneLineValue(name, 200))}  ${colors.dim(file)}`);
  const head = auditHead(subject, language);
  const width = Math.max(...head.map(([label]) => label.length), 0);
  for (const [label, text] of head) print(`${label.padEnd(width)}  ${text}`);
  const who = Math.min(30, Math.max(...events.map(({ by }) => by.length), 0));
  for (const event of events) {
    const when = localText(event.at, zone);
    const commit = colors.dim(event.commit.slice(0, 9));
    print(`${when}  ${oneLineValue(event.by, 60).padEnd(who)}  ${eventText(event, language)}  ${commit}`);
    const place = stepPlace(event);
    if (place !== '') print(`    ${colors.dim(place)}`);
    for (const [label, text] of evidenceAndReason(event, language)) print(`    ${label}: ${text}`);
  }
  print(auditCount(subject, language));
  return lines;
}
