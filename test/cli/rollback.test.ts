import { strict as assert } from 'node:assert';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { changebook, folderOf, project } from './program';
import { git } from './repository';

const id = 'CHG-2026-0042';
const file = 'changes/CHG-2026-0042-portal-4-2-0.md';

/** The example workspace, in which the release is being deployed. */
function releasing(): string {
  const cwd = folderOf({});
  cpSync(path.join(project, 'examples'), cwd, { recursive: true });
  git(cwd, 'init', '-q');
  git(cwd, 'config', 'user.name', 'Bruno Salas');
  git(cwd, 'config', 'user.email', 'bruno@example.org');
  git(cwd, 'config', 'commit.gpgsign', 'false');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'Begin');
  git(cwd, 'tag', 'v4.2.0');
  git(cwd, 'branch', 'release/v4.2.0');
  run(cwd, '21:30', 'tick', id, '4.1', '--evidence', 'https://ci.example.org/run/31');
  for (const [time, kind] of [
    ['09:00', 'users'],
    ['22:00', 'start'],
  ] as const)
    run(cwd, time, 'notify', id, kind, '--channel', 'mail');
  run(cwd, '22:02', 'advance', id, '--to', 'releasing');
  return cwd;
}

function run(cwd: string, time: string, ...args: readonly string[]): string {
  const { code, out, err } = changebook([...args, '--now', `2026-11-25T${time}+01:00`], cwd);
  assert.equal(code, 0, `${args.join(' ')}: ${out}${err}`);
  return out;
}

/** What a call says that is refused. */
function refused(cwd: string, ...args: readonly string[]): string {
  const { code, out, err } = changebook([...args, '--now', '2026-11-25T22:30+01:00'], cwd);
  assert.equal(code, 1, out);
  return out + err;
}

function recordOf(cwd: string): string {
  return readFileSync(path.join(cwd, file), 'utf8');
}

describe('A rollback of the release of the examples', function () {
  this.timeout(180_000);

  it('is opened by an abort criterion, carried out, told, logged and closed', () => {
    const cwd = releasing();
    assert.match(
      run(cwd, '22:10', 'show', id),
      /Roll back if\n {2}1\. Más de un 2 %[\s\S]*2\. Nadie puede entrar/,
    );
    const opened = run(cwd, '22:31', 'rollback', id, '--reason', '2', '--boxes');
    assert.match(opened, /roll back\n[\s\S]*Activar el modo mantenimiento/);
    assert.match(
      recordOf(cwd),
      /real: \{ inicio: \S+, reversion: \{ fecha: 2026-11-25T22:31\+01:00, motivo: Nadie puede entrar \} \}/,
    );
    assert.match(
      git(cwd, 'log', '-1', '--format=%B'),
      /Action: rollback\nChangebook-Reason: Nadie puede entrar/,
    );

    const pending = run(cwd, '22:31', 'pending');
    assert.match(pending, /CHG-2026-0042.*rollback 0\/4/);
    assert.match(run(cwd, '22:31', 'draft', id, 'banner'), /Se está retirando la última actualización/);
    assert.match(
      run(cwd, '22:31', 'draft', id, 'rollback'),
      /Estamos revirtiendo[\s\S]*Motivo: Nadie puede entrar/,
    );
    assert.match(refused(cwd, 'gate', id), /rolled back/);
    assert.match(refused(cwd, 'advance', id), /checklist\/incomplete[\s\S]*4|4[\s\S]*checklist\/incomplete/);

    for (let step = 0; step < 4; step++) run(cwd, '22:45', 'tick', id);
    assert.match(run(cwd, '22:46', 'draft', id, 'rollback'), /Hemos revertido[\s\S]*4\.1\.4/);
    run(cwd, '22:46', 'notify', id, 'rollback', '--channel', 'mail');
    run(cwd, '22:47', 'notify', id, 'ticket_comment', '--channel', 'ticket');
    const left = refused(cwd, 'advance', id, '--outcome', 'successful');
    assert.match(left, /closure\/outcome/);
    assert.match(run(cwd, '22:50', 'advance', id), /releasing → done/);
    const text = recordOf(cwd);
    assert.match(text, /\nestado: cerrado\n[\s\S]*\nresultado: revertido\n/);
    assert.match(text, /- \[ \] Migraciones aplicadas\n/, 'the rest of the deployment is left as it was');
    assert.match(run(cwd, '22:51', 'check', file), /^(?!.* error )/s);

    const rows: Record<string, string>[] = parseCsv(run(cwd, '22:52', 'log', 'ribera', '--format', 'csv'), {
      bom: true,
      columns: true,
    });
    const row = rows.find(({ Cambio }) => Cambio === id);
    assert.equal(row?.Resultado, 'Se revirtió: 2026-11-25 22:31, Nadie puede entrar');
    assert.match(row?.Avisos ?? '', /Reversión: enviado 2026-11-25 22:46/);
    const trail = changebook(['audit', id], cwd).out;
    assert.match(
      trail,
      /Rolled back {2}\w+\n {4}Reason: Nadie puede entrar\n[\s\S]*Ticked “Activar[\s\S]*Moved to done/,
    );
  });

  it('is taken back, and what was approved stays approved', () => {
    const cwd = releasing();
    const before = recordOf(cwd);
    run(cwd, '22:31', 'rollback', id, '--reason', 'Por error', '--boxes');
    assert.match(run(cwd, '22:32', 'check', file), /^(?!.*approval\/stale)/s);
    run(cwd, '22:33', 'rollback', id, '--undo');
    assert.equal(recordOf(cwd), before);
  });
});
