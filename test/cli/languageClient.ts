import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type Command,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { project } from './program';

/** What a client says of itself. */
interface ClientOptions {
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly args?: readonly string[];
}

/** A client of the language server, as an editor has one: it starts the bundled program and talks to it. */
export class LanguageClient {
  /** What the server pushed of each file, by its address. */
  readonly pushed = new Map<string, PublishDiagnosticsParams>();
  /** What it showed to the user. */
  readonly shown: string[] = [];
  /** What it asked the user. */
  readonly asked: string[] = [];
  /** The answer to what it asks: the title of one of the buttons. */
  answer: string | undefined;
  /** What it wrote into the log. */
  readonly logged: string[] = [];
  readonly connection: ProtocolConnection;
  answered: InitializeResult = { capabilities: {} };
  private version = 0;
  private readonly exit: Promise<number | null>;

  private constructor(private readonly server: ChildProcess) {
    const { stdout, stdin } = server;
    if (!stdout || !stdin) throw new Error('a server without input and output');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.exit = new Promise((resolve) => server.on('exit', resolve));
    this.connection.onNotification('textDocument/publishDiagnostics', (told: PublishDiagnosticsParams) => {
      this.pushed.set(told.uri, told);
    });
    this.connection.onNotification('window/showMessage', ({ message }) => {
      this.shown.push(message);
    });
    this.connection.onNotification('window/logMessage', ({ message }) => {
      this.logged.push(message);
    });
    this.connection.onRequest('window/showMessageRequest', ({ message, actions }) => {
      this.asked.push(message);
      return actions.find(({ title }: { title: string }) => title === this.answer) ?? null;
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.onRequest('workspace/codeLens/refresh', () => null);
    this.connection.listen();
  }

  /** Starts a server for some folders, and ends when it has answered what it can. */
  static async start(folders: readonly string[], options: ClientOptions = {}): Promise<LanguageClient> {
    const cache = mkdtempSync(path.join(tmpdir(), 'changebook-lsp-'));
    const server = spawn(
      process.execPath,
      [path.join(project, 'dist/cli.js'), 'lsp', ...(options.args ?? [])],
      {
        cwd: folders[0],
        env: { ...process.env, CHANGEBOOK_CACHE_DIR: cache, XDG_CACHE_HOME: cache, LC_ALL: 'C' },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const client = new LanguageClient(server);
    clients.push(client);
    client.answered = await client.request('initialize', {
      processId: process.pid,
      rootUri: folders[0] === undefined ? null : uriOf(folders[0]),
      workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) })),
      capabilities: options.capabilities ?? {},
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    client.tell('initialized', {});
    return client;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params) as Promise<T>;
  }

  tell(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(file: string, text: string): string {
    const uri = uriOf(file);
    const languageId = file.endsWith('.md') ? 'markdown' : 'yaml';
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: ++this.version, text } });
    return uri;
  }

  /** Replaces a part of a text, or all of it where no range is given. */
  change(uri: string, text: string, range?: readonly [number, number, number, number]): void {
    const [line = 0, character = 0, endLine = 0, endCharacter = 0] = range ?? [];
    const changed = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    this.tell('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [range ? { range: changed, text } : { text }],
    });
  }

  /** Asks about a place of a text. */
  at<T>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<T> {
    return this.request(`textDocument/${method}`, {
      ...{ textDocument: { uri }, position: { line, character } },
      ...more,
    });
  }

  /** What is wrong with a text, as the client asks for it. */
  async pulled(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.request<{ items?: readonly Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items ?? [];
  }

  /** What can be done at a line. */
  async actions(uri: string, line: number, only?: readonly string[]): Promise<CodeAction[]> {
    const range = { start: { line, character: 0 }, end: { line, character: 0 } };
    const context = { diagnostics: await this.pulled(uri), ...(only ? { only } : {}) };
    return this.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** Runs a command, and gives its answer. */
  run(command: Command | undefined): Promise<unknown> {
    return this.request('workspace/executeCommand', {
      command: command?.command,
      arguments: command?.arguments,
    });
  }

  /** What is pushed of a file, once it fits. */
  async diagnostics(
    uri: string,
    fits: (found: readonly Diagnostic[]) => boolean = (found) => found.length > 0,
  ): Promise<readonly Diagnostic[]> {
    await until(() => fits(this.pushed.get(uri)?.diagnostics ?? []), `diagnostics of ${uri}`);
    return this.pushed.get(uri)?.diagnostics ?? [];
  }

  /** Ends the server as the protocol says, and gives what it ended with. */
  async end(): Promise<number | null> {
    await this.request('shutdown', undefined);
    this.tell('exit', undefined);
    return this.exit;
  }

  kill(): void {
    this.connection.dispose();
    this.server.kill();
  }

  /** Ends when the server has gone by itself. */
  gone(): Promise<number | null> {
    return this.exit;
  }

  /** The client vanishes without a word. */
  vanish(): void {
    this.server.stdin?.end();
  }
}

/** The address of a file. */
export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** Waits until something is so. */
export async function until(is: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !is(); waited += 20) {
    if (waited > 20_000) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const clients: LanguageClient[] = [];

after(() => {
  for (const client of clients) client.kill();
});
