import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { changebook, type Ended, folderOf, project, ticket } from './program';

const call = ['check', '--format', 'json', '--now', '2026-11-16T12:00+01:00'];
const isRoot = process.getuid?.() === 0;

/** Records that are found by each other, with findings in them and across them. */
const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  'TKT-1.md': `${ticket('TKT-1', 'related: [TKT-2, TKT-9]\n')}[plan](plan.txt)\n`,
  'TKT-2.md': ticket('TKT-2', 'severity: majr\n'),
  'again/TKT-2.md': ticket('TKT-2', 'owner: [x]\n'),
  'plan.txt': 'later\n',
};

const here = 'The cache is another one from here on.\n';

/** Loaded before the program: changes the cache just before its file of that number is put in its place. */
const hook = `const fs = require('node:fs');
const { renameSync } = fs;
const { CHANGEBOOK_CACHE_DIR: cache, FAULT: fault, POINT: point } = process.env;
let left = Number(point);
fs.renameSync = (from, to) => {
  if (left-- === 0) {
    require('node:child_process').execFileSync('sh', ['-c', fault, 'sh', cache]);
    process.stderr.write(${JSON.stringify(here)});
  }
  return renameSync(from, to);
};
`;

const faults: { readonly [what: string]: string } = {
  'may be written no longer': 'chmod -R a-w "$1"',
  'is gone': 'rm -r "$1"',
};

/** Runs the program behind some words of a shell. */
function check(words: string, folder: string, cache: string, env: NodeJS.ProcessEnv = {}): Ended {
  const program = [process.execPath, path.join(project, 'dist/cli.js'), ...call];
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${words} "$@"`, 'sh', ...program], {
    cwd: folder,
    env: { ...process.env, CHANGEBOOK_CACHE_DIR: cache, XDG_CACHE_HOME: cache, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: withoutProgress(stderr) };
}

/** What is said without how far the reading is, which a slow machine is told. */
function withoutProgress(said: string): string {
  return said.replace(/^Reading \d+ of \d+ files…\n/gm, '');
}

/** The same check where nothing goes wrong. */
function undisturbed(folder: string, cache: string): Ended {
  const ended = changebook(call, folder, { cache });
  return { ...ended, err: withoutProgress(ended.err) };
}

describe('A cache that takes nothing more', () => {
  let expected: Ended;
  before(() => {
    expected = undisturbed(folderOf(files), folderOf({}));
    assert.match(expected.out, /TKT-2/);
  });

  it('changes nothing that this check or the next one says where it is full', () => {
    const folder = folderOf(files);
    // No file may be longer than so many blocks: not one byte, one file alone whole, and a part of each other.
    for (const blocks of [0, 1, 4]) {
      const cache = folderOf({});
      assert.deepEqual(check(`ulimit -f ${blocks}; exec`, folder, cache), expected, `${blocks} blocks`);
      assert.deepEqual(undisturbed(folder, cache), expected, `after ${blocks} blocks`);
    }
  });

  for (const [what, fault] of Object.entries(faults))
    it(`changes nothing that this check or the next one says where it ${what} from any moment on`, () => {
      const folder = folderOf({ ...files, 'hook.cjs': hook });
      // An administrator may write everywhere.
      const somebody = isRoot ? 'exec setpriv --reuid=65534 --regid=65534 --clear-groups' : 'exec';
      execFileSync('chmod', ['-R', 'a+rX', folder]);
      let point = 0;
      for (let happened = true; happened; point++) {
        const around = folderOf({});
        if (isRoot) execFileSync('chown', ['65534', around]);
        const cache = path.join(around, 'cache');
        const env = { NODE_OPTIONS: `--require ${folder}/hook.cjs`, FAULT: fault, POINT: String(point) };
        const ended = check(somebody, folder, cache, env);
        happened = ended.err === here;
        assert.deepEqual({ ...ended, err: ended.err.replace(here, '') }, expected, `${point}`);
        execFileSync('chmod', ['-R', 'u+w', around]);
        assert.deepEqual(undisturbed(folder, cache), expected, `after ${point}`);
      }
      // A pack, the folder's states, the verdict: each of them was a moment.
      assert.ok(point > 3, `${point}`);
    });
});
