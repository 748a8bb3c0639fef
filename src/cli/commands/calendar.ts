import { resolve } from 'node:path';
import { alarmsFrom } from '../../core/calendarFile/alarms';
import { calendarEntries } from '../../core/calendarFile/calendarEntries';
import { type CalendarEntry, type EntrySource, isCalledOff } from '../../core/calendarFile/calendarEntry';
import { calendarFile } from '../../core/calendarFile/calendarFile';
import { calendarName, organizerOf } from '../../core/calendarFile/calendarOwner';
import { customerNamed, type WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { Language } from '../../core/model/text/localized';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import { isWanted, type PendingFilter } from '../../core/pending/pendingGroups';
import { type PendingRow, pendingRow } from '../../core/pending/pendingRow';
import { changeTimes } from '../../node/calendarFile/changeTimes';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { isFolder } from '../../node/workspaceRoot';
import { type Call, type Command, say, wrongCall, wrongValue } from '../support/command';
import { type ExitCode, UsageError } from '../support/io';
import { namedRecord, recordAt } from '../support/namedRecord';
import { gatherRecords, pendingFilterOf, peopleAsked, tellUnknownCustomer } from '../support/pendingChanges';
import { shownPath } from '../support/selection';
import {
  flagOption,
  nowOption,
  outputOption,
  pendingFilterOptions,
  textOption,
} from '../support/usualOptions';
import { writeOutput } from '../support/writeOutput';

/** `changebook calendar`: changes as entries of a calendar. */
export const calendar: Command = {
  name: 'calendar',
  usage: 'changebook calendar [id|file|folder…]',
  summary: {
    en: 'Makes a calendar file (.ics) of some changes, or of all that are pending. Imported again, it moves what has moved and removes what was called off.',
    es: 'Hace un fichero de calendario (.ics) de unos cambios, o de todos los pendientes. Al volver a importarlo mueve lo que se movió y quita lo que se canceló.',
  },
  options: {
    output: outputOption,
    format: textOption('ics', 'what is made', 'qué se hace'),
    ...pendingFilterOptions,
    alarm: {
      type: 'string',
      multiple: true,
      value: { en: 'DURATION|none', es: 'DURACIÓN|ninguna' },
      help: {
        en: 'remind so long before the start; 15m by default; may be given several times',
        es: 'avisar con esa antelación; 15m si no se dice; se puede repetir',
      },
    },
    attendees: flagOption(
      'invite those who take part or are to be told; of one change alone',
      'invitar a quienes participan o deben saberlo; de un solo cambio',
    ),
    now: nowOption,
  },
  examples: [
    'changebook calendar -o deployments.ics',
    'changebook calendar --customer ribera --alarm 1d --alarm 30m -o ribera.ics',
    'changebook calendar CHG-2026-0042 --attendees -o CHG-2026-0042.ics',
  ],
  run: calendarOfChanges,
};

interface ChosenChange {
  readonly workspace: LoadedWorkspace;
  readonly entry: IndexEntry;
}

/** The changes that a call is about. */
interface Chosen {
  readonly changes: readonly ChosenChange[];
  readonly language: Language;
  /** Whether something could not be read, and the calendar may lack it. */
  readonly unread?: boolean;
}

/** Makes the calendar file that a call asks for, and says what it could not hold. */
async function calendarOfChanges(call: Call): Promise<ExitCode> {
  call.oneOf('format', ['ics'], 'ics');
  const alarms = alarmsAsked(call);
  const filter = pendingFilterOf(call);
  const folders = call.paths.map((path) => isFolder(resolve(call.io.cwd, path)));
  if (folders.includes(true) && folders.includes(false)) throw wrongCall('calendarMixed');
  const named = folders.includes(false);
  const { changes, language, unread } = named ? await namedChanges(call) : await viewedChanges(call, filter);
  const invite = call.has('attendees');
  if (invite && changes.length !== 1) throw new UsageError(say(language, 'calendarOneInvitation'));
  const config = changes[0]?.workspace.config.config;
  const written = call.reportLanguage(config?.data.language);
  const { entries, left } = await entriesOf(call, changes, { told: language, written });
  if (!config || entries.length === 0) {
    if (!named || !left) call.tell(say(language, 'calendarEmpty'));
    return unread ? 2 : 1;
  }
  const { organizer, reachable } = organizerOf(config, written);
  if (invite && !reachable)
    throw new UsageError(say(language, 'calendarNoOrganizer', { field: '{ email }' }));
  const name = calendarName(written, named ? undefined : customerIn(config, filter), entries);
  const now = changes[0]?.workspace.now ?? call.now(undefined);
  writeOutput(
    call,
    language,
    calendarFile(entries, { language: written, name, organizer, alarms, invite, now }),
  );
  return unread ? 2 : named && left ? 1 : 0;
}

function alarmsAsked(call: Call): readonly number[] {
  const alarms = alarmsFrom(call.texts('alarm'));
  if (typeof alarms === 'object') return alarms;
  throw wrongValue('alarm', alarms, {
    en: 'a duration such as 15m, 2h or 1d, or none',
    es: 'una duración como 15m, 2h o 1d, o ninguna',
  });
}

function customerIn(config: WorkspaceConfig, { customer }: PendingFilter): string | undefined {
  return customerNamed(config, customer)?.name ?? customer;
}

/** The changes that a call names, each once. */
async function namedChanges(call: Call): Promise<Chosen> {
  const found = new Map<string, ChosenChange>();
  let language: Language | undefined;
  const workspaces = new Map<string, LoadedWorkspace>();
  for (const target of call.paths) {
    const named = await namedRecord(call, { paths: [target], loaded: workspaces, questions: false });
    language ??= named.language;
    if (named.entry.summary.type !== 'change')
      throw new UsageError(say(named.language, 'notAChange', { id: target }));
    found.set(named.path, { workspace: named.workspace, entry: named.entry });
  }
  return { changes: [...found.values()], language: language ?? call.language(undefined) };
}

/** The pending changes of a view, and those that were called off while their window was still to come. */
async function viewedChanges(call: Call, filter: PendingFilter): Promise<Chosen> {
  const changes: ChosenChange[] = [];
  const rows: PendingRow[] = [];
  const asked = await peopleAsked(call);
  const gathered = await gatherRecords(call, call.paths, (workspace, entry) => {
    const { config } = workspace.config;
    const people = asked(config);
    const row = pendingRow(entry, [], config);
    if (row?.isChange) rows.push(row);
    if (people && !entry.summary.change?.people?.some((key) => people.includes(key))) return;
    const isShown = row?.isChange
      ? isWanted(row, filter)
      : isCalledOff(entry, config, workspace.now, filter.customer);
    if (isShown) changes.push({ workspace, entry });
  });
  const language = call.language(gathered.language);
  tellUnknownCustomer(filter, gathered, rows, language);
  return { changes, language, unread: gathered.unread };
}

/** The entries of changes; what cannot be one is told. */
async function entriesOf(
  call: Call,
  changes: readonly ChosenChange[],
  { told, written }: { readonly told: Language; readonly written: Language },
): Promise<{ entries: readonly CalendarEntry[]; left: boolean }> {
  const sources: EntrySource[] = [];
  const names: string[] = [];
  for (const workspace of new Set(changes.map((change) => change.workspace))) {
    const own = changes.filter((change) => change.workspace === workspace).map(({ entry }) => entry);
    const files = own.map(({ file }) => file);
    const changedAt = await changeTimes(workspace.root, files, workspace.now);
    for (const { file, summary } of own) {
      const record = recordAt(workspace.root, file);
      if (record?.type !== 'change') continue;
      const { config } = workspace.config;
      sources.push({ record, stage: summary.stage, config, language: written, changedAt: changedAt(file) });
      names.push(summary.id ?? shownPath(call.io.cwd, workspace.root, file));
    }
  }
  const { entries, skipped: left } = calendarEntries(sources);
  for (const { source, gap } of left) {
    const id = oneLineValue(names[source] ?? '', 120);
    call.tell(say(told, gapTexts[gap], { id }));
  }
  return { entries, left: left.length > 0 };
}

const gapTexts = {
  noId: 'calendarNoId',
  noStart: 'calendarNoStart',
  twice: 'calendarTwice',
} as const;
