import * as vscode from 'vscode';
import { dateOf, wallTime } from '../../core/model/time/zoneClock';
import { drawForPrint } from '../../core/timeline/drawTimeline';
import { readingZone } from '../../core/timeline/readTimeline';
import { type DayRange, weekOf } from '../../core/timeline/timelineDays';
import { askWhere, tellSaved } from '../input/askWhere';
import type { Sessions } from '../session/sessions';
import { type TimelineWish, timelineOf, timelineSources } from './sessionTimeline';

/** This week and the three after it. */
export function usualDays(sessions: Sessions): DayRange {
  const { first } = weekOf(wallTime(Date.now(), readingZone(timelineSources(sessions))).day);
  return { first, last: first + 27 };
}

/** Draws some days for paper and saves them where the user says, or where the caller said. Gives the file. */
export async function saveTimeline(
  sessions: Sessions,
  wish: TimelineWish,
  asked: unknown,
): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('Save the calendar as a picture');
  const name = `calendar-${dateOf(wish.first)}.svg`;
  const uri = asked instanceof vscode.Uri ? asked : await askWhere(title, name, { SVG: ['svg'] });
  if (!uri) return undefined;
  const svg = drawForPrint(await timelineOf(sessions, wish));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(svg));
  if (asked instanceof vscode.Uri) return uri;
  const saved = vscode.l10n.t('The calendar was saved as {0}.', vscode.workspace.asRelativePath(uri));
  tellSaved(saved, () => vscode.commands.executeCommand('vscode.open', uri));
  return uri;
}
