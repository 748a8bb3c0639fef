import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { base, change, type Edit, procedure } from './loosenedBase';
import { honest, loosened } from './loosenedCases';
import { checkJson } from './program';

type Files = { readonly [file: string]: string | undefined };
describe('What a branch loosens', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'changebook-loosened-'));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  const write = (files: Files): void => {
    for (const [file, text] of Object.entries(files)) {
      const whole = path.join(root, file);
      if (text === undefined || text === '') rmSync(whole, { force: true });
      else {
        mkdirSync(path.dirname(whole), { recursive: true });
        writeFileSync(whole, text);
      }
    }
  };
  before(() => {
    git('init', '--quiet', '--initial-branch=main');
    write(base);
    git('add', '--all', '--force');
    git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'Base');
  });
  after(() => rmSync(root, { recursive: true, force: true }));
  const restore = (): void => {
    git('reset', '--quiet', '--hard');
    git('clean', '--quiet', '-d', '--force', '-x');
  };
  afterEach(restore);

  /** Makes edits in the work tree and in the index, and lists what `check --since` says of loosening. */
  function checked(edits: readonly Edit[]): string[] {
    const texts: { [file: string]: string } = {};
    for (const [file, from, to] of edits) {
      const text = texts[file] ?? base[file] ?? '';
      assert.ok(typeof from === 'string' ? text.includes(from) : from.test(text), `${file}: ${from}`);
      texts[file] = text.replace(from, () => to);
    }
    write(texts);
    git('add', '--all', '--force');
    const { findings } = checkJson(['--since', 'main', '--now', '2026-11-16T12:00+01:00'], root);
    return findings
      .filter(({ rule }) => rule === 'config/loosened')
      .map(({ file, start, severity, message }) => `${file}:${start.line} ${severity} ${message}`);
  }

  for (const [what, config, records, at] of loosened) {
    it(`is reported: ${what}`, () => {
      const found = checked([...config, ...records]);
      assert.ok(
        found.some((line) => at.test(line) && line.includes(' error ')),
        found.join('\n') || 'nothing',
      );
    });
  }

  it('is told where only the record is asked for', () => {
    const [[, config, records] = ['', [], []]] = loosened;
    checked([...config, ...records]);
    const { findings } = checkJson(['--since', 'main', '--now', '2026-11-16T12:00+01:00', change], root);
    assert.ok(findings.some(({ rule }) => rule === 'config/loosened'));
    const other = checkJson(['--since', 'main', procedure], root).findings;
    assert.ok(!other.some(({ rule }) => rule === 'config/loosened'));
  });

  it('is nobody’s profit alone', () => {
    for (const [what, config, records] of [0, 3, 7, 13, 16, 20].flatMap((row) => [loosened[row] ?? []])) {
      assert.deepEqual(checked(config ?? []), [], what);
      restore();
      assert.deepEqual(checked(records ?? []), [], what);
      restore();
    }
  });

  for (const [what, edits] of honest) {
    it(`is not what honest people do: ${what}`, () => {
      assert.deepEqual(checked(edits), []);
    });
  }
});
