import { idMention, keptLines } from '../../core/create/movedId';
import { linksOf } from '../../core/create/movedLinks';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { baseName, resolvePath } from '../../core/model/text/paths';
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
export interface Namings {
  /** By file: its text, and those of its lines that certainly mean the record. */
  readonly certain: ReadonlyMap<string, { readonly text: string; readonly lines: ReadonlySet<string> }>;
  /** What may mean either. */
  readonly unsure: readonly NamedPlace[];
}

/** So many lines are listed. */
const mostPlaces = 200;

/**
 * Looks who names an id that two records have, and which of both was meant. Certain is a link to the file, a line that
 * came with the record, and one that came while there was no other record of the id, as on a branch of its own. One that
 * came while the record was not there means another one. All else may mean either.
 */
export async function namingsOf(root: string, same: SameId): Promise<Namings> {
  const lines = await linesNaming(root, same);
  const byFile = new Map<string, NamedPlace[]>();
  for (const line of lines) byFile.set(line.file, [...(byFile.get(line.file) ?? []), line]);
  const origins = await originsOf(
    root,
    [...byFile.keys()].filter((file) => isEditable(file, same)),
  );
  const meant = await meantBy(
    root,
    same,
    new Set([...origins.values()].flatMap((own) => [...own.values()].flat())),
  );
  const certain = new Map<string, { text: string; lines: Set<string> }>();
  const unsure: NamedPlace[] = [];
  for (const [file, named] of byFile) {
    const read = /\.(?:md|markdown)$/i.test(file) ? readText(`${root}/${file}`, root) : undefined;
    const record = read && parseRecord(read.text, { ...read.options, expected: true });
    const kept = record ? keptLines(record) : new Set<number>();
    const linked = new Set(
      (record ? linksOf(record) : []).flatMap(({ path, range }) =>
        path !== '' && resolvePath(file, path) === same.moved
          ? (record?.lines.lineAt(range.start) ?? [])
          : [],
      ),
    );
    const own = { text: read?.text ?? '', lines: new Set<string>() };
    for (const place of named) {
      const names = place.text.match(idMention(same.id)) !== null;
      const isKept = kept.has(place.line - 1);
      const isLinked = linked.has(place.line - 1);
      if (file === same.moved) {
        const stays = isKept || (record && record.lines.startOf(place.line - 1) < record.bodyStart);
        if (names && stays && !/^(?:id|"id"|'id')\s*:/.test(place.text)) unsure.push(place);
        continue;
      }
      if (same.others.includes(file)) {
        if (isLinked) certain.set(file, own);
        continue;
      }
      const commits = origins.get(file)?.get(place.text) ?? [];
      const means =
        commits.length > 0 ? [...new Set(commits.map((commit) => meant.get(commit)))] : [undefined];
      const isCertain = record !== undefined && !isKept && means.length === 1 && means[0] === 'moved';
      if (isLinked && origins.has(file)) certain.set(file, own);
      if (isCertain && names) certain.set(file, own).get(file)?.lines.add(place.text);
      else if (
        names &&
        !(means.length === 1 && means[0] === 'other') &&
        !(isLinked && onlyInLink(place, same))
      )
        unsure.push(place);
      else if (!names && !isLinked && place.text.includes(baseName(same.moved))) unsure.push(place);
    }
  }
  return { certain, unsure };
}

/** Whether a line names the id only in the words of a link to the file. */
function onlyInLink({ text }: NamedPlace, { id, moved }: SameId): boolean {
  const rest = text
    .split(/(?=\[[^[\]]*\]\()/)
    .map((part) => (part.includes(encodeURI(baseName(moved))) ? part.replace(/^\[[^[\]]*\]/, '') : part));
  return !rest.some((part) => idMention(id).test(part));
}

function isEditable(file: string, { moved }: SameId): boolean {
  return file !== moved && /\.(?:md|markdown)$/i.test(file);
}

async function linesNaming(root: string, { id, moved }: SameId): Promise<NamedPlace[]> {
  const words = [...new Set([id, baseName(moved), encodeURI(baseName(moved))])].flatMap((word) => [
    '-e',
    word,
  ]);
  const args = ['grep', '-z', '-n', '-I', '-F', '--untracked', '--no-color', '--no-textconv', ...words];
  const { out } = await readOnlyGit(root, [...args, '--', '.']);
  const found = out.toString('utf8').matchAll(/([^\0\n]+)\0(\d+)\0([^\n]*)(?:\n|$)/g);
  return [...found]
    .map(([, file = '', line, text = '']) => ({ file, line: Number(line), text: text.replace(/\r$/, '') }))
    .slice(0, 100 * mostPlaces);
}

/** By file and line as HEAD has them: the commits that the line came with. */
async function originsOf(
  root: string,
  files: readonly string[],
): Promise<Map<string, Map<string, string[]>>> {
  const origins = new Map<string, Map<string, string[]>>();
  for (const file of files) {
    const args = ['--literal-pathspecs', 'blame', '--porcelain', '--no-textconv', 'HEAD', '--', file];
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

/** Which of the records a commit can have meant: by which of them it has, and which it brought. */
async function meantBy(
  root: string,
  { moved, others }: SameId,
  commits: ReadonlySet<string>,
): Promise<Map<string, 'moved' | 'other' | undefined>> {
  const files = [moved, ...others];
  const all = [...commits];
  const asked = all.flatMap((commit) =>
    ['', '^'].flatMap((up) => files.map((file) => `${commit}${up}:./${file}`)),
  );
  if (asked.length === 0) return new Map();
  const { code, out } = await readOnlyGit(root, ['cat-file', '--batch-check'], `${asked.join('\n')}\n`);
  const there = out
    .toString('utf8')
    .split('\n')
    .map((line) => / blob \d+$/.test(line));
  const means = new Map<string, 'moved' | 'other' | undefined>();
  for (const [at, commit] of all.entries()) {
    const from = at * 2 * files.length;
    const [own, ...theirs] = there.slice(from, from + files.length);
    const [before, ...theirsBefore] = there.slice(from + files.length, from + 2 * files.length);
    const isThere = theirs.some(Boolean);
    const brought = own && !before && theirs.every((other, index) => other === theirsBefore[index]);
    const one = own && (brought || !isThere) ? 'moved' : !own && isThere ? 'other' : undefined;
    means.set(commit, code === 0 ? one : undefined);
  }
  return means;
}
