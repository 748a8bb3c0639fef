import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ActionReport, actionReportSchema } from '../../src/core/report/actionReport';
import { changebook, folderOf } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const now = ['--now', '2026-11-16T12:00+01:00'];
const record = `---
id: ${id}
tipo: cambio # a comment
titulo: Título
programacion: { inicio: 2026-11-25 22:00, duracion: 1h }
entornos:
  - PRO
componentes:
  - nombre: portal
    a: "4.2"
  - { nombre: my.api, a: "2" }
---
# Título

## Resumen

Antes.

## Checklist

- [ ] Uno
- [x] Dos
`;

function repository(text = record): string {
  const files = { '.changebook/config.yaml': 'timezone: Europe/Madrid\n', [`${id}.md`]: text };
  return repositoryOf(files, 'Rita Mas');
}

function text(folder: string): string {
  return readFileSync(path.join(folder, `${id}.md`), 'utf8');
}

function edit(folder: string, from: string, to: string): void {
  writeFileSync(path.join(folder, `${id}.md`), text(folder).replace(from, to));
}

function act(folder: string, ...args: string[]): ActionReport & { exit: number | null } {
  const { code, out, err } = changebook([...args, '--format', 'json', ...now], folder);
  assert.ok(out.startsWith('{'), err);
  return { ...actionReportSchema.parse(JSON.parse(out)), exit: code };
}

/** Two clones of a bare repository. */
function clones(): [anna: string, berta: string] {
  const first = repository();
  const around = folderOf({});
  git(around, 'clone', '--quiet', '--bare', first, path.join(around, 'bare.git'));
  const clone = (name: string): string => {
    const folder = path.join(around, name);
    git(around, 'clone', '--quiet', path.join(around, 'bare.git'), folder);
    git(folder, 'config', 'user.name', name);
    git(folder, 'config', 'user.email', `${name}@example.org`);
    return folder;
  };
  return [clone('Anna'), clone('Berta')];
}

describe('set and commit', () => {
  it('set: fields in either language, parts, items and lists, as one commit that changes nothing else', () => {
    const folder = repository();
    const report = act(
      folder,
      'set',
      id,
      ...['title=Otro: sí', 'schedule.outage=20m', 'entornos+=DES', 'components.portal.to=4.3.0'],
      ...['componentes.my.api.de=1.10', 'severity=minor', 'x-team=3', "features=a, 'b, c'"],
    );
    assert.deepEqual([report.exit, report.outcome, report.action], [0, 'committed', 'set'], report.message);
    const expected = record
      .replace('titulo: Título', 'titulo: "Otro: sí"')
      .replace('# Título', '# Otro: sí')
      .replace('1h }', '1h, corte: 20m }\nfuncionalidades: [a, "b, c"]')
      .replace('  - PRO\n', '  - PRO\n  - DES\nseveridad: menor\n')
      .replace('a: "4.2"', 'a: "4.3.0"')
      .replace('my.api, a', 'my.api, de: "1.10", a')
      .replace('a: "2" }\n', 'a: "2" }\nx-team: 3\n');
    assert.equal(text(folder), expected);
    assert.match(
      git(folder, 'log', '-1', '--format=%B'),
      /^Changebook-Action: set\nChangebook-Fields: title, /m,
    );
    const again = act(folder, 'set', id, 'entornos+=DES');
    assert.deepEqual([again.exit, again.outcome], [0, 'unchanged']);
    const back = act(folder, 'set', id, 'entornos-=DES', 'severidad=', 'componentes-=portal', 'features=');
    assert.equal(back.outcome, 'committed', back.message);
    assert.match(
      text(folder),
      /entornos:\n {2}- PRO\ncomponentes:\n {2}- \{ nombre: my\.api, de: "1\.10", a: "2" \}\n/,
    );
  });

  it('set refuses, in one sentence, what has an action of its own and what brings an error', () => {
    const folder = repository();
    const wrong: [field: string, exit: number, code: string, says: RegExp][] = [
      ['estado=done', 1, 'ownedField', /“estado” is written by .*Advance Status \(changebook advance\)/],
      ['approvals+={ role: peer }', 1, 'ownedField', /changebook approve/],
      ['id=CHG-2026-0002', 1, 'fieldStays', /“id” stays/],
      ['importado.de=Jira', 1, 'ownedField', /changebook import/],
      ['x-team: 1\noutcome=successful', 2, 'noSuchField', /no field “x-team/],
      ['severity=banana', 1, 'bringsError', /“banana” is not a value of this field/],
      [
        'schedule.start=2026-11-27 22:00',
        1,
        'bringsError',
        /2026-11-27.*schedule\/friday|day before a day off/,
      ],
      ['durration=1h', 2, 'noSuchField', /no field “durration”/],
      ['components.potral.to=1', 2, 'noSuchItem', /no “potral” in “componentes”.*“portal”/],
      ['schedule=tomorrow', 2, 'writeParts', /such as programacion\.inicio=/],
      ['customer', 2, 'noAssignment', /sets no field/],
    ];
    for (const [field, exit, code, says] of wrong) {
      const report = act(folder, 'set', id, field);
      assert.deepEqual([report.exit, report.code], [exit, code], `${field}: ${report.message}`);
      assert.match(report.message ?? '', says);
    }
    assert.equal(text(folder), record);
    assert.equal(changebook(['set', id], folder).code, 2);
  });

  it('set writes no approval of a procedure, by whichever way to it', () => {
    const decided = '{ role: peer, by: Laia Font, at: 2026-11-02 10:05, decision: approved }';
    const folder = repositoryOf(
      {
        'PROC-A.md': `---\nid: PROC-A\ntype: procedure\nversion: 1.0.0\nstandard:\n  when: { deployment_type: 1 }\n  approvals:\n    - ${decided}\n---\n# A\n`,
      },
      'Rita Mas',
    );
    for (const field of [
      'standard.approvals+={ role: operations, by: Rita Mas, at: 2026-11-02 10:05, decision: approved }',
      'standard.approvals.peer.by=Rita Mas',
      'estandar.aprobaciones-=peer',
      'standard.approvals=',
      'standard={ when: { deployment_type: 1 } }',
      'standard=',
    ]) {
      const { outcome, code, message } = act(folder, 'set', 'PROC-A', field, '--yes');
      assert.deepEqual([outcome, code], ['refused', 'ownedField'], `${field}: ${message}`);
      assert.match(message ?? '', /“standard\.approvals” is written by .*\(changebook approve\)/);
    }
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.equal(act(folder, 'set', 'PROC-A', 'owner=Rita Mas', '--yes').outcome, 'committed');
  });

  it('set asks before approvals become void', () => {
    const folder = repository();
    assert.equal(act(folder, 'approve', id, '--role', 'peer').decision, 'approved');
    const refused = act(folder, 'set', id, 'impacto.nivel=alto');
    assert.deepEqual([refused.exit, refused.code], [1, 'makesVoid']);
    assert.match(refused.message ?? '', /Rita Mas.*--yes/);
    assert.equal(act(folder, 'set', id, 'impacto.nivel=alto', '--yes').outcome, 'committed');
  });

  it('commit takes what was edited, but no tick and no decision', () => {
    const folder = repository();
    edit(folder, 'Antes.', 'Después.');
    const report = act(folder, 'commit', id);
    assert.deepEqual([report.exit, report.action, report.outcome], [0, 'edit', 'committed'], report.message);
    assert.equal(git(folder, 'log', '-1', '--format=%s').trim(), `${id}: edit "Título"`);
    assert.equal(act(folder, 'commit', id).outcome, 'unchanged');
    const touched: [from: string, to: string, code: string, says: RegExp][] = [
      ['[ ] Uno', '[x] Uno', 'editsStep', /“Uno”/],
      ['[x] Dos', '[x] Tres', 'editsStep', /“Dos”/],
      ['titulo:', 'estado: listo\ntitulo:', 'editsField', /“estado”/],
      ['titulo:', 'exenciones: []\ntitulo:', 'editsField', /“exenciones”/],
      [`id: ${id}`, 'id: CHG-2026-0009', 'editsField', /“id”/],
    ];
    const before = text(folder);
    for (const [from, to, code, says] of touched) {
      edit(folder, from, to);
      const refused = act(folder, 'commit', `${id}.md`);
      assert.deepEqual([refused.exit, refused.code], [1, code], refused.message);
      assert.match(refused.message ?? '', says);
      writeFileSync(path.join(folder, `${id}.md`), before);
    }
  });

  it('what is set and edited is pushed, done again on what others pushed', () => {
    const [anna, berta] = clones();
    act(berta, 'tick', id, 'Uno', '--push');
    act(berta, 'set', id, 'schedule.duration=2h', 'entornos+=TEST', '--push');
    act(anna, 'set', id, 'schedule.outage=20m', 'entornos+=DES', 'owner=Us');
    edit(anna, 'Antes.', 'Después.');
    const report = act(anna, 'commit', id, '--push');
    assert.deepEqual([report.exit, report.push?.outcome], [0, 'pushed'], report.push?.message);
    const made = text(anna);
    assert.match(
      made,
      /duracion: 2h, corte: 20m[\s\S]*- PRO\n {2}- TEST\n {2}- DES\n[\s\S]*Después\.[\s\S]*- \[x\] Uno/,
    );
    act(berta, 'set', id, 'schedule.outage=30m');
    const late = act(berta, 'set', id, 'owner=Them', '--push');
    assert.deepEqual([late.exit, late.push?.code], [2, 'cannotRedo'], late.push?.message);
  });

  it('a commit that only says that it is one of Changebook’s gains nothing by it', () => {
    const forged: [from: string, to: string, action: string][] = [
      ['[ ] Uno', '[x] Uno', 'edit'],
      ['titulo:', 'estado: hecho\ntitulo:', 'set'],
      ['titulo:', 'aprobaciones: [{ rol: par, por: Anna }]\ntitulo:', 'edit'],
      ['Antes.', 'Antes.\n\n```', 'set'],
    ];
    const [anna] = clones();
    const base = git(anna, 'rev-parse', 'HEAD').trim();
    for (const [from, to, action] of forged) {
      edit(anna, from, to);
      git(anna, 'commit', '--quiet', '-am', `x\n\nChangebook-Record: ${id}\nChangebook-Action: ${action}`);
      const pushed = JSON.parse(changebook(['push', '--format', 'json'], anna).out);
      assert.deepEqual([pushed.outcome, pushed.code], ['failed', 'otherCommits'], to);
      git(anna, 'reset', '--quiet', '--hard', base);
    }
  });
});
