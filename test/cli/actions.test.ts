import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ActionReport, actionReportSchema } from '../../src/core/report/actionReport';
import type { NewReport } from '../../src/core/report/newReport';
import { changebook } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const now = ['--now', '2026-11-16T12:00+01:00'];
const record = `---
id: ${id}
tipo: cambio
cliente: acme
programacion: { inicio: 2026-11-25 22:00, duracion: 1h }
---
# Título
`;

function repository(config = ''): string {
  const files = {
    '.changebook/config.yaml': `timezone: Europe/Madrid\n${config}`,
    '.changebook/customers/acme.yaml': 'name: Acme\ncontacts: [{ name: Anna Serra, role: manager }]\n',
    [`${id}.md`]: record,
  };
  return repositoryOf(files, 'Rita Mas');
}

function text(folder: string): string {
  return readFileSync(path.join(folder, `${id}.md`), 'utf8');
}

function act(folder: string, ...args: string[]): ActionReport & { exit: number | null } {
  const { code, out, err } = changebook([...args, '--format', 'json', ...now], folder);
  assert.ok(out.startsWith('{'), err);
  return { ...actionReportSchema.parse(JSON.parse(out)), exit: code };
}

function last(folder: string): { subject: string; trailers: string[] } {
  const trailers = git(folder, 'log', '-1', '--format=%(trailers:only)').trim().split('\n');
  return { subject: git(folder, 'log', '-1', '--format=%s').trim(), trailers };
}

describe('Actions on a record', () => {
  it('agree: a manager of the customer, to the start that the change has', () => {
    const folder = repository();
    const report = act(folder, 'agree', id);
    assert.deepEqual([report.exit, report.outcome, report.by], [0, 'committed', 'Anna Serra']);
    assert.match(
      text(folder),
      /^conformidad: \{ por: Anna Serra, fecha: 2026-11-16T12:00\+01:00, inicio: 2026-11-25 22:00 \}$/m,
    );
    assert.deepEqual(last(folder), {
      subject: `${id}: agreement of Anna Serra`,
      trailers: [
        `Changebook-Record: ${id}`,
        'Changebook-Action: agree',
        'Changebook-By: Anna Serra',
        'Changebook-Start: 2026-11-25 22:00',
      ],
    });
    assert.equal(act(folder, 'agree', id).outcome, 'unchanged');
    const risk = act(folder, 'accept-risk', id, '--reason', 'It cannot wait: {x}, "y"');
    assert.deepEqual([risk.outcome, risk.by], ['committed', 'Rita Mas']);
    assert.match(text(folder), /por: Anna Serra,.*riesgo_aceptado_por: Rita Mas/);
    assert.ok(last(folder).trailers.includes('Changebook-Reason: It cannot wait: {x}, "y"'));
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('notify and waive: each adds one entry, whoever answers for it', () => {
    const folder = repository('language: es\n');
    assert.equal(act(folder, 'notify', id, 'inicio', '--channel', 'mail').target, 'start');
    assert.equal(last(folder).subject, `${id}: aviso enviado: inicio`);
    for (const at of ['2019-11-16 11:30', '2026-11-17 11:30'])
      assert.match(
        changebook(['notify', id, 'end', '--at', at, ...now], folder).err,
        /un momento desde el/,
        at,
      );
    act(folder, 'notify', id, 'end', '--at', 'hace 30 min');
    assert.match(
      text(folder),
      /^notificaciones:\n {2}- \{ clase: inicio, fecha: 2026-11-16T12:00\+01:00, canal: mail, por: Rita Mas \}\n {2}- \{ clase: fin, fecha: 2026-11-16T11:30\+01:00, por: Rita Mas \}$/m,
    );
    const waived = act(folder, 'waive', id, 'schedule/friday', '--reason', 'Closed', '--until', '2026-12-31');
    assert.equal(waived.outcome, 'committed', waived.message);
    assert.match(text(folder), /regla: schedule\/friday, por: Rita Mas, motivo: Closed/);
    const refused = act(folder, 'waive', id, 'approval/missing', '--reason', 'x');
    assert.deepEqual([refused.exit, refused.code], [1, 'notWaivable']);
    assert.equal(git(folder, 'log', '--format=%s').split('\n').length, 5);
  });

  it('hold and resume: with a reason, and back to where it was', () => {
    const folder = repository();
    const [before] = [text(folder)];
    const lacks = changebook(['hold', id, ...now], folder);
    assert.equal(lacks.code, 2);
    assert.match(lacks.out, /needs a reason/);
    assert.equal(changebook(['hold', id, '--reason', 'They move offices', ...now], folder).code, 0);
    assert.deepEqual(last(folder), {
      subject: `${id}: put on hold`,
      trailers: [
        `Changebook-Record: ${id}`,
        'Changebook-Action: hold',
        'Changebook-State: on_hold',
        'Changebook-Reason: They move offices',
      ],
    });
    assert.match(text(folder), /^estado: en_espera$/m);
    assert.equal(changebook(['resume', id, ...now], folder).code, 0);
    assert.equal(last(folder).subject, `${id}: resume in to_do`);
    assert.equal(text(folder).replace('estado: por_hacer\n', ''), before);
    const again = changebook(['resume', id, ...now], folder);
    assert.deepEqual(
      [again.code, again.err],
      [1, 'changebook: The change is not on hold. Nothing was changed.\n'],
    );
  });

  it('write nothing in a dry run, and only the file without a commit', () => {
    const folder = repository();
    const head = git(folder, 'rev-parse', 'HEAD');
    assert.equal(act(folder, 'notify', id, 'start', '--dry-run').outcome, 'planned');
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.equal(act(folder, 'notify', id, 'start', '--no-commit').outcome, 'edited');
    assert.equal(git(folder, 'status', '--porcelain'), ` M ${id}.md\n`);
    assert.equal(git(folder, 'rev-parse', 'HEAD'), head);
  });

  it('say in one sentence what a call lacks', () => {
    const folder = repository();
    const wrong: [args: string[], says: RegExp][] = [
      [['notify', id], /Say which: approval_request, agreement_request, users/],
      [['notify', id, 'gossip'], /Say which/],
      [
        ['waive', id, 'schedule/fryday', '--reason', 'x'],
        /no rule “schedule\/fryday”.*Did you mean “schedule\/friday”/,
      ],
      [['waive', 'foo', '--reason', 'x'], /no record “foo”.* a record \(its id or file\) and then one rule/],
      [['tick', '5', '6'], /no record “5”.* a record \(its id or file\) and then steps/],
      [['tick', id, '5', '6'], /No step or section is called “5”/],
      [['approve', id], /in which role .*\(--role\): quality_assurance, peer/],
      [['waive', id, 'schedule/friday'], /Say why \(--reason\)/],
      [['waive', id, 'schedule/friday', '--reason', 'x', '--until', 'soon'], /--until does not take “soon”/],
      [['agree', id, '--start', 'later'], /--start does not take “later”/],
      [['agree', id, 'start'], /takes one id or file/],
      [['accept-risk', id], /Say why/],
    ];
    for (const [args, says] of wrong) {
      const { code, err } = changebook(args, folder);
      assert.equal(code, 2, err);
      assert.match(err, says);
    }
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('commit: a new record’s first commit, by itself or with new', () => {
    const folder = repository('commit: { subject: "[{id}] {action} {target}" }\n');
    const made = changebook(['new', 'change', '--title', 'Open a port', '--format', 'json', ...now], folder);
    const { file, id: own } = JSON.parse(made.out) as NewReport;
    const tick = changebook(['agree', own, '--by', 'x', '--start', '2026-11-25 22:00', ...now], folder);
    assert.match(tick.err, /is not committed yet; commit it first \(changebook commit CHG-/);
    assert.equal(act(folder, 'commit', own, '--dry-run').outcome, 'planned');
    assert.equal(act(folder, 'commit', own).outcome, 'committed');
    assert.equal(last(folder).subject, `[${own}] add "Open a port"`);
    assert.equal(git(folder, 'show', '--format=', '--name-status', 'HEAD'), `A\t${file}\n`);
    assert.equal(act(folder, 'commit', own).outcome, 'unchanged');
    const both = changebook(
      ['new', 'ticket', '--title', 'Two', '--commit', '--format', 'json', ...now],
      folder,
    );
    const ticket = JSON.parse(both.out) as NewReport;
    assert.equal(both.code, 0, both.err);
    assert.equal(git(folder, 'rev-parse', 'HEAD').trim(), ticket.commit);
    assert.ok(existsSync(path.join(folder, ticket.file)));
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });
});
