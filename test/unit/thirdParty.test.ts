import { strict as assert } from 'node:assert';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { thirdPartyNotices } from '../../src/generate/thirdPartyNotices';

const project = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(project, file), 'utf8');

/** Names, versions and licences at the head of each text, and that text. */
function noticesIn(text: string): Map<string, string> {
  const line = `${'='.repeat(100)}\n`;
  const [, ...parts] = text.split(line);
  const notices = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2)
    for (const heading of (parts[at] ?? '').trimEnd().split('\n')) notices.set(heading, parts[at + 1] ?? '');
  return notices;
}

/** What the manifest says that is nearest to a folder, upwards, and has a licence: parts of packages may have one without. */
function packageOf(folder: string): string {
  const manifest = path.join(project, folder, 'package.json');
  if (existsSync(manifest)) {
    const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name && version && license) return `${name} ${version} (${license})`;
  }
  return packageOf(path.dirname(folder));
}

describe('The notices of others', () => {
  let metafile: Record<'inputs' | 'outputs', Record<string, unknown>>;
  let inputs: string[];
  let text: string;
  let notices: Map<string, string>;

  before(() => {
    assert.ok(existsSync(path.join(project, 'dist/metafile.json')), 'nothing is built: run npm run build');
    metafile = JSON.parse(read('dist/metafile.json'));
    inputs = Object.keys(metafile.inputs);
    text = read('THIRD-PARTY-NOTICES.txt');
    notices = noticesIn(text);
  });

  it('are of every package that is in a program, and of no other', () => {
    const folders = inputs
      .filter((file) => file.startsWith('node_modules/'))
      .map((file) => path.dirname(file));
    const bundled = new Set([...new Set(folders)].map(packageOf));
    assert.ok(bundled.size > 100);
    assert.deepEqual([...notices.keys()].sort(), [...bundled].sort(), 'run npm run build');
    assert.equal(text, thirdPartyNotices(inputs, project), 'run npm run build');
  });

  it('hold a licence of each, with whose it is', () => {
    for (const [heading, licence] of notices) {
      assert.match(licence, /copyright|\(c\)/i, heading);
      assert.match(licence, /WITHOUT WARRANTY|DISCLAIMS ALL|"AS IS"/i, heading);
    }
    assert.match(text, /CC BY-SA 3\.0 Attributions/);
    assert.match(text, /They are changed:/);
  });

  it('know every program that is packed', () => {
    const made = new Set(Object.keys(metafile.outputs));
    const packed = readdirSync(path.join(project, 'dist')).filter((name) => name.endsWith('.js'));
    assert.ok(packed.length > 50);
    assert.deepEqual(
      packed.filter((name) => !made.has(`dist/${name}`)),
      [],
      'built by something else: remove dist, and run npm run build',
    );
    // Nothing else of a library is packed as a file of its own.
    for (const list of ['.vscodeignore', '.npmignore']) {
      const kept = read(list).split('\n');
      assert.ok(kept.includes('!THIRD-PARTY-NOTICES.txt'), list);
      assert.deepEqual(
        kept.filter((each) => /dist\/.|node_modules/.test(each)),
        ['!dist/*.js'],
        list,
      );
    }
  });
});

describe('Notices of a bundle', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'changebook-notices-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Writes a package with the files given; its manifest says the licence unless it is `undefined`. */
  function installed(
    name: string,
    license: string | undefined,
    files: { readonly [file: string]: string },
  ): void {
    const all = {
      'package.json': JSON.stringify({
        name: name.replace(/^.*node_modules\//, ''),
        version: '1.2.3',
        license,
      }),
    };
    for (const [file, content] of Object.entries({ ...all, 'index.js': 'run();\n', ...files })) {
      const full = path.join(folder, 'node_modules', name, file);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
  }

  const of = (...inputs: string[]): Map<string, string> => noticesIn(thirdPartyNotices(inputs, folder));

  it('name the innermost package of a file, and a licence that several have once', () => {
    installed('@team/one', 'MIT', { license: 'Same.\n' });
    installed('two', 'MIT', { 'LICENSE.md': 'Same.\r\n' });
    installed('two/node_modules/three', 'ISC', { COPYING: 'Other.' });
    const found = of(
      ...['src/main.ts', 'node_modules/@team/one/index.js', 'node_modules/two/index.js'],
      ...[
        'node_modules/two/node_modules/three/index.js',
        '(disabled):node_modules/four/index.js',
        'fetched:five',
      ],
    );
    assert.deepEqual([...found.keys()], ['@team/one 1.2.3 (MIT)', 'two 1.2.3 (MIT)', 'three 1.2.3 (ISC)']);
    assert.deepEqual([...new Set(found.values())], ['\nSame.\n\n', '\nOther.\n']);
  });

  it('bring everything that a package says of whose it is, and nothing else of it', () => {
    installed('pack', 'Apache-2.0', {
      'LICENSE-APACHE.txt': 'Apache.',
      NOTICE: 'Of the Foundation.',
      'LICENSES/MIT.txt': 'Of a friend.',
      'license.js': 'no',
      'notices.json': 'no',
      'licensee.md': 'no',
    });
    assert.deepEqual(
      [...of('node_modules/pack/index.js').values()],
      ['\nApache.\n\n----\n\nOf a friend.\n\n----\n\nOf the Foundation.\n'],
    );
  });

  it('bring what stands in its files of code that others wrote, once', () => {
    const taken = '// Copied.\n// Copyright 2011 Somebody Else\n// Permission is granted.\n';
    installed('pack', 'MIT', {
      license: 'Copyright (c) 2020 Me\n',
      'a.js': `/*! Copyright 2020, Me. */\n${taken}run();\n`,
      'b.js': `// Any comment.\n\n${taken.replaceAll('//', '  //')}`,
      'unused.js': '// Copyright 1999 Nobody\n',
    });
    assert.deepEqual(
      [...of('node_modules/pack/a.js', 'node_modules/pack/b.js').values()],
      ['\nCopyright (c) 2020 Me\n\n----\n\nCopied.\nCopyright 2011 Somebody Else\nPermission is granted.\n'],
    );
  });

  it('are not made without a licence: the packages are named', () => {
    installed('bare', 'MIT', {});
    installed('silent', undefined, { LICENSE: 'Text.' });
    installed('empty', 'ISC', { LICENSE: ' \n' });
    installed('good', 'ISC', { LICENSE: 'Text.' });
    const all = ['bare', 'silent', 'empty', 'good'].map((name) => `node_modules/${name}/index.js`);
    assert.throws(
      () => of(...all),
      /:\nbare 1\.2\.3 \(MIT\)\nempty 1\.2\.3 \(ISC\)\nsilent 1\.2\.3 \(no licence named\)\nPut /,
    );
  });
});
