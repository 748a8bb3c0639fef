import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Codes beside the system's own for files that are not opened. */
type RefusedCode =
  /** A link, or behind one: it leads out of the workspace, or stands where none may. */
  | 'ELINK'
  /** A folder, a pipe, a device: nothing that has an end. */
  | 'ENOTFILE'
  /** Longer than what is read of its kind. */
  | 'EFBIG'
  /** Bytes that are no UTF-8 where nothing else is understood. */
  | 'ENOTTEXT'
  /** The same, and they are UTF-16. */
  | 'EUTF16';

/** How a file may lie in a workspace. */
export interface OpenOptions {
  /** Bytes that are read at most. */
  readonly most: number;
  /** Whether a link that stays inside is followed; it is unless this says no. */
  readonly links?: boolean;
  /** Where the bytes are put if there is room: what was read into it before is overwritten. */
  readonly into?: Buffer;
}

/** The beginning of a file, and whether that is all of it. */
export interface ReadBytes {
  readonly bytes: Buffer;
  /** The file's size, which is more than was read where it is longer than that. */
  readonly size: number;
}

// A pipe would be waited for; a link could be put there after it was looked at. Windows knows neither flag.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
const refusesLinks = constants.O_NOFOLLOW !== undefined;

/**
 * Reads a file of a workspace: a regular file that lies inside of it, and no more of it than its kind may be long. The
 * only way in which a repository's files are opened.
 */
export function readOf(root: string, file: string, { most, links = true, into }: OpenOptions): ReadBytes {
  const cut = file.lastIndexOf('/');
  const name = file.slice(cut + 1);
  // What opens in a folder that lies inside, and is no link, lies inside: its own place need not be looked up.
  if (!links || refusesLinks) {
    try {
      return readRegular(join(folderInside(root, file.slice(0, Math.max(cut, 0))), name), most, into);
    } catch (error) {
      if (!links) throw error;
    }
  }
  return readRegular(placeInside(root, file), most, into);
}

/** The same of a file that has to be read whole. */
export function bytesOf(root: string, file: string, options: OpenOptions): Buffer {
  const { bytes, size } = readOf(root, file, options);
  if (size > options.most) throw refused('EFBIG');
  return bytes;
}

/** The folder that was asked for last: files are read folder by folder. */
let lastFolder: { readonly root: string; readonly folder: string; readonly place: string } | undefined;

/** Where a folder of a workspace really lies; looked up once for all files of it that are read in one go. */
function folderInside(root: string, folder: string): string {
  if (lastFolder?.folder !== folder || lastFolder.root !== root) {
    const place = placeInside(root, folder);
    // Later it may be another folder, or a link.
    if (!lastFolder) setImmediate(() => (lastFolder = undefined));
    lastFolder = { root, folder, place };
  }
  return lastFolder.place;
}

/** Where a path of a workspace really lies. Throws where that is outside, or nowhere. */
function placeInside(root: string, file: string): string {
  const place = realpathSync.native(join(root, file));
  if (!isInside(realpathSync.native(root), place)) throw refused('ELINK');
  return place;
}

/** Whether a real path lies in a real folder, or is it. */
export function isInside(folder: string, place: string): boolean {
  const inside = relative(folder, place);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** Reads the beginning of a regular file; of one that grows meanwhile no more than that. */
export function readRegular(path: string, most: number, into?: Buffer): ReadBytes {
  const descriptor = openPlain(path);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw refused('ENOTFILE');
    const room = Math.min(stats.size, most) + 1;
    let buffer = into && into.length >= room ? into : Buffer.allocUnsafe(room);
    for (let length = 0; ; ) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, null);
      length += read;
      // A file that fills less than the room for it has ended where it said that it would.
      if (read === 0 || length > most || (length === stats.size && length < buffer.length))
        return { bytes: buffer.subarray(0, Math.min(length, most)), size: Math.max(length, stats.size) };
      if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(buffer.length * 2, most + 1));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The text of a file outside of any record, such as one of git's own; undefined where none can be read. */
export function textIfThere(path: string, most: number): string | undefined {
  try {
    return readRegular(path, most).bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

function openPlain(path: string): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP') throw refused('ELINK');
    // A socket.
    if (code === 'ENXIO') throw refused('ENOTFILE');
    throw error;
  }
}

function refused(code: RefusedCode): Error {
  return Object.assign(new Error(code), { code });
}
