import { strict as assert } from 'node:assert';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeAction, CodeLens, WorkspaceEdit } from 'vscode-languageserver/node';
import { LanguageClient, until } from './languageClient';
import { git, repositoryOf } from './repository';

const record = `---
id: CHG-2026-0001
type: change
title: Move
status: in_progress
release: { version: 4.10 }
---
# Move

## Checklist

- [ ] Stop
- [ ] Start

## Later

1. Look
`;
const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  'CHG-2026-0001.md': record.replace(/release.*\n/, ''),
};

const literals = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};
const resolving = {
  textDocument: {
    codeAction: {
      ...literals.textDocument.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

async function opened(text = files['CHG-2026-0001.md'], capabilities: object = literals, locale = 'en') {
  const folder = repositoryOf(files, 'Zoe Test');
  const client = await LanguageClient.start([folder], { capabilities, locale });
  const file = path.join(folder, 'CHG-2026-0001.md');
  const uri = client.open(file, text);
  await client.pulled(uri);
  return { client, folder, file, uri };
}

describe('Actions of the language server', () => {
  it('offers repairs, whose edits belong to the very text', async () => {
    const { client, uri } = await opened(record);
    const found = await client.actions(uri, 5);
    const fix = found.find(({ kind }) => kind === 'quickfix');
    assert.match(fix?.title ?? '', /Quote the version/);
    assert.equal(fix?.isPreferred, true);
    assert.deepEqual(textsOf(fix?.edit, uri), ['"4.10"']);
    const [all] = await client.actions(uri, 0, ['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.changebook');
    assert.deepEqual(textsOf(all?.edit, uri), ['"4.10"']);
  });

  it('makes an edit when it is chosen, and none for another text', async () => {
    const { client, uri } = await opened(record, resolving);
    const fix = (await client.actions(uri, 5)).find(({ kind }) => kind === 'quickfix');
    assert.equal(fix?.edit, undefined);
    const chosen = await client.request<CodeAction>('codeAction/resolve', fix);
    assert.deepEqual(textsOf(chosen.edit, uri), ['"4.10"']);
    client.change(uri, '\n', [0, 0, 0, 0]);
    await assert.rejects(client.request('codeAction/resolve', fix), /text has changed/);
  });

  it('offers boxes for what is done step by step', async () => {
    const { client, uri } = await opened();
    const [boxes] = await client.actions(uri, 15, ['refactor']);
    assert.equal(boxes?.title, 'Make a step of this item (a box)');
    assert.deepEqual(textsOf(boxes?.edit, uri), ['[ ] ']);
  });

  it('says above a checklist how far it is, and ticks by a commit', async () => {
    const { client, folder, uri } = await opened(undefined, literals, 'es');
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const titles = lenses.map(({ command }) => command?.title);
    assert.deepEqual(titles, ['0 de 2 pasos hechos', 'Marcar el siguiente paso: Stop']);
    const tick = lenses[1]?.command;
    assert.equal(tick?.command, 'changebook.tick');
    const answer = await client.run(tick);
    assert.equal((answer as { outcome?: string }).outcome, 'committed');
    assert.match(git(folder, 'log', '-1', '--format=%s'), /Stop/);
    assert.equal(git(folder, 'status', '--porcelain'), '');
    await until(() => client.shown.length > 0, 'a message');
    assert.match(client.shown[0] ?? '', /Stop.*commit/is);
  });

  it('does what the light bulb offers on a step', async () => {
    const { client, folder, uri } = await opened();
    const [tick] = await client.actions(uri, 11, ['refactor.changebook']);
    assert.equal(tick?.title, 'Tick this step (a commit)');
    await client.run(tick?.command);
    assert.match(git(folder, 'show', 'HEAD:CHG-2026-0001.md'), /- \[ \] Stop\n- \[x\] Start/);
  });

  it('takes over the new steps of a procedure that has gone on', async () => {
    const steps = '# Go\n\n## Checklist\n\n- [ ] Stop\n';
    const front = 'type: change\nstatus: in_progress\nprocedure: PROC-GO@1.0.0\n';
    const procedure = `---\nid: PROC-GO\ntype: procedure\nversion: "1.0.0"\n---\n${steps}`;
    const text = `---\nid: CHG-2026-0783\n${front}---\n${steps}`;
    const folder = repositoryOf({ 'PROC-GO.md': procedure, 'CHG-2026-0783.md': text }, 'Zoe Test');
    writeFileSync(path.join(folder, 'PROC-GO.md'), `${procedure.replace('1.0.0', '1.1.0')}- [ ] Look\n`);
    git(folder, 'commit', '--quiet', '--all', '--message', 'A step more');
    const client = await LanguageClient.start([folder], { capabilities: literals });
    const uri = client.open(path.join(folder, 'CHG-2026-0783.md'), text);
    const found = await client.actions(uri, 4);
    const update = found.find(({ command }) => command?.command === 'changebook.update');
    assert.match(update?.title ?? '', /new steps/);
    await client.run(update?.command);
    assert.match(git(folder, 'show', 'HEAD:CHG-2026-0783.md'), /@1\.1\.0[\s\S]*- \[ \] Look/);
  });

  it('leaves a record alone that has unsaved changes', async () => {
    const { client, folder, file, uri } = await opened();
    client.change(uri, 'x', [6, 2, 6, 2]);
    await client.run({ title: '', command: 'changebook.tick', arguments: [uri] });
    assert.match(client.shown.join(), /unsaved changes/);
    await client.run({ title: '', command: 'changebook.tick', arguments: ['CHG-2026-0001'] });
    assert.equal(client.shown.length, 2);
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD').trim(), '1');
    assert.equal(readFileSync(file, 'utf8'), files['CHG-2026-0001.md']);
  });

  it('leaves it alone by whichever of its names, and wherever that stands', async () => {
    const { client, folder, file } = await opened(`${record}More.\n`);
    const names = [file, 'CHG-2026-0001.md', './CHG-2026-0001.md', 'chg-2026-0001', '1', ' CHG-2026-0001'];
    const calls = [...names.map((name) => [name, 'owner=Zoe']), ['--yes', 'CHG-2026-0001', 'owner=Zoe']];
    for (const given of calls) {
      client.shown.length = 0;
      await client.run({ title: '', command: 'changebook.set', arguments: given });
      await until(() => client.shown.length > 0, 'an answer');
      assert.match(client.shown[0] ?? '', /unsaved changes/, given.join(' '));
    }
    assert.equal(git(folder, 'log', '--format=%s').trim().split('\n').length, 1);
  });

  it('says in one sentence what cannot be done', async () => {
    const { client, uri } = await opened();
    for (const command of [
      { title: '', command: 'changebook.nonsense' },
      { title: '', command: 'changebook.tick', arguments: [uri, { step: 1 }] },
      { title: '', command: 'changebook.tick', arguments: [uri, 'Nowhere'] },
      { title: '', command: 'changebook.tick', arguments: [] },
      { title: '', command: 'changebook.tick', arguments: [uri, 'x\0'] },
      { title: '', command: 'changebook.tick', arguments: ['--', uri, 'Nowhere'] },
      { title: '', command: 'changebook.skip', arguments: [uri, 'Stop'] },
    ])
      await client.run(command);
    assert.equal(client.shown.length, 7);
    for (const told of client.shown) assert.match(told, /^[^\n]+[.”?]$/);
  });

  it('takes in what was committed', async () => {
    const { client, folder, file } = await opened();
    appendFileSync(path.join(folder, '.changebook/config.yaml'), 'custom: 1\n');
    const changes = [{ uri: `file://${path.join(folder, '.changebook/config.yaml')}`, type: 2 }];
    client.tell('workspace/didChangeWatchedFiles', { changes });
    const config = `file://${path.join(folder, '.changebook/config.yaml')}`;
    assert.equal((await client.diagnostics(config)).length, 1);
    assert.ok(file);
  });
});

function textsOf(edit: WorkspaceEdit | undefined, uri: string): string[] {
  return edit?.changes?.[uri]?.map(({ newText }) => newText) ?? [];
}
