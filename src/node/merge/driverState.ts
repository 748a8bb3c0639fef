import { existsSync } from 'node:fs';
import { removedAttributes } from '../../core/merge/mergeAttributes';
import { runGit } from '../gitProcess';
import { readFileText } from '../readText';
import { gitTopLevelOf } from '../workspaceRoot';
import { scriptIn } from './driverCall';

/** The part of git's settings that says how records are merged. */
export const driverSection = 'merge.changebook';
export const attributesFile = '.gitattributes';

/**
 * How git merges the records of a workspace in this clone: by us; line by line; or line by line although the attributes
 * file names us (`missing`).
 */
export async function driverState(root: string): Promise<'installed' | 'none' | 'missing'> {
  const text = readFileText(root, attributesFile)?.text ?? '';
  if (removedAttributes(text) === text || gitTopLevelOf(root) === undefined) return 'none';
  const driver = await knownDriver(root);
  const script = scriptIn(driver);
  return driver === '' || (script !== undefined && !existsSync(script)) ? 'missing' : 'installed';
}

/** The driver in git's settings; empty where there is none. */
export async function knownDriver(folder: string): Promise<string> {
  const { out } = await runGit(folder, ['config', '--get', `${driverSection}.driver`], { reads: true });
  return out.toString('utf8').trim();
}
