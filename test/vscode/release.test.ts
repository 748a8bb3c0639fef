import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, fileUri, findings, ruleOf, waitForFindings, workspaceFolder } from './support';

const id = 'CHG-2026-0042';
const tickets = ['TKT-2026-0104', 'TKT-2026-0105'];
const file = `changes/${id}-portal-4-2-0.md`;

interface Result {
  readonly outcome: string;
  readonly message: string;
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: workspaceFolder().fsPath, encoding: 'utf8' });
}

/**
 * The release as it was before anybody worked on it: nothing ticked, approved, agreed on or sent. Its window is on
 * another day than that of the test, which somebody answers for.
 */
function startOver(text: string): string {
  return text
    .replace(
      'estado: por_desplegar',
      'estado: por_hacer\nexenciones: [{ regla: schedule/early, por: Joan Coll, motivo: Ensayo }]',
    )
    .replace('ejecutor: Bruno Salas', 'ejecutor: Inés Vidal')
    .replace(/^conformidad:.*\n/m, '')
    .replace(/^aprobaciones:\n(?: {2}- .*\n)+/m, '')
    .replace(/- \[x\] (?!~~)/g, '- [ ] ');
}

async function call(
  command: string,
  words: { readonly [name: string]: string },
): Promise<Result | undefined> {
  return vscode.commands.executeCommand<Result>(`changebook.${command}`, { record: id, ...words });
}

async function run(command: string, words: { readonly [name: string]: string } = {}): Promise<string> {
  const result = await call(command, words);
  assert.equal(result?.outcome, 'committed', `${command} ${JSON.stringify(words)}: ${result?.message}`);
  return result.message;
}

async function tickSteps(count: number): Promise<void> {
  for (let step = 0; step < count; step++)
    await run('tickNextStep', { evidence: 'https://ci.example.org/run/31' });
}

const customer = 'nuria.campos@ribera.example';
const approvals: readonly (readonly [role: string, by: string])[] = [
  ['quality_assurance', 'Laia Font'],
  ['peer', 'Nil Roca'],
  ['operations', 'Rita Mas'],
  ['project', 'Pau Vila'],
  ['product', 'Joan Coll'],
];

async function release(): Promise<void> {
  await run('advanceStatus', { to: 'in_progress' });
  await run('markNoticeSent', { kind: 'approval_request', channel: 'mail' });
  for (const [role, by] of approvals) await run('approve', { role, by, decision: 'approved' });
  await run('advanceStatus', { to: 'por_revisar' });
  const { start } = {
    start: /inicio: ([\d-]+ [\d:]+)/.exec(readFileSync(fileUri(file).fsPath, 'utf8'))?.[1],
  };
  await run('recordAgreement', { by: 'Nuria Campos', start: start ?? assert.fail() });
  await run('advanceStatus', { to: 'to_be_released' });
  await run('holdChange', { reason: 'The network team is away' });
  await run('resumeChange');
  await run('markNoticeSent', { kind: 'users', channel: 'mail' });
  await run('markNoticeSent', { kind: 'start', channel: 'mail' });
  await tickSteps(14);
  await run('advanceStatus', { to: 'releasing' });
  await tickSteps(11);
  await run('markNoticeSent', { kind: 'end', channel: 'mail' });
  await run('advanceStatus', { to: 'in_testing' });
  await run('markNoticeSent', { kind: 'qa_results', channel: 'mail' });
  for (const channel of tickets) await run('markNoticeSent', { kind: 'ticket_comment', channel });
  const refused = await call('advanceStatus', { to: 'done', outcome: 'successful' });
  assert.equal(refused?.outcome, 'refused');
  assert.match(refused?.message ?? '', /TKT-2026-0104.*changebook advance TKT-2026-0104 --to done/);
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  for (const record of tickets) await run('advanceStatus', { record, to: 'done' });
  // What the customer tests is moved on by the customer.
  const own = git('config', 'user.email').trim();
  git('config', 'user.email', customer);
  await run('advanceStatus', { to: 'done', outcome: 'successful' });
  git('config', 'user.email', own);
  await run('markNoticeSent', { kind: 'closing', channel: 'mail' });
}

/** Kept for whoever wants to look at it. */
function keep(name: string, text: string): void {
  const options = process.env.CHANGEBOOK_TEST_OPTIONS;
  const read: unknown = options === undefined ? {} : JSON.parse(readFileSync(options, 'utf8'));
  if (typeof read === 'object' && read !== null && 'report' in read && typeof read.report === 'string')
    writeFileSync(path.join(read.report, name), text);
}

describe('A release of the example workspace', () => {
  after(closeEditors);

  it('goes from to_do to done by commands alone, each of them one commit', async function () {
    this.timeout(400_000);
    const uri = fileUri(file);
    writeFileSync(uri.fsPath, startOver(readFileSync(uri.fsPath, 'utf8')));
    for (const [key, value] of Object.entries({ name: 'Rita Mas', email: 'rita@example.org' }))
      git('config', `user.${key}`, value);
    git('config', 'commit.gpgsign', 'false');
    git('commit', '--quiet', '--all', '--message', 'Start over');
    git('tag', 'v4.2.0');
    git('branch', 'release/v4.2.0');
    await vscode.commands.executeCommand('changebook.checkWorkspace');
    const before = git('rev-parse', 'HEAD').trim();
    await release();
    const log = git('log', '--reverse', '--format=%h %s', `${before}..HEAD`);
    const actions = git(
      'log',
      '--reverse',
      '--format=%(trailers:key=Changebook-Action,valueonly)',
      `${before}..HEAD`,
    );
    keep('release-log.txt', git('log', '--reverse', '--format=%h %an%n%B', `${before}..HEAD`));
    assert.equal(log.trim().split('\n').length, 49, log);
    const counts = new Map<string, number>();
    for (const action of actions.split('\n').filter(Boolean))
      counts.set(action, (counts.get(action) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries(counts), {
      ...{ advance: 8, notify: 8, approve: 5, agree: 1 },
      ...{ hold: 1, resume: 1, tick: 25 },
    });
    assert.match(log, /: tick "Pruebas de humo superadas en QA" \(11\/25\)$/m);
    const changed = [file, ...tickets.map((ticket) => `tickets/${ticket}.md`)];
    assert.equal(git('diff', '--name-only', before, 'HEAD'), `${changed.join('\n')}\n`);
    for (const ticket of tickets) {
      const trail = git('log', '--reverse', '--format=%s', `${before}..HEAD`, '--', `tickets/${ticket}.md`);
      assert.equal(trail, `${id}: advance to in_testing\n${ticket}: advance to done\n`);
    }
    assert.equal(git('status', '--porcelain'), '');
  });

  it('has trailers that git reads, in every commit', () => {
    for (const commit of git('log', '-49', '--format=%H').trim().split('\n')) {
      const message = git('log', '-1', '--format=%B', commit);
      const read = execFileSync('git', ['interpret-trailers', '--parse'], {
        input: message,
        encoding: 'utf8',
      });
      const lines = read.trim().split('\n');
      assert.ok(
        [id, ...tickets].some((record) => lines[0] === `Changebook-Record: ${record}`),
        lines[0],
      );
      assert.match(lines[1] ?? '', /^Changebook-Action: [a-z-]+$/);
      assert.ok(
        lines.every((line) => /^Changebook-[A-Z][a-z]+: \S/.test(line)),
        read,
      );
    }
  });

  it('shows one changed character where a step was ticked', () => {
    const [commit = ''] = git('log', '--format=%H', '--grep', 'tick "Copia de la base').trim().split('\n');
    const diff = git('show', '--format=', '--word-diff=plain', '--word-diff-regex=.', commit);
    keep('tick-diff.txt', git('show', '--format=%s', commit));
    assert.match(diff, /^- \[\[- -\]\{\+x\+\}\] Copia de la base de datos <!-- step: backup evidence -->$/m);
    assert.equal(git('show', '--format=', '--numstat', commit), `1\t1\t${file}\n`);
  });

  it('ends as a record without an error or warning', async () => {
    await vscode.commands.executeCommand('changebook.checkWorkspace');
    const uri = fileUri(file);
    await waitForFindings(uri, (all) => all.some((line) => line.includes('closure/')), 'it is closed');
    const worse = findings(uri).filter(({ severity }) => severity < vscode.DiagnosticSeverity.Information);
    assert.deepEqual(worse.map(ruleOf), []);
    assert.match(readFileSync(uri.fsPath, 'utf8'), /^estado: cerrado$/m);
  });
});

/** The release as it is in the middle of its window, with the notices that were sent before. */
function beingDeployed(text: string): string {
  const sent = ['usuarios, fecha: 2026-11-24 09:00', 'inicio, fecha: 2026-11-25 22:00'];
  const notices = sent.map((kind) => `  - { clase: ${kind}, canal: correo, por: Bruno Salas }\n`).join('');
  return text
    .replace('estado: por_desplegar', 'estado: desplegando')
    .replace('impacto:', 'real: { inicio: 2026-11-25 22:02 }\nimpacto:')
    .replace('relacionados:', `notificaciones:\n${notices}relacionados:`);
}

describe('A rollback of the example workspace', () => {
  after(closeEditors);

  it('is opened, carried out and closed by commands alone, and can be taken back before', async function () {
    this.timeout(240_000);
    const uri = fileUri(file);
    const [root = ''] = git('rev-list', '--max-parents=0', 'HEAD').trim().split('\n');
    git('reset', '--quiet', '--hard', root);
    for (const [key, value] of Object.entries({ name: 'Bruno Salas', email: 'bruno@example.org' }))
      git('config', `user.${key}`, value);
    git('config', 'commit.gpgsign', 'false');
    git('tag', '--force', 'v4.2.0');
    git('branch', '--force', 'release/v4.2.0');
    writeFileSync(uri.fsPath, beingDeployed(readFileSync(uri.fsPath, 'utf8')));
    git('commit', '--quiet', '--all', '--message', 'It is being deployed');
    await vscode.commands.executeCommand('changebook.checkWorkspace');
    const begin = readFileSync(uri.fsPath, 'utf8');
    await run('rollBack', { reason: 'Por error', boxes: 'yes' });
    assert.match(readFileSync(uri.fsPath, 'utf8'), /^1\. \[ \] Activar el modo mantenimiento$/m);
    await run('undoRollback');
    assert.equal(readFileSync(uri.fsPath, 'utf8'), begin);

    await run('rollBack', { reason: 'Nadie puede entrar', boxes: 'yes' });
    const titles = async (): Promise<string[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        50,
      );
      return lenses.map(({ command }) => command?.title ?? '');
    };
    assert.ok((await titles()).includes('Tick next step: Activar el modo mantenimiento'));
    assert.ok((await titles()).some((title) => title.endsWith('not needed any more')));
    await tickSteps(4);
    await run('markNoticeSent', { kind: 'rollback', channel: 'mail' });
    for (const channel of tickets) await run('markNoticeSent', { kind: 'ticket_comment', channel });
    await run('advanceStatus', { to: 'done' });
    const text = readFileSync(uri.fsPath, 'utf8');
    assert.match(text, /^resultado: revertido$/m);
    assert.match(text, /^- \[ \] Migraciones aplicadas$/m);
    assert.equal(git('log', '-1', '--format=%s').trim(), `${id}: advance to done`);
  });
});
