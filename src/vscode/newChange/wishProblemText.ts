import * as vscode from 'vscode';
import type { InputProblem } from '../../core/create/planNewChange';
import { messageOf } from '../../core/rules/renderFinding';
import { language } from '../editorLanguage';

/** What cannot be as it was said, in words. */
export function wishProblemText({ about, value, known, wanted, blocked }: InputProblem): string {
  switch (about) {
    case 'customer':
      return vscode.l10n.t('there is no customer “{0}”; there are {1}', value, known.join(', '));
    case 'partner':
      return vscode.l10n.t('{0} is managed by its partner alone ({1})', value, known.join(', '));
    case 'retired':
      return vscode.l10n.t('{0} is retired, so no change is made from it any more', value);
    case 'environments':
      return vscode.l10n.t('there is no environment “{0}”; there are {1}', value, known.join(', '));
    case 'idCustomer':
      return vscode.l10n.t('ids name the customer here, so say which');
    case 'slot':
      return vscode.l10n.t('No slot for this change within 90 days. {0}', reasons());
    case 'start':
      return vscode.l10n.t('Write {0}.', wanted?.[language] ?? '');
    case 'duration':
      return vscode.l10n.t('Write a duration such as {0}.', known.join());
    default:
      return vscode.l10n.t('the pattern of the configuration takes no new id');
  }
  function reasons(): string {
    return blocked.map((finding) => messageOf(finding, language)).join(' ');
  }
}
