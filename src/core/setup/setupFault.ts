import type { Face } from '../actions/actionText';
import { type CommitFault, faultText } from '../actions/commitFaults';
import { fillIn, type Language } from '../model/text/localized';
import { setupTexts } from './setupTexts';

/** Why nothing was set up: what git or the disk says, or a file that a `.gitignore` would keep out. */
export type SetupFault = { readonly fault: CommitFault } | { readonly ignored: string };

/** The sentence of it. Whatever it was, nothing is left of the setup. */
export function setupFaultText(found: SetupFault, language: Language, face: Face): string {
  if ('ignored' in found) return fillIn(setupTexts.ignored[language], { file: found.ignored });
  const { code, args } = found.fault;
  if (code === 'hookFailed') return fillIn(setupTexts.hookRefused[language], args);
  return faultText(found.fault, language, undefined, face);
}
