import { oneLineValue } from '../model/text/oneLineValue';
import { sha256 as digestOf } from '../model/text/sha256';

/** A file that shows that a step is done, as a commit carries it. */
export interface EvidenceFile {
  /** Where its copy lies: a path in the workspace. */
  readonly file: string;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
}

/** Bytes that come into the workspace with a commit. */
export interface NewEvidence extends EvidenceFile {
  readonly content: Uint8Array;
}

/** The folder of a workspace that holds a folder for each record with evidence. */
export const evidenceFolder = 'evidence';

/** The most bytes that evidence may have: every clone carries it for ever. */
export const largestEvidence = 10_000_000;

/** Letters that are kept of a name; disks take 255 bytes. */
const longestName = 50;

/**
 * Where a file goes as evidence of a record. Its name ends with the beginning of its digest: two files of the same name never
 * collide, whoever adds them on whichever branch, and the same file is there once.
 *
 * @param record id of the record, else its file
 * @param name of the file, without its folder
 */
export function evidencePlace(record: string, name: string, sha256: string): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[A-Za-z0-9]{1,10})?$/s.exec(name) ?? [];
  const plain = plainPart(stem) || 'file';
  // Fewer than what hosts take for the id of a commit.
  const digits = sha256.slice(0, 6);
  // A copy of it that is there already has them.
  const named = plain.endsWith(`-${digits}`) ? plain : `${plain}-${digits}`;
  return `${evidenceFolder}/${folderOf(record)}/${named}${ending}`;
}

/** Two records never share a folder: what is taken away from one would be missing for the other. */
function folderOf(record: string): string {
  const plain = plainPart(record.replace(/\.md$/, '')) || 'record';
  return plain === record ? plain : `${plain}-${digestOf(record).slice(0, 6)}`;
}

/** A name that is one on every disk, and in a line of a commit's message. */
function plainPart(name: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const cut = [...plain.replace(/^[.-]+/, '')].slice(0, longestName).join('');
  return cut.replace(/[.-]+$/, '');
}

/** How a commit's message names it. */
export function evidenceFileLine({ file, sha256 }: EvidenceFile): string {
  return `${file} sha256:${sha256}`;
}

/** Reads that again; undefined where it says something else, or no place for evidence. */
export function readEvidenceLine(line: string): EvidenceFile | undefined {
  const [, file, sha256] =
    /^(evidence\/[^/\s]+\/[^/\s]+) sha256:([0-9a-f]{64})$/.exec(oneLineValue(line)) ?? [];
  if (file === undefined || sha256 === undefined || /\/\.{1,2}(?:\/|$)/.test(file)) return undefined;
  return { file, sha256 };
}
