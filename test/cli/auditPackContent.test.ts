import { strict as assert } from 'node:assert';
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { filesIn, newPlace, packText as text, wordsOf } from './packTexts';
import { changebook, folderOf } from './program';
import { git } from './repository';

const change = (id: string, title: string, more = '', body = ''): string =>
  `---\nid: ${id}\ntype: change\n${more}---\n# ${title}\n\n## Deployment\n\n- [ ] Go\n${body}`;

describe('A pack of what others wrote', () => {
  const hostile = '=cmd|x <img src=x onerror=alert(1)>\u001b[31m\u202e"&\'';
  let folder = '';
  let pack = '';

  function commit(message: string, at: string): void {
    const as = ['-c', 'user.name=Eva', '-c', 'user.email=eva@example.org', '-c', 'commit.gpgsign=false'];
    process.env.GIT_COMMITTER_DATE = at;
    git(folder, 'add', '--all');
    git(folder, ...as, 'commit', '--quiet', '--date', at, '--message', message);
    delete process.env.GIT_COMMITTER_DATE;
  }

  before(() => {
    const start = 'schedule: { start: 2026-03-10T10:00Z, duration: 1h }\n';
    folder = folderOf({
      '.changebook/config.yaml': 'language: es\ntimezone: Europe/Madrid\n',
      '.changebook/customers/acme.yaml': 'name: Acme\n',
      'changes/CHG-2026-0001.md': change('CHG-2026-0001', hostile, `requested_by: "@SUM(A1)"\n${start}`),
      'changes/CHG-2026-0002.md': change('CHG-2026-0002', 'Movido', `customer: Acme\n${start}`),
      'changes/CHG-2026-0003.md': change('CHG-2026-0003', 'Borrado', start),
      'changes/CHG-2026-0004.md': change('CHG-2026-0004', 'Sin fechas'),
      'changes/CHG-2026-0005.md': change('CHG-2026-0005', 'Roto', 'requested_at: 2026-03-01 10:00\nx: [\n'),
      'changes/twin.md': change('CHG-2026-0002', 'Gemelo', start),
      'shot.txt': 'proof\n',
    });
    git(folder, 'init', '--quiet', '--initial-branch=main');
    git(folder, 'config', 'user.name', 'Eva');
    git(folder, 'config', 'user.email', 'eva@example.org');
    commit('Empieza', '2026-03-01T10:00:00Z');
    const ticked = changebook(['tick', 'CHG-2026-0001', 'Go', '--evidence-file', 'shot.txt'], folder);
    assert.equal(ticked.code, 0, ticked.err);
    mkdirSync(path.join(folder, 'archive'));
    renameSync(path.join(folder, 'changes/CHG-2026-0002.md'), path.join(folder, 'archive/CHG-2026-0002.md'));
    commit('Mueve', '2026-03-11T10:00:00Z');
    rmSync(path.join(folder, 'changes/CHG-2026-0003.md'));
    symlinkSync('../../../etc/hostname', path.join(folder, 'changes/CHG-2026-0009.md'));
    commit('Borra', '2026-03-12T10:00:00Z');
    pack = newPlace();
  });

  it('is Spanish, names what could not be read, and then is not green', () => {
    const { code, err } = changebook(
      ['audit', '--from', '2026-03-01', '--to', '2026-03-31', '-o', pack],
      folder,
    );
    assert.equal(code, 2, err);
    assert.match(err, /No está completo: 2 ficheros no se han podido leer como registros/);
    const page = text(pack, 'index.html');
    assert.match(page, /<html lang="es">/);
    assert.match(wordsOf(page), /changes\/CHG-2026-0009\.md\s*: un enlace/);
    assert.match(wordsOf(page), /changes\/CHG-2026-0005\.md\s*: texto que no se ha podido leer/);
    assert.equal(changebook(['verify', pack], folder).code, 0);
  });

  it('holds records that were removed, moved, doubled or have no date', () => {
    const rows = text(pack, 'population.csv').split('\r\n');
    const named = rows.slice(1).map((row) => row.split(',').slice(0, 2).join(' '));
    assert.equal(named.filter((name) => name.startsWith('CHG-2026-0002 ')).length, 2);
    const removed = rows.find((row) => row.startsWith('CHG-2026-0003,')) ?? '';
    assert.match(removed, /previsto; registro eliminado/);
    assert.match(removed, /"Registro eliminado 2026-03-12 11:00, Eva, [0-9a-f]{10}"/);
    assert.match(rows.find((row) => row.startsWith('CHG-2026-0004,')) ?? '', /,creado,/);
    // Drawn like any other.
    assert.match(text(pack, 'samples/CHG-2026-0003/trail.md'), /Eliminado/);
    const folders = readdirSync(path.join(pack, 'samples'));
    const moved = folders.find((name) => text(pack, `samples/${name}/record.txt`).includes('# Movido')) ?? '';
    assert.match(
      text(pack, `samples/${moved}/trail.md`),
      /Trasladado desde changes\\\/CHG\\-2026\\-0002\\\.md/,
    );
  });

  it('runs nothing that they wrote, in no program', () => {
    const page = text(pack, 'index.html');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
    assert.doesNotMatch(page, /<(?:img|script|iframe|link|object|form)\b|<[^>]*\son\w+=|javascript:|https?:/);
    assert.ok(page.includes('=cmd|x &lt;img src=x onerror=alert(1)&gt;'));
    const override = Buffer.from('\u202e').toString('latin1');
    for (const [file, content] of filesIn(pack))
      if (/\.(?:html|csv|md)$/.test(file))
        assert.ok(!content.includes('\u001b') && !content.includes(override), file);
    const csv = text(pack, 'population.csv');
    assert.match(csv, /,"'=cmd\|x /);
    assert.match(csv, /,'@SUM\(A1\),/);
  });

  it('has the file that shows that a step was done', () => {
    const [name = ''] = readdirSync(path.join(pack, 'samples/CHG-2026-0001/evidence'));
    assert.match(name, /^shot-[0-9a-f]{6}.*\.txt$/);
    assert.equal(text(pack, `samples/CHG-2026-0001/evidence/${name}`), 'proof\n');
    assert.ok(text(pack, 'index.html').includes(`samples/CHG-2026-0001/evidence/${name}`));
  });

  it('may be that of one customer, by any of its names, and lies in a workspace without adding records to it', () => {
    const inside = path.join(folder, 'pack');
    const call = ['audit', '--from', '2026-03-01', '--to', '2026-03-31', '-o', 'pack'];
    changebook([...call, '--customer', 'ACME', '--sample', '1', '--seed', '7', '--language', 'en'], folder);
    assert.equal(text(inside, 'population.csv').trim().split('\r\n').length, 2);
    assert.match(wordsOf(text(inside, 'index.html')), /Customer\s+Acme/);
    const { out } = changebook(['check', '--format', 'json', 'pack'], folder);
    assert.equal(JSON.parse(out).summary.records, 0, out);
  });
});
