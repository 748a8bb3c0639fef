import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { LanguageClient, uriOf } from './languageClient';
import { changebook, folderOf, ticket } from './program';
import { git, repositoryOf } from './repository';

const change = `---
id: CHG-2026-0782
type: change
title: Move
customer: acme
tickets: [TKT-2026-0782]
---
# Move

See [the ticket](TKT-2026-0782.md) and TKT-2026-0783.
`;
const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  '.changebook/customers/acme.yaml': 'name: Acme\n',
  'CHG-2026-0782.md': change,
  'TKT-2026-0782.md': ticket('TKT-2026-0782'),
  'TKT-2026-0783.md': ticket('TKT-2026-0783'),
};
const renames = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
} as const;

async function opened(folder: string, capabilities: object = renames, text = change) {
  const client = await LanguageClient.start([folder], { capabilities });
  const uri = client.open(path.join(folder, 'CHG-2026-0782.md'), text);
  return { client, uri };
}

describe('Renames by the language server', () => {
  it('go wherever an id is written, and take its file along', async () => {
    const folder = folderOf(files);
    const { client, uri } = await opened(folder);
    const box = await client.at<{ placeholder: string }>('prepareRename', uri, 5, 14);
    assert.equal(box.placeholder, 'TKT-2026-0782');
    const newName = 'TKT-2026-0789';
    const edit = await client.at<WorkspaceEdit>('rename', uri, 5, 14, { newName });
    const parts = (edit.documentChanges ?? []) as (TextDocumentEdit | RenameFile)[];
    const [texts, moves] = [
      parts.flatMap((part) => ('edits' in part ? [part] : [])),
      parts.flatMap((part) => ('kind' in part ? [part as RenameFile] : [])),
    ];
    const own = texts.find(({ textDocument }) => textDocument.uri === uri);
    assert.equal(own?.textDocument.version, 1);
    assert.deepEqual(
      own?.edits.map((one) => ('newText' in one ? one.newText : '')),
      ['TKT-2026-0789', 'TKT-2026-0789.md'],
    );
    assert.deepEqual(
      moves.map(({ oldUri, newUri }) => [oldUri, newUri].map((one) => path.basename(one))),
      [['TKT-2026-0782.md', 'TKT-2026-0789.md']],
    );
  });

  it('leave files where a client cannot give them other names', async () => {
    const { client, uri } = await opened(folderOf(files), {});
    const edit = await client.at<WorkspaceEdit>('rename', uri, 5, 14, { newName: 'TKT-2026-0789' });
    assert.equal(edit.documentChanges, undefined);
    assert.deepEqual(
      edit.changes?.[uri]?.map(({ newText }) => newText),
      ['TKT-2026-0789'],
    );
  });

  it('are refused in one sentence: an id that exists here, or in another work tree', async () => {
    const folder = repositoryOf(files, 'Zoe Test');
    git(folder, 'worktree', 'add', '--quiet', '-b', 'other', `${folder}-other`);
    const other = 'TKT-2026-0784';
    writeFileSync(path.join(`${folder}-other`, `${other}.md`), ticket(other));
    const { client, uri } = await opened(folder);
    const rename = (newName: string) => client.at('rename', uri, 5, 14, { newName });
    await assert.rejects(rename('TKT-2026-0783'), /TKT-2026-0783 is the id of/);
    await assert.rejects(rename(other), new RegExp(`has the id ${other} already`));
    await assert.rejects(rename(''), /at least one character/);
    git(folder, 'worktree', 'remove', '--force', `${folder}-other`);
  });

  it('ask first where what people approved would not hold any more', async () => {
    const folder = repositoryOf(files, 'Zoe Test');
    const { code, err } = changebook(['approve', 'CHG-2026-0782', '--role', 'peer'], folder);
    assert.equal(code, 0, err);
    const approved = readFileSync(path.join(folder, 'CHG-2026-0782.md'), 'utf8');
    const { client, uri } = await opened(folder, renames, approved);
    const rename = (): Promise<WorkspaceEdit> =>
      client.at('rename', uri, 5, 14, { newName: 'TKT-2026-0789' });
    await assert.rejects(rename(), /Nothing was renamed/);
    assert.match(client.asked[0] ?? '', /does not hold any more:\nCHG-2026-0782: /);
    client.answer = 'Rename all the same';
    assert.ok((await rename()).documentChanges);
  });

  it('go by the text as it stands, saved or not', async () => {
    const { client, uri } = await opened(folderOf(files));
    client.change(uri, 'Also TKT-2026-0782.\n', [9, 0, 9, 0]);
    const edit = await client.at<WorkspaceEdit>('rename', uri, 9, 8, { newName: 'TKT-2026-0789' });
    const own = (edit.documentChanges ?? []).flatMap((part) =>
      'edits' in part && part.textDocument.uri === uri ? [part] : [],
    );
    assert.equal(own[0]?.edits.length, 3);
    assert.equal(own[0]?.textDocument.version, 2);
  });

  it('of files take along the links to them', async () => {
    const folder = folderOf(files);
    const { client, uri } = await opened(folder);
    await client.pulled(uri);
    const [oldUri, newUri] = ['TKT-2026-0782.md', 'tickets/TKT-2026-0782.md'].map((one) =>
      uriOf(path.join(folder, one)),
    );
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri, newUri }],
    });
    const [part] = edit.documentChanges ?? [];
    assert.ok(part && 'edits' in part);
    assert.deepEqual(
      part.edits.map((one) => ('newText' in one ? one.newText : '')),
      ['tickets/TKT-2026-0782.md'],
    );
  });
});
