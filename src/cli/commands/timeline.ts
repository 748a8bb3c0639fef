import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { customerKeyFor } from '../../core/config/workspaceConfig';
import type { Language } from '../../core/model/text/localized';
import type { SpokenAt } from '../../core/model/time/spokenMoment';
import { wallTime } from '../../core/model/time/zoneClock';
import { drawForPrint } from '../../core/timeline/drawTimeline';
import { readingZone, readTimeline } from '../../core/timeline/readTimeline';
import { type DayRange, weekOf } from '../../core/timeline/timelineDays';
import type { TimelineSource } from '../../core/timeline/timelineSource';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { errorCode } from '../../node/walk';
import { writeWhole } from '../../node/writeFile';
import { type Call, type Command, say, unknownCustomer, wrongCall } from '../support/command';
import { type ExitCode, UsageError } from '../support/io';
import { load } from '../support/load';
import { selectPaths } from '../support/selection';
import { reasonFor } from '../support/tellUnreadable';
import { nowOption, outputOption, textOption } from '../support/usualOptions';
import { standardOutput } from '../support/writeOutput';

/** `changebook timeline`: the calendar of deployments as a picture. */
export const timeline: Command = {
  name: 'timeline',
  usage: 'changebook timeline [path] -o <file>',
  summary: {
    en: 'Draws the calendar of deployments as an SVG picture.',
    es: 'Dibuja el calendario de despliegues como imagen SVG.',
  },
  options: {
    output: outputOption,
    format: textOption('svg', 'what is drawn', 'qué se dibuja'),
    from: textOption(
      'DATE',
      'first day; the Monday of this week by default',
      'primer día; el lunes de esta semana si no se dice',
    ),
    to: textOption('DATE', 'last day; four weeks by default', 'último día; cuatro semanas si no se dice'),
    customer: textOption('NAME', 'one customer alone, by key or name', 'un solo cliente, por clave o nombre'),
    now: nowOption,
  },
  examples: [
    'changebook timeline -o calendar.svg',
    'changebook timeline examples --from 2026-11-01 --to 2026-11-30 -o november.svg',
    'changebook timeline --customer acme -o - > acme.svg',
  ],
  run: pictureOfTimeline,
};

const usualDays = 28;
const mostDays = 400;

/** Draws the calendar of the workspace that a call names, or of that of the current folder, into a file. */
async function pictureOfTimeline(call: Call): Promise<ExitCode> {
  call.oneOf('format', ['svg'], 'svg');
  const out = call.text('output');
  if (!out) throw wrongCall('timelineOut');
  if (call.paths.length > 1) throw wrongCall('timelinePath');
  const { selections, missing } = selectPaths(call.paths, call.io.cwd);
  const [selection] = selections;
  if (!selection) {
    const { path = '', code = 'ENOENT' } = missing[0] ?? {};
    throw wrongCall(reasonFor(path, code), { path, code });
  }
  const workspace = await load(call, selection.root, { questions: false });
  const configured = workspace.config.config.data.language;
  const language = call.language(configured);
  const svg = drawForPrint(timelineOf(call, workspace, call.reportLanguage(configured)));
  if (out === standardOutput) call.io.out(svg);
  else write(call, out, svg, language);
  return workspace.unreadable.length > 0 ? 2 : 0;
}

function timelineOf(call: Call, { config, index, now }: LoadedWorkspace, language: Language) {
  const source: TimelineSource = { config: config.config, index };
  const customer = call.text('customer');
  if (customer !== undefined) mustKnow(source, customer);
  const days = daysOf(call, { now, zone: readingZone([source]) });
  return readTimeline([source], { ...days, now, language, ...(customer === undefined ? {} : { customer }) });
}

/** A misspelt customer would be an empty picture. */
function mustKnow({ config, index }: TimelineSource, customer: string): void {
  const key = customerKeyFor(config, customer);
  if (config.customers.has(key)) return;
  for (const { summary } of index.all()) if (summary.change?.customer === key) return;
  throw unknownCustomer(customer, config.customers.keys());
}

function daysOf(call: Call, at: SpokenAt): DayRange {
  const [from, to] = [call.day('from', at), call.day('to', at)];
  const today = wallTime(at.now, at.zone).day;
  const first = from ?? weekOf(Math.min(today, to ?? today)).first;
  const last = to ?? first + usualDays - 1;
  if (last < first) throw wrongCall('timelineOrder');
  if (last - first >= mostDays) throw wrongCall('timelineLong', { days: mostDays });
  return { first, last };
}

/** Writes the picture. A picture may take the place of an older one, and of nothing else. */
function write(call: Call, out: string, svg: string, language: Language): void {
  const path = resolve(call.io.cwd, out);
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() || (there?.isFile() && there.size > 0 && !isPicture(path)))
      throw new UsageError(say(language, 'timelineTaken', { path: out }));
    writeWhole(path, svg);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(say(language, 'timelineNotWritten', { path: out, code: errorCode(error) }));
  }
}

function isPicture(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const begin = Buffer.alloc(200);
    const length = readSync(file, begin, 0, begin.length, 0);
    return /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<svg[\s>]/.test(begin.toString('utf8', 0, length));
  } finally {
    closeSync(file);
  }
}
