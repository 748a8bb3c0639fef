// How long `changebook reconcile` takes over a year of a repository with 10,000 records and 50,000 commits, beside
// `git log --raw` over the same history: `tsx test/bench/reconcile.ts [records]`, after a build. Processor time, in turns.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commitLives } from './livedHistory';
import { makeRecords } from './makeRecords';
import { median } from './measure';

const rounds = 5;
/** At most so many times `git log`. */
const bar = 2;
const program = path.resolve(__dirname, '../../dist/cli.js');

/** Seconds of processor time of a command and of all that it starts. */
function timed(folder: string, command: string): number {
  const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time ${command} > /dev/null 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CHANGEBOOK_CACHE_DIR: path.join(folder, '.git/cache') },
  });
  return stderr
    .trim()
    .split(' ')
    .reduce((sum, seconds) => sum + Number(seconds), 0);
}

function main(): void {
  const count = Number(process.argv[2] ?? 10_000);
  const scratch = mkdtempSync(path.join(tmpdir(), 'changebook-reconcile-'));
  try {
    const folder = path.join(scratch, 'workspace');
    makeRecords(folder, count, 7);
    const { list, commits } = commitLives(folder);
    const file = path.join(scratch, 'list.csv');
    writeFileSync(file, list);
    const call = `"${process.execPath}" "${program}" reconcile --from 2025-01-01 --to 2025-12-31 "${file}"`;
    execFileSync('git', ['status', '--short'], { cwd: folder });
    // The first one reads every record.
    timed(folder, call);
    const [ours, raw, plain]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      raw.push(timed(folder, 'git log --raw'));
      plain.push(timed(folder, 'git log'));
      ours.push(timed(folder, call));
    }
    const ratio = median(ours) / median(raw);
    console.log(
      `A year of ${count} records and ${commits} commits: reconcile ${median(ours).toFixed(2)} s, git log --raw ${median(raw).toFixed(2)} s, ratio ${ratio.toFixed(2)} (at most ${bar}); git log alone ${median(plain).toFixed(2)} s`,
    );
    process.exitCode = ratio <= bar ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

main();
