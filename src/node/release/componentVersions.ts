import { baseName } from '../../core/model/text/paths';
import { readTexts } from '../readBlobs';
import { readOnlyGit } from '../readOnlyGit';
import { type Manifest, manifestNames, readManifest } from './manifestVersion';

/** Manifests of one commit that are read at most, those nearest to the top first, and the size of each. */
const mostManifests = 300;
const mostBytes = 512 * 1024;
const deepest = 8;

/** Folders whose manifests are those of others, or of no product. */
const foreign =
  /(?:^|\/)(?:node_modules|bower_components|vendor|third[_-]party|\.[^/]+|tests?|__tests__|fixtures?|examples?|samples?|templates?|dist|build|target|site-packages)\//i;

/** What a commit has: versions of components by their names, and the name of the one at the top. */
interface ComponentVersions {
  readonly versions: ReadonlyMap<string, string>;
  readonly topName: string | undefined;
}

interface FoundManifest extends Manifest {
  readonly folder: string;
  readonly kind: string;
}

/** Reads the versions of the components of a repository in one commit, as its manifests say them there. */
export async function componentVersions(top: string, commit: string): Promise<ComponentVersions> {
  const files = await manifestsIn(top, commit);
  const texts = await readTexts(top, files.values());
  const manifests = [...files].map(([file, blob]): FoundManifest => {
    const kind = baseName(file);
    return { ...readManifest(kind, texts?.get(blob) ?? ''), kind, folder: file.slice(0, -kind.length) };
  });
  const versions = new Map<string, string>();
  for (const manifest of manifests) {
    const { name } = manifest;
    const version = manifest.version ?? sharedVersion(manifest, manifests);
    // Names and versions of a repository are anybody's text.
    if (!name || !version || !isName(name) || !isVersion(version) || versions.has(name)) continue;
    versions.set(name, version);
  }
  const topName = manifests.find(({ folder, name }) => folder === '' && name && isName(name))?.name;
  return { versions, topName };
}

/** Ids of the manifests' texts by their paths, the shortest path first. */
async function manifestsIn(top: string, commit: string): Promise<Map<string, string>> {
  const { code, out } = await readOnlyGit(top, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (code !== 0) return new Map();
  const found: { file: string; blob: string; depth: number }[] = [];
  for (const line of out.toString('utf8').split('\0')) {
    const file = line.slice(line.indexOf('\t') + 1);
    if (!manifestNames.includes(baseName(file)) || foreign.test(file)) continue;
    const depth = file.split('/').length;
    const [, blob = ''] = /^100\d+ blob ([0-9a-f]+)\t/.exec(line) ?? [];
    if (blob !== '' && depth <= deepest) found.push({ file, blob, depth });
  }
  found.sort((a, b) => a.depth - b.depth || (a.file < b.file ? -1 : 1));
  const nearest = found.slice(0, mostManifests);
  const small = await smallBlobs(
    top,
    nearest.map(({ blob }) => blob),
  );
  return new Map(nearest.filter(({ blob }) => small.has(blob)).map(({ file, blob }) => [file, blob]));
}

/** Those of some blobs that are no longer than a manifest may be. */
async function smallBlobs(top: string, blobs: readonly string[]): Promise<ReadonlySet<string>> {
  if (blobs.length === 0) return new Set();
  const { out } = await readOnlyGit(top, ['cat-file', '--batch-check'], `${blobs.join('\n')}\n`);
  const lines = out.toString('utf8').split('\n');
  return new Set(
    lines
      .map((line) => line.split(' '))
      .flatMap(([id, kind, size]) => (id && kind === 'blob' && Number(size) <= mostBytes ? [id] : [])),
  );
}

/** The version that a member of a Cargo workspace takes from the nearest manifest above. */
function sharedVersion({ folder, kind }: FoundManifest, all: readonly FoundManifest[]): string | undefined {
  if (kind !== 'Cargo.toml') return undefined;
  return all.findLast((other) => other.kind === kind && other.shared && folder.startsWith(other.folder))
    ?.shared;
}

function isName(name: string): boolean {
  return /^[\p{L}\p{N}@][\p{L}\p{N}@/._:+ -]{0,99}$/u.test(name);
}

function isVersion(version: string): boolean {
  return /^v?\d[\w.+~-]{0,59}$/.test(version);
}
