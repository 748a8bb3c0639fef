import { readdirSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { idTest } from '../../core/model/parse/recordSigns';
import type { Language } from '../../core/model/text/localized';
import { baseName } from '../../core/model/text/paths';
import { type RecordType, recordTypeNamed } from '../../core/model/vocabulary/vocabulary';
import { isProgram } from '../../core/setup/guessApprovers';
import { mayBeChecklist } from '../../core/setup/ownChecklist';
import { type Author, type MarkdownFacts, readFiles, type SetupFacts } from '../../core/setup/setupFacts';
import { ownIdentity } from '../commit/identity';
import { readOf } from '../openFile';
import { readOnlyGit } from '../readOnlyGit';
import { walkWorkspace } from '../walk';
import { gitTopLevelOf } from '../workspaceRoot';

/** No more is read of a file that only makes a guess. */
const mostOfText = 200_000;
const mostOfHead = 4000;
/** More markdown files, checklists and commits than these are not looked at. */
const mostFiles = 50_000;
const mostChecklists = 20;
const mostCommits = 1000;

/** What the machine says of whoever asks. */
interface Asker {
  readonly language: Language;
  /** The region of the locale. */
  readonly region: string | undefined;
  /** Today in the zone of the machine. */
  readonly today: string;
}

/** Looks at a folder that is to be set up. */
export async function readSetupFacts(root: string, asker: Asker): Promise<SetupFacts> {
  const walked = walkWorkspace(root);
  const files = walked.files.map(({ file }) => file);
  const markdown = markdownFacts(root, files.slice(0, mostFiles));
  const inRepository = gitTopLevelOf(root) !== undefined;
  const [authors, me, branch] = inRepository
    ? await Promise.all([readAuthors(root), ownIdentity(root), readBranch(root)])
    : [[], undefined, undefined];
  return {
    ...asker,
    folder: basename(root),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    authors,
    me,
    branch,
    texts: textsOf(root, [...readFiles, ...files.filter(mayBeChecklist).slice(0, mostChecklists)]),
    names: namesIn(root),
    occupied: ['changes', 'procedures'].filter((folder) => isOccupied(root, folder, markdown)),
    markdown,
    nested: walked.nested.map((folder) => relative(root, folder).split(sep).join('/')),
  };
}

/** Who has committed in the last thousand commits and the year before the last one. */
async function readAuthors(root: string): Promise<Author[]> {
  const format = '--format=%at%x00%aN%x00%aE';
  const quiet = ['--no-show-signature', '--no-color', '--no-notes', '--encoding=UTF-8'];
  const { code, out } = await readOnlyGit(root, [
    'log',
    ...quiet,
    `--max-count=${mostCommits}`,
    format,
    'HEAD',
    '--',
  ]);
  if (code !== 0) return [];
  const commits = out
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\0'));
  const newest = Math.max(...commits.map(([at]) => Number(at) || 0));
  const counts = new Map<string, { author: Author; count: number }>();
  for (const [at, name = '', address = ''] of commits) {
    if (address === '' || newest - Number(at) > 366 * 86_400 || isProgram({ name, address })) continue;
    const key = address.toLowerCase();
    const known = counts.get(key) ?? { author: { name, address }, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ author }) => author);
}

/** The branch that is checked out, also where it has no commit yet. */
async function readBranch(root: string): Promise<string | undefined> {
  const { code, out } = await readOnlyGit(root, ['symbolic-ref', '--short', 'HEAD']);
  return code === 0 ? out.toString('utf8').trim() : undefined;
}

function textsOf(root: string, files: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of files) {
    const text = headOf(root, file, mostOfText);
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

function headOf(root: string, file: string, most: number): string | undefined {
  try {
    return readOf(root, file, { most }).bytes.toString('utf8');
  } catch {
    // Not there, or none of this folder's: it tells nothing.
    return undefined;
  }
}

function namesIn(root: string): string[] {
  try {
    return readdirSync(root).sort();
  } catch {
    return [];
  }
}

function isOccupied(root: string, folder: string, { records }: MarkdownFacts): boolean {
  const own = new Set(records.map(({ file }) => file));
  return namesIn(`${root}/${folder}`).some(
    (name) => !/^(?:20\d\d|\.git\w+)$/.test(name) && !own.has(`${folder}/${name}`),
  );
}

function markdownFacts(root: string, files: readonly string[]): MarkdownFacts {
  const [foreign, records]: [string[], { file: string; type: string }[]] = [[], []];
  for (const file of files) {
    const head = headOf(root, file, mostOfHead);
    const type = head === undefined ? undefined : typeIn(head);
    if (head === undefined) continue;
    const known = type === undefined ? typeAsRecord(root, file, head) : recordTypeNamed(type);
    if (known && isRecord(file, head)) records.push({ file, type: known });
    else if (known || type !== undefined) foreign.push(file);
  }
  return { foreign, records };
}

/** The type as which a file would be read, however its front matter or its name says so; undefined where it is none. */
function typeAsRecord(root: string, file: string, head: string): RecordType | undefined {
  const expected = isId(baseName(file));
  if (!expected && !/^\uFEFF?---/.test(head)) return undefined;
  const text = head.length < mostOfHead ? head : (headOf(root, file, mostOfText) ?? head);
  return parseRecord(text, { file, isId, expected })?.type;
}

/** The type that front matter names, whoever wrote it. */
function typeIn(head: string): string | undefined {
  const [, front = ''] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n---|$)/.exec(head) ?? [];
  return /^(?:type|tipo)[ \t]*:[ \t]*["']?([^\s"'#]+)/m.exec(front)?.[1];
}

const isId = idTest();

/** A page of a site may well have one of our types; the id of a record it has not. */
function isRecord(file: string, head: string): boolean {
  if (!head.includes('---')) return false;
  return isId(baseName(file)) || isId(/^id[ \t]*:[ \t]*["']?([^\s"'#]+)/m.exec(head)?.[1] ?? '');
}
