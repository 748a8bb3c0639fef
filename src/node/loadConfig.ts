import { assembleConfig, type ConfigResult } from '../core/config/assembleConfig';
import { type ConfigTexts, readConfigTexts } from './configTexts';

/** Reads and checks a workspace's configuration. */
export function loadConfig(root: string): ConfigResult & ConfigTexts {
  const read = readConfigTexts(root);
  return { ...assembleConfig(read.texts), ...read };
}
