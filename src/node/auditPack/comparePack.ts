import { join } from 'node:path';
import { manifestFile, optionsOf, type PackManifest } from '../../core/auditPack/packManifest';
import { readOnlyGit } from '../readOnlyGit';
import { buildPack, type PackFault } from './buildPack';
import { contentOf } from './readPack';
import type { PackDeployments } from './reconcilePack';

/** A file of a pack that is not what the repository gives. */
export interface Untruth {
  readonly path: string;
  /** It says something else; the repository gives none such; it lacks one that the repository gives. */
  readonly kind: 'differs' | 'invented' | 'leftOut';
  /** Of a text: the first line that differs, from 1, in the pack and as it should be. */
  readonly line?: number;
  readonly says?: string;
  readonly should?: string;
}

/** What came of making a pack again. */
export interface Comparison {
  readonly untrue: readonly Untruth[];
  /** Whether the commit is in the history of what is checked out. */
  readonly isInHistory: boolean;
}

/**
 * Makes a pack again from the commit and the options that it names, and compares every byte.
 *
 * @param root the workspace
 * @param folder of the pack
 */
export async function comparePack(
  root: string,
  folder: string,
  manifest: PackManifest,
): Promise<Comparison | PackFault | 'otherFolder'> {
  const { commit, program } = manifest;
  const about = await readOnlyGit(root, ['rev-parse', '--show-prefix']);
  const prefix = about.out.toString('utf8').replace(/\/?\r?\n?$/, '');
  if (about.code === 0 && prefix !== manifest.folder) return 'otherFolder';
  const deployments = deploymentsOf(folder, manifest);
  const built = await buildPack({ root, commit, options: optionsOf(manifest), program, ...deployments });
  if ('kind' in built) return built;
  const inPack = new Set([...manifest.files.map(({ path }) => path), manifestFile]);
  const untrue = [...built.files].flatMap(([path, bytes]): Untruth[] => {
    if (!inPack.has(path)) return [{ path, kind: 'leftOut' }];
    const own = contentOf(join(folder, path));
    if (own?.equals(bytes)) return [];
    return [{ path, kind: 'differs', ...(own ? firstDifference(path, own, bytes) : {}) }];
  });
  const invented = [...inPack].filter((path) => !built.files.has(path));
  const ancestor = await readOnlyGit(root, ['merge-base', '--is-ancestor', commit, 'HEAD']);
  return {
    untrue: [...untrue, ...invented.map((path): Untruth => ({ path, kind: 'invented' }))],
    isInHistory: ancestor.code === 0,
  };
}

/** What a pack says ran: git knows nothing of its lists, so they are taken as they lie there. */
function deploymentsOf(
  folder: string,
  { reconciliation, files }: PackManifest,
): { readonly deployments?: PackDeployments } {
  if (!reconciliation) return {};
  const { lists, patterns, zone, tags } = reconciliation;
  const own = new Set(files.map(({ path }) => path));
  const bytes = (path: string): Buffer =>
    (own.has(path) ? contentOf(join(folder, path)) : undefined) ?? Buffer.alloc(0);
  return {
    deployments: {
      lists: new Map(lists.map((path) => [path, bytes(path)])),
      patterns,
      zone: zone ?? undefined,
      tagNames: new Set(tags.map(({ name }) => name)),
    },
  };
}

/** The first line of a text that is not what it should be. */
function firstDifference(
  path: string,
  own: Buffer,
  should: Buffer,
): Pick<Untruth, 'line' | 'says' | 'should'> {
  if (!/\.(?:csv|md|txt|json|html)$/.test(path)) return {};
  const [one, other] = [own, should].map((bytes) => bytes.toString('utf8').split(/\r?\n/));
  const found = one?.findIndex((text, at) => text !== other?.[at]) ?? -1;
  const at = found < 0 ? (one?.length ?? 0) : found;
  const [says, wanted] = [one?.[at] ?? '', other?.[at] ?? ''];
  let from = 0;
  while (from < says.length && says[from] === wanted[from]) from++;
  from = Math.max(0, from - longestBefore);
  return {
    line: at + 1,
    says: says.slice(from, from + longestPart),
    should: wanted.slice(from, from + longestPart),
  };
}

/** Of a line that differs so much is told: some letters before the first that differs, and what follows. */
const [longestBefore, longestPart] = [40, 160];
