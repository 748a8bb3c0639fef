import { spawnSync } from 'node:child_process';
import path from 'node:path';

// The long forms of the tests that kill, race, compete, compare and try sequences; the short ones run with `npm test`.

const project = path.resolve(__dirname, '..');
const mocha = path.join(project, 'node_modules/mocha/bin/mocha.js');

const runs: readonly { says: string; file: string; env: { readonly [name: string]: string } }[] = [
  {
    says: 'Killing ticks, and racing for one clone',
    file: 'test/node/commit/killedAndRaced.test.ts',
    env: { CHANGEBOOK_KILLS: process.env.CHANGEBOOK_KILLS ?? '300' },
  },
  {
    says: 'Killing every acting command',
    file: 'test/node/commit/killedCommands.test.ts',
    env: { CHANGEBOOK_COMMAND_KILLS: process.env.CHANGEBOOK_COMMAND_KILLS ?? '300' },
  },
  {
    says: 'Every acting command, run again after every fault',
    file: 'test/node/commit/runAgain.test.ts',
    env: { CHANGEBOOK_FAULTS: 'all' },
  },
  {
    says: 'Killing pushes',
    file: 'test/node/push/pushKilled.test.ts',
    env: { CHANGEBOOK_PUSH_KILLS: process.env.CHANGEBOOK_PUSH_KILLS ?? '150' },
  },
  {
    says: 'A fleet of eight clones',
    file: 'test/node/push/fleet.test.ts',
    env: {
      CHANGEBOOK_FLEET_STEPS: process.env.CHANGEBOOK_FLEET_STEPS ?? '12',
      CHANGEBOOK_FLEET_RECORDS: process.env.CHANGEBOOK_FLEET_RECORDS ?? '10',
      CHANGEBOOK_FLEET_FLIPS: process.env.CHANGEBOOK_FLEET_FLIPS ?? '20',
    },
  },
  {
    says: 'Edits of what was approved',
    file: 'test/long/approvals/digestProperties.test.ts',
    env: {
      CHANGEBOOK_DIGEST_PAIRS: process.env.CHANGEBOOK_DIGEST_PAIRS ?? '140000',
      CHANGEBOOK_DIGEST_SEED: process.env.CHANGEBOOK_DIGEST_SEED ?? '20261129',
    },
  },
  {
    says: 'Times that recur, beside every minute of two years',
    file: 'test/long/calendar/recurringTimes.test.ts',
    env: { CHANGEBOOK_TIMES: process.env.CHANGEBOOK_TIMES ?? '300' },
  },
  {
    says: 'Every place of whole files',
    file: 'test/long/{language,model/parse}/*.test.ts',
    env: { CHANGEBOOK_PLACES: '1', CHANGEBOOK_FUZZ: process.env.CHANGEBOOK_FUZZ ?? '20000' },
  },
  {
    says: 'Two versions of a record, merged',
    file: 'test/long/merge/mergeProperties.test.ts',
    env: { CHANGEBOOK_MERGE_PAIRS: process.env.CHANGEBOOK_MERGE_PAIRS ?? '20000' },
  },
  {
    // apt-get install neovim emacs-nox elpa-eglot elpa-markdown-mode
    says: 'Neovim and Emacs with the language server',
    file: 'test/cli/lspEditors.test.ts',
    env: { CHANGEBOOK_EDITORS: '1' },
  },
  {
    says: 'Merges, rebases and cherry-picks of git',
    file: 'test/cli/mergeDriver.test.ts',
    env: { CHANGEBOOK_REAL_MERGES: process.env.CHANGEBOOK_REAL_MERGES ?? '1000' },
  },
  {
    says: 'Any sequence of updates',
    file: 'test/long/{index,pending,update}/*.test.ts',
    env: { CHANGEBOOK_LONG_RUNS: process.env.CHANGEBOOK_LONG_RUNS ?? '1' },
  },
];

let failed = 0;
for (const { says, file, env } of runs) {
  console.log(
    `\n▸ ${says} (${Object.entries(env)
      .map((pair) => pair.join('='))
      .join(', ')}) …`,
  );
  const { status } = spawnSync(process.execPath, [mocha, file], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) failed++;
}
console.log(`\n${runs.length - failed} of ${runs.length} long runs passed.`);
process.exitCode = failed > 0 ? 1 : 0;
