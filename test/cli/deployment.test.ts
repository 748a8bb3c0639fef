import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import PostalMime from 'postal-mime';
import readExcelFile from 'read-excel-file/node';
import { changebook, folderOf, project } from './program';

const id = 'CHG-2026-0042';

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...args], { cwd, encoding: 'utf8' }).trim();
}

/** The example workspace as a repository of its own. */
function example(): string {
  const cwd = folderOf({});
  cpSync(path.join(project, 'examples'), cwd, { recursive: true });
  git(cwd, 'init', '-q');
  for (const [key, value] of [
    ['user.name', 'Bruno Salas'],
    ['user.email', 'bruno@example.org'],
    ['commit.gpgsign', 'false'],
    ['core.autocrlf', 'false'],
  ] as const)
    git(cwd, 'config', key, value);
  git(cwd, 'remote', 'add', 'origin', 'git@code.example.org:team/records.git');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'Begin');
  git(cwd, 'tag', 'v4.2.0');
  git(cwd, 'branch', 'release/v4.2.0');
  return cwd;
}

/** A deployment that takes longer than planned, at the times at which each thing happened. */
class Deployment {
  constructor(private readonly cwd: string) {}

  run(time: string, ...args: readonly string[]): string {
    const now = ['--now', `2026-11-25T${time}+01:00`];
    const { code, out, err } = changebook([...args, ...now], this.cwd);
    assert.equal(code, 0, `${args.join(' ')}: ${out}${err}`);
    return out;
  }

  tick(time: string, steps: number): void {
    for (let step = 0; step < steps; step++)
      this.run(time, 'tick', id, '--evidence', 'https://ci.example.org/run/31');
  }

  /** Drafts a notice as mail, and marks it as sent. */
  async tell(time: string, kind: string, ...more: readonly string[]): Promise<string> {
    this.run(time, 'draft', id, kind, '--format', 'eml', '-o', `${kind}.eml`, ...more);
    const mail = await PostalMime.parse(readFileSync(path.join(this.cwd, `${kind}.eml`)));
    this.run(time, 'notify', id, kind, '--channel', 'correo');
    return `${mail.subject}\n${mail.text}`;
  }
}

async function deploy(cwd: string): Promise<Record<string, string>> {
  const deployment = new Deployment(cwd);
  const users = await deployment.tell('09:00', 'users');
  deployment.tick('21:30', 3);
  const start = await deployment.tell('22:00', 'start');
  deployment.run('22:02', 'advance', id, '--to', 'releasing');
  deployment.tick('22:20', 8);
  const delay = await deployment.tell('22:55', 'delay', '--until', '2026-11-25 23:30');
  const end = await deployment.tell('23:25', 'end');
  deployment.run('23:26', 'advance', id, '--to', 'in_testing');
  return { users, start, delay, end };
}

/** Where a folder is given, the spreadsheet is left there for whoever wants to look at it. */
function keepForReading(file: string): void {
  const folder = process.env.CHANGEBOOK_KEEP;
  if (folder !== undefined) cpSync(file, path.join(folder, 'deployment-log.xlsx'));
}

describe('A deployment of the examples', () => {
  it('tells of its start, its delay and its end, and all of it is in the log', async function () {
    this.timeout(180_000);
    const cwd = example();
    const { users, start, delay, end } = await deploy(cwd);
    assert.match(users ?? '', /de 22:00 a 23:00[\s\S]*20 minutos/);
    assert.match(
      start ?? '',
      /^Inicio del despliegue[\s\S]*TKT-2026-0104[\s\S]*portal, informes[\s\S]*1 hora/,
    );
    assert.match(delay ?? '', /^Demora[\s\S]*Nueva hora estimada: 23:30 \(Europe\/Madrid\)/);
    assert.match(end ?? '', /^Fin[\s\S]*https:\/\/support\.example\.org/);

    const csv = (audience: string): Record<string, string>[] =>
      parseCsv(changebook(['log', 'ribera', '--format', 'csv', '--audience', audience], cwd).out, {
        bom: true,
        columns: true,
      });
    const row = csv('team').find(({ Cambio }) => Cambio === id);
    assert.deepEqual(
      ['Inicio previsto', 'Fin previsto', 'Inicio real', 'Fin real', 'Componentes'].map(
        (name) => row?.[name],
      ),
      [
        ...['2026-11-25 22:00', '2026-11-25 23:00', '2026-11-25 22:02', '2026-11-25 23:26'],
        'portal 4.1.4 → 4.2.0; informes 1.9 → 1.10',
      ],
    );
    assert.equal(
      row?.Avisos,
      'Correo a los usuarios finales: enviado 2026-11-25 09:00; Inicio: enviado 2026-11-25 22:00; Demora: enviado 2026-11-25 22:55; Fin: enviado 2026-11-25 23:25',
    );
    assert.match(row?.Commit ?? '', /^https:\/\/code\.example\.org\/team\/records\/commit\/[\da-f]{40}$/);
    assert.match(row?.Aprobaciones ?? '', /Laia Font.*Joan Coll/);
    const shared = csv('customer').find(({ Cambio }) => Cambio === id);
    assert.equal(shared?.Avisos, row?.Avisos);
    assert.equal(shared?.Commit ?? shared?.Aprobaciones, undefined);

    const file = 'Ribera - Bitácora de despliegues.xlsx';
    assert.equal(changebook(['log', 'ribera', '--format', 'xlsx'], cwd).code, 0);
    const [sheet] = await readExcelFile(path.join(cwd, file));
    const cells = sheet?.data.find(([first]) => first === id) ?? [];
    // Days are fractions of numbers in a spreadsheet: the reader's milliseconds are rounded away.
    const times = cells.flatMap((cell) =>
      cell instanceof Date
        ? [new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(11, 16)]
        : [],
    );
    assert.deepEqual(times, ['22:00', '23:00', '22:02', '23:26']);
    assert.ok(cells.includes(row?.Avisos ?? ''), String(cells));
    keepForReading(path.join(cwd, file));
  });

  it('gives the same log from the same history', async () => {
    const cwd = example();
    const log = (): string => changebook(['log', 'ribera', '--format', 'csv'], cwd).out;
    const copy = folderOf({});
    git(copy, 'clone', '-q', '--no-local', cwd, 'again');
    const again = path.join(copy, 'again');
    git(again, 'remote', 'set-url', 'origin', 'git@code.example.org:team/records.git');
    assert.equal(changebook(['log', 'ribera', '--format', 'csv'], again).out, log());
    assert.equal(log(), log());
  });
});
