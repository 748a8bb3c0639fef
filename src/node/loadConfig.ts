import { type ConfigResult, readConfig } from '../core/rules/readConfig';
import { type ConfigTexts, readConfigTexts } from './configTexts';
import { useSharedStores } from './sharedStores';

/** Reads and checks a workspace's configuration. */
export function loadConfig(root: string): ConfigResult & ConfigTexts {
  // The end of a contract is a moment in the customer's zone.
  useSharedStores();
  const read = readConfigTexts(root);
  return { ...readConfig(read.texts), ...read };
}
