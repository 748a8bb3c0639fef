import { type ConfigResult, readConfig } from '../core/rules/readConfig';
import { type ConfigTexts, readConfigTexts } from './configTexts';

/** Reads and checks a workspace's configuration. */
export function loadConfig(root: string): ConfigResult & ConfigTexts {
  const read = readConfigTexts(root);
  return { ...readConfig(read.texts), ...read };
}
