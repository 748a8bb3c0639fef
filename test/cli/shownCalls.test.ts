import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, project } from './program';

function read(page: string): string {
  return readFileSync(path.join(project, page), 'utf8');
}

const pages = [
  'README.md',
  ...readdirSync(path.join(project, 'docs')).flatMap((file) =>
    file.endsWith('.md') ? [`docs/${file}`] : [],
  ),
];

/** The calls of the program in blocks for a shell and in code font, without what a shell does with them. */
function callsIn(page: string): string[] {
  const text = read(page);
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block.replaceAll('\\\n', ' ').split('\n'),
  );
  const inline = [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`(changebook [^`]+)`/g)];
  return [...blocks, ...inline.map(([, call = '']) => call)].flatMap(
    (line) => /(?:^|\| |&& |\(|npx )(changebook [^|&;>)#]+)/.exec(line)?.[1]?.trim() ?? [],
  );
}

describe('The calls that the pages show', () => {
  it('are of commands that there are, with options that they have', () => {
    const calls = new Set(pages.flatMap(callsIn));
    const helps = new Map<string, string>();
    for (const call of calls) {
      const [, name = '', ...words] = call.split(/\s+/);
      if (/^(?:--|<|…|$)/.test(name)) continue;
      const help = helps.get(name) ?? helpOf(name, call);
      helps.set(name, help);
      for (const [flag] of words.join(' ').matchAll(/(?<=^| )--?[a-z][\w-]*/g))
        assert.ok(new RegExp(`(?<![\\w-])${flag}(?![\\w-])`).test(help), `${call}: ${flag}`);
    }
    assert.ok(calls.size > 100 && helps.size > 20, `${calls.size} calls of ${helps.size} commands`);
  });
});

function helpOf(name: string, call: string): string {
  const { code, out } = changebook([name, '--help'], project);
  assert.equal(code, 0, call);
  return out;
}

describe('README.md', () => {
  it('is read in five minutes, and leads from nothing to a change that is done', () => {
    const text = read('README.md');
    const words = text.split(/\s+/).filter(Boolean).length;
    assert.ok(words <= 900, `${words} words`);
    const calls = callsIn('README.md').map((call) => call.split(' ')[1]);
    for (const name of ['init', 'new', 'check', 'approve', 'advance', 'tick', 'adopt', 'import', 'gate'])
      assert.ok(calls.includes(name), name);
    assert.ok(calls.indexOf('init') < calls.indexOf('new'), 'a folder is set up first');
    for (const page of ['install', 'profiles', 'import', 'authors', 'configuration', 'pipelines'])
      assert.ok(text.includes(`(docs/${page}.md`), page);
  });
});
