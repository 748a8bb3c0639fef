import { strict as assert } from 'node:assert';
import path from 'node:path';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  LinkedEditingRanges,
  Location,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { LanguageClient, uriOf } from './languageClient';
import { folderOf, ticket } from './program';

const change = `---
id: CHG-2026-0781
type: change
title: Move
customer: acme
tickets: [TKT-2026-0781]
---
# Move

See TKT-2026-0781.

## Checklist

- [ ] Stop <!-- step: stop -->
- [ ] Start
`;
const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  '.changebook/customers/acme.yaml': 'name: Acme\n',
  'CHG-2026-0781.md': change,
  'TKT-2026-0781.md': ticket('TKT-2026-0781', 'title: Slow\ncustomer: Acme\n'),
};

describe('Navigation by the language server', () => {
  it('leads from a name to what it names, and to where it is named', async () => {
    const { client, folder, uri } = await opened();
    const at = (file: string, found: Location[]): string[] =>
      found
        .filter((place) => place.uri === uriOf(path.join(folder, file)))
        .map(({ range: { start } }) => `${start.line}:${start.character}`);
    const defined = await client.at<Location[]>('definition', uri, 5, 12);
    assert.deepEqual(at('TKT-2026-0781.md', defined), ['1:4']);
    const asked = { context: { includeDeclaration: true } };
    const used = await client.at<Location[]>('references', uri, 9, 6, asked);
    assert.deepEqual(at('CHG-2026-0781.md', used), ['5:10', '9:4']);
    assert.deepEqual(at('TKT-2026-0781.md', used), ['1:4', '6:2']);
    const customer = await client.at<Location[]>('references', uri, 4, 12, asked);
    assert.deepEqual(at('TKT-2026-0781.md', customer), ['4:10']);
    const here = await client.at<DocumentHighlight[]>('documentHighlight', uri, 9, 6);
    assert.equal(here.length, 2);
    assert.deepEqual(await client.at('definition', uri, 8, 0), []);
  });

  it('shows the parts of a text, and folds and selects by them', async () => {
    const { client, uri } = await opened();
    const asked = { textDocument: { uri } };
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', asked);
    const names = (parts: readonly DocumentSymbol[]): string[] =>
      parts.flatMap(({ name, children = [] }) => [name, ...names(children)]);
    assert.ok(names(symbols).includes('Checklist') && names(symbols).includes('Stop'), names(symbols).join());
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', asked);
    assert.ok(folds.some(({ startLine }) => startLine === 0));
    const positions = [{ line: 4, character: 11 }];
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      ...asked,
      positions,
    });
    assert.deepEqual(selection?.range, {
      start: { line: 4, character: 10 },
      end: { line: 4, character: 14 },
    });
    assert.equal(selection?.parent?.range.start.character, 0);
  });

  it('says what each word is, where links lead, and which names change together', async () => {
    const { client, folder, uri } = await opened();
    const asked = { textDocument: { uri } };
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', asked);
    assert.equal(data.length % 5, 0);
    assert.deepEqual(data.slice(0, 3), [1, 0, 2]);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', asked);
    assert.deepEqual(
      links.map(({ range, target }) => `${range.start.line} ${path.basename(target ?? '')}`),
      ['5 TKT-2026-0781.md', '9 TKT-2026-0781.md'],
    );
    const names = await client.at<LinkedEditingRanges>('linkedEditingRange', uri, 13, 24);
    assert.deepEqual(names.ranges.length, 1);
    assert.ok(folder);
  });

  it('finds records by id and title', async () => {
    const { client } = await opened();
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'slow' });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['TKT-2026-0781 Slow'],
    );
  });
});

async function opened() {
  const folder = folderOf(files);
  const client = await LanguageClient.start([folder]);
  const uri = client.open(path.join(folder, 'CHG-2026-0781.md'), change);
  return { client, folder, uri };
}
