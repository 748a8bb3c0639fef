import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { loopback } from './freePort';
import type { ServerHost } from './obtain';
import type { ServedWorkbench } from './serve';
import { quietSettings, type UserSettings } from './userSettings';

/** The scheme of the files that the window opens; they are on no disk. */
export const webScheme = 'memfs';

export interface WebServerOptions {
  /** A VS Code from which the workbench is taken; its server is not started. */
  readonly host: ServerHost;
  /** Absolute folders of the extensions that run in the browser, with package.json in them. */
  readonly extensions: readonly string[];
  /** The script that exports `run()`, as `/extension1/run.js`: it must lie in an extension. Else nothing is tested. */
  readonly suite?: string;
  /** What `/workspace.json` gives: the files of the workspace by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** User settings, on top of the quiet ones. */
  readonly settings?: UserSettings;
}

/**
 * Serves a workbench that has no server behind it, as github.dev does: extensions run in the browser's own extension
 * host, and files come from an extension alone.
 */
export async function serveWeb(options: WebServerOptions): Promise<ServedWorkbench> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    answer(decodeURIComponent(pathname), options).then(
      ({ type, body }) => {
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      },
      () => {
        requests.push(`404 ${pathname}`);
        response.writeHead(404).end();
      },
    );
  });
  const port = await listen(server);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${loopback}:${port}`, port, stop, log: () => requests.join('\n') };
}

interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
}

const workbenchScript = 'out/vs/code/browser/workbench/workbench.js';

async function answer(pathname: string, options: WebServerOptions): Promise<Answer> {
  const [, first = '', ...rest] = pathname.split('/');
  const inside = rest.join('/');
  if (first === '') return { type: 'text/html', body: page(options) };
  if (first === 'workspace.json') return { type: 'application/json', body: JSON.stringify(options.files) };
  if (first === 'static')
    return ofWorkbench(path.resolve(path.dirname(options.host.serverMain), '..'), inside);
  const folder = /^extension\d+$/.test(first) ? options.extensions[Number(first.slice(9))] : undefined;
  if (!folder) throw new Error(pathname);
  return fileIn(folder, inside);
}

const types: { readonly [ending: string]: string } = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

async function fileIn(folder: string, inside: string): Promise<Answer> {
  const file = path.join(folder, inside);
  if (!file.startsWith(folder + path.sep) || !(await stat(file)).isFile()) throw new Error(inside);
  return { type: types[path.extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
}

async function ofWorkbench(root: string, inside: string): Promise<Answer> {
  if (inside === workbenchScript) return withoutRemote(await fileIn(root, inside));
  // Built-in extensions lack their code for the browser here; what they contribute without code is there.
  if (/^extensions\/[^/]+\/dist\/browser\/\w+\.js$/.test(inside))
    return { type: 'text/javascript', body: 'exports.activate = () => {};' };
  return fileIn(root, inside);
}

/**
 * What is another one in a workbench without a server: it looks for none where its page comes from, and keeps the
 * user's settings in the browser. Microsoft's own builds for the web have both.
 */
const withoutServer: readonly (readonly [from: RegExp, to: string])[] = [
  [/remoteAuthority:location\.host/, 'remoteAuthority:void 0'],
  [/(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/, '$1vscodeUserData'],
];

function withoutRemote({ type, body }: Answer): Answer {
  let text = body.toString('utf8');
  for (const [from, to] of withoutServer) {
    if (!from.test(text)) throw new Error(`The workbench is another one: it has no ${from}.`);
    text = text.replace(from, to);
  }
  return { type, body: text };
}

function page({ extensions, suite, settings }: WebServerOptions): string {
  const at = (pathname: string): object => ({ scheme: 'http', authority: '{host}', path: pathname });
  const configuration = {
    developmentOptions: {
      extensions: extensions.map((_, index) => at(`/extension${index}`)),
      ...(suite ? { extensionTestsPath: at(suite) } : {}),
    },
    configurationDefaults: { ...quietSettings, ...settings },
    webviewEndpoint: '/static/out/vs/workbench/contrib/webview/browser/pre/',
    folderUri: { scheme: webScheme, path: '/sample' },
    // Nobody is asked whether these files are trusted; github.dev asks as every other window does.
    enableWorkspaceTrust: false,
    userDataPath: '/User',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
  };
  const data = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  // The host and its port are known to the page alone.
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${data}">
<link rel="stylesheet" href="/static/out/vs/code/browser/workbench/workbench.css">
</head><body aria-label=""></body>
<script>
const settings = document.getElementById('vscode-workbench-web-configuration');
settings.dataset.settings = settings.dataset.settings.replaceAll('{host}', location.host);
globalThis._VSCODE_FILE_ROOT = location.origin + '/static/out/';
</script>
<script type="module" src="/static/out/nls.messages.js"></script>
<script type="module" src="/static/${workbenchScript}"></script>
</html>`;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, loopback, () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
      else reject(new Error('The web server has no port.'));
    });
  });
}
