import * as vscode from 'vscode';
import type { Move, waitsOn } from '../../core/actions/moves';
import { stateName } from '../../core/model/vocabulary/stateName';
import { withSpaces } from '../../core/model/vocabulary/vocabulary';
import { language } from '../editorLanguage';

/** How each kind of move is drawn. */
export const moveIcons: { readonly [kind in Move['kind']]: string } = {
  forward: 'arrow-right',
  back: 'arrow-left',
  hold: 'debug-pause',
  resume: 'debug-continue',
  end: 'close',
};

/** On whom a record then waits; empty where on nobody. */
export function waitsText(party: ReturnType<typeof waitsOn>): string {
  if (party === 'nobody') return '';
  if (party === 'customer') return vscode.l10n.t('then waits on the customer');
  return party === 'partner' ? vscode.l10n.t('then waits on the partner') : vscode.l10n.t('then waits on us');
}

/** A state as a person says it. */
export function inWords(state: string): string {
  return withSpaces(stateName(state, language));
}
