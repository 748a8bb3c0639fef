import '../src/generate/markdownAsText';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from '../src/cli/runCli';
import { noticeKinds } from '../src/core/notices/noticeKinds';
import { makeRecords } from './bench/makeRecords';

/**
 * The golden run: what the command line says of the examples and of records that were made, written to a folder. Two
 * such folders, of the code before and after a change that should alter nothing, are the same byte for byte:
 * `npx tsx test/golden.ts FOLDER`, then `diff -r`. The second word `full` adds 1,000 records.
 */
const [out, wish] = process.argv.slice(2);
if (!out) throw new Error('A folder to write to is needed.');
const now = '2026-11-25T10:00:00+01:00';
const scratch = mkdtempSync(path.join(tmpdir(), 'changebook-golden-'));
process.env.CHANGEBOOK_CACHE_DIR = path.join(scratch, 'cache');
const identity = ['-c', 'user.name=Núria Pons', '-c', 'user.email=nuria@example.com'];

function git(folder: string, day: number, ...args: string[]): void {
  const date = `2026-11-${String(day).padStart(2, '0')}T09:00:00+00:00`;
  execFileSync('git', [...identity, ...args], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    stdio: 'pipe',
  });
}

function recordsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /^(changes|tickets|procedures).*\.md$/.test(name)).sort();
}

/** A repository with three commits: everything, a step ticked in some records, another value in some. */
function repository(name: string, fill: (folder: string) => void): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  fill(folder);
  git(folder, 20, 'init', '-q', '-b', 'main');
  git(folder, 20, 'add', '-A');
  git(folder, 20, 'commit', '-q', '-m', 'All records');
  const files = recordsIn(folder).map((file) => path.join(folder, file));
  const change = (pattern: RegExp, to: string, day: number): void => {
    let changed = 0;
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      if (changed >= 10 || !pattern.test(text)) continue;
      writeFileSync(file, text.replace(pattern, to));
      changed++;
    }
    git(folder, day, 'commit', '-q', '-am', `Changed ${changed} records`);
  };
  change(/- \[ \] /, '- [x] ', 21);
  change(/^(title|titulo|título): .*$/m, '$1: Another title', 22);
  return folder;
}

async function run(folder: string, args: readonly string[]): Promise<string> {
  let [text, err] = ['', ''];
  const code = await runCli(args, '0.0.0', {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', LANG: 'C', LC_ALL: 'C' },
    terminal: false,
    clock: () => Date.parse(now),
    out: (content) => {
      text += typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
    },
    err: (content) => {
      err += content;
    },
    readInput: async () => Buffer.from(''),
  });
  const told = `$ ${args.join(' ')}\n${text}${err ? `! ${err}` : ''}= ${code}\n\n`;
  return told.replaceAll(scratch, '');
}

const [json, en, es] = [
  ['--format', 'json'],
  ['--language', 'en'],
  ['--language', 'es'],
];
const moment = ['--now', now];

function wholeCalls(): string[][] {
  const both = (...args: string[]): string[][] => [en, es].map((language) => [...args, ...language]);
  const formats = (command: string[], names: string[]): string[][] =>
    names.flatMap((name) => both(...command, '--format', name));
  return [
    ...formats(['check', ...moment], ['json', 'pretty', 'github', 'sarif', 'gitlab', 'junit', 'markdown']),
    ...['window', 'customer', 'environment', 'status', 'waits-on'].map((group) => [
      ...['pending', '--group', group, ...json, ...moment],
    ]),
    ...both('pending', ...moment),
    ...formats(['diff', 'HEAD~2'], ['json', 'pretty', 'markdown']),
    ...formats(['log'], ['csv', 'markdown']),
    ...both('calendar', '-o', '-', ...moment),
    ...both('timeline', '-o', '-', ...moment),
    ...formats(['gate', '--environment', 'PRO', ...moment], ['json', 'pretty']),
    ...['', 'check', 'tick', 'advance', 'draft'].flatMap((name) => both(...(name ? [name] : []), '--help')),
  ];
}

function recordCalls(file: string, kinds: readonly string[]): string[][] {
  const change = file.startsWith('changes');
  const rest = [
    ['notes', file, ...json],
    ['notes', file, ...es, ...moment],
    ['gate', file, ...json, ...moment],
    ['calendar', file, '-o', '-', ...moment],
    ['slot', file, ...json, ...moment],
    ['tick', file, '--dry-run', ...json, ...moment],
    ['tick', file, '--dry-run', ...es, ...moment],
    ['skip', file, '1', '--reason', 'Why', '--dry-run', ...json, ...moment],
    ['approve', file, '--role', 'operations', '--dry-run', ...json, ...moment],
    ['waive', file, 'schedule/friday', '--reason', 'Why', '--dry-run', ...json, ...moment],
    ['hold', file, '--reason', 'Why', '--dry-run', ...json, ...moment],
    ...kinds.flatMap((kind) => [
      ['draft', file, kind, ...en, ...moment],
      ['draft', file, kind, ...es, ...moment],
    ]),
  ];
  return [
    ['show', file, ...json, ...moment],
    ...(kinds.length > 0 ? [['audit', file, ...json]] : []),
    ...(kinds.length > 0 ? [['advance', file, '--dry-run', ...json, ...moment]] : []),
    ...(change && kinds.length > 0 ? rest : []),
  ];
}

async function write(name: string, folder: string, calls: readonly string[][]): Promise<void> {
  const told: string[] = [];
  for (const call of calls) told.push(await run(folder, call));
  writeFileSync(path.join(out ?? '', `${name}.txt`), told.join(''));
  console.log(`${name}: ${calls.length} calls`);
}

async function main(): Promise<void> {
  mkdirSync(out ?? '', { recursive: true });
  const examples = repository('examples', (folder) =>
    cpSync(path.join(__dirname, '../examples'), folder, { recursive: true }),
  );
  const kinds = noticeKinds.map(({ name }) => name);
  const first = write('examples', examples, [
    ...wholeCalls(),
    ...recordsIn(examples).flatMap((file, at) => recordCalls(file, at % 2 === 0 ? kinds : kinds.slice(0, 1))),
  ]);
  const made = repository('made', (folder) => makeRecords(folder, 100, 7));
  const records = recordsIn(made);
  const some = records.filter((file) => file.startsWith('changes')).slice(0, 6);
  await write('made', made, [
    ...wholeCalls(),
    ...records.flatMap((file) => recordCalls(file, some.includes(file) ? kinds : [])),
  ]);
  await first;
  if (wish === 'full') {
    const many = repository('many', (folder) => makeRecords(folder, 1000, 7));
    await write('many', many, [
      ['check', ...json, ...moment],
      ['pending', ...json, ...moment],
    ]);
  }
  rmSync(scratch, { recursive: true });
}

void main();
