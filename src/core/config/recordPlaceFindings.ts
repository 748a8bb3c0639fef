import type { FileFinding } from '../findings/finding';
import { locate } from '../model/parse/located';
import { baseName } from '../model/text/paths';
import { unpackRange } from '../model/text/range';
import { type ConfigText, configFolder, configNames, configTypeOf } from './configFiles';
import { globTest } from './globs';
import { readConfigFile } from './readConfigFile';
import { idTestOf, type WorkspaceConfig } from './workspaceConfig';

/** Where a workspace looks for records, and what it finds there. */
interface RecordPlaces {
  readonly texts: readonly ConfigText[];
  readonly config: Pick<WorkspaceConfig, 'data' | 'idPattern'>;
  /** Every markdown file, and whether any of them is a record. */
  readonly files: Iterable<{ readonly file: string }>;
  readonly hasRecords: boolean;
  /** Folders inside the workspace with a configuration that is ignored. */
  readonly enclosed: readonly string[];
}

const rule = 'config/invalid';

/** Findings about the places in which a workspace looks for records. */
export function recordPlaceFindings(place: RecordPlaces): FileFinding[] {
  const range = unpackRange([0, 0, 0, 0]);
  const enclosed = place.enclosed.map((folder): FileFinding => {
    const args = { value: folder.slice(0, 200) };
    const finding = { rule, severity: 'error' as const, message: 'enclosed', args, range };
    return { file: enclosedConfigFile(folder), finding };
  });
  return [...enclosed, ...emptyGlobs(place), ...unlistedRecords(place)];
}

/** Where a workspace has no records: files that are named like records but are not in `records`. */
function unlistedRecords({ config, files, hasRecords }: RecordPlaces): FileFinding[] {
  if (hasRecords || !config.data.records) return [];
  const isId = idTestOf(config);
  return lookalikeFindings(
    'leftOut',
    [...files].flatMap(({ file }) => (isId(baseName(file)) ? [file] : [])),
  );
}

/** One warning, at the first of some files that look like records and are none. */
export function lookalikeFindings(
  message: 'leftOut' | 'ignored' | 'ending' | 'mistyped',
  files: readonly string[],
): FileFinding[] {
  const [file] = files;
  if (file === undefined) return [];
  const args = { count: files.length };
  return [{ file, finding: { rule, severity: 'warning', message, args, range: unpackRange([0, 0, 0, 0]) } }];
}

/** The file at which the ignored configuration of a folder is reported. */
export function enclosedConfigFile(folder: string): string {
  return `${folder}/${configFolder}/${configNames[0]}`;
}

/** Names of folders that records go to. They may still be empty. */
const recordFolder =
  /(?:^|[/{,])(?:changes|procedures|tickets|cambios|procedimientos|incidencias)(?=[/},]|$)/i;

/**
 * Globs of `records` that match no file, and name no usual folder of records either: those wait for their first one. So
 * does a workspace without records.
 */
function emptyGlobs({ texts, config, files, hasRecords }: RecordPlaces): FileFinding[] {
  const main = texts.find(({ file }) => configTypeOf(file) === 'config');
  const globs = (config.data.records ?? []).filter((glob) => !recordFolder.test(glob));
  const empty = hasRecords ? unmatchedGlobs(globs, files) : [];
  if (!main || empty.length === 0) return [];
  return globPlaces(main).flatMap(({ value, range }): FileFinding[] => {
    if (!empty.includes(value)) return [];
    const args = { value: value.slice(0, 60) };
    return [{ file: main.file, finding: { rule, severity: 'warning', message: 'emptyGlob', args, range } }];
  });
}

/** The globs that match none of some files. Negated globs are left out. */
export function unmatchedGlobs(
  globs: readonly string[],
  files: Iterable<{ readonly file: string }>,
): string[] {
  const left = new Map(globs.filter((glob) => !glob.startsWith('!')).map((glob) => [glob, globTest([glob])]));
  for (const { file } of files) {
    if (left.size === 0) break;
    for (const [glob, matches] of left) if (matches(file)) left.delete(glob);
  }
  return [...left.keys()];
}

/** The globs of `records` with their ranges. */
export function globPlaces({ file, text }: ConfigText) {
  const { located, lines } = readConfigFile('config', file, text);
  const records = locate(located, ['records']);
  return (records?.items ?? (records ? [records] : [])).flatMap(({ node }) =>
    node.kind === 'scalar' ? [{ value: node.value, range: lines.rangeAt(node.range) }] : [],
  );
}
