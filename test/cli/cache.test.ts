import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { changebook, folderOf, program, ticket } from './program';

const now = ['--now', '2026-11-16T12:00+01:00'];
const front = (id: string, more: string) =>
  `---\nid: ${id}\ntype: change\ncustomer: ribera\nenvironments: [PRO]\n${more}---\n# ${id}\n\n## Despliegue\n\n`;

/** Records that look at each other: by ids, links, windows, procedures, follow-ups and failures. */
const parts: { readonly [file: string]: readonly string[] } = {
  'CHG-1.md': [
    `${front('CHG-2026-0001', 'status: to_do\nrelated: [TKT-1]\nschedule: { start: 2026-11-24 10:00, duration: 1h }\n')}- [x] One\n`,
    `${front('CHG-2026-0001', 'status: to_do\nprocedure: PROC-A@1\nschedule: { start: 2026-11-25 10:00, duration: 1h }\n')}- [ ] Two\n`,
  ],
  'CHG-2.md': [
    front('CHG-2026-0002', 'status: to_do\nschedule: { start: 2026-11-24 10:30, duration: 1h }\n'),
    front('CHG-2026-0001', 'status: done\noutcome: failed\nsupersedes: CHG-2026-0003\n'),
    front('CHG-2026-0002', 'status: releasing\nrelease: { version: 1.2.3, tag: v1.2.3 }\n'),
  ],
  'CHG-3.md': [
    front('CHG-2026-0003', 'status: to_do\nsupersedes: CHG-2026-0002\n'),
    front('CHG-2026-0003', 'status: done\nsupersedes: CHG-2026-0001\n'),
  ],
  'TKT-1.md': [
    `${ticket('TKT-1', 'related: [TKT-2]\nchange: CHG-2026-0001\n')}[guide](docs/guide.md#Start) [plan](docs/plan.txt)\n`,
    ticket('TKT-1', 'waivers: [{ rule: format/placeholder, by: Ana, reason: later, until: 2026-11-20 }]\n'),
  ],
  'TKT-2.md': [ticket('TKT-2', 'change: CHG-2026-0003\n'), ticket('TKT-1')],
  'PROC-A.md': [
    '---\nid: PROC-A\ntype: procedure\nversion: 1\n---\n# A\n\n- [ ] <!-- step: one --> One\n',
    '---\nid: PROC-A\ntype: procedure\nversion: 2\n---\n# A\n',
  ],
  'docs/guide.md': ['# Start\n', '# Begin\n'],
  'docs/plan.txt': ['later\n'],
  'CHANGELOG.md': ['## 1.2.3\n', '## 1.2.2\n'],
};
const names = Object.keys(parts);

function put(folder: string, file: string, variant: number): void {
  const text = parts[file]?.[variant];
  if (text === undefined) rmSync(path.join(folder, file), { force: true });
  else writeFileSync(path.join(folder, file), text);
}

function git(folder: string, ...args: string[]): void {
  const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'ignore' });
}

function check(folder: string, cache: string, at = now): string {
  const { code, out, err } = changebook(['check', '--format', 'json', ...at], folder, { cache });
  return `${code}\n${out}\n${err}`;
}

describe('The cache', () => {
  const step = fc.record({
    files: fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(2)), { minLength: 1, maxLength: 3 }),
    what: fc.constantFrom('edit', 'commit', 'tag', 'clone', 'later'),
  });

  it('never changes what a check says, whatever changed since', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 8 }), (steps) => {
        const more = Object.fromEntries(
          Array.from({ length: 12 }, (_, at) => [`more/TKT-${100 + at}.md`, ticket(`TKT-${100 + at}`)]),
        );
        let folder = folderOf({
          '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
          'docs/x.txt': '',
          ...more,
        });
        const cache = folderOf({});
        for (const file of names) put(folder, file, 0);
        git(folder, 'init', '--quiet');
        let day = 16;
        for (const { files, what } of steps) {
          for (const [file, variant] of files) put(folder, file, variant);
          if (what !== 'edit') {
            git(folder, 'add', '--all');
            git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Records');
          }
          if (what === 'tag') git(folder, 'tag', '--force', 'v1.2.3');
          if (what === 'later') day += 3;
          if (what === 'clone') {
            const clone = folderOf({});
            git(clone, 'clone', '--quiet', folder, 'clone');
            folder = path.join(clone, 'clone');
          }
          const at = ['--now', `2026-11-${day}T12:00+01:00`];
          const fresh = check(folder, folderOf({}), at);
          for (const _ of ['first', 'again']) assert.equal(check(folder, cache, at), fresh);
        }
      }),
      { numRuns: 8, seed: 20261130 },
    );
  });

  const files = Object.fromEntries(names.map((file) => [file, parts[file]?.[0] ?? '']));

  it('is put to use in another clone, and on another branch', () => {
    const folder = folderOf(files);
    const cache = folderOf({});
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '-m', 'Records');
    const first = check(folder, cache);
    const packs = (): string[] => filesIn(cache).filter((name) => name.endsWith('.pack'));
    const before = packs();
    assert.equal(before.length, 1);
    const clone = folderOf({});
    git(clone, 'clone', '--quiet', folder, '.');
    assert.equal(check(clone, cache), first);
    // Nothing was read that had to be kept.
    assert.deepEqual(packs(), before);
  });

  it('never changes what a check says where its files are damaged, cut or of another version', () => {
    const folder = folderOf(files);
    const cache = folderOf({});
    const first = check(folder, cache);
    const whole = folderOf({});
    cpSync(cache, whole, { recursive: true });
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const kept = filesIn(cache).filter((name) => !name.endsWith('.json'));
    assert.ok(
      kept.some((name) => name.endsWith('.verdict')) && kept.some((name) => name.endsWith('.folder')),
    );
    let fresh = first;
    for (let time = 0; time < 40; time++) {
      rmSync(cache, { recursive: true });
      cpSync(whole, cache, { recursive: true });
      // Eight damaged bytes or a cut in each file, and now and then a changed record on top.
      for (const name of kept) damage(path.join(cache, name), random, time % 5 === 0);
      if (time % 3 === 0) {
        put(folder, 'TKT-2.md', (time / 3) % 2);
        fresh = check(folder, folderOf({}));
      }
      assert.equal(check(folder, cache), fresh, `${time}`);
    }
    put(folder, 'TKT-2.md', 0);
    assert.equal(check(folder, cache), first);
  });

  it('is none where it cannot be written, which nobody is told', () => {
    const folder = folderOf(files);
    const first = check(folder, folderOf({}));
    const cache = path.join(folderOf({ file: '' }), 'file');
    assert.equal(check(folder, cache), first);
  });

  it('reads by its bytes what git converts, or was told not to look at', () => {
    const folder = folderOf({ ...files, '.gitattributes': '*.md text\n' });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '-m', 'Records');
    git(folder, 'update-index', '--assume-unchanged', 'TKT-1.md');
    const cache = folderOf({});
    check(folder, cache);
    put(folder, 'TKT-1.md', 1);
    assert.equal(check(folder, cache), check(folder, folderOf({})));
  });

  it('runs the same in a process of its own', () => {
    const folder = folderOf(files);
    const cache = folderOf({});
    const first = program(['check', ...now], folder, { cache });
    appendFileSync(path.join(folder, 'TKT-2.md'), 'TBD\n');
    const second = program(['check', ...now], folder, { cache });
    assert.deepEqual(second, program(['check', ...now], folder, { cache: folderOf({}) }));
    assert.notDeepEqual(second, first);
  });
});

function damage(file: string, random: (below: number) => number, cut: boolean): void {
  const bytes = readFileSync(file);
  if (cut) {
    writeFileSync(file, bytes.subarray(0, random(bytes.length)));
    return;
  }
  for (let count = 0; count < 8; count++) {
    const place = random(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8));
  }
  writeFileSync(file, bytes);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
}
