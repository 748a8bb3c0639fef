import { createHash } from 'node:crypto';
import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { evidencePlace, largestEvidence, type NewEvidence } from '../../core/actions/evidenceFile';
import { type Refusal, type RefusalCode, refusal } from '../../core/actions/refusals';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { isInside, readRegular } from '../openFile';
import { errorCode } from '../walk';
import { asCommitted } from './asCommitted';

/** A file that somebody gives as evidence. */
interface GivenEvidence {
  /** The workspace. */
  readonly root: string;
  /** Its path, absolute or from the workspace. */
  readonly path: string;
  /** As whoever gave it calls it. */
  readonly shown: string;
  /** Id of the record, else its file. */
  readonly record: string;
  /** Whether a person picked it among their files: then it may lie anywhere. */
  readonly isPicked?: boolean;
}

/** Reads a file that is given as evidence, or says why it is not taken. Nothing is written. */
export async function readEvidence(
  given: GivenEvidence,
): Promise<NewEvidence | { readonly refusal: Refusal }> {
  const { root, shown, record } = given;
  const path = resolve(root, given.path);
  const refused = (code: RefusalCode, args = {}) => ({ refusal: refusal(code, { file: shown, ...args }) });
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return refused('evidenceGone');
    if (stats.isSymbolicLink()) return refused('evidenceLink');
    if (!stats.isFile()) return refused('evidenceFolder');
    if (!given.isPicked && !isOfWorkspace(root, path)) return refused('evidenceOutside');
    const { bytes, size } = readRegular(path, largestEvidence);
    if (size > largestEvidence) return refused('evidenceTooLarge', { most: largestEvidence / 1_000_000 });
    if (size === 0) return refused('evidenceEmpty');
    if (path.endsWith('.md') && parseRecord(bytes.toString('utf8'))) return refused('evidenceIsRecord');
    const digest = createHash('sha256').update(bytes).digest('hex');
    const file = evidencePlace(record, basename(path), digest);
    const content = await asCommitted(root, file, bytes);
    if (content === bytes) return { file, sha256: digest, content };
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { file: evidencePlace(record, basename(path), sha256), sha256, content };
  } catch (error) {
    return refused('evidenceUnread', { code: errorCode(error) });
  }
}

/** Whether a file lies in the workspace by no link, and is none of git's own. */
function isOfWorkspace(root: string, path: string): boolean {
  const [folder, place] = [
    realpathSync.native(root),
    join(realpathSync.native(dirname(path)), basename(path)),
  ];
  return isInside(folder, place) && !relative(folder, place).split(sep).includes('.git');
}
