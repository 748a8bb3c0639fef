import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** How one run of the command line ended. */
export interface ProgramAnswer {
  /** Its exit code; -1 where it did not end by itself. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface ProgramCall {
  readonly cwd: string;
  readonly input?: string | undefined;
  /** Variables besides those of this process. */
  readonly env?: { readonly [name: string]: string };
  /** Ends the process. */
  readonly signal?: AbortSignal | undefined;
}

/** The program beside the parts that this is one of. */
const programFile = join(__dirname, 'cli.js');
const patienceMs = 180_000;
const mostBytes = 64 * 1024 * 1024;

/**
 * Runs the command line as a process of its own: it can be ended at any point without harm, and whoever serves an
 * assistant, or is an editor, stays awake meanwhile.
 */
export function runProgram(args: readonly string[], call: ProgramCall): Promise<ProgramAnswer> {
  const { cwd, input, env = {}, signal } = call;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [programFile, ...args],
      {
        cwd,
        // In a window of VS Code this process is no Node by itself.
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1', ...env },
        maxBuffer: mostBytes,
        timeout: patienceMs,
        windowsHide: true,
        ...(signal && { signal }),
      },
      (error, out, err) => {
        const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
        resolve({ code, out, err: code < 0 && err === '' ? String(error?.message) : err });
      },
    );
    // It may end before it has read everything.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}
