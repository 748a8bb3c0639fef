import { join } from 'node:path';
import { isConfigFile } from '../../core/config/configFiles';
import { readCachedCheck } from '../../node/cachedCheck';
import type { Survey } from '../../node/surveyWorkspace';
import { isFolder } from '../../node/workspaceRoot';
import type { CheckedWorkspace } from './checked';
import type { Call } from './command';
import type { Selection } from './selection';

/** What the last check of a workspace found, where this one would find the same. */
export function recallChecked(
  call: Call,
  selection: Selection,
  survey: Survey,
): CheckedWorkspace | undefined {
  const verdict = readCachedCheck(survey, (zone) => call.now(zone));
  if (!verdict) return undefined;
  const { root, texts } = survey;
  const none = new Set(verdict.noRecords);
  const walked = survey.files.map(({ file }) => file);
  const records = none.size === 0 ? walked : walked.filter((file) => !none.has(file));
  // A named file that the walk passed over, or that is no record, has something to be told of it.
  const named = [...selection.inside].filter((path) => path !== '' && !isConfigFile(path));
  const known = named.length === 0 ? none : new Set(records);
  if (!named.every((path) => known.has(path) || isFolder(join(root, path)))) return undefined;
  const configFiles = texts.map(({ file }) => file).filter((file) => isConfigFile(file));
  const files = [...configFiles, ...walked];
  const { language, findings } = verdict;
  return { root, language, files, records, findings, survey };
}
