import { strict as assert } from 'node:assert';
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type CheckReport, checkReportSchema } from '../../src/core/report/checkReportSchema';
import { type ShowReport, showReportSchema } from '../../src/core/report/showReport';

export const project = path.resolve(__dirname, '../..');
const bundle = path.join(project, 'dist/cli.js');
const caches = mkdtempSync(path.join(tmpdir(), 'changebook-cache-'));

/** What a call of the real program ended with. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface CallOptions {
  /** The folder of caches; without it, one that all calls of these tests share. */
  readonly cache?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/**
 * Runs the bundled program in a thread that has it loaded already, which takes a tenth of the time of a process;
 * `npm test` builds it before.
 */
export function changebook(args: readonly string[], cwd: string, options: CallOptions = {}): Ended {
  thread ??= threadOfProgram();
  const ready = new Int32Array(new SharedArrayBuffer(4));
  thread.postMessage({ args, cwd, env: environment(options), input: options.input ?? '', ready });
  // Who waits here hears no events, so that the answer is fetched.
  if (Atomics.wait(ready, 0, 0, 100_000) === 'timed-out') {
    // It hangs, and so would every other call.
    thread = undefined;
    assert.fail(`no answer to ${args.join(' ')}`);
  }
  const { code, out, err } = receiveMessageOnPort(thread)?.message ?? assert.fail('an empty answer');
  return ended(code, out, err);
}

let thread: MessagePort | undefined;

/** A thread that has the program loaded, and the port on which it takes calls. */
function threadOfProgram(): MessagePort {
  assert.ok(existsSync(bundle), 'dist/cli.js is built (npm run build)');
  const { port1, port2 } = new MessageChannel();
  const workerData = { port: port2, bundle };
  const worker = new Worker(path.join(__dirname, 'programWorker.cjs'), { workerData, transferList: [port2] });
  worker.unref();
  port1.unref();
  return port1;
}

/** Runs the bundled program as a process of its own, for what only a process shows. */
export function program(
  args: readonly string[],
  cwd: string,
  { cache, env, ...options }: Omit<SpawnSyncOptions, 'input' | 'env'> & CallOptions = {},
): Ended {
  assert.ok(existsSync(bundle), 'dist/cli.js is built (npm run build)');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    timeout: 120_000,
    ...options,
    cwd,
    env: environment({ ...(cache && { cache }), ...(env && { env }) }),
  });
  return ended(status, stdout, stderr);
}

function environment({ cache = caches, env }: CallOptions): NodeJS.ProcessEnv {
  return { ...process.env, CHANGEBOOK_CACHE_DIR: cache, XDG_CACHE_HOME: caches, ...env };
}

function ended(code: number | null, out: string | Uint8Array, err: string | Uint8Array): Ended {
  const text = (said: string | Uint8Array): string => Buffer.from(said as Uint8Array).toString('utf8');
  return { code, out: text(out), err: text(err).replace(progress, '') };
}

/** What is told each second on a machine that is busy. */
const progress = /^(?:Reading|Leyendo) \d+ (?:of|de) \d+ .*\n/gm;

/** Runs `check --format json` and makes sure that the report is what its schema says. */
export function checkJson(
  args: readonly string[],
  cwd: string,
  options: Parameters<typeof program>[2] = {},
  run: typeof program = changebook,
): CheckReport & { code: number | null } {
  const { code, out, err } = run(['check', ...args, '--format', 'json'], cwd, options);
  assert.ok(out.startsWith('{'), err);
  return { ...checkReportSchema.parse(JSON.parse(out)), code };
}

export function showJson(target: string, cwd: string): ShowReport {
  const { out, err } = changebook(['show', target, '--format', 'json'], cwd);
  assert.ok(out.startsWith('{'), err);
  return showReportSchema.parse(JSON.parse(out));
}

/** Each finding in one line: `file:line:column severity rule`. */
export function lines(report: CheckReport): string[] {
  return report.findings.map(
    ({ file, start, severity, rule }) => `${file}:${start.line}:${start.column} ${severity} ${rule}`,
  );
}

/** Makes a folder of files for one test, removed when the tests end. */
export function folderOf(files: { readonly [name: string]: string | Buffer }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'changebook-cli-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const folders: string[] = [caches];

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A ticket, the smallest record that can be clean. */
export function ticket(id: string, front = ''): string {
  return `---\nid: ${id}\ntype: ticket\n${front}---\n# ${id}\n`;
}
