import { strict as assert } from 'node:assert';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setupReportSchema } from '../../src/core/report/setupReport';
import { changebook } from './program';
import { git, repositoryOf } from './repository';

const own = '# Mine\n\nBe kind.\n';
const part = /<!-- changebook: begin -->\n[\s\S]*\n<!-- changebook: end -->\n$/;

function init(folder: string, ...args: string[]): string {
  const { code, out, err } = changebook(['init', '--yes', '--agents', ...args], folder);
  assert.equal(code, 0, err);
  return out;
}

const read = (folder: string): string => readFileSync(path.join(folder, 'AGENTS.md'), 'utf8');
const subjects = (folder: string): string[] => git(folder, 'log', '--format=%s').trim().split('\n');

describe('changebook init --agents', () => {
  it('writes what assistants may do into the commit of the setup, in its language', () => {
    const folder = repositoryOf({ 'a.txt': 'a\n' }, 'Ana');
    init(folder, '--language', 'es');
    assert.equal(subjects(folder).length, 2);
    assert.match(
      git(folder, 'show', 'HEAD:AGENTS.md'),
      /Aprobar, dar la conformidad, eximir, aceptar un riesgo/,
    );
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('adds a part to what is there, once, and keeps the rest', () => {
    const folder = repositoryOf({ 'AGENTS.md': own }, 'Ana');
    const report = setupReportSchema.parse(JSON.parse(init(folder, '--format', 'json')));
    assert.match(report.notes.at(-1) ?? '', /^AGENTS\.md says what assistants may do here\.$/);
    assert.deepEqual(subjects(folder).slice(0, 2), ['Say what assistants may do', 'Set up Changebook']);
    assert.ok(read(folder).startsWith(own));
    assert.match(read(folder), part);
    assert.match(init(folder), /^AGENTS\.md says already what assistants may do here\.\n$/);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('does so in a workspace that was set up before; --dry-run only shows it', () => {
    const folder = repositoryOf({ '.changebook/config.yaml': 'timezone: UTC\n', 'AGENTS.md': 'x' }, 'Ana');
    assert.match(init(folder, '--dry-run'), /^x\n\n<!-- changebook: begin -->\n/);
    assert.equal(read(folder), 'x');
    assert.match(init(folder), /^AGENTS\.md says what assistants may do here\.\nCommitted as /);
    assert.match(read(folder), part);
  });

  it('follows no link', () => {
    const folder = repositoryOf({ '.changebook/config.yaml': '', 'CLAUDE.md': own }, 'Ana');
    symlinkSync('CLAUDE.md', path.join(folder, 'AGENTS.md'));
    const { code, err } = changebook(['init', '--agents'], folder);
    assert.equal(code, 2);
    assert.match(err, /^changebook: [^\n]+\n$/);
    assert.equal(readFileSync(path.join(folder, 'CLAUDE.md'), 'utf8'), own);
  });
});
