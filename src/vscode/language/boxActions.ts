import * as vscode from 'vscode';
import type { BoxOffer } from '../../core/language/boxOffers';
import { mayTakeBoxes } from '../../core/language/mayTakeBoxes';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { workspaceEdit } from '../documents/textEdits';
import type { Sessions } from '../session/sessions';

const kind = vscode.CodeActionKind.RefactorRewrite.append('changebook.boxes');

/**
 * The light bulb on instructions without boxes: numbered ones, selected items, and tables. What reads them is loaded when
 * it is first asked for.
 */
export class BoxActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [kind] };

  constructor(private readonly sessions: Sessions) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    _context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (!mayTakeBoxes(document.lineAt(range.start.line).text)) return [];
    const place = this.sessions.sessionOf(document.uri);
    if (!place?.session.entryOf(place.file)) return [];
    const { boxOffers } = await import('../../core/language/boxOffers');
    // The text may have changed while that was loading.
    const record = token.isCancellationRequested ? undefined : parseRecord(document.getText());
    if (!record) return [];
    return boxOffers(record, range.start.line, lastLine(range)).map((offer) => {
      const action = new vscode.CodeAction(titleOf(offer), kind);
      action.edit = workspaceEdit([{ document, edits: offer.edits }]);
      return action;
    });
  }
}

/** A selection that ends before the first character of a line does not hold that line. */
function lastLine({ start, end }: vscode.Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

function titleOf({ kind: what, count }: BoxOffer): string {
  if (what === 'item') return vscode.l10n.t('Make a step of this item (a box)');
  if (what === 'list') return vscode.l10n.t('Make steps of the {0} items of this list (boxes)', count);
  if (what === 'selected') return vscode.l10n.t('Make steps of the selected items (boxes): {0}', count);
  return vscode.l10n.t('Make a list of steps of this table: {0}', count);
}
