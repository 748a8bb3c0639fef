import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompletionList, Diagnostic, Hover } from 'vscode-languageserver/node';
import { LanguageClient, uriOf } from './languageClient';
import { folderOf, ticket } from './program';

const config = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  '.changebook/customers/acme.yaml': 'name: Acme\n',
};

describe('The language server', () => {
  it('pushes what is wrong in every file, and in a text as it is typed', async () => {
    const folder = folderOf({
      ...config,
      'TKT-2026-0001.md': ticket('TKT-2026-0001', 'customer: nobody\n'),
      'TKT-2026-0002.md': ticket('TKT-2026-0002'),
    });
    const client = await LanguageClient.start([folder]);
    const first = await client.diagnostics(uriOf(path.join(folder, 'TKT-2026-0001.md')));
    assert.deepEqual(first.map(codeAt), ['customer/unknown 3:10']);
    const file = path.join(folder, 'TKT-2026-0002.md');
    const uri = client.open(file, readFileSync(file, 'utf8'));
    client.change(uri, 'customer: nobdy\n', [3, 0, 3, 0]);
    const [typed] = await client.diagnostics(uri);
    assert.match(String(typed?.message), /nobdy/);
    client.change(uri, 'acme', [3, 10, 3, 15]);
    await client.diagnostics(uri, (found) => found.length === 0);
    assert.equal(await client.end(), 0);
  });

  it('completes and explains', async () => {
    const folder = folderOf(config);
    const client = await LanguageClient.start([folder], { locale: 'es-ES' });
    const uri = client.open(
      path.join(folder, 'a.md'),
      '---\nid: TKT-2026-0001\ntype: ticket\ncustomer: \n---\n',
    );
    const { items } = await client.at<CompletionList>('completion', uri, 3, 10);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['acme'],
    );
    const hover = await client.at<Hover | null>('hover', uri, 2, 2);
    assert.match(JSON.stringify(hover?.contents), /tipo/);
  });
});

function codeAt({ code, range: { start } }: Diagnostic): string {
  return `${code} ${start.line}:${start.character}`;
}
