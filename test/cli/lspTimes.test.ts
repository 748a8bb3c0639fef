import { strict as assert } from 'node:assert';
import path from 'node:path';
import type { CompletionList } from 'vscode-languageserver/node';
import { LanguageClient } from './languageClient';
import { folderOf } from './program';

const literals = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

describe('Times in the language server', () => {
  it('are slots for a start, and what words say, as they are typed and once they stand there', async () => {
    const name = 'CHG-2026-0756.md';
    const text = (start: string): string =>
      `---\nid: CHG-2026-0756\ntype: change\nschedule: { duration: 1h, start: ${start} }\n---\n# x\n`;
    const folder = folderOf({ '.changebook/config.yaml': 'timezone: Europe/Madrid\n', [name]: text('') });
    const client = await LanguageClient.start([folder], { locale: 'es', capabilities: literals });
    const uri = client.open(path.join(folder, name), text(''));
    await client.pulled(uri);
    const column = 'schedule: { duration: 1h, start: '.length;
    const { items } = await client.at<CompletionList>('completion', uri, 3, column);
    assert.equal(items.filter(({ label }) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(label)).length, 5);
    client.change(uri, text('pasado mañana 22:00'));
    const end = column + 'pasado mañana 22:00'.length;
    const said = await client.at<CompletionList>('completion', uri, 3, end);
    assert.ok(said.isIncomplete);
    assert.match(said.items[0]?.label ?? '', /^\d{4}-\d\d-\d\d 22:00$/);
    const titles = (await client.actions(uri, 3)).map(({ title }) => title);
    assert.ok(titles.includes(`Escribir ${said.items[0]?.label}`), titles.join());
    assert.equal(await client.end(), 0);
  });
});
