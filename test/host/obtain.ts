import { obtainDesktop } from './desktop';
import { obtainServer } from './server';

/** `floor` is the oldest VS Code that the manifest allows, `newest` the newest that was tried. */
export type HostRelease = 'floor' | 'newest';
export type HostKind = 'desktop' | 'server';

/** The VS Code server and workbench of the npm package code-server, opened in a browser. */
export interface ServerHost {
  readonly kind: 'server';
  /** Version of VS Code, for example `1.103.2`. */
  readonly version: string;
  /** Node.js that can run it. */
  readonly node: string;
  /** VS Code's `out/server-main.js`. */
  readonly serverMain: string;
}

/** A VS Code with windows of its own. */
export interface DesktopHost {
  readonly kind: 'desktop';
  /** The application itself, as `@vscode/test-electron` wants it. */
  readonly executable: string;
  /** The command line `code`, where it is known. */
  readonly cli?: string;
}

export type Host = ServerHost | DesktopHost;

export interface ObtainOptions {
  readonly release?: HostRelease;
  /** Leave out to get the desktop where there is one, and the server everywhere else. */
  readonly kind?: HostKind;
}

/**
 * Finds a real VS Code, and fetches it into the cache folder the first time.
 * Throws an Error of one sentence when it cannot be had.
 */
export async function obtainHost(options: ObtainOptions & { kind: 'server' }): Promise<ServerHost>;
export async function obtainHost(options: ObtainOptions & { kind: 'desktop' }): Promise<DesktopHost>;
export async function obtainHost(options?: ObtainOptions): Promise<Host>;
export async function obtainHost(options: ObtainOptions = {}): Promise<Host> {
  const release = options.release ?? 'floor';
  if (options.kind === 'server') return obtainServer(release);
  const desktop = await obtainDesktop(release);
  if (typeof desktop !== 'string') return desktop;
  if (options.kind === 'desktop') throw new Error(desktop);
  return obtainServer(release);
}
