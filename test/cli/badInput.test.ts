import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { changebook, checkJson, folderOf, lines, ticket } from './program';

const head = (id: string): string => `---\nid: ${id}\ntype: ticket\n`;

/** A file that nobody would rather get, and the one finding that it gives. */
const files: { readonly [name: string]: { readonly content: string | Buffer; readonly finding?: string } } = {
  'empty.md': { content: '' },
  'only.md': { content: '---' },
  'TKT-UNCLOSED.md': { content: `${head('TKT-UNCLOSED')}# x\n`, finding: '1:1 error format/front-matter' },
  'TKT-JS.md': {
    content: '---js\ntype: ticket\nrequire("fs").writeFileSync("ran", "")\n---\n',
    finding: '1:4 error format/front-matter',
  },
  'TKT-BOMB.md': {
    content: `${head('TKT-BOMB')}title: &a x\ncategory: *a\nowner: *a\n---\n`,
    finding: '4:8 error format/front-matter',
  },
  'TKT-KEYS.md': {
    content: `${head('TKT-KEYS')}${Array.from({ length: 20_000 }, (_, key) => `k${key}: 1\n`).join('')}---\n`,
    finding: '1:1 error format/front-matter',
  },
  'TKT-DEEP.md': {
    content: `${head('TKT-DEEP')}title: ${'['.repeat(60_000)}\n---\n`,
    finding: '4:8 error format/front-matter',
  },
  'TKT-BODY.md': { content: `${head('TKT-BODY')}---\n${'['.repeat(60_000)}\n` },
  'TKT-LARGE.md': {
    content: `${head('TKT-LARGE')}---\n${'- [ ] step\n'.repeat(480_000)}`,
    finding: '1:1 error format/front-matter',
  },
  'TKT-NUL.md': { content: `${head('TKT-NUL')}---\na\0b\n`, finding: '5:2 error format/front-matter' },
  'TKT-LATIN.md': {
    content: Buffer.from(`${head('TKT-LATIN')}title: caf\u00e9\n---\n`, 'latin1'),
    finding: '4:11 error format/front-matter',
  },
};

describe('Bad input', () => {
  for (const [name, { content, finding }] of Object.entries(files)) {
    it(`${name}: one clear answer in under a second or two, and the rest is checked`, () => {
      const folder = folderOf({ [name]: content, 'TKT-1.md': ticket('TKT-1', 'titel: x\n') });
      const started = Date.now();
      const named = changebook(['check', name, '--format', 'json'], folder);
      assert.ok(Date.now() - started < 3000, `${Date.now() - started} ms`);
      const all = lines(checkJson([], folder));
      assert.ok(all.includes('TKT-1.md:4:1 error format/field'), all.join('\n'));
      const found = all.filter((line) => line.startsWith(name));
      // Where in a nest of brackets it becomes too deep is nobody's business; the line is.
      const wanted = finding ? [`${name}:${finding}`] : [];
      if (name === 'TKT-DEEP.md')
        assert.match(found.join(), /^TKT-DEEP\.md:4:\d+ error format\/front-matter$/);
      else assert.deepEqual(found, wanted);
      if (!finding && !name.startsWith('TKT')) assert.match(named.err, /^changebook: .+not a record.+\n$/);
      assert.ok(!existsSync(path.join(folder, 'ran')));
    });
  }

  it('a folder named x.md is a folder', () => {
    const folder = folderOf({ 'x.md/TKT-1.md': ticket('TKT-1', 'titel: x\n') });
    assert.deepEqual(lines(checkJson([], folder)), ['x.md/TKT-1.md:4:1 error format/field']);
    assert.deepEqual(lines(checkJson(['x.md'], folder)), ['x.md/TKT-1.md:4:1 error format/field']);
  });

  it('links to nothing, links in a circle and pipes are told, and nothing waits for them', () => {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1', 'titel: x\n') });
    symlinkSync('nowhere', path.join(folder, 'broken.md'));
    symlinkSync('circle.md', path.join(folder, 'circle.md'));
    execFileSync('mkfifo', [path.join(folder, 'pipe.md')]);
    symlinkSync('me@host.4711', path.join(folder, '.#TKT-1.md'));
    const report = checkJson([], folder);
    assert.equal(report.code, 2);
    assert.deepEqual(lines(report), [
      'TKT-1.md:4:1 error format/field',
      'broken.md:1:1 error config/unread',
      'circle.md:1:1 error config/unread',
      'pipe.md:1:1 error config/unread',
    ]);
    for (const name of ['broken.md', 'circle.md', 'pipe.md', 'missing.md']) {
      const named = changebook(['check', name, 'TKT-1.md'], folder);
      assert.equal(named.code, 2, name);
      assert.match(`${named.err}${named.out}`, new RegExp(`^(?:changebook: )?${name}:.+`, 'm'));
      assert.match(named.out, /titel/);
    }
  });

  it('a link of a record never tells what lies outside of the workspace', () => {
    const outside = folderOf({ 'secret.md': '# x\n' });
    const folder = folderOf({
      '.changebook/config.yaml': '',
      'TKT-1.md': `${ticket('TKT-1')}\n[a](../${path.basename(outside)}/secret.md) [b](out/secret.md) [c](/etc/passwd)\n`,
    });
    symlinkSync(outside, path.join(folder, 'out'));
    assert.deepEqual(
      lines(checkJson([], folder)).map((line) => line.replace(/:\d+ /, ' ')),
      ['TKT-1.md:7 warning links/file', 'TKT-1.md:7 warning links/file'],
    );
  });

  it('names that look like options or patterns are names', () => {
    const folder = folderOf({
      '-A.md': ticket('TKT-1', 'titel: x\n'),
      'a b\u00e9 [x].md': ticket('TKT-2', 'titel: x\n'),
    });
    assert.equal(checkJson(['./-A.md'], folder).summary.errors, 1);
    assert.match(changebook(['check', '--', '-A.md'], folder).out, /titel/);
    assert.equal(checkJson(['a b\u00e9 [x].md'], folder).summary.errors, 1);
  });

  it('a name that is too long for a file is no id either', () => {
    const root = folderOf({ 'TKT-1.md': ticket('TKT-1') });
    for (const command of ['show', 'audit', 'advance', 'calendar']) {
      const { code, err } = changebook([command, 'a'.repeat(5000)], root);
      assert.equal(code, 2, command);
      assert.match(err, /^changebook: (?!Changebook failed).*“a+/, command);
    }
  });

  it('a configuration that is broken, a folder or huge leaves the records to be checked', () => {
    const record = { 'TKT-1.md': ticket('TKT-1', 'titel: x\n') };
    const broken = folderOf({ '.changebook/config.yaml': 'timezone: [\nlanguage: es\n', ...record });
    const found = checkJson([], broken).findings.map(({ file, rule }) => `${file} ${rule}`);
    assert.ok(
      found.includes('.changebook/config.yaml config/invalid') && found.includes('TKT-1.md format/field'),
    );
    const huge = folderOf({ '.changebook/config.yaml': 'a: b\n'.repeat(1_000_000), ...record });
    assert.ok(lines(checkJson([], huge)).includes('TKT-1.md:4:1 error format/field'));
    const folder = folderOf(record);
    mkdirSync(path.join(folder, '.changebook/config.yaml'), { recursive: true });
    const report = checkJson([], folder);
    assert.equal(report.code, 2);
    assert.deepEqual(lines(report), [
      '.changebook/config.yaml:1:1 error config/unread',
      'TKT-1.md:4:1 error format/field',
    ]);
  });
});
