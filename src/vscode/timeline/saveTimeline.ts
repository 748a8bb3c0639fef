import * as vscode from 'vscode';
import { dateOf, wallTime } from '../../core/model/time/zoneClock';
import { drawForPrint } from '../../core/timeline/drawTimeline';
import { readingZone } from '../../core/timeline/readTimeline';
import { type DayRange, weekOf } from '../../core/timeline/timelineDays';
import type { Sessions } from '../session/sessions';
import { timelineOf, timelineSources } from './sessionTimeline';

/** This week and the three after it. */
export function usualDays(sessions: Sessions): DayRange {
  const { first } = weekOf(wallTime(Date.now(), readingZone(timelineSources(sessions))).day);
  return { first, last: first + 27 };
}

/** Draws some days for paper and saves them where the user says, or where the caller said. Gives the file. */
export async function saveTimeline(
  sessions: Sessions,
  days: DayRange,
  asked: unknown,
): Promise<vscode.Uri | undefined> {
  const uri = asked instanceof vscode.Uri ? asked : await askWhere(days);
  if (!uri) return undefined;
  const svg = drawForPrint(await timelineOf(sessions, days));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(svg));
  if (asked instanceof vscode.Uri) return uri;
  const open = vscode.l10n.t('Open');
  const saved = vscode.l10n.t('The calendar was saved as {0}.', vscode.workspace.asRelativePath(uri));
  void vscode.window.showInformationMessage(saved, open).then((answer) => {
    if (answer === open) void vscode.commands.executeCommand('vscode.open', uri);
  });
  return uri;
}

function askWhere({ first }: DayRange): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `calendar-${dateOf(first)}.svg`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the calendar as a picture'),
    filters: { SVG: ['svg'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
}
