import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reportFormatNames } from '../../src/core/report/formats/reportFormats';
import { changebook, checkJson, folderOf, lines, program, ticket } from './program';

const workspace = (): string =>
  folderOf({
    '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
    'changes/CHG-2026-0001.md': '---\nid: CHG-2026-0001\ntype: change\ntitle: T\n---\n# T\n',
    'changes/TKT-1.md': ticket('TKT-1'),
  });

type Put = (path: string) => void;

/** What may stand in the place of a file of the configuration, or of rules of what is ignored. */
const instead: { readonly [what: string]: Put } = {
  'a link to a device': (place) => symlinkSync('/dev/zero', place),
  'a link out of the workspace': (place) => {
    symlinkSync(path.join(folderOf({ 'out.yaml': '' }), 'out.yaml'), place);
  },
  'a link inside of the workspace': (place) => symlinkSync('/proc/self/environ', place),
  'a link to nothing': (place) => symlinkSync('nowhere', place),
  'a pipe': (place) => execFileSync('mkfifo', [place]),
  'a folder': (place) => mkdirSync(place),
  'a file without an end': (place) => {
    writeFileSync(place, '');
    truncateSync(place, 1e12);
  },
};

const places = [
  '.changebook/config.yaml',
  '.changebook/customers/x.yaml',
  '.changebook/templates/start.en.md',
  '.mailmap',
  'changes/.gitignore',
];

describe('What cannot be read', () => {
  for (const [what, put] of Object.entries(instead)) {
    it(`${what} is an error in its place, at once, and the gate stays shut`, () => {
      for (const file of places) {
        const folder = workspace();
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        rmSync(path.join(folder, file), { force: true });
        put(path.join(folder, file));
        const began = Date.now();
        const report = checkJson([], folder);
        assert.ok(Date.now() - began < 10_000, `${file}: ${Date.now() - began} ms`);
        assert.equal(report.code, 2, file);
        assert.ok(lines(report).includes(`${file}:1:1 error config/unread`), file);
        const gate = changebook(['gate', 'CHG-2026-0001'], folder);
        assert.equal(gate.code, 2, file);
        assert.match(gate.out, new RegExp(file.replace(/\W/g, '.')));
      }
    });
  }

  it('no folder of the configuration may be a link, nor hold bytes that are no UTF-8', () => {
    const elsewhere = folderOf({ 'x.yaml': 'name: X\n', 'config.yaml': 'rules: {}\n' });
    for (const folder of ['.changebook', '.changebook/customers', '.changebook/templates']) {
      const root = workspace();
      rmSync(path.join(root, folder), { recursive: true, force: true });
      symlinkSync(elsewhere, path.join(root, folder));
      const report = checkJson([], root);
      assert.equal(report.code, 2);
      assert.deepEqual(
        lines(report).filter((line) => /unread/.test(line)),
        [`${folder}:1:1 error config/unread`],
      );
    }
    const root = workspace();
    writeFileSync(path.join(root, '.changebook/config.yaml'), Buffer.from('language: "\xe9"\n', 'latin1'));
    assert.equal(checkJson([], root).code, 2);
    // Two bytes a letter, and none of them is wrong in UTF-8.
    writeFileSync(path.join(root, '.changebook/config.yaml'), Buffer.from('rules: {}\n', 'utf16le'));
    const { out, code } = changebook(['check'], root);
    assert.match(out, /This is UTF-16.*\n {2}1 \| rules: \{\}\n/);
    assert.equal(code, 2);
  });

  it('is told in every form of report', () => {
    const root = workspace();
    symlinkSync('/dev/zero', path.join(root, '.mailmap'));
    for (const format of ['pretty', ...reportFormatNames]) {
      const { out, code } = changebook(['check', '--format', format], root);
      assert.equal(code, 2, format);
      assert.match(out, /\.mailmap/, format);
      assert.match(out, /config(?:\/|%2F)unread/, format);
    }
    const told = changebook(['pending'], root);
    assert.match(told.err, /^changebook: \.mailmap: This is a link/);
  });

  it('cannot be switched off by a configuration', () => {
    const root = workspace();
    writeFileSync(path.join(root, '.changebook/config.yaml'), 'rules: { config/unread: off }\n');
    execFileSync('mkfifo', [path.join(root, 'changes/x.md')]);
    assert.equal(checkJson([], root).code, 2);
  });

  it('a folder that may not be entered, and a record that may not be opened', function () {
    if (process.getuid?.() !== 0) this.skip();
    const root = workspace();
    const cache = folderOf({});
    execFileSync('chown', ['-R', '65534', root, cache]);
    execFileSync('chmod', ['-R', 'a+rX', root]);
    const nobody = { uid: 65534, gid: 65534, cache, env: { HOME: cache } };
    for (const [place, mode] of [
      ['changes', '000'],
      ['changes/TKT-1.md', '000'],
    ] as const) {
      execFileSync('chmod', [mode, path.join(root, place)]);
      const { code, out } = program(['check'], root, nobody);
      execFileSync('chmod', ['755', path.join(root, place)]);
      assert.equal(code, 2, out);
      const lists = [['pending'], ['timeline', '-o', '-'], ['calendar', '-o', '-']];
      execFileSync('chmod', [mode, path.join(root, place)]);
      for (const list of lists) assert.equal(program(list, root, nobody).code, 2, list[0]);
      execFileSync('chmod', ['755', path.join(root, place)]);
      assert.match(
        out,
        new RegExp(`^${place.replace('.', '\\.')}:1:1 +error +Reading this is not allowed`, 'm'),
      );
    }
  });

  it('a record of the diff is not said to be gone, and a link in its place is no record', function () {
    if (process.getuid?.() !== 0) this.skip();
    const root = workspace();
    const cache = folderOf({});
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Nil', '-c', 'user.email=n@example.org', ...args], { cwd: root });
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'One');
    execFileSync('chown', ['-R', '65534', root, cache]);
    const record = path.join(root, 'changes/TKT-1.md');
    writeFileSync(record, ticket('TKT-1', 'title: Another\n'));
    execFileSync('chmod', ['000', record]);
    const diff = () =>
      program(['diff', 'HEAD'], root, { uid: 65534, gid: 65534, cache, env: { HOME: cache } });
    const unread = diff();
    assert.deepEqual([unread.code, /TKT-1/.test(unread.out)], [2, false], unread.out);
    assert.match(unread.err, /changes\/TKT-1\.md: Reading this is not allowed/);
    for (const target of ['/dev/null', path.join(folderOf({ 'out.md': ticket('TKT-9') }), 'out.md')]) {
      rmSync(record);
      symlinkSync(target, record);
      assert.ok(lines(checkJson([], root)).includes('changes/TKT-1.md:1:1 error config/unread'), target);
      assert.equal(diff().code, 2, target);
    }
    rmSync(record);
    symlinkSync('CHG-2026-0001.md', record);
    assert.notEqual(checkJson([], root).code, 2);
  });

  it('a record of the diff that is a link is not followed', () => {
    const root = workspace();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Nil', '-c', 'user.email=n@example.org', ...args], { cwd: root });
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'One');
    rmSync(path.join(root, 'changes/TKT-1.md'));
    symlinkSync('/dev/zero', path.join(root, 'changes/TKT-1.md'));
    const began = Date.now();
    const { out } = changebook(['diff', 'HEAD'], root);
    assert.ok(Date.now() - began < 10_000);
    assert.match(out, /TKT-1/);
  });
});
