import * as vscode from 'vscode';
import { alarmsFrom } from '../../core/calendarFile/alarms';
import { type CalendarEntries, calendarEntries } from '../../core/calendarFile/calendarEntries';
import { type EntrySource, isCalledOff } from '../../core/calendarFile/calendarEntry';
import { calendarFile } from '../../core/calendarFile/calendarFile';
import { calendarName, organizerOf } from '../../core/calendarFile/calendarOwner';
import { customerNamed } from '../../core/config/workspaceConfig';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { recordFor } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { askWhere, tellSaved } from '../input/askWhere';
import { type CommandArguments, commandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickFrom } from '../input/pickOne';
import type { PendingModel } from '../pending/pendingModel';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { withPlurals } from '../withPlurals';
import type { RunCommand } from './runCommand';

interface Place {
  readonly session: WorkspaceSession;
  readonly file: string;
}

/** What a file is made of: one change, or all that the view of pending deployments shows. */
interface Wish {
  readonly places: readonly Place[];
  readonly whole: boolean;
}

/**
 * `Changebook: Save Calendar File…`: the change that it was called with, else that of the active editor or all that the
 * view shows, as the user says. Words: `record`, `view`, `to` (an address), `alarm`, `attendees`. Gives the file.
 */
export const saveCalendarFile: RunCommand = async ({ sessions, views }, asked, more) => {
  const { model } = views;
  const args = commandArguments(asked, more);
  const wish = await wishOf(sessions, model, args);
  if (!wish) return undefined;
  const made = await entriesOf(sessions, wish);
  const config = wish.places[0]?.session.input().config;
  if (!config || made.entries.length === 0) throw new NothingChangedError(nothingToSave(wish));
  const { organizer, reachable } = organizerOf(config, language);
  const invite = await isInvitation(wish, made, args, reachable);
  if (invite === undefined) return undefined;
  const alarms = alarmsFrom([args.text('alarm')].filter((text) => text !== undefined));
  if (typeof alarms === 'string')
    throw new NothingChangedError(vscode.l10n.t('“{0}” is no duration', alarms));
  const { customer } = model.filter;
  const narrowed = wish.whole ? (customerNamed(config, customer)?.name ?? customer) : undefined;
  const name = calendarName(language, narrowed, made.entries);
  const to = args.text('to');
  const title = vscode.l10n.t('Save the calendar file');
  const uri =
    to === undefined ? await askWhere(title, nameFor(wish), { iCalendar: ['ics'] }) : vscode.Uri.parse(to);
  if (!uri) return undefined;
  const now = Date.now();
  const text = calendarFile(made.entries, { language, name, organizer, alarms, invite, now });
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  if (to === undefined) tellSaved(savedText(uri, made), () => vscode.env.openExternal(uri));
  return uri;
};

async function wishOf(
  sessions: Sessions,
  model: PendingModel,
  args: CommandArguments,
): Promise<Wish | undefined> {
  const view = viewOf(model);
  if (args.text('view') !== undefined) return view;
  const target = await recordFor(sessions, args.record);
  if (args.record !== undefined && target?.record.type !== 'change')
    throw new NothingChangedError(
      vscode.l10n.t('{0} is not a change', target?.record.data.id ?? String(args.record)),
    );
  if (target?.record.type !== 'change') return view;
  const { session, file, record } = target;
  const one: Wish = { places: [{ session, file }], whole: false };
  if (args.record !== undefined || view.places.length === 0) return one;
  const items = [
    { label: record.data.id ?? file, description: vscode.l10n.t('this change'), wish: one },
    {
      label: vscode.l10n.t('Pending deployments'),
      description: vscode.l10n.t('all that the view shows ({0})', view.places.length),
      wish: view,
    },
  ];
  const placeHolder = vscode.l10n.t('What goes into the calendar file?');
  return (await pickFrom(items, { placeHolder }))?.wish;
}

/** All that the view shows, and what was called off while its window was still to come: entries of it are to go. */
function viewOf(model: PendingModel): Wish {
  const places: Place[] = [];
  for (const { session, placed } of model.all())
    if (placed.group !== undefined && placed.row.isChange) places.push({ session, file: placed.row.file });
  for (const session of model.workspaces()) {
    const { config } = session.input();
    for (const entry of session.records())
      if (isCalledOff(entry, config, Date.now(), model.filter.customer))
        places.push({ session, file: entry.file });
  }
  return { places, whole: true };
}

async function entriesOf(sessions: Sessions, { places }: Wish): Promise<CalendarEntries> {
  const sources: EntrySource[] = [];
  const now = Date.now();
  for (const session of new Set(places.map((place) => place.session))) {
    const files = places.filter((place) => place.session === session).map(({ file }) => file);
    const changedAt = await session.git.changeTimes(files, now);
    const { config } = session.input();
    for (const file of files) {
      const uri = session.uriOf(file);
      const open = sessions.openDocument(uri);
      const text = open?.getText() ?? (await textIn(uri));
      // Gone since the view was drawn, which will follow.
      if (text === undefined) continue;
      const record = parseRecord(text, { expected: true });
      const stage = session.entryOf(file)?.summary.stage;
      if (record?.type !== 'change' || stage === undefined) continue;
      const committed = changedAt(file);
      // What nobody has saved comes after everything that is committed.
      const at = open?.isDirty ? Math.max(now, committed) : committed;
      sources.push({ record, stage, config, language, changedAt: at });
    }
  }
  return calendarEntries(sources);
}

async function textIn(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
  } catch {
    return undefined;
  }
}

function nothingToSave({ whole }: Wish): string {
  return whole
    ? vscode.l10n.t('no pending deployment that the view shows has a start')
    : vscode.l10n.t('the change has no id or no start');
}

/** Whether those who take part are invited: asked where there is somebody, and somebody whom they can answer. */
async function isInvitation(
  { whole }: Wish,
  { entries }: CalendarEntries,
  args: CommandArguments,
  reachable: boolean,
): Promise<boolean | undefined> {
  const [entry] = entries;
  const people = entry ? [...entry.performers, ...entry.informed] : [];
  if (whole || !reachable || people.length === 0) return false;
  if (args.text('attendees') !== undefined) return args.text('attendees') === 'yes';
  if (args.text('to') !== undefined) return false;
  const items = [
    { label: vscode.l10n.t('An entry for my own calendar'), invite: false },
    {
      label: withPlurals(vscode.l10n.t('An invitation to {0} {0|person|people}'), people.length),
      detail: people.map(({ address }) => address).join(', '),
      invite: true,
    },
  ];
  const placeHolder = vscode.l10n.t('Who is it for? Nothing is sent.');
  return (await pickFrom(items, { placeHolder, more: 0 }))?.invite;
}

/** The name that is proposed for the file. */
function nameFor({ places, whole }: Wish): string {
  const [place] = places;
  const id = whole ? undefined : place?.session.entryOf(place.file)?.summary.id;
  return `${id?.replace(/[^\w.-]/g, '-') ?? vscode.l10n.t('deployments')}.ics`;
}

function savedText(uri: vscode.Uri, { entries, skipped }: CalendarEntries): string {
  const file = vscode.workspace.asRelativePath(uri);
  if (skipped.length === 0) return vscode.l10n.t('Saved {0}; entries: {1}.', file, entries.length);
  return vscode.l10n.t(
    'Saved {0}; entries: {1}; left out for want of a start or an id of their own: {2}.',
    file,
    entries.length,
    skipped.length,
  );
}
