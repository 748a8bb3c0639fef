import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assistedRepository, connected, disconnect, RawServer, said } from './assistants';
import { git } from './repository';

const id = 'CHG-2026-0001';

describe('The server for assistants, badly called', () => {
  afterEach(disconnect);

  it('says in one sentence what is wrong with an argument, and does nothing', async () => {
    const folder = assistedRepository();
    const client = await connected(folder, '--allow-writes');
    const deep = JSON.parse(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`);
    const wrong: readonly (readonly [string, { readonly [name: string]: unknown }])[] = [
      ['get_record', {}],
      ['get_record', { id: 5 }],
      ['get_record', { id: ['CHG-2026-0001'] }],
      ['get_record', { id: { toString: 'CHG' } }],
      ['get_record', { id: '' }],
      ['get_record', { id: '../../etc/passwd' }],
      ['get_record', { id: '/etc/passwd' }],
      ['get_record', { id: 'C:\\Windows\\win.ini' }],
      ['get_record', { id: '--help' }],
      ['get_record', { id: '-h' }],
      ['get_record', { id: 'x\u0000y' }],
      ['get_record', { id: 'x'.repeat(5000) }],
      ['get_record', { id, colour: 'red' }],
      ['get_record', { __proto__x: 1 }],
      ['list_pending', { group: 'colour' }],
      ['list_pending', { due: 'yes' }],
      ['next_slot', { id, count: -1 }],
      ['next_slot', { id, count: 1.5 }],
      ['check', { path: '..' }],
      ['diff', { base: '--output=/tmp/x' }],
      ['draft_change', { kind: 'change', environments: 'PRO' }],
      ['draft_change', { kind: 'change', environments: [1] }],
      ['draft_change', { kind: 'change', fields: deep, start: 1 }],
      ['draft_change', { kind: 'change', fields: { a: 'x'.repeat(200_000) } }],
      ['tick', { id, step: 1 }],
      ['tick', { id }],
      ['set', { id, fields: 'owner=Ada' }],
      ['set', { id, fields: { owner: 'Ada' } }],
      ['no_tool', {}],
      ['', {}],
    ];
    for (const [name, given] of wrong) {
      const { text, failed } = await said(client, name, given);
      assert.ok(failed, `${name} ${JSON.stringify(given).slice(0, 80)}`);
      assert.match(text, /^[^\n]{1,600}[.?]$/, text.slice(0, 600));
    }
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.equal(git(folder, 'log', '--format=%s'), 'Begin\n');
  });

  it('reads no file that is no record, by its name or as a resource', async () => {
    const folder = assistedRepository({
      '.env': 'KEY=hunter2\n',
      notes: 'hunter2\n',
      'a/.b/c.md': 'hunter2\n',
    });
    const client = await connected(folder);
    for (const file of ['.env', 'notes', './notes', 'a/.b/c.md', '.git/config', '.git/HEAD']) {
      const { text, failed } = await said(client, 'get_record', { id: file });
      assert.ok(failed, file);
      assert.match(text, /^\S+ is no record, so it is not read\.$/);
    }
    await assert.rejects(client.readResource({ uri: 'changebook://record/notes' }), /There is nothing at /);
    const config = await said(client, 'get_record', { id: '.changebook/config.yaml' });
    assert.match(config.text, /timezone/);
  });

  it('outlives lines that are no messages, and answers what comes after them', async () => {
    const server = new RawServer(assistedRepository(), '--allow-writes').begin();
    await server.answers('begin');
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    server.send(
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"new","arguments":{"kind":"change","fields":${deep}}}}`,
    );
    assert.match(JSON.stringify(await server.answers(1)), /“fields” is longer than 100000 characters/);
    for (const line of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"jsonrpc":"1.0","id":1}',
      '\u0000\u0001',
      '{"id":{}}',
    ])
      server.send(line);
    server.send({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: 'get_record' });
    server.send({ jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 5, arguments: [] } });
    server.send({ jsonrpc: '2.0', id: 4, method: 'tools/destroy' });
    server.call(5, 'get_record', [id]);
    server.call(6, 'get_record', { id });
    for (const wrong of [2, 3, 4, 5]) {
      const [answer] = await server.answers(wrong);
      assert.ok(answer?.error !== undefined || JSON.stringify(answer).includes('"isError":true'), `${wrong}`);
    }
    const [right] = await server.answers(6);
    assert.match(JSON.stringify(right), /Open a port/);
    server.leave();
    assert.equal(await server.ended, 0);
  });

  it('answers both of two calls with one id, and commits once', async () => {
    const folder = assistedRepository();
    const server = new RawServer(folder, '--allow-writes').begin();
    for (let count = 0; count < 2; count += 1) server.call(7, 'tick', { id, step: 'Back up' });
    await server.answers(7, 2);
    assert.equal(git(folder, 'log', '--format=%s').trim().split('\n').length, 2);
    server.leave();
    await server.ended;
  });

  it('finishes a commit that it began when whoever asked goes away, and ends', async () => {
    const folder = assistedRepository();
    const server = new RawServer(folder, '--allow-writes').begin();
    await server.answers('begin');
    server.call(8, 'tick', { id, step: 'Back up' });
    server.call(9, 'list_pending', {});
    await new Promise((resolve) => setTimeout(resolve, 150));
    server.leave();
    assert.equal(await server.ended, 0);
    assert.equal(git(folder, 'status', '--porcelain'), '');
    const text = readFileSync(path.join(folder, 'changes/CHG-2026-0001.md'), 'utf8');
    const committed = git(folder, 'show', 'HEAD:changes/CHG-2026-0001.md');
    assert.equal(text, committed);
    assert.match(text, /- \[x\] Back up/);
  });

  it('ends with a sentence where there is no such folder, or more than one', () => {
    // `test/node/exitCodes.test.ts` has the codes.
    const server = new RawServer('/nowhere');
    return server.ended.then((code) => assert.equal(code, 2));
  });
});
