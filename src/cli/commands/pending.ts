import { oneLine } from '../../core/language/plainText';
import type { Language } from '../../core/model/text/localized';
import { windowBetween } from '../../core/model/time/localText';
import { dueText } from '../../core/pending/dueText';
import { groupings, spanishGroupings } from '../../core/pending/pendingNames';
import type { PendingRow } from '../../core/pending/pendingRow';
import { type PendingGroup, PendingView, type PlacedRow } from '../../core/pending/pendingView';
import { countText } from '../../core/report/counted';
import { pendingReport } from '../../core/report/pendingReport';
import { type Call, type Command, say } from '../support/command';
import type { ExitCode } from '../support/io';
import { listStandard } from '../support/listStandard';
import {
  gatherRecords,
  pendingFilterOf,
  peopleAsked,
  rowOf,
  tellUnknownCustomer,
} from '../support/pendingChanges';
import { colorsFor } from '../support/prettyFindings';
import { flagOption, pendingFilterOptions, textOption } from '../support/usualOptions';

/** `changebook pending`: what goes out, what is late, what waits on whom. */
export const pending: Command = {
  name: 'pending',
  usage: 'changebook pending [path]',
  summary: {
    en: 'Lists the changes that are still open, by window, customer, environment, status or whom they wait on.',
    es: 'Lista los cambios aún abiertos, por ventana, cliente, entorno, estado o a quién le toca.',
  },
  options: {
    group: {
      type: 'string',
      value: { en: groupings.join('|'), es: spanishGroupings.join('|') },
      help: {
        en: 'what they are grouped by; window by default',
        es: 'cómo se agrupan; si no se dice, ventana',
      },
    },
    ...pendingFilterOptions,
    due: flagOption('only those with a step that is due', 'solo los que tienen un paso que ya toca'),
    standard: flagOption(
      'instead, the procedures whose changes are standard ones: for what they are approved, and how it went',
      'en su lugar, los procedimientos cuyos cambios son estándar: para qué están aprobados y cómo fue',
    ),
    format: textOption('pretty|json', 'how they are printed', 'cómo se muestran'),
    now: textOption('DATE-TIME', 'as of that moment', 'como si fuera ese momento'),
  },
  examples: [
    'changebook pending',
    'changebook pending --group customer --waits-on us --format json',
    'changebook pending --due --mine',
    'changebook pending --standard',
  ],
  run: listPending,
};

/** Lists the pending changes of a path, or of the workspace of the current folder. */
async function listPending(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  if (call.has('standard')) return listStandard(call, format);
  const grouping = call.oneOf('group', groupings, 'window', spanishGroupings);
  const asked = await peopleAsked(call);
  const people = new Set<string>();
  const rows: PendingRow[] = [];
  const gathered = await gatherRecords(call, call.paths, (workspace, entry) => {
    for (const key of asked(workspace.config.config) ?? []) people.add(key);
    const row = rowOf(call, workspace, entry);
    if (row) rows.push(row);
  });
  const { states, now = call.now(undefined) } = gathered;
  const filter = {
    ...pendingFilterOf(call),
    due: call.has('due'),
    ...(call.has('mine') ? { people: [...people] } : {}),
  };
  const language = call.language(gathered.language);
  tellUnknownCustomer(filter, gathered, rows, language);
  const view = new PendingView({ grouping, filter, language, states: [...states] });
  view.change(
    rows.map((row) => [row.file, row] as const),
    now,
  );
  const groups = view.groups();
  if (format === 'json') {
    call.json(pendingReport(groups, (file) => file));
  } else if (groups.length === 0) {
    const text = rows.length === 0 ? 'noPending' : 'nonePendingSuch';
    call.line(say(language, text, { count: rows.length }));
  } else {
    const zoned = new Set(rows.flatMap((row) => (row.start === undefined ? [] : [row.zone]))).size > 1;
    for (const group of groups) printGroup(call, group, { language, zoned, now });
  }
  return gathered.unread ? 2 : 0;
}

const longestTitle = 48;

/** How a list is told; where its times are of several zones (`zoned`), each says which. */
interface Telling {
  readonly language: Language;
  readonly zoned: boolean;
  readonly now: number;
}

function printGroup(call: Call, { title, rows }: PendingGroup, { language, zoned, now }: Telling): void {
  const colors = colorsFor(call.io);
  call.line(`${colors.bold(title)} ${colors.dim(`(${rows.length})`)}`);
  const cells = rows.map((placed) => cellsOf(placed, zoned));
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((own) => own[column]?.length ?? 0)));
  rows.forEach((placed, index) => {
    const [id = '', name = '', time = '', when = ''] = (cells[index] ?? []).map((cell, column) =>
      cell.padEnd(widths[column] ?? 0),
    );
    const relative = placed.window === 'overdue' ? colors.red(when) : when;
    const line = [colors.cyan(id), name, time, relative, ...factsOf(placed, language, colors)];
    call.line(`  ${line.join('  ').trimEnd()}`);
    const due = placed.row.due.slice(0, placed.due);
    for (const { text, at } of due)
      call.line(`    ${colors.red(dueText(at, now, placed.row.zone, language))}  ${oneLine(text)}`);
  });
}

function cellsOf({ row, when, phase }: PlacedRow, zoned: boolean): string[] {
  const { id, file, title, zone } = row;
  const { start, end = start } = phase ?? row;
  const between = start === undefined || end === undefined ? '' : windowBetween(start, end, zone);
  const time = between && zoned ? `${between} (${zone})` : between;
  const soon = [phase?.name, when].filter(Boolean).join(' · ');
  return [oneLine(id ?? file), oneLine(title, longestTitle), time, soon];
}

function factsOf({ row }: PlacedRow, language: Language, colors: ReturnType<typeof colorsFor>): string[] {
  const { customerName, environments, marks, done, steps, goesBack } = row;
  const count = steps > 0 ? `${done}/${steps}` : '';
  const progress = goesBack ? say(language, 'rollingBack', { count }).trim() : count;
  const facts = [customerName, oneLine(environments.join(', ')), progress];
  const found = [
    marks.errors > 0 ? colors.red(countText('error', marks.errors, language)) : '',
    marks.warnings > 0 ? colors.yellow(countText('warning', marks.warnings, language)) : '',
  ];
  return [...facts.map((fact) => fact && colors.dim(fact)), ...found].filter((part) => part !== '');
}
