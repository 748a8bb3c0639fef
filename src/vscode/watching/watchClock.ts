import * as vscode from 'vscode';

/** Something that looks different after certain moments, though nothing is saved. */
export interface ClockDriven {
  /** The next such moment, in milliseconds since 1970; Infinity where there is none. */
  nextMoment(): number;
  clockTicked(): void;
}

/** Several moments that follow each other at once are one look. */
const shortestMs = 100;
/** The longest that a timer can wait. */
const longestMs = 2 ** 31 - 1;

/**
 * The one timer: it waits for the next moment at which anything looks different. A machine that slept may be late, so
 * whoever comes back to the window makes it look at once.
 */
export class ClockWatch implements vscode.Disposable {
  private timer: NodeJS.Timeout | undefined;
  private planning: NodeJS.Timeout | undefined;
  private readonly focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) this.plan();
  });

  constructor(private readonly driven: readonly ClockDriven[]) {}

  /** Something changed: the next moment may be another one. Many such calls at once are one look. */
  plan(): void {
    this.planning ??= setTimeout(() => {
      this.planning = undefined;
      clearTimeout(this.timer);
      const next = Math.min(...this.driven.map((each) => each.nextMoment()));
      if (!Number.isFinite(next)) return;
      this.timer = setTimeout(
        () => this.tick(),
        Math.min(Math.max(next - Date.now(), shortestMs), longestMs),
      );
    }, 0);
  }

  private tick(): void {
    const now = Date.now();
    for (const each of this.driven) if (each.nextMoment() <= now) each.clockTicked();
    this.plan();
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.planning);
    this.focus.dispose();
  }
}
