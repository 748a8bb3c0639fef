import * as vscode from 'vscode';
import { zoneOrUtc } from '../../core/config/workspaceConfig';
import { asMarkdown } from '../../core/language/plainText';
import { localText } from '../../core/model/time/localText';
import { documentRange } from '../documents/textEdits';
import type { Sessions } from '../session/sessions';
import { languageInputOf } from './languageInputOf';

/** Explains records and the configuration. */
export class Hovers implements vscode.HoverProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const input = languageInputOf(this.sessions, document);
    if (!input) return undefined;
    const { hoverAt } = await import('../../core/language/hoverAt');
    const hover = hoverAt(document.getText(), document.offsetAt(position), input);
    if (!hover) return undefined;
    const who = hover.byWhom ? await this.whoWrote(document, position) : '';
    // A new MarkdownString is not trusted and shows no HTML: commands of a record stay text.
    return new vscode.Hover(
      new vscode.MarkdownString(hover.markdown + who),
      documentRange(document, hover.range),
    );
  }

  /** Who committed a decision. Lines of a document with unsaved work may stand elsewhere in the file. */
  private async whoWrote(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
    const place = document.isDirty ? undefined : this.sessions.sessionOf(document.uri);
    const last = await place?.session.git.lastChange(place.file, position.line);
    if (!place || !last) return '';
    const { session, file } = place;
    const zone = zoneOrUtc(session.input().config, session.entryOf(file)?.summary.customer);
    // What the line says may be in another zone.
    const when = asMarkdown(`${localText(last.at, zone)} (${zone})`);
    return `  \n${vscode.l10n.t('Committed by {0} on {1}', asMarkdown(`${last.name} <${last.address}>`), when)}`;
  }
}
