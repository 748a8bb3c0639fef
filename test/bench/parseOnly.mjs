// Reads every markdown file and has the two parsers read it, and nothing else: the least that any check built on them does.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder = '.', bundles = 'dist'] = process.argv.slice(2);
const require = createRequire(join(resolve(bundles), 'cli.js'));
const { parseEvents } = require('./yaml.js');
const markdownIt = require('./markdownIt.js');
const blocks = new (markdownIt.default ?? markdownIt)('commonmark', { html: true });
blocks.core.ruler.enableOnly('block');

const read = { files: 0, events: 0, tokens: 0 };

function readFolder(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) readFolder(inside);
    else if (entry.name.endsWith('.md')) parse(readFileSync(inside, 'utf8'));
  }
}

/** The bench's records have all their fences. */
function parse(text) {
  const content = text.indexOf('\n') + 1;
  const close = text.indexOf('\n---', content);
  read.events += parseEvents(text.slice(content, close)).length;
  read.tokens += blocks.parse(text.slice(close + 4), {}).length;
  read.files++;
}

readFolder(folder);
console.log(JSON.stringify(read));
