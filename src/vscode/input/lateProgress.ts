import * as vscode from 'vscode';

/** What takes longer shows that it is under way, and can be cancelled. */
const lateMs = 1000;

/** Runs something that is nearly always quick; where it is not, it shows so and can be cancelled. */
export async function withLateProgress<T>(
  title: string,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const running = run(controller.signal);
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (_, token) => {
        token.onCancellationRequested(() => controller.abort());
        await running.catch(() => undefined);
      },
    );
  }, lateMs);
  return running.finally(() => clearTimeout(timer));
}

/**
 * The same for what only reads: the status bar says at once that it is under way, and nobody waits any longer for what was
 * cancelled. Undefined then.
 */
export function unlessCancelled<T>(
  title: string,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const running = withLateProgress(title, (signal) => {
    const cancelled = new Promise<undefined>((resolve) =>
      signal.addEventListener('abort', () => resolve(undefined), { once: true }),
    );
    return Promise.race([run(signal), cancelled]);
  });
  vscode.window.setStatusBarMessage(`$(loading~spin) ${title}`, running);
  return running;
}
