import { computeFigures } from '../../core/figures/computeFigures';
import { figureGroupings, spanishFigureGroupings } from '../../core/figures/figureGroupings';
import type { FiguresReport } from '../../core/figures/figuresReport';
import type { Language } from '../../core/model/text/localized';
import { plainName } from '../../core/model/text/plainName';
import { readFigures, type WorkspaceFigures } from '../../node/readFigures';
import { type Call, type Command, unknownCustomer, wrongCall } from '../support/command';
import type { ExitCode } from '../support/io';
import { selectPaths } from '../support/selection';
import { nowOption, outputOption, textOption } from '../support/usualOptions';
import { goesToFile, writeOutput } from '../support/writeOutput';

const formats = ['pretty', 'json', 'markdown', 'csv', 'svg'] as const;

/** `changebook figures`: how often, how fast and how safely changes were delivered. */
export const figures: Command = {
  name: 'figures',
  usage: 'changebook figures [path]',
  summary: {
    en: 'Reckons how often and how fast changes were deployed, and how many failed, from records alone.',
    es: 'Calcula con qué frecuencia y rapidez se desplegaron los cambios y cuántos fallaron, solo con los registros.',
  },
  options: {
    group: {
      type: 'string',
      value: { en: figureGroupings.join('|'), es: spanishFigureGroupings.join('|') },
      help: { en: 'figures of each group as well', es: 'también las cifras de cada grupo' },
    },
    from: textOption(
      'DATE',
      'first day on which a deployment ended; that of the first one by default',
      'primer día en que terminó un despliegue; el del primero si no se dice',
    ),
    to: textOption('DATE', 'last day; today by default', 'último día; hoy si no se dice'),
    customer: textOption('NAME', 'one customer alone, by key or name', 'un solo cliente, por clave o nombre'),
    format: textOption(formats.join('|'), 'how they are printed', 'cómo se muestran'),
    output: outputOption,
    now: nowOption,
  },
  examples: [
    'changebook figures',
    'changebook figures --group month --from 2026-01-01 --to 2026-12-31',
    'changebook figures --group customer --format svg -o figures.svg',
    'changebook figures --format csv -o figures.csv',
  ],
  run: printFigures,
};

/** Prints the figures of the workspace that a call names, or of that of the current folder. */
async function printFigures(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', formats, 'pretty');
  const group =
    call.text('group') === undefined
      ? undefined
      : call.oneOf('group', figureGroupings, 'month', spanishFigureGroupings);
  if (call.paths.length > 1) throw wrongCall('timelinePath');
  const { selections, missing } = selectPaths(call.paths, call.io.cwd);
  const [selection] = selections;
  if (!selection) {
    const { path = '', code = 'ENOENT' } = missing[0] ?? {};
    const { reasonFor } = await import('../support/tellUnreadable');
    throw wrongCall(reasonFor(path, code), { path, code });
  }
  const read = await readFigures(selection.root, {
    // Loaded only then, with what reads the configuration.
    progress: async () => (await import('../support/tellProgress')).tellProgress(call, selection.root),
  });
  const { zone } = read;
  const now = call.now(zone);
  const [from, to] = [call.day('from', { now, zone }), call.day('to', { now, zone })];
  if (from !== undefined && to !== undefined && to < from) throw wrongCall('timelineOrder');
  const customer = customerMeant(call, read);
  const nameOf = nameIn(read);
  const { rows, unreadable } = read;
  const report = computeFigures(rows, {
    ...{ now, zone, from, to, customer, group, nameOf },
    unreadable: unreadable.length,
  });
  const language = call.language(read.language);
  if (unreadable.length > 0) {
    const { tellUnreadable } = await import('../support/tellUnreadable');
    tellUnreadable(call, selection.root, unreadable, language);
  }
  const made = await written(
    call,
    format,
    report,
    format === 'pretty' ? language : call.reportLanguage(read.language),
  );
  writeOutput(call, language, made);
  return unreadable.length > 0 ? 2 : 0;
}

/** A misspelt customer would have no figures at all. */
function customerMeant(call: Call, { customers, rows }: WorkspaceFigures): string | undefined {
  const asked = call.text('customer');
  if (asked === undefined) return undefined;
  const wanted = plainName(asked);
  const named = customers.find((names) => names.some((name) => plainName(name) === wanted));
  const key = named?.[0] ?? wanted;
  if (named || rows.some(({ customer }) => customer === key)) return key;
  const keys = customers.map(([each]) => each);
  throw unknownCustomer(asked, keys);
}

function nameIn({ customers }: WorkspaceFigures): (key: string) => string | undefined {
  const names = new Map(customers);
  return (key) => names.get(key);
}

/** The figures as a format writes them; each format is loaded when it is asked for. */
async function written(
  call: Call,
  format: (typeof formats)[number],
  report: FiguresReport,
  language: Language,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(report, undefined, 2)}\n`;
  if (format === 'csv') {
    return (await import('../../core/figures/figuresCsv')).figuresCsv(report, goesToFile(call));
  }
  if (format === 'markdown')
    return (await import('../../core/figures/figuresMarkdown')).figuresMarkdown(report, language);
  if (format === 'svg') return (await import('../../core/figures/drawFigures')).drawFigures(report, language);
  return (await import('../support/prettyFigures')).prettyFigures(call, report, language);
}
