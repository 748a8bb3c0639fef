// How long the audit trail of a record with 500 commits takes in a repository of 20,000, beside `git log --follow` on
// its file: `tsx test/bench/audit.ts [commits]`. Once where each commit is one of Changebook's, once where none is.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commitMessage } from '../../src/core/actions/commitMessage';
import { stepParts } from '../../src/core/actions/stepChange';
import { identityOf } from '../../src/core/actions/stepIdentity';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { readTrail } from '../../src/node/audit/readTrail';
import { makeRecords } from './makeRecords';

const rounds = 9;
const ofRecord = 500;
const records = 2000;
const program = path.resolve(__dirname, '../../dist/cli.js');

function git(folder: string, args: readonly string[], input?: string): string {
  return execFileSync('git', [...args], { cwd: folder, encoding: 'utf8', input, maxBuffer: 1e9 });
}

/** A repository in which a record's steps are ticked and unticked between the commits of others. */
function makeHistory(folder: string, commits: number, own: boolean): { file: string; id: string } {
  makeRecords(folder, records, 7);
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  const as = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
  git(folder, ['add', '--all']);
  git(folder, [...as, 'commit', '--quiet', '--message', 'Begin']);
  const files = git(folder, ['grep', '-l', '-e', '- \\[ \\] ', '--', '*CHG-*.md']).trim().split('\n');
  const histories = files.map(
    (file) => new RecordHistory(file, readFileSync(path.join(folder, file), 'utf8')),
  );
  const [first] = histories;
  if (!first) throw new Error('no record has an open step');
  const others = histories.slice(1);
  const parts = Array.from({ length: commits }, (_, index) => {
    const mine = index % (commits / ofRecord) === 0;
    const history = (mine ? first : others[index % others.length]) ?? first;
    const { message, text } = history.next(own);
    const begin = index === 0 ? 'from refs/heads/main^0\n' : '';
    const who = `committer Bench <bench@example.org> ${1_800_000_000 + index * 60} +0000`;
    return `commit refs/heads/main\n${who}\n${data(message)}${begin}M 100644 inline ${history.file}\n${data(text)}`;
  });
  git(folder, ['fast-import', '--quiet'], parts.join(''));
  git(folder, ['reset', '--hard', '--quiet']);
  git(folder, ['gc', '--quiet']);
  return { file: first.file, id: first.id };
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** One record, whose steps are ticked and unticked one after the other. */
class RecordHistory {
  readonly id: string;
  private count = 0;

  constructor(
    readonly file: string,
    private text: string,
  ) {
    this.id = parseRecord(text)?.data.id ?? file;
  }

  next(own: boolean): { message: string; text: string } {
    const { steps } = parseRecord(this.text)?.body ?? { steps: [] };
    const step = steps[this.count++ % steps.length];
    if (!step) throw new Error(`${this.file} has no step`);
    const { box, checked } = step;
    this.text = `${this.text.slice(0, box.start)}${checked ? ' ' : 'x'}${this.text.slice(box.end)}`;
    const action = checked ? 'untick' : 'tick';
    const wish = { action, step: identityOf(step, steps), evidence: 'bench' } as const;
    const message = own
      ? commitMessage({ record: this.id, ...stepParts(this.text, wish, action) }, 'en')
      : `Edit ${this.id}\n`;
    return { message, text: this.text };
  }
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Measures both side by side; whether ours takes less than twice as long. */
async function compare(commits: number, own: boolean): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'changebook-audit-'));
  const cache = { ...process.env, CHANGEBOOK_CACHE_DIR: path.join(folder, '.git/cache') };
  try {
    const { file, id } = makeHistory(folder, commits, own);
    const target = path.join(folder, file);
    const steps = parseRecord(readFileSync(target, 'utf8'))?.body.steps ?? [];
    const [ours, whole, bare]: [number[], number[], number[]] = [[], [], []];
    let events = 0;
    for (let round = 0; round < rounds; round++) {
      bare.push(await timed(() => git(folder, ['log', '--follow', '--', file])));
      ours.push(await timed(async () => (events = (await readTrail(target, { id, file, steps })).length)));
      if (!existsSync(program)) continue;
      const args = [program, 'audit', file];
      whole.push(await timed(() => spawnSync(process.execPath, args, { cwd: folder, env: cache })));
    }
    if (events !== ofRecord + 1) throw new Error(`${events} events`);
    const [a, b] = [median(ours), median(bare)];
    const command = whole.length > 0 ? `, the whole command ${median(whole).toFixed(0)} ms` : '';
    console.log(
      `${own ? 'Commits of Changebook' : 'Commits by hand'}: trail of ${events} events in ${commits} commits ${a.toFixed(0)} ms, git log --follow ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)} (under 2)${command}`,
    );
    return a < 2 * b;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function main(): Promise<void> {
  const commits = Number(process.argv[2] ?? 20_000);
  const good = [await compare(commits, true), await compare(commits, false)];
  process.exitCode = good.every(Boolean) ? 0 : 1;
}

void main();
