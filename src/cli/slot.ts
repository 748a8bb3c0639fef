import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { IndexEntry } from '../core/index/recordIndex';
import type { Language } from '../core/model/text/localized';
import { localText } from '../core/model/time/localText';
import { type SlotReport, slotReport } from '../core/report/slotReport';
import type { SlotSearch } from '../core/schedule/nextSlots';
import { movableChange, slotsOf } from '../core/schedule/slotFix';
import { isOpen } from '../core/workflow/stages';
import { inputOf, type LoadedWorkspace } from '../node/checkWorkspace';
import { readText } from '../node/readText';
import { isFolder, workspaceRootOf } from '../node/workspaceRoot';
import { type Call, type Command, say } from './command';
import { UsageError } from './io';
import { load } from './load';
import { colorsFor } from './prettyFindings';
import { insideOf, shownPath } from './selection';
import { texts } from './texts';

const usualCount = 5;
const mostSlots = 100;

/** `changebook slot`: when a change could take place. */
export const slot: Command = {
  name: 'slot',
  usage: 'changebook slot <id|file>',
  summary: {
    en: 'Finds the next starts of a change that no rule of the schedule speaks against.',
    es: 'Busca los siguientes inicios de un cambio que ninguna regla del calendario impide.',
  },
  options: {
    count: {
      type: 'string',
      value: 'N',
      help: { en: 'how many are looked for; 5 by default', es: 'cuántos se buscan; 5 si no se dice' },
    },
    format: {
      type: 'string',
      value: 'pretty|json',
      help: { en: 'how they are printed', es: 'cómo se muestran' },
    },
    now: {
      type: 'string',
      value: 'DATE-TIME',
      help: { en: 'look for starts after that moment', es: 'buscar inicios posteriores a ese momento' },
    },
  },
  examples: ['changebook slot CHG-2026-0042', 'changebook slot CHG-2026-0042 --count 1 --format json'],
  async run(call) {
    const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
    const count = call.wholeNumber('count') ?? usualCount;
    const [target, ...more] = call.paths;
    if (!target || more.length > 0) throw new UsageError(texts.slotTarget.en);
    const path = resolve(call.io.cwd, target);
    const named = statSync(path, { throwIfNoEntry: false })?.isFile() && !isFolder(path);
    const workspace = await load(call, workspaceRootOf(named ? path : call.io.cwd));
    const language = call.language(workspace.config.config.data.language);
    const entry = named
      ? workspace.index.entry(insideOf(workspace.root, path))
      : workspace.index.byId(target);
    if (!entry) throw new UsageError(say(language, 'noRecordWithId', { id: target }));
    const { zone, search } = searchFor(entry, workspace, Math.min(Math.max(count, 1), mostSlots), language);
    const file = shownPath(call.io.cwd, workspace.root, entry.file);
    const report = slotReport({ id: entry.summary.id, file, zone }, search, language);
    if (format === 'json') call.io.out(`${JSON.stringify(report, undefined, 2)}\n`);
    else printPretty(call, { report, search, zone, title: entry.summary.title }, language);
    return report.slots.length > 0 ? 0 : 1;
  },
};

function searchFor(
  entry: IndexEntry,
  workspace: LoadedWorkspace,
  count: number,
  language: Language,
): { zone: string; search: SlotSearch } {
  const { status, stage, id = entry.file } = entry.summary;
  const input = inputOf(workspace);
  const path = join(workspace.root, entry.file);
  const { text } = readText(path, statSync(path).size);
  const change = movableChange(text, entry, input);
  if (!change) throw new UsageError(say(language, 'notAChange', { id }));
  if (!isOpen(stage)) throw new UsageError(say(language, 'notOpen', { id, status }));
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
  const print = (text: string): void => call.io.out(`${text}\n`);
  print(colors.bold([report.id, title].filter(Boolean).join(' · ') || report.file));
  if (search.slots.length === 0) {
    print(say(language, 'noSlot'));
    for (const { rule, message } of report.blocked) print(`  ${message} ${colors.dim(rule)}`);
    return;
  }
  print(say(language, 'slots', { zone }));
  for (const { start, end } of search.slots) print(`  ${localText(start, zone)} → ${localText(end, zone)}`);
}
