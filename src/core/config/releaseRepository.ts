import type { ChangeData, ConfigData } from '../model/schema/recordData';

/** The repository of a release; undefined where it is the workspace's own. */
export function releaseRepository(
  release: ChangeData['release'],
  config: ConfigData['release'],
): string | undefined {
  const named = (release?.repository ?? config?.repository)?.trim();
  return named && named !== '.' ? named : undefined;
}
