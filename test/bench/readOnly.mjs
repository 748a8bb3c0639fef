// Walks a folder and reads every markdown file as text, and nothing else: the least that any check must do. With the
// folder of the bundles as well it has the two parsers read it: the least that any check built on them does.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder = '.', bundles] = process.argv.slice(2);
const started = performance.now();
const parse = bundles && parserOf(resolve(bundles));
const read = { files: 0, characters: 0 };

function readFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git') readFolder(path);
    else if (entry.name.endsWith('.md')) {
      const text = readFileSync(path, 'utf8');
      read.characters += text.length;
      read.files++;
      if (parse) parse(text);
    }
  }
}

/** Both parsers on the two parts of a text; the bench's records have all their fences. */
function parserOf(bundles) {
  const require = createRequire(join(bundles, 'cli.js'));
  const { parseEvents } = require('./yaml.js');
  const { footnotedMarkdown } = require('./footnotedMarkdown.js');
  const blocks = footnotedMarkdown('commonmark', { html: true });
  blocks.core.ruler.enableOnly('block');
  blocks.block.ruler.disable('footnote_def');
  return (text) => {
    const content = text.indexOf('\n') + 1;
    const close = text.indexOf('\n---', content);
    parseEvents(text.slice(content, close));
    blocks.parse(text.slice(close + 4), {});
  };
}

readFolder(folder);
console.log(JSON.stringify({ ms: performance.now() - started, ...read }));
