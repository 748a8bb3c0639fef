import * as vscode from 'vscode';
import { minutesText } from '../../core/model/time/duration';
import { dayMs } from '../../core/model/time/zoneClock';
import type { PendingRow } from '../../core/pending/pendingRow';
import { isBeyondRelease, isReleasing } from '../../core/pending/pendingWindow';
import { commandIds } from '../commandIds';
import { showInTurn } from '../input/toastTurns';
import type { ClockDriven } from '../watching/watchClock';
import type { PendingModel, PendingPlace } from './pendingModel';

const rememberedKey = 'changebook.reminded';
/** Of what was told long ago nobody has to know any more. */
const mostRemembered = 500;

/** A moment at which a person is reminded of a change, once. */
interface Reminder {
  readonly kind: 'ahead' | 'overrun' | 'step';
  readonly from: number;
  /** From here on it would come too late. */
  readonly until: number;
  /** The step that is due. */
  readonly step?: string;
  /** Of several windows the one that begins. */
  readonly phase?: string;
}

/**
 * Reminds of a window some minutes before it begins, of one that is overrun, and of steps that are due: quietly, once for each
 * change, one after the other, and only where the setting asks for it.
 */
export class Reminders implements ClockDriven, vscode.Disposable {
  private readonly following: vscode.Disposable;

  constructor(
    private readonly model: PendingModel,
    private readonly memory: vscode.Memento,
  ) {
    // A window may be near from the beginning, or move there.
    this.following = model.onDidChange(() => this.clockTicked());
  }

  dispose(): void {
    this.following.dispose();
  }

  nextMoment(): number {
    if (!isWanted()) return Number.POSITIVE_INFINITY;
    let next = Number.POSITIVE_INFINITY;
    const [now, ahead] = [Date.now(), aheadMs()];
    for (const { placed } of this.model.all()) {
      for (const { from } of remindersOf(placed.row, ahead)) if (from > now) next = Math.min(next, from);
    }
    return next;
  }

  clockTicked(): void {
    if (!isWanted()) return;
    const [now, ahead] = [Date.now(), aheadMs()];
    for (const place of this.model.all()) {
      for (const reminder of remindersOf(place.placed.row, ahead))
        if (reminder.from <= now && now < reminder.until) this.remind(place, reminder);
    }
  }

  private remind({ session, placed: { row } }: PendingPlace, reminder: Reminder): void {
    const { kind, from, step } = reminder;
    const key = `${session.root}\n${row.file}\n${kind}\n${from}${step === undefined ? '' : `\n${step}`}`;
    const told = this.memory.get<readonly string[]>(rememberedKey, []);
    if (told.includes(key)) return;
    void this.memory.update(rememberedKey, [...told, key].slice(-mostRemembered));
    const uri = session.uriOf(row.file);
    void tell(row, reminder, uri);
  }
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('changebook').get('reminders', false);
}

/** How long before its window somebody is reminded of a change. */
function reminderMinutes(): number {
  return Math.max(1, vscode.workspace.getConfiguration('changebook').get('reminderMinutes', 15));
}

function aheadMs(): number {
  return reminderMinutes() * 60_000;
}

function remindersOf(row: PendingRow, ahead: number): Reminder[] {
  const own = windowReminder(row, ahead);
  const steps = row.due.map(
    ({ at, text }): Reminder => ({ kind: 'step', from: at, until: at + dayMs, step: text }),
  );
  return [...(own ? [own] : []), ...phaseReminders(row, ahead), ...steps];
}

/** Each phase is a window that somebody has to be there for. */
function phaseReminders(row: PendingRow, ahead: number): Reminder[] {
  if (row.unreadable || row.goesBack || isBeyondRelease(row)) return [];
  return row.phases
    .slice(1)
    .map(({ name, start }) => ({ kind: 'ahead', from: start - ahead, until: start, phase: name }));
}

function windowReminder(row: PendingRow, ahead: number): Reminder | undefined {
  const { start, end = start } = row;
  if (start === undefined || end === undefined || row.unreadable || isBeyondRelease(row)) return undefined;
  const [first] = row.phases;
  if (!isReleasing(row))
    return { kind: 'ahead', from: start - ahead, until: start, ...(first ? { phase: first.name } : {}) };
  return end > start ? { kind: 'overrun', from: end, until: Number.POSITIVE_INFINITY } : undefined;
}

async function tell(row: PendingRow, { kind, step, phase }: Reminder, uri: vscode.Uri): Promise<void> {
  const title = [phase, row.title].filter(Boolean).join(' · ');
  const name = [row.id ?? row.file, title].filter(Boolean).join(' ');
  const message =
    kind === 'step'
      ? vscode.l10n.t('A step of {0} is due: {1}', name, step ?? '')
      : kind === 'ahead'
        ? vscode.l10n.t('{0} begins within {1}.', name, minutesText(reminderMinutes()))
        : vscode.l10n.t(
            '{0} is beyond the end of its window: those affected should hear of the delay.',
            name,
          );
  const open = vscode.l10n.t('Open record');
  const draft = vscode.l10n.t('Draft delay notice');
  const offered = kind === 'overrun' ? [draft, open] : [open];
  const chosen = await showInTurn(() => vscode.window.showInformationMessage(message, ...offered));
  if (chosen === open) await vscode.commands.executeCommand(commandIds.openRecord, uri);
  if (chosen === draft)
    await vscode.commands.executeCommand(commandIds.previewNotice, uri, { kind: 'delay' });
}
