import { strict as assert } from 'node:assert';
import { asMarkdown } from '../../../src/core/language/plainText';
import { hoverText } from '../../../src/lsp/hoverText';

describe('A hover without markdown', () => {
  it('is what markdown would show', () => {
    const markdown = `**${asMarkdown('[a](b) *c* `d`')}** · \`CHG-1\`  \nsee [the page](docs/x.md)`;
    assert.equal(hoverText(markdown, { markdown: false }).value, '[a](b) *c* `d` · CHG-1\nsee the page');
    assert.deepEqual(hoverText(markdown, { markdown: true }), { kind: 'markdown', value: markdown });
  });
});
