import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { type AuditReport, auditReportSchema } from '../../src/core/report/auditReport';
import { changebook, checkJson, folderOf, lines, project, ticket } from './program';

const record = `---
id: CHG-2026-0001
tipo: cambio
estado: desplegando
programacion: { inicio: 2026-11-20 22:00, duracion: 1h }
real: { inicio: 2026-11-20 22:05, fin: 2026-11-20 22:50 }
tickets: [TKT-2026-0001]
---
# Portal | 4.2.0

## Despliegue

- [ ] Copia de la base de datos <!-- step: backup evidence -->
- [ ] Aviso a todos
- [ ] Arranque
`;
const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\nlanguage: es\nrecords: ["**/*.md"]\n',
  'changes/CHG-2026-0001.md': record,
  'tickets/TKT-2026-0001.md': ticket('TKT-2026-0001', 'status: to_be_released\n'),
};
const evidence = 'https://backups.example.org/771|2 <img src=x>';

function git(folder: string, ...args: string[]): string {
  const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...as, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function commitAll(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
}

function repository(): string {
  const folder = folderOf(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Anna Serra');
  git(folder, 'config', 'user.email', 'anna@example.org');
  commitAll(folder, 'Begin');
  return folder;
}

function replace(folder: string, file: string, before: string, after: string): void {
  const text = readFileSync(path.join(folder, file), 'utf8');
  assert.ok(text.includes(before), before);
  writeFileSync(path.join(folder, file), text.replace(before, after));
}

/** A record that was ticked, moved, and ticked by hand. */
function lived(): string {
  const folder = repository();
  assert.equal(changebook(['tick', 'CHG-2026-0001', 'backup', '--evidence', evidence], folder).code, 0);
  assert.equal(changebook(['skip', 'CHG-2026-0001', '2', '--reason', 'Sin clientes'], folder).code, 0);
  mkdirSync(path.join(folder, 'archive'));
  renameSync(
    path.join(folder, 'changes/CHG-2026-0001.md'),
    path.join(folder, 'archive/CHG-2026-0001-portal.md'),
  );
  commitAll(folder, 'Archive');
  replace(folder, 'archive/CHG-2026-0001-portal.md', '[ ] Arranque', '[x] Arranque');
  commitAll(folder, 'By hand');
  return folder;
}

const schema = JSON.parse(readFileSync(path.join(project, 'schemas/audit.schema.json'), 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

function json(target: string, cwd: string): AuditReport {
  const { code, out, err } = changebook(['audit', target, '--format', 'json'], cwd);
  assert.equal(code, 0, err);
  assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors));
  return auditReportSchema.parse(JSON.parse(out));
}

describe('changebook audit', () => {
  it('tells machines who did what, when, with which evidence, and how it was planned', () => {
    const folder = lived();
    const report = json('CHG-2026-0001', folder);
    assert.deepEqual(
      report.events.map(({ action, own, step }) => [action, own, step?.text ?? null]),
      [
        ['create', false, null],
        ['tick', true, 'Copia de la base de datos'],
        ['skip', true, 'Aviso a todos'],
        ['move', false, null],
        ['tick', false, 'Arranque'],
      ],
    );
    const [, ticked, skipped, moved] = report.events;
    assert.deepEqual(
      [ticked?.by, ticked?.email, ticked?.evidence],
      ['Anna Serra', 'anna@example.org', evidence],
    );
    assert.deepEqual(ticked?.step?.path, ['Portal | 4.2.0', 'Despliegue']);
    assert.match(ticked?.at ?? '', /^20\d\d-\d\d-\d\dT\d\d:\d\d\+0[12]:00$/);
    assert.equal(skipped?.reason, 'Sin clientes');
    assert.deepEqual(
      [moved?.fileBefore, moved?.file],
      ['changes/CHG-2026-0001.md', 'archive/CHG-2026-0001-portal.md'],
    );
    const { planned, actual, late, status, file, complete } = report;
    assert.deepEqual(planned, { start: '2026-11-20T22:00+01:00', end: '2026-11-20T23:00+01:00' });
    assert.deepEqual(actual, { start: '2026-11-20T22:05+01:00', end: '2026-11-20T22:50+01:00' });
    assert.deepEqual([late, status, complete], [{ start: 5, end: -10 }, 'releasing', true]);
    assert.equal(file, 'archive/CHG-2026-0001-portal.md');
    const byFile = json('CHG-2026-0001-portal.md', path.join(folder, 'archive'));
    assert.deepEqual(byFile, { ...report, file: 'CHG-2026-0001-portal.md' });
  });

  it('tells people, in the language of the team or the one asked for', () => {
    const folder = lived();
    const { out } = changebook(['audit', 'CHG-2026-0001'], folder);
    assert.match(out, /^CHG-2026-0001 · Portal \| 4\.2\.0 {2}archive\/CHG-2026-0001-portal\.md\n/);
    assert.match(out, /^Previsto {2}2026-11-20 22:00 → 23:00$/m);
    assert.match(out, /^Real {6}2026-11-20 22:05 → 22:50 · empezó 5 min tarde, terminó 10 min antes$/m);
    assert.match(
      out,
      / {2}Anna Serra {2}Marcado «Copia de la base de datos» {2}[0-9a-f]{9}\n {4}Despliegue\n/,
    );
    assert.match(out, /^ {4}Evidencia: https:\/\/backups\.example\.org\/771\|2 <img src=x>$/m);
    assert.match(out, / {2}Marcado «Arranque» \(a mano\) {2}/);
    assert.match(out, /^5 eventos, 3 de ellos a mano\. Las horas son las de Europe\/Madrid\.$/m);
    const english = changebook(['audit', 'CHG-2026-0001', '--language', 'en'], folder).out;
    assert.match(english, /Not applicable: “Aviso a todos” {2}.*\n.*\n {4}Reason: Sin clientes\n/);
    assert.match(english, /Moved from changes\/CHG-2026-0001\.md/);
  });

  it('writes a markdown document in which words of the record stay words', () => {
    const { out } = changebook(
      ['audit', 'CHG-2026-0001', '--format', 'markdown', '--language', 'en'],
      lived(),
    );
    assert.match(out, /^# Audit trail of CHG\\-2026\\-0001 · Portal \\\| 4\\\.2\\\.0$/m);
    assert.match(
      out,
      /^\| When \| Who \| What \| Evidence and reason \| Commit \|\n\| --- \| --- \| --- \| --- \| --- \|$/m,
    );
    assert.match(out, /\\<img src\\=x\\>/);
    assert.doesNotMatch(out, /[^\\]<img/);
    const rows = out.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) assert.equal(row.replaceAll('\\|', '').split('|').length, 7, row);
  });

  it('is that of a ticket too, which moved along with its change', () => {
    const folder = repository();
    replace(folder, 'tickets/TKT-2026-0001.md', 'to_be_released', 'in_testing');
    git(folder, 'add', '--all');
    git(
      folder,
      ...['commit', '--quiet', '-m', 'CHG-2026-0001: pasar a en_pruebas'],
      ...['-m', 'Changebook-Record: CHG-2026-0001\nChangebook-Action: advance\nChangebook-State: in_testing'],
    );
    const [, moved] = json('TKT-2026-0001', folder).events;
    assert.deepEqual(
      [moved?.action, moved?.from, moved?.to, moved?.along, moved?.own],
      ['advance', 'to_be_released', 'in_testing', 'CHG-2026-0001', true],
    );
  });

  it('says what it cannot do', () => {
    const folder = folderOf(files);
    const none = changebook(['audit', 'CHG-2026-0001', '--language', 'en'], folder);
    assert.equal(none.code, 2);
    assert.match(none.err, /CHG-2026-0001\.md lies in no git repository, so it has no audit trail/);
    git(folder, 'init', '--quiet');
    const empty = changebook(['audit', 'CHG-2026-0001', '--language', 'en'], folder);
    assert.deepEqual([empty.code, /No commit has changed this record yet/.test(empty.out)], [0, true]);
    const unknown = changebook(['audit', 'CHG-2026-0999'], folder);
    assert.deepEqual([unknown.code, unknown.out], [2, '']);
    assert.equal(changebook(['audit'], folder).code, 2);
    assert.equal(changebook(['audit', 'CHG-2026-0001', '--format', 'xml'], folder).code, 2);
  });
});

describe('checklist/unattributed on the command line', () => {
  const found = (folder: string): string[] =>
    lines(checkJson(['.'], folder)).filter((line) => line.endsWith('checklist/unattributed'));

  it('finds what was ticked by hand, committed or not, until it is ticked by a commit of its own', () => {
    const folder = repository();
    const cache = folderOf({});
    assert.deepEqual(found(folder), []);
    assert.equal(changebook(['tick', 'CHG-2026-0001', '2'], folder).code, 0);
    assert.deepEqual(found(folder), []);
    replace(folder, 'changes/CHG-2026-0001.md', '[ ] Arranque', '[x] Arranque');
    assert.deepEqual(found(folder), ['changes/CHG-2026-0001.md:15:3 warning checklist/unattributed']);
    commitAll(folder, 'By hand');
    assert.deepEqual(found(folder), ['changes/CHG-2026-0001.md:15:3 warning checklist/unattributed']);
    assert.equal(changebook(['untick', 'CHG-2026-0001', '3'], folder, { cache }).code, 0);
    assert.equal(changebook(['tick', 'CHG-2026-0001', '3'], folder, { cache }).code, 0);
    assert.deepEqual(found(folder), []);
  });

  it('is silent, without a word, where there is no git or the rule is off, and in a shallow clone', () => {
    const ticked = { ...files, 'changes/CHG-2026-0001.md': record.replaceAll('[ ]', '[x]') };
    const plain = folderOf(ticked);
    assert.doesNotMatch(changebook(['check'], plain).err, /git/);
    assert.deepEqual(found(plain), []);
    git(plain, 'init', '--quiet');
    assert.deepEqual(found(plain), [], 'before the first commit');
    commitAll(plain, 'Begin');
    assert.deepEqual(found(plain), ['changes/CHG-2026-0001.md:13:3 warning checklist/unattributed']);
    git(plain, 'commit', '--quiet', '--allow-empty', '--message', 'Another');
    const shallow = path.join(folderOf({}), 'clone');
    git(plain, 'clone', '--quiet', '--depth', '1', `file://${plain}`, shallow);
    assert.deepEqual(found(shallow), []);
    git(shallow, 'fetch', '--quiet', '--unshallow');
    assert.equal(found(shallow).length, 1, 'what was kept of the last check no longer counts');
    replace(
      plain,
      '.changebook/config.yaml',
      'language: es\n',
      'language: es\nrules: { checklist/unattributed: "off" }\n',
    );
    assert.deepEqual(found(plain), []);
    rmSync(path.join(plain, '.git'), { recursive: true });
  });
});
