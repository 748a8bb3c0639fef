import { addedAttributes, removedAttributes } from '../../core/merge/mergeAttributes';
import { commitFileText } from '../commit/commitFileText';
import type { CommitOutcome } from '../commit/commitRecords';
import { gitOutput } from '../commit/faultError';
import { runGit } from '../gitProcess';
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
  return {
    isNew,
    commit: await commitFileText(root, attributesFile, change, 'Merge records with Changebook\n'),
  };
}

/** Has git merge all files its own way again. */
export async function removeDriver(root: string, top: string): Promise<InstalledDriver> {
  const { code } = await runGit(top, ['config', '--local', '--remove-section', driverSection]);
  return {
    isNew: code === 0,
    commit: await commitFileText(
      root,
      attributesFile,
      removedAttributes,
      'Merge records without Changebook\n',
    ),
  };
}
