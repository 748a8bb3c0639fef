import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { changebook, folderOf, program, project, ticket } from './program';

const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  'a/TKT-1.md': `${ticket('TKT-1', 'related: [TKT-2, TKT-3]\n')}[guide](../guide.md#Start) [plan](../plan.txt)\n`,
  'a/TKT-2.md': ticket(
    'TKT-2',
    'severity: majr\nwaivers: [{ rule: format/placeholder, by: Ana, reason: later, until: 2026-11-20 }]\n',
  ),
  'TKT-3.md': `${ticket('TKT-3')}TBD, [more](a/notes.markdown#Start)\n`,
  'a/notes.markdown': '# Start\n',
  'guide.md': '# Start\n',
  'plan.txt': 'later\n',
};
const now = ['--now', '2026-11-16T12:00+01:00'];

interface Case {
  readonly what: string;
  readonly change: (folder: string) => void;
  readonly args?: readonly string[];
  /** Whether the change shows in what is printed. */
  readonly shows?: false;
}

const write =
  (file: string, text: string) =>
  (folder: string): void =>
    writeFileSync(path.join(folder, file), text);

const cases: readonly Case[] = [
  { what: 'nothing changed', change: () => {}, shows: false },
  { what: 'a record was edited', change: write('a/TKT-2.md', ticket('TKT-2', 'titel: x\n')) },
  {
    what: 'a record was renamed',
    change: (folder) => renameSync(path.join(folder, 'TKT-3.md'), path.join(folder, 'OLD-3.md')),
  },
  { what: 'a record was deleted', change: (folder) => rmSync(path.join(folder, 'a/TKT-2.md')) },
  { what: 'a record was added', change: write('TKT-9.md', ticket('TKT-1')) },
  {
    what: 'the configuration was edited',
    change: write('.changebook/config.yaml', 'rules: { format/field: warning }\n'),
  },
  { what: 'its language changed', change: write('.changebook/config.yaml', 'language: es\n') },
  { what: 'a customer was added', change: write('.changebook/customers.yaml', 'x: 1\n'), shows: false },
  { what: 'a linked file was deleted', change: (folder) => rmSync(path.join(folder, 'plan.txt')) },
  { what: 'a linked heading was renamed', change: write('guide.md', '# Begin\n') },
  {
    what: 'a heading was renamed in a linked file that is never a record',
    change: write('a/notes.markdown', '# Begin\n'),
  },
  {
    what: 'a linked file became a link to the outside',
    change: (folder) => {
      rmSync(path.join(folder, 'plan.txt'));
      symlinkSync('/', path.join(folder, 'plan.txt'));
    },
  },
  { what: 'files became ignored', change: write('.gitignore', 'TKT-3.md\n') },
  { what: 'now moved past a waiver', change: () => {}, args: ['--now', '2026-11-21T12:00'] },
  {
    what: 'now moved, not past anything',
    change: () => {},
    args: ['--now', '2026-11-17T10:00'],
    shows: false,
  },
  { what: 'the other language is asked for', change: () => {}, args: [...now, '--language', 'es'] },
  { what: 'a folder is named', change: () => {}, args: [...now, 'a'] },
  { what: 'a record is named', change: () => {}, args: [...now, 'TKT-3.md'] },
  { what: 'a file that is no record is named', change: () => {}, args: [...now, 'guide.md'] },
  { what: 'no warning is allowed', change: () => {}, args: [...now, '--max-warnings', '0'], shows: false },
  { what: 'a nested workspace appears', change: write('a/.changebook', ''), shows: false },
];

/** The files of a cache, those in its folders too. */
function keptIn(cache: string): string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
}

/** What of the sources the parts hold that a part loads at once. */
function loadedWith(part: RegExp): Set<string> {
  const built = JSON.parse(readFileSync(path.join(project, 'dist/metafile.json'), 'utf8')) as {
    readonly outputs: {
      readonly [file: string]: {
        readonly imports: readonly { readonly path: string; readonly kind: string }[];
        readonly inputs: object;
      };
    };
  };
  const parts = new Set(Object.keys(built.outputs).filter((file) => part.test(file)));
  // What is added while it is gone through is gone through as well.
  for (const file of parts)
    for (const { path: to, kind } of built.outputs[file]?.imports ?? [])
      if (kind === 'import-statement') parts.add(to);
  return new Set([...parts].flatMap((file) => Object.keys(built.outputs[file]?.inputs ?? {})));
}

describe('changebook check, again', () => {
  it('begins without what reads records, which most checks never need', () => {
    const loaded = loadedWith(/\/part-check-\w+\.js$/);
    assert.ok(loaded.has('src/cli/support/recallChecked.ts'));
    assert.ok(!loaded.has('src/core/model/parse/parseRecord.ts'));
    assert.ok(!loaded.has('src/core/rules/registry.ts'));
  });

  for (const { what, change, args = now, shows = true } of cases) {
    it(`says what a first run says when ${what}`, () => {
      const folder = folderOf(files);
      const cache = mkdtempSync(path.join(folderOf({}), 'cache-'));
      const first = changebook(['check', ...now], folder, { cache });
      assert.ok(
        keptIn(cache).some((name) => name.endsWith('.verdict')),
        first.err,
      );
      change(folder);
      for (const [format, run] of [
        ['pretty', program],
        ['json', changebook],
      ] as const) {
        const call = ['check', ...args, '--format', format];
        const again = run(call, folder, { cache });
        const fresh = changebook(call, folder, { cache: path.join(cache, format) });
        assert.deepEqual(again, fresh);
        if (format === 'pretty') assert.equal(again.out !== first.out || again.err !== first.err, shows);
      }
    });
  }

  it('asks git again when its tags or branches change, and only then', () => {
    const front =
      'id: CHG-2026-0001\ntype: change\nstatus: releasing\nrelease: { version: 1.2.3, tag: v1.2.3 }\n';
    const folder = folderOf({ 'CHG-2026-0001.md': `---\n${front}---\n# Portal\n` });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
    const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org'];
    git('init', '--quiet');
    git('add', '.');
    git(...identity, 'commit', '--quiet', '-m', 'Release');
    const cache = folderOf({});
    const tagIsMissing = (): boolean => {
      const { out } = program(['check', ...now], folder, { cache });
      assert.equal(out, changebook(['check', ...now], folder, { cache: folderOf({}) }).out);
      return /release\/tag/.test(out);
    };
    assert.equal(tagIsMissing(), true);
    assert.ok(keptIn(cache).some((name) => name.endsWith('.verdict')));
    git('tag', 'v1.2.3');
    assert.equal(tagIsMissing(), false);
    git('pack-refs', '--all');
    assert.equal(tagIsMissing(), false);
    git('tag', '--delete', 'v1.2.3');
    assert.equal(tagIsMissing(), true);
  });

  it('keeps nothing of a workspace in which something cannot be read', () => {
    const folder = folderOf({ 'TKT-1.md': ticket('TKT-1') });
    symlinkSync('nowhere', path.join(folder, 'TKT-2.md'));
    const cache = folderOf({});
    const first = program(['check'], folder, { cache });
    assert.match(first.out, /TKT-2/);
    assert.deepEqual(program(['check'], folder, { cache }), first);
  });

  it('takes a cache that was cut short for none', () => {
    const folder = folderOf(files);
    const cache = folderOf({});
    const first = changebook(['check', ...now], folder, { cache });
    for (const name of keptIn(cache)) writeFileSync(path.join(cache, name), '{"key":');
    assert.deepEqual(program(['check', ...now], folder, { cache }), first);
  });

  it('keeps public holidays for the next workspace, and looks them up again where it cannot', () => {
    const change =
      '---\nid: CHG-2026-0001\ntype: change\nstatus: to_do\nschedule: { start: 2026-12-07 22:00, duration: 1h }\n---\n# A\n';
    const texts = {
      '.changebook/config.yaml': 'timezone: Europe/Madrid\nholidays: { country: ES }\n',
      'CHG-2026-0001.md': change,
    };
    const cache = folderOf({});
    const dayOff = (): string | undefined =>
      program(['check', ...now], folderOf(texts), { cache }).out.match(/.*Immaculate Conception.*/)?.[0];
    const found = dayOff();
    assert.match(found ?? '', /schedule\/before-non-working-day/);
    const kept = readdirSync(cache).find((name) => name === 'holidays.json') ?? assert.fail();
    const text = readFileSync(path.join(cache, kept), 'utf8');
    assert.match(text, /Immaculate Conception/);
    for (const broken of [
      text.replaceAll('Immaculate', 'Kept'),
      text.replace(/^../, '--'),
      text.slice(0, 200),
      '[]',
      '',
    ]) {
      writeFileSync(path.join(cache, kept), broken);
      assert.equal(dayOff(), found);
    }
  });

  it('sweeps away what a check left in the cache that was killed while it wrote', () => {
    const folder = folderOf(files);
    const cache = folderOf({ 'x.folder.1073741824.tmp': 'half', 'notes.tmp': 'kept' });
    program(['check', ...now], folder, { cache });
    const left = readdirSync(cache).filter((name) => name.endsWith('.tmp'));
    assert.deepEqual(left, ['notes.tmp']);
  });
});
