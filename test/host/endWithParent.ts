const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const endings = new Set<() => void>();

/**
 * Calls `end` when this process ends in any way that can be noticed. Returns a function that takes it back. Processes
 * in a group of their own need it: Ctrl+C in the terminal does not reach them.
 */
export function endWithParent(end: () => void): () => void {
  if (endings.size === 0) listen();
  endings.add(end);
  return () => {
    endings.delete(end);
    if (endings.size === 0) unlisten();
  };
}

function endAll(): void {
  for (const end of endings) end();
}

/**
 * Having listened, Node no longer ends by itself. Others who listen may still want to tidy up, but Playwright, for
 * one, does not end the process on SIGTERM, so they get a moment only.
 */
function onSignal(signal: NodeJS.Signals): void {
  endAll();
  const others = process.listenerCount(signal) > 1;
  setTimeout(() => process.exit(signal === 'SIGINT' ? 130 : 143), others ? 3000 : 0).unref();
}

function listen(): void {
  process.on('exit', endAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unlisten(): void {
  process.removeListener('exit', endAll);
  for (const signal of signals) process.removeListener(signal, onSignal);
}
