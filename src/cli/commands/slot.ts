import type { Language } from '../../core/model/text/localized';
import { localText } from '../../core/model/time/localText';
import { stateName } from '../../core/model/vocabulary/stateName';
import { type SlotReport, slotReport } from '../../core/report/slotReport';
import type { SlotSearch } from '../../core/schedule/nextSlots';
import { movableChange, slotsOf } from '../../core/schedule/slotFix';
import { isOpen } from '../../core/workflow/stages';
import { inputOf } from '../../node/checkWorkspace';
import { readText } from '../../node/readText';
import { type Call, type Command, say } from '../support/command';
import { type ExitCode, RefusedError, UsageError } from '../support/io';
import { type NamedRecord, namedRecord } from '../support/namedRecord';
import { colorsFor } from '../support/prettyFindings';
import { shownPath } from '../support/selection';
import { textOption } from '../support/usualOptions';

/** `changebook slot`: when a change could take place. */
export const slot: Command = {
  name: 'slot',
  usage: 'changebook slot <id|file>',
  summary: {
    en: 'Finds the next starts of a change that no rule of the schedule speaks against.',
    es: 'Busca los siguientes inicios de un cambio que ninguna regla del calendario impide.',
  },
  options: {
    count: textOption('N', 'how many are looked for; 5 by default', 'cuántos se buscan; 5 si no se dice'),
    format: textOption('pretty|json', 'how they are printed', 'cómo se muestran'),
    now: textOption(
      'DATE-TIME',
      'look for starts after that moment',
      'buscar inicios posteriores a ese momento',
    ),
  },
  examples: ['changebook slot CHG-2026-0042', 'changebook slot CHG-2026-0042 --count 1 --format json'],
  run: slotsOfRecord,
};

const usualCount = 5;
const mostSlots = 100;

/** Finds the next slots of the change that a call names, or what stands in the way of every one. */
async function slotsOfRecord(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const count = call.wholeNumber('count') ?? usualCount;
  const named = await namedRecord(call);
  const { entry, workspace, language } = named;
  const { zone, search } = searchFor(named, Math.min(Math.max(count, 1), mostSlots));
  const file = shownPath(call.io.cwd, workspace.root, entry.file);
  const report = slotReport({ id: entry.summary.id, file, zone }, search, language);
  if (format === 'json') call.json(report);
  else printPretty(call, { report, search, zone, title: entry.summary.title }, language);
  return report.slots.length > 0 ? 0 : 1;
}

function searchFor(
  { entry, workspace, path, language }: NamedRecord,
  count: number,
): { zone: string; search: SlotSearch } {
  const { status, stage, id = entry.file } = entry.summary;
  const input = inputOf(workspace);
  const { text } = readText(path, workspace.root);
  const change = movableChange(text, entry, input);
  if (!change) throw new UsageError(say(language, 'notAChange', { id }));
  if (!isOpen(stage))
    throw new RefusedError(say(language, 'notOpen', { id, status: stateName(status, language) }));
  return { zone: change.zone, search: slotsOf(change, input, count) };
}

interface Shown {
  readonly report: SlotReport;
  readonly search: SlotSearch;
  readonly zone: string;
  readonly title: string;
}

function printPretty(call: Call, { report, search, zone, title }: Shown, language: Language): void {
  const colors = colorsFor(call.io);
  call.line(colors.bold([report.id, title].filter(Boolean).join(' · ') || report.file));
  if (search.slots.length === 0) {
    call.line(say(language, 'noSlot'));
    for (const { rule, message } of report.blocked) call.line(`  ${message} ${colors.dim(rule)}`);
    return;
  }
  call.line(say(language, 'slots', { zone }));
  if (search.assumed) call.line(say(language, 'slotsAssumed'));
  for (const { start, end } of search.slots)
    call.line(`  ${localText(start, zone)} → ${localText(end, zone)}`);
  const rules = search.passedOver.map(({ rule }) => rule).join(', ');
  if (rules) call.line(colors.dim(say(language, 'slotsPassed', { rules })));
}
