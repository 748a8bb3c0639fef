import * as vscode from 'vscode';
import { faultText } from '../../core/actions/commitFaults';
import type { SetupFault } from '../../node/setup/writeSetup';
import { language } from '../editorLanguage';
import { NothingChangedError } from '../input/nothingChangedError';

/** What speaks against a setup, before anything was written. */
export function setupFaultError(found: SetupFault): NothingChangedError {
  if ('ignored' in found)
    return new NothingChangedError(
      vscode.l10n.t('a .gitignore keeps {0} out, so it would not count', found.ignored),
    );
  return new NothingChangedError(faultText(found.fault, language, undefined, 'editor'));
}
