import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { settingsTable } from '../../../src/generate/configurationDocs';
import { filledPage } from '../../../src/generate/filledPage';
import type * as Generators from '../../../src/generate/generators';
import { project, readProjectFile } from '../../../src/generate/readProjectFile';
import { staleFiles } from '../../../src/generate/staleFiles';
import { bundled } from '../support/bundled';

/** Bundled, since they load the commands of the command line one by one. */
const { generateAll, generatedFolders } = require(
  bundled(path.join(project, 'src/generate/generators.ts')),
) as typeof Generators;

function filesIn(folder: string): string[] {
  return readdirSync(path.join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(project, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    );
}

describe('Generated files', () => {
  it('are as the tables say', async () => {
    const stale = staleFiles(
      await generateAll(readProjectFile),
      readProjectFile,
      generatedFolders.flatMap(filesIn),
    );
    assert.deepEqual(
      stale.map(({ path: file, reason }) => `${file} ${reason}`),
      [],
      'run npm run generate',
    );
  });

  it('are the same each time, end with one line break and stand in one place each', async () => {
    const files = await generateAll(readProjectFile);
    assert.deepEqual(await generateAll(readProjectFile), files);
    for (const { path: file, content } of files) assert.match(content, /[^\n]\n$/, file);
    assert.equal(new Set(files.map(({ path: file }) => file)).size, files.length);
  });

  it('are stale when they are missing, different or no longer made', () => {
    const wanted = [
      { path: 'a', content: '1\n' },
      { path: 'b', content: '2\n' },
      { path: 'c', content: '3\n' },
    ];
    const there: { readonly [file: string]: string } = { a: '1\n', b: 'other\n', d: 'old\n' };
    assert.deepEqual(
      staleFiles(wanted, (file) => there[file], ['a', 'd']),
      [
        { path: 'b', content: '2\n', reason: 'different' },
        { path: 'c', content: '3\n', reason: 'missing' },
        { path: 'd', content: undefined, reason: 'no longer made' },
      ],
    );
  });
});

describe('The table of settings', () => {
  const properties = {
    'changebook.push': { type: 'string', default: 'ask', enum: ['never', 'ask'], description: '%push%' },
    'changebook.on': { type: 'boolean', default: true, markdownDescription: 'Off | on.' },
  };

  it('has a row for each setting of the manifest', () => {
    const manifest = JSON.stringify({ contributes: { configuration: { properties } } });
    assert.deepEqual(settingsTable(manifest, '{ "push": "Whether to push." }').split('\n'), [
      '| Setting | Default | What it does |',
      '| --- | --- | --- |',
      '| `changebook.push` | `"ask"` | Whether to push. (`never`, `ask`) |',
      '| `changebook.on` | `true` | Off \\| on. |',
    ]);
  });
});

describe('A page that is made from a template', () => {
  const template =
    '# Title\n\nAt most <!-- value: size --> KB <!-- step: backup -->.\n\n<!-- table: rows -->\n';
  const filled = (texts: { readonly [place: string]: string }) =>
    filledPage(() => template, 'page.md', 'src/core', texts);

  it('has a text in each place, and says below its title where it comes from', () => {
    const { path: file, content } = filled({ size: '64', rows: '| $& |' });
    assert.equal(file, 'docs/page.md');
    const note =
      '<!-- Made by `npm run generate` from src/generate/pages/page.md and src/core; change those, not this page. -->';
    const text = 'At most 64 KB <!-- step: backup -->.\n\n| $& |\n';
    assert.equal(content, `# Title\n\n${note}\n\n${text}`);
  });

  it('is not made where a place has no text, a text no place, or there is no template', () => {
    assert.throws(() => filled({ size: '64' }), /place “rows”/);
    assert.throws(() => filled({ size: '64', rows: '', more: '' }), /no place for more/);
    assert.throws(() => filledPage(() => undefined, 'page.md', 'src/core', {}), /is missing/);
  });
});
