import { idMention, keptLines, type NamingText, namingText } from '../../core/create/movedId';
import { baseName, resolvePath } from '../../core/model/text/paths';
import { linksOf } from '../../core/procedure/movedLinks';
import { readOnlyGit } from '../readOnlyGit';
import { readText } from '../readText';

/** Files with the same id: the one that gets another, and the others. */
interface SameId {
  readonly id: string;
  readonly moved: string;
  readonly others: readonly string[];
}

/** A line that names an id which two records have. */
export interface NamedPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** What other files say of a record whose id another one has as well. */
interface Namings {
  /** By file: its text, and those of its lines that certainly mean the record. */
  readonly certain: ReadonlyMap<string, { readonly text: string; readonly lines: ReadonlySet<string> }>;
  /** What may mean either. */
  readonly unsure: readonly NamedPlace[];
}

/** So many lines are looked at. */
const mostLines = 20_000;

/** What the user's settings would change of the answers. */
const usual = ['grep.fullName=false', 'submodule.recurse=false', 'blame.ignoreRevsFile='].flatMap((own) => [
  '-c',
  own,
]);

/**
 * Looks who names an id that two records have, and which of both was meant. Certain is a link to the file, a line that
 * came with the record, and one that came while there was no other record of the id, as on a branch of its own. One that
 * came while the record was not there means another one. All else may mean either.
 *
 * @returns undefined where git cannot look
 */
export async function namingsOf(root: string, same: SameId): Promise<Namings | undefined> {
  const lines = await linesNaming(root, same);
  if (!lines) return undefined;
  const byFile = new Map<string, NamedPlace[]>();
  for (const line of lines) byFile.set(line.file, [...(byFile.get(line.file) ?? []), line]);
  const editable = [...byFile.keys()].filter((file) => file !== same.moved && isMarkdown(file));
  const origins = await originsOf(root, editable);
  const meant = await meantBy(root, same, [...origins.values()]);
  const certain = new Map<string, { text: string; lines: Set<string> }>();
  const unsure: NamedPlace[] = [];
  for (const [file, named] of byFile) {
    const naming = readNaming(root, file, same, origins.get(file));
    const own = { text: naming.record?.lines.text ?? '', lines: new Set<string>() };
    for (const place of named) {
      const means = meaningOf(place, naming, same, meant);
      if (means === 'either') unsure.push(place);
      if (means === 'moved') own.lines.add(place.text);
      if (means === 'moved' || isLink(place, naming)) certain.set(file, own);
    }
  }
  return { certain, unsure };
}

/** A file that names the id or the file, as it is seen. */
interface NamingFile {
  readonly record: NamingText | undefined;
  /** Lines that stay as they are, and those with a link to the file; from 0. */
  readonly kept: ReadonlySet<number>;
  readonly linked: ReadonlySet<number>;
  /** The commits of its lines; undefined where nothing of it is edited. */
  readonly origins: Origins | undefined;
}

function readNaming(root: string, file: string, { moved }: SameId, origins: Origins | undefined): NamingFile {
  const read = isMarkdown(file) ? readText(`${root}/${file}`, root) : undefined;
  const record = read && namingText(read.text);
  if (!record) return { record, kept: new Set(), linked: new Set(), origins };
  const links = linksOf(record).filter(({ path }) => path !== '' && resolvePath(file, path) === moved);
  const linked = new Set(links.map(({ range }) => record.lines.lineAt(range.start)));
  return { record, kept: keptLines(record), linked, origins };
}

function isLink({ line }: NamedPlace, { linked, origins }: NamingFile): boolean {
  return origins !== undefined && linked.has(line - 1);
}

/** Which of the records a line means by the id; undefined where it is another one, or nothing but a link to the file. */
function meaningOf(
  place: NamedPlace,
  naming: NamingFile,
  same: SameId,
  meant: ReadonlyMap<string, Meant>,
): 'moved' | 'either' | undefined {
  const { file, text } = place;
  const { record, origins } = naming;
  const at = place.line - 1;
  const names = idMention(same.id).test(text);
  if (file === same.moved) {
    // Its text changes with it; what it says in other fields, and what its ticks are known by, does not.
    const stays = naming.kept.has(at) || (record && record.lines.startOf(at) < record.bodyStart);
    return names && stays && !/^["']?id["']?\s*:/.test(text) ? 'either' : undefined;
  }
  if (same.others.includes(file)) return undefined;
  if (isLink(place, naming) ? onlyInLink(place, same) : !names)
    return isLink(place, naming) || !text.includes(baseName(same.moved)) ? undefined : 'either';
  const means = new Set((origins?.get(text) ?? []).map((commit) => meant.get(commit)));
  const [one] = means.size === 1 ? means : [];
  if (one === 'other') return undefined;
  return one === 'moved' && record && !naming.kept.has(at) ? 'moved' : 'either';
}

/** Whether a line names the id only in the words of a link to the file. */
function onlyInLink({ text }: NamedPlace, { id, moved }: SameId): boolean {
  const rest = text
    .split(/(?=\[[^[\]]*\]\()/)
    .map((part) => (part.includes(encodeURI(baseName(moved))) ? part.replace(/^\[[^[\]]*\]/, '') : part));
  return !rest.some((part) => idMention(id).test(part));
}

function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

async function linesNaming(root: string, { id, moved }: SameId): Promise<NamedPlace[] | undefined> {
  const words = [...new Set([id, baseName(moved), encodeURI(baseName(moved))])].flatMap((word) => [
    '-e',
    word,
  ]);
  const args = ['grep', '-z', '-n', '-I', '-F', '--untracked', '--no-color', '--no-column', ...words];
  const { code, out } = await readOnlyGit(root, [...usual, ...args, '--', '.']);
  // It ends with 1 where it finds nothing.
  if (code !== 0 && code !== 1) return undefined;
  const found = out.toString('utf8').matchAll(/([^\0\n]+)\0(\d+)\0([^\n]*)(?:\n|$)/g);
  return [...found]
    .map(([, file = '', line, text = '']) => ({ file, line: Number(line), text: text.replace(/\r$/, '') }))
    .slice(0, mostLines);
}

/** By the lines of a file as HEAD has them: the commits that they came with. */
type Origins = ReadonlyMap<string, readonly string[]>;

async function originsOf(root: string, files: readonly string[]): Promise<Map<string, Origins>> {
  const origins = new Map<string, Origins>();
  for (const file of files) {
    const args = [
      ...usual,
      '--literal-pathspecs',
      'blame',
      '--porcelain',
      '--no-textconv',
      'HEAD',
      '--',
      file,
    ];
    const { code, out } = await readOnlyGit(root, args);
    // A file that no commit has is nobody's to edit but its author's.
    if (code !== 0) continue;
    const byLine = new Map<string, string[]>();
    let commit = '';
    for (const line of out.toString('utf8').split('\n')) {
      commit = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1] ?? commit;
      if (!line.startsWith('\t')) continue;
      const text = line.slice(1).replace(/\r$/, '');
      byLine.set(text, [...(byLine.get(text) ?? []), commit]);
    }
    origins.set(file, byLine);
  }
  return origins;
}

/** Which of the records a commit can have meant, where that can be told. */
type Meant = 'moved' | 'other' | undefined;

/** By commit, which record it can have meant: by which of them it has, and which it brought. */
async function meantBy(
  root: string,
  { moved, others }: SameId,
  origins: readonly Origins[],
): Promise<Map<string, Meant>> {
  const commits = [...new Set(origins.flatMap((own) => [...own.values()].flat()))];
  const files = [moved, ...others];
  const asked = commits.flatMap((commit) =>
    ['', '^'].flatMap((up) => files.map((file) => `${commit}${up}:./${file}`)),
  );
  if (asked.length === 0) return new Map();
  const { code, out } = await readOnlyGit(root, ['cat-file', '--batch-check'], `${asked.join('\n')}\n`);
  if (code !== 0) return new Map();
  const answers = out.toString('utf8').split('\n');
  const there = (from: number) =>
    answers.slice(from, from + files.length).map((line) => / blob \d+$/.test(line));
  return new Map(
    commits.map((commit, at) => {
      const [own, ...theirs] = there(2 * at * files.length);
      const [before, ...theirsBefore] = there((2 * at + 1) * files.length);
      const isThere = theirs.some(Boolean);
      const brought = own && !before && theirs.every((other, index) => other === theirsBefore[index]);
      return [commit, own && (brought || !isThere) ? 'moved' : !own && isThere ? 'other' : undefined];
    }),
  );
}
