import * as vscode from 'vscode';
import type { Sessions } from './sessions';

const minuteMs = 60_000;

/** Looks once a minute at what depends on the clock: a change becomes overdue while nobody saves anything. */
export function watchClock(sessions: Sessions): vscode.Disposable {
  const timer = setInterval(() => sessions.clockTicked(), minuteMs);
  return new vscode.Disposable(() => clearInterval(timer));
}
