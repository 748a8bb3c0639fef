import type { Language } from '../../core/model/text/localized';
import { loadConfig } from '../../node/loadConfig';
import { workspaceRootOf } from '../../node/workspaceRoot';

/** The language of the workspace that a folder lies in, or undefined where it names none. */
export function configuredLanguage(folder: string): Language | undefined {
  return loadConfig(workspaceRootOf(folder)).config.data.language;
}
