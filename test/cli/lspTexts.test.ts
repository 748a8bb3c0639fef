import { strict as assert } from 'node:assert';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import { LanguageClient, until, uriOf } from './languageClient';
import { folderOf, project, ticket } from './program';
import { git, repositoryOf } from './repository';

const config = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  '.changebook/customers/acme.yaml': 'name: Acme\n',
};
const wrong = ticket('TKT-2026-0001', 'customer: nobody\n');

describe('Clients of the language server', () => {
  it('may ask instead of being told', async () => {
    const folder = folderOf({
      ...config,
      'TKT-2026-0001.md': wrong,
      'TKT-2026-0002.md': ticket('TKT-2026-0002'),
    });
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    };
    const client = await LanguageClient.start([folder], { capabilities });
    const all = await client.request<Report>('workspace/diagnostic', { previousResultIds: [] });
    const [one] = all.items;
    assert.deepEqual(
      all.items.map(({ uri, items }) => [uri, items?.length]),
      [[uriOf(path.join(folder, 'TKT-2026-0001.md')), 1]],
    );
    const known = { uri: one?.uri, value: one?.resultId };
    const again = await client.request<Report>('workspace/diagnostic', { previousResultIds: [known] });
    assert.deepEqual(
      again.items.map(({ kind }) => kind),
      ['unchanged'],
    );
    const uri = client.open(
      path.join(folder, 'TKT-2026-0002.md'),
      ticket('TKT-2026-0002', 'customer: who\n'),
    );
    assert.match(String((await client.pulled(uri))[0]?.message), /who/);
    assert.equal(client.pushed.size, 0);
  });

  it('may send versions that do not grow, and changes after a close', async () => {
    const folder = folderOf(config);
    const client = await LanguageClient.start([folder]);
    const file = path.join(folder, 'TKT-2026-0001.md');
    const uri = client.open(file, ticket('TKT-2026-0001'));
    for (const version of [1, 1, -5, null])
      client.tell('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [
          { range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } }, text: ' ' },
        ],
      });
    client.change(uri, 'customer: nobody\n', [3, 0, 3, 0]);
    assert.deepEqual(
      (await client.pulled(uri)).map(({ range }) => range.start.line),
      [3],
    );
    client.tell('textDocument/didClose', { textDocument: { uri } });
    client.change(uri, 'lost', [3, 0, 3, 0]);
    client.tell('textDocument/didClose', { textDocument: { uri } });
    await until(() => client.logged.length >= 2, 'two sentences');
    assert.match(client.logged.join('\n'), /versions of a text do not grow.*\n.*not open was left out/);
    assert.equal(await client.end(), 0);
  });

  it('may send a text of five million characters', async () => {
    const folder = folderOf(config);
    const client = await LanguageClient.start([folder]);
    const file = path.join(folder, 'TKT-2026-0001.md');
    const uri = client.open(file, wrong + 'A sentence of the body. '.repeat(210_000));
    client.change(uri, 'x', [6, 0, 6, 0]);
    await client.pulled(uri);
    await client.at('completion', uri, 3, 10);
    await client.at('hover', uri, 3, 2);
    await until(() => client.logged.length > 0, 'a sentence');
    assert.match(client.logged[0] ?? '', /more than a million characters/);
    assert.equal(await client.end(), 0);
  });

  it('may have two folders of one repository, and open and close others', async () => {
    const folder = folderOf({
      ...config,
      'a/TKT-2026-0001.md': wrong,
      'b/TKT-2026-0002.md': ticket('TKT-2026-0002'),
    });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const other = folderOf({ ...config, 'TKT-2026-0003.md': wrong.replaceAll('0001', '0003') });
    const folders = [path.join(folder, 'a'), path.join(folder, 'b')];
    const client = await LanguageClient.start(folders, {
      capabilities: { workspace: { workspaceFolders: true } },
    });
    const first = await client.diagnostics(uriOf(path.join(folder, 'a/TKT-2026-0001.md')));
    assert.equal(first.length, 1);
    const third = uriOf(path.join(other, 'TKT-2026-0003.md'));
    const change = (event: object): void => client.tell('workspace/didChangeWorkspaceFolders', { event });
    change({ added: [{ uri: uriOf(other), name: 'other' }], removed: [] });
    await client.diagnostics(third);
    change({ added: [], removed: [{ uri: uriOf(other), name: 'other' }] });
    await client.diagnostics(third, (found) => found.length === 0);
    assert.equal(client.pushed.get(uriOf(path.join(folder, 'a/TKT-2026-0001.md')))?.diagnostics.length, 1);
  });

  it('may hold the configuration, which counts as it is typed', async () => {
    const folder = folderOf({ ...config, 'TKT-2026-0001.md': wrong });
    const client = await LanguageClient.start([folder]);
    const record = uriOf(path.join(folder, 'TKT-2026-0001.md'));
    await client.diagnostics(record);
    const uri = client.open(path.join(folder, '.changebook/config.yaml'), config['.changebook/config.yaml']);
    client.change(uri, 'rules: { customer/unknown: "off" }\n', [1, 0, 1, 0]);
    await client.diagnostics(record, (found) => found.length === 0);
    client.tell('textDocument/didClose', { textDocument: { uri } });
    await client.diagnostics(record);
  });

  it('may open a file of no folder', async () => {
    const client = await LanguageClient.start([]);
    const folder = folderOf({});
    const lost = client.open(
      path.join(folder, 'TKT-2026-0001.md'),
      ticket('TKT-2026-0001', 'status: 7 - nowhere\n'),
    );
    assert.ok((await client.diagnostics(lost)).length > 0);
    client.tell('textDocument/didClose', { textDocument: { uri: lost } });
    await client.diagnostics(lost, (found) => found.length === 0);
    const unnamed = { uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text: wrong };
    client.tell('textDocument/didOpen', { textDocument: unnamed });
    assert.equal(await client.end(), 0);
  });

  it('may cancel what they asked', async () => {
    const folder = folderOf({ ...config, 'TKT-2026-0001.md': wrong });
    const client = await LanguageClient.start([folder]);
    const uri = client.open(path.join(folder, 'TKT-2026-0001.md'), wrong);
    const source = new CancellationTokenSource();
    const asked = [place(uri), place(uri), { textDocument: { uri } }].map((params, at) =>
      client.connection.sendRequest(`textDocument/${at < 2 ? 'hover' : 'diagnostic'}`, params, source.token),
    );
    source.cancel();
    const ended = await Promise.allSettled(asked);
    const codes = ended.map((end) => (end.status === 'rejected' ? end.reason.code : 0));
    assert.equal(codes[2], -32800);
    assert.ok(await client.at('hover', uri, 2, 2));
  });

  it('may ask too early, too late and twice to begin, and nothing is done', async () => {
    const folder = repositoryOf({ ...config, 'TKT-2026-0001.md': ticket('TKT-2026-0001', '') }, 'Zoe');
    const early = { command: 'changebook.set', arguments: ['TKT-2026-0001', 'owner=Zoe'] };
    const line = JSON.stringify({
      ...{ jsonrpc: '2.0', id: 1 },
      ...{ method: 'workspace/executeCommand', params: early },
    });
    const server = spawn(process.execPath, [path.join(project, 'dist/cli.js'), 'lsp'], { cwd: folder });
    let answer = '';
    server.stdout.on('data', (chunk) => {
      answer += chunk;
    });
    server.stdin.write(`Content-Length: ${line.length}\r\n\r\n${line}`);
    await until(() => answer.includes('"id":1'), 'an answer');
    server.kill();
    assert.match(answer, /"error":\{"code":-32002,/);
    const client = await LanguageClient.start([folder]);
    await assert.rejects(client.request('initialize', { capabilities: {} }), { code: -32600 });
    await client.request('shutdown', undefined);
    await assert.rejects(client.request('workspace/executeCommand', early), { code: -32600 });
    client.tell('exit', undefined);
    assert.equal(await client.gone(), 0);
    assert.equal(git(folder, 'log', '--format=%s'), 'Begin\n');
  });

  it('may vanish, and name a nonsense language', async () => {
    const folder = folderOf(config);
    const client = await LanguageClient.start([folder], { locale: '??' });
    await client.pulled(uriOf(path.join(folder, 'none.md')));
    client.vanish();
    assert.equal(await client.gone(), 1);
  });

  it('hear of files that others write, also where they watch none', async () => {
    const folder = folderOf(config);
    const client = await LanguageClient.start([folder]);
    const uri = client.open(path.join(folder, 'TKT-2026-0002.md'), ticket('TKT-2026-0002'));
    await client.pulled(uri);
    mkdirSync(path.join(folder, 'sub'));
    writeFileSync(path.join(folder, 'sub/TKT-2026-0001.md'), wrong);
    client.tell('textDocument/didSave', { textDocument: { uri } });
    await client.diagnostics(uriOf(path.join(folder, 'sub/TKT-2026-0001.md')));
  });
});

interface Report {
  readonly items: readonly {
    readonly uri: string;
    readonly kind: string;
    readonly resultId?: string;
    readonly items?: readonly Diagnostic[];
  }[];
}

function place(uri: string): object {
  return { textDocument: { uri }, position: { line: 2, character: 2 } };
}
