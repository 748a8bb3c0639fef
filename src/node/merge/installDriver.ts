import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addedAttributes, removedAttributes } from '../../core/merge/mergeAttributes';
import { textRange } from '../../core/model/text/range';
import { type CommitOutcome, commitRecords } from '../commit/commitRecords';
import { gitOutput } from '../commit/faultError';
import { runGit } from '../gitProcess';
import { readFileText } from '../readText';
import { createFile } from '../writeFile';
import { driverCall, type OwnProgram } from './driverCall';
import { attributesFile, driverSection, knownDriver } from './driverState';

/** What became of the attributes file, beside git's settings. */
export interface InstalledDriver {
  /** Undefined where the file says it already, or nothing of it. */
  readonly commit: CommitOutcome | undefined;
  /** Whether git's settings were changed. */
  readonly isNew: boolean;
}

/**
 * Has git merge the records of a workspace by us: in the settings of this clone, and in a file that all clones have.
 *
 * @param own the program for where none is installed; the one that runs, without it
 */
export async function installDriver(
  root: string,
  top: string,
  patterns: readonly string[],
  own?: OwnProgram,
): Promise<InstalledDriver> {
  const driver = driverCall(top, own);
  const isNew = (await knownDriver(top)) !== driver;
  if (isNew) {
    await gitOutput(top, [
      'config',
      '--local',
      `${driverSection}.name`,
      'Changebook: records by fields and steps',
    ]);
    await gitOutput(top, ['config', '--local', `${driverSection}.driver`, driver]);
  }
  const change = (text: string): string => addedAttributes(text, patterns);
  return { isNew, commit: await writeAttributes(root, change, 'Merge records with Changebook') };
}

/** Has git merge all files its own way again. */
export async function removeDriver(root: string, top: string): Promise<InstalledDriver> {
  const { code } = await runGit(top, ['config', '--local', '--remove-section', driverSection]);
  return {
    isNew: code === 0,
    commit: await writeAttributes(root, removedAttributes, 'Merge records without Changebook'),
  };
}

/** One commit with the attributes file alone; undefined where there is nothing to change in it. */
async function writeAttributes(
  root: string,
  changed: (text: string) => string,
  subject: string,
): Promise<CommitOutcome | undefined> {
  const path = join(root, attributesFile);
  const isThere = existsSync(path);
  const text = isThere ? (readFileText(root, attributesFile)?.text ?? '') : '';
  const after = changed(text);
  if (after === text) return undefined;
  if (!isThere) createFile(path, after);
  const plan = (own: string) => {
    const wanted = changed(own);
    return { edits: wanted === own ? [] : [{ range: textRange(0, own.length), text: wanted }] };
  };
  const isNew = !(await isTracked(root));
  return commitRecords({
    files: [{ path, change: { plan }, ...(isNew ? { isNew } : {}) }],
    message: () => `${subject}\n`,
  });
}

async function isTracked(root: string): Promise<boolean> {
  const { code } = await runGit(root, ['ls-files', '--error-unmatch', '--', attributesFile], { reads: true });
  return code === 0;
}
