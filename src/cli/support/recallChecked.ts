import { join } from 'node:path';
import { isConfigFile } from '../../core/config/configFiles';
import type { Verdict } from '../../node/cache/keptVerdict';
import { stillHolds } from '../../node/stillHolds';
import { isFolder } from '../../node/workspaceRoot';
import type { CheckedWorkspace } from './checked';
import type { Call } from './command';
import type { Selection } from './selection';

/**
 * Recalls what an earlier check came to, where this one would come to the same: the files hold the same, the
 * configuration is the same, so is what records asked the disk and git, and no moment passed that a rule asked about.
 *
 * @param verdict what a check came to when the files held this
 */
export async function recallChecked(
  call: Call,
  selection: Selection,
  { survey, contents }: Pick<CheckedWorkspace, 'survey' | 'contents'>,
  verdict: Verdict,
): Promise<CheckedWorkspace | undefined> {
  const { root, texts } = survey;
  // What could not be read is tried, and told, each time.
  if (survey.unreadable.length > 0) return undefined;
  if (!(await stillHolds(verdict, root, call.now(verdict.timezone)))) return undefined;
  const none = new Set(verdict.noRecords);
  const walked = survey.files.map(({ file }) => file);
  const records = none.size === 0 ? walked : walked.filter((file) => !none.has(file));
  // A named file that the walk passed over, or that is no record, has something to be told of it.
  const named = [...selection.inside].filter((path) => path !== '' && !isConfigFile(path));
  const known = named.length === 0 ? none : new Set(records);
  if (!named.every((path) => known.has(path) || isFolder(join(root, path)))) return undefined;
  const configFiles = texts.map(({ file }) => file).filter((file) => isConfigFile(file));
  const files = [...configFiles, ...walked];
  const { language, others, findings } = verdict;
  return { root, language, files, records, findings: [...others, ...findings], survey, contents };
}
