import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { killGroup, runCommand } from './childProcess';
import { endWithParent } from './endWithParent';
import { freePort, loopback } from './freePort';
import type { ServerHost } from './obtain';

export interface ServeOptions {
  readonly host: ServerHost;
  /** A free port is taken when it is left out. */
  readonly port?: number;
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** HOME of the server and of all that it starts, so that no one's git or VS Code settings leak in. */
  readonly home: string;
  /** Ask for workspace trust: the workspace then opens in restricted mode. */
  readonly trust: boolean;
  /** Lets the address carry a payload: the extension under development, and its tests. */
  readonly smokeDriver: boolean;
  /** Added to the environment of the server, which extensions inherit. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ServedWorkbench {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends the server with all that it started; may be called again. */
  stop(): Promise<void>;
  /** All that the server has printed until now. */
  log(): string;
}

const startTimeout = 60_000;
const portAttempts = 3;

/** Starts the VS Code server and waits until it answers. */
export async function serveWorkbench(options: ServeOptions): Promise<ServedWorkbench> {
  await Promise.all([options.userDataDir, options.extensionsDir, options.home].map(makeFolder));
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const server = startServer(options, port);
    const problem = await waitUntilReady(server);
    if (problem === undefined) return server.served;
    await server.served.stop();
    // Another process may have taken the port between finding it free and listening on it.
    const taken = server.served.log().includes('EADDRINUSE');
    if (!taken || options.port !== undefined || attempt === portAttempts) throw new Error(problem);
  }
}

/** Installs a packaged extension, as a user does, into an extensions folder. */
export async function installVsix(host: ServerHost, vsixPath: string, extensionsDir: string): Promise<void> {
  const dataDir = path.join(extensionsDir, '..', 'install-data');
  const args = [host.serverMain, '--install-extension', vsixPath, '--extensions-dir', extensionsDir];
  args.push('--server-data-dir', dataDir, '--accept-server-license-terms', '--force');
  const { code, output } = await runCommand(host.node, args, { env: serverEnvironment({}) });
  if (code === 0 && output.includes('was successfully installed')) return;
  throw new Error(`VS Code ${host.version} could not install ${vsixPath}: ${lastLines(output)}`);
}

interface StartedServer {
  readonly child: ChildProcess;
  readonly served: ServedWorkbench;
}

function startServer(options: ServeOptions, port: number): StartedServer {
  const child = spawn(options.host.node, serverArguments(options, port), {
    env: serverEnvironment({ ...options.env, HOME: options.home }),
    // A process group of its own, so that extension hosts and git processes can be ended with it.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.on('error', (error) => collect(Buffer.from(error.message)));
  const stop = stopper(child);
  return { child, served: { url: `http://${loopback}:${port}`, port, stop, log: () => output } };
}

function serverArguments(options: ServeOptions, port: number): string[] {
  const { host, userDataDir, extensionsDir } = options;
  return [
    host.serverMain,
    ...['--host', loopback, '--port', String(port)],
    ...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
    ...['--server-data-dir', path.join(userDataDir, 'server'), '--user-data-dir', userDataDir],
    ...['--extensions-dir', extensionsDir],
    ...(options.smokeDriver ? ['--enable-smoke-test-driver'] : []),
    ...(options.trust ? [] : ['--disable-workspace-trust']),
  ];
}

/** This process's environment without what VS Code leaves in its own terminals, which would confuse the server. */
function serverEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  // code-server takes its gallery from here; an empty one keeps the server off the network.
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}', ...extra };
}

/** Undefined when the server answers, else one sentence about why it does not. */
async function waitUntilReady({ child, served }: StartedServer): Promise<string | undefined> {
  const end = Date.now() + startTimeout;
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      return `The VS Code server stopped while starting: ${lastLines(served.log())}`;
    }
    if (await answers(served.url)) return undefined;
    await delay(50);
  }
  return `The VS Code server did not answer within ${startTimeout / 1000} s: ${lastLines(served.log())}`;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/version`)).ok;
  } catch {
    return false;
  }
}

function stopper(child: ChildProcess): () => Promise<void> {
  const killNow = (): void => killGroup(child, 'SIGKILL');
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const forget = endWithParent(killNow);
  return async () => {
    killGroup(child, 'SIGTERM');
    await Promise.race([ended, delay(2000, undefined, { ref: false })]);
    // The server may be gone while something that it started still runs in its group.
    killNow();
    await ended;
    forget();
  };
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-4).join(' | ') || 'it printed nothing.';
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
}
