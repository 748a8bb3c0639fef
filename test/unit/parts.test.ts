import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globTest } from '../../src/core/config/globs';
import { parts } from '../parts';

const project = path.resolve(__dirname, '../..');

/** Suites that an editor loads by their names, since only it can run them. */
const loadedBy: { readonly [folder: string]: string } = {
  'test/vscode': 'test/vscode/suite.ts',
  'test/web': 'test/web/run.ts',
};

/** What each part of a run gives Mocha to look for. */
const specs = parts.flatMap(({ args }) => args.filter((_, at) => args[at - 1] === '--spec'));

const files = readdirSync(path.join(project, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file.split(path.sep).join('/')}`)
  .filter((file) => file.endsWith('.test.ts'));

describe('A file of tests', () => {
  it('is run by one part of all tests, wherever it lies', () => {
    assert.ok(files.length > 300, `${files.length} files`);
    const takes = specs.map((spec) => globTest([spec]));
    for (const file of files.filter((each) => !(path.dirname(each) in loadedBy)))
      assert.equal(takes.filter((matches) => matches(file)).length, 1, file);
  });

  it('for an editor is loaded by the suite of its folder', () => {
    const inEditors = files.filter((each) => path.dirname(each) in loadedBy);
    assert.ok(inEditors.length > 20, `${inEditors.length} files`);
    for (const file of inEditors) {
      const suite = readFileSync(path.join(project, loadedBy[path.dirname(file)] ?? ''), 'utf8');
      assert.ok(suite.includes(`require('./${path.basename(file, '.ts')}')`), file);
    }
  });
});

describe('A part of all tests', () => {
  it('begins with a program that is there', () => {
    for (const { says, args } of parts) {
      const [program = ''] = args.filter((each) => /\.(?:ts|js)$/.test(each));
      assert.ok(existsSync(path.join(project, program)), says);
    }
  });
});
