import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ManifestFault,
  manifestFile,
  type PackManifest,
  readManifest,
} from '../../core/auditPack/packManifest';
import { readRegular } from '../openFile';
import { errorCode } from '../walk';
import { sha256Of } from './buildPack';

/** No longer file of a pack is read, in bytes, and no longer manifest; and no more files than these. */
const largestFile = 500_000_000;
const largestManifest = 50_000_000;
const mostFiles = 200_000;

/** What is wrong with a file of a pack. */
export interface PackDamage {
  readonly path: string;
  readonly kind: 'missing' | 'additional' | 'changed' | 'notFile' | 'unread';
}

/** A pack as it lies in a folder. */
export interface FoundPack {
  /** What it says of itself, or why it says nothing that can be believed. */
  readonly manifest: PackManifest | ManifestFault | 'none';
  /** What does not match that. */
  readonly damage: readonly PackDamage[];
}

/** Looks at a pack without its repository. No link is followed, and nothing but its own folder is read. */
export function readPack(folder: string): FoundPack {
  const text = textOf(join(folder, manifestFile));
  if (text === undefined) return { manifest: 'none', damage: [] };
  const manifest = readManifest(text);
  if (typeof manifest === 'string') return { manifest, damage: [] };
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  const damage: PackDamage[] = [];
  const there = new Map(entriesIn(folder).map(({ path, isFile }) => [path, isFile]));
  for (const [path, isFile] of there) {
    if (!isFile) damage.push({ path, kind: 'notFile' });
    else if (path !== manifestFile && !files.has(path)) damage.push({ path, kind: 'additional' });
  }
  for (const [path, { bytes, sha256 }] of files) {
    if (!there.has(path)) damage.push({ path, kind: 'missing' });
    else if (there.get(path)) {
      const content = contentOf(join(folder, path));
      if (!content) damage.push({ path, kind: 'unread' });
      else if (content.length !== bytes || sha256Of(content) !== sha256)
        damage.push({ path, kind: 'changed' });
    }
  }
  return { manifest, damage: damage.sort((one, other) => (one.path < other.path ? -1 : 1)) };
}

/** The bytes of a file of a pack; undefined where it is none, or cannot be read whole. */
export function contentOf(path: string): Buffer | undefined {
  try {
    const { bytes, size } = readRegular(path, largestFile);
    return size > largestFile ? undefined : bytes;
  } catch {
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    const { bytes, size } = readRegular(path, largestManifest);
    return size > largestManifest ? '' : bytes.toString('utf8');
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? undefined : '';
  }
}

interface FolderEntry {
  readonly path: string;
  readonly isFile: boolean;
}

/** Everything in a folder and below it that is no folder itself, and the empty ones. */
function entriesIn(folder: string): FolderEntry[] {
  const found: FolderEntry[] = [];
  const waiting = [''];
  for (let inside = waiting.pop(); inside !== undefined && found.length < mostFiles; inside = waiting.pop()) {
    const entries = listed(join(folder, inside));
    if (!entries || (entries.length === 0 && inside !== '')) found.push({ path: inside, isFile: false });
    for (const entry of entries ?? []) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else found.push({ path, isFile: entry.isFile() });
    }
  }
  return found;
}

/** What lies in a folder; undefined where that cannot be read. */
export function listed(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
