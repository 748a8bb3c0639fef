import { createHash } from 'node:crypto';
import { type EvidenceFile, readEvidenceLine } from '../../core/actions/evidenceFile';
import type { OwnTrailers } from '../../core/actions/redo/redo';
import { lfsDigest } from '../evidence/lfsPointer';
import type { CommittedFile } from './fileRedo';

/** The file that a commit on a step carries as evidence, or takes away. */
export interface CarriedEvidence extends EvidenceFile {
  /** Whether it is taken away. */
  readonly goes: boolean;
}

/** What a commit's message says of such a file; undefined where it says nothing of one. */
export function carriedEvidence(trailers: OwnTrailers): CarriedEvidence | undefined {
  const line = trailers.get('Evidence-File');
  const file = line === undefined ? undefined : readEvidenceLine(line);
  const action = trailers.get('Action') ?? '';
  if (!file || !/^(?:un)?(?:tick|skip)$/.test(action)) return undefined;
  return { ...file, goes: action.startsWith('un') };
}

/** Whether a file of a commit is the one that its message speaks of: a plain file that comes, or goes. */
export function isCarried({ path, letter, modes }: CommittedFile, carried: CarriedEvidence): boolean {
  const [kind, mode] = carried.goes ? (['D', modes[0]] as const) : (['A', modes[1]] as const);
  return `/${path}`.endsWith(`/${carried.file}`) && letter === kind && mode === '100644';
}

/** Whether a file has the digest that the message gives. */
export function hasDigest(bytes: Buffer | undefined, { sha256 }: EvidenceFile): boolean {
  if (!bytes) return false;
  return (lfsDigest(bytes) ?? createHash('sha256').update(bytes).digest('hex')) === sha256;
}
