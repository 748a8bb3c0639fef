import { type ConfigText, configFolder } from '../core/config/configFiles';
import { recordPlaceFindings } from '../core/config/recordPlaceFindings';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import type { FileFinding } from '../core/findings/finding';
import type { ChangedSince } from './changedSince';

/**
 * What was wrong with the places of records before a change.
 *
 * @param enclosed folders whose configuration does not count now
 */
export function placesBefore(
  enclosed: readonly string[],
  texts: readonly ConfigText[],
  config: WorkspaceConfig,
  { before, tracked }: ChangedSince,
): FileFinding[] {
  const files = [...new Set([...tracked, ...before.keys()])].filter(
    (file) => !before.has(file) || before.get(file) !== undefined,
  );
  const had = enclosed.filter((folder) =>
    files.some((file) => file.startsWith(`${folder}/${configFolder}/`)),
  );
  const markdown = files.filter((file) => file.endsWith('.md')).map((file) => ({ file }));
  return recordPlaceFindings({ texts, config, files: markdown, hasRecords: true, enclosed: had });
}
