import { globTest } from '../config/globs';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import { withoutAccents } from '../model/text/plainName';
import type { RecordType } from '../model/vocabulary/vocabulary';

/** Longer names are cut at a word, since some systems limit the length of paths. */
const longestSlug = 60;

/**
 * The path of a new record, relative to the workspace: beside most records of its type, else beside the folder
 * `procedures` as a setup makes it, else where the `records` globs of the configuration allow it, else at the top. A
 * folder that is called by a year is followed by that of the year of the id.
 */
export function newRecordPath(
  type: RecordType,
  id: string,
  title: string,
  workspace: { readonly index: Pick<RecordIndex, 'all'>; readonly config: Pick<WorkspaceConfig, 'data'> },
): string {
  const slug = slugOfTitle(title);
  const name = slug === '' ? `${id}.md` : `${id}-${slug}.md`;
  const globs = workspace.config.data.records;
  const isRecordPath = globs ? globTest(globs) : () => true;
  const folders = [
    ...foldersOf(type, workspace.index).map((folder) => inYearOf(id, folder)),
    ...foldersOf('procedure', workspace.index).flatMap((folder) => besideProcedures(folder, type, id)),
    ...(globs ?? []).map(startOfGlob).sort((a, b) => matchesType(b, type) - matchesType(a, type)),
    '',
  ];
  const folder = folders.find((candidate) => isRecordPath(joined(candidate, name))) ?? '';
  return joined(folder, name);
}

/** A title as part of a file name: lower-case letters without accents, and digits. */
export function slugOfTitle(title: string): string {
  const words = withoutAccents(title)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > longestSlug) return slug === '' ? word.slice(0, longestSlug) : slug;
    slug = longer;
  }
  return slug;
}

/** The folders of a type's records, the one with the most records first. */
function foldersOf(type: RecordType, index: Pick<RecordIndex, 'all'>): string[] {
  const counts = new Map<string, number>();
  for (const { file, summary } of index.all()) {
    if (summary.type !== type) continue;
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([folder]) => folder);
}

/** `changes/2026` where the folder ends in `procedures`. */
function besideProcedures(folder: string, type: RecordType, id: string): string[] {
  if (type === 'procedure' || !/(?:^|\/)procedures$/.test(folder)) return [];
  const beside = folder.slice(0, folder.lastIndexOf('/') + 1);
  const year = yearIn(id);
  return [type === 'ticket' ? `${beside}tickets` : `${beside}changes${year ? `/${year}` : ''}`];
}

function inYearOf(id: string, folder: string): string {
  return folder.replace(/(?<=^|\/)20\d\d$/, (year) => yearIn(id) ?? year);
}

function yearIn(id: string): string | undefined {
  return /(?<!\d)20\d\d/.exec(id)?.[0];
}

/** The folders that a glob names before its first wildcard. */
function startOfGlob(glob: string): string {
  const parts = glob.replace(/^\.\//, '').split('/').slice(0, -1);
  const wild = parts.findIndex((part) => /[*?[\]{}!()]/.test(part));
  return (wild < 0 ? parts : parts.slice(0, wild)).join('/');
}

const names: { readonly [type in RecordType]: RegExp } = {
  change: /change|release|cambio/i,
  procedure: /proced|runbook/i,
  ticket: /ticket|incidenc|issue/i,
};

/** 1 if the name of a folder fits a type, else 0. */
function matchesType(folder: string, type: RecordType): number {
  return names[type].test(folder) ? 1 : 0;
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
