import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generateAll, generatedFolders } from '../../../src/generate/generators';
import { readmeSettings } from '../../../src/generate/readmeSettings';
import { staleFiles } from '../../../src/generate/staleFiles';

const project = path.resolve(__dirname, '../../..');

function read(file: string): string | undefined {
  const full = path.join(project, file);
  return existsSync(full) ? readFileSync(full, 'utf8').replace(/\r\n/g, '\n') : undefined;
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(project, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    );
}

describe('Generated files', () => {
  it('are as the tables say', () => {
    const stale = staleFiles(generateAll(read), read, generatedFolders.flatMap(filesIn));
    assert.deepEqual(
      stale.map(({ path: file, reason }) => `${file} ${reason}`),
      [],
      'run npm run generate',
    );
  });

  it('are the same each time, end with one line break and stand in one place each', () => {
    const files = generateAll(read);
    assert.deepEqual(generateAll(read), files);
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

describe('The settings in the README', () => {
  const manifest = {
    contributes: {
      configuration: {
        properties: {
          'changebook.push': {
            type: 'string',
            default: 'ask',
            enum: ['never', 'ask'],
            description: '%push%',
          },
          'changebook.on': { type: 'boolean', default: true, markdownDescription: 'Off | on.' },
        },
      },
    },
  };
  const readme = 'Before\n\n<!-- settings:start -->\nold\n<!-- settings:end -->\n\nAfter\n';
  const files = (texts: { readonly [file: string]: string }) => readmeSettings((file) => texts[file]);

  it('are a table of the manifest, and nothing else of the page changes', () => {
    const [file] = files({
      'README.md': readme,
      'package.json': JSON.stringify(manifest),
      'package.nls.json': '{ "push": "Whether to push." }',
    });
    assert.equal(
      file?.content,
      [
        ...[
          'Before',
          '',
          '<!-- settings:start -->',
          '| Setting | Default | What it does |',
          '| --- | --- | --- |',
        ],
        '| `changebook.push` | `"ask"` | Whether to push. (`never`, `ask`) |',
        '| `changebook.on` | `true` | Off \\| on. |',
        ...['<!-- settings:end -->', '', 'After', ''],
      ].join('\n'),
    );
  });

  it('are left alone where there is no README, no mark or no setting', () => {
    const text = JSON.stringify(manifest);
    assert.deepEqual(files({ 'package.json': text }), []);
    assert.deepEqual(files({ 'README.md': 'No marks\n', 'package.json': text }), []);
    assert.deepEqual(files({ 'README.md': readme, 'package.json': '{}' }), []);
  });
});
