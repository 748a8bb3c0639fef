import * as vscode from 'vscode';
import type { LinkTarget } from '../../core/language/documentLink';
import { documentRange } from '../documents/textEdits';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { languageInputOf } from './languageInputOf';

/** Ids, tickets of trackers and paths in the front matter lead to what they name. VS Code follows those of markdown. */
export class LinkFeatures implements vscode.DocumentLinkProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const input = languageInputOf(this.sessions, document);
    const place = this.sessions.sessionOf(document.uri);
    if (!input || !place) return [];
    const { session, file } = place;
    const { linksIn } = await import('../../core/language/linksIn');
    return linksIn(document.getText(), { file, kind: input.kind }, input)
      .filter(({ ofMarkdown }) => !ofMarkdown)
      .map(({ range, target, tooltip }) => {
        const link = new vscode.DocumentLink(documentRange(document, range), addressOf(target, session));
        if (tooltip !== '') link.tooltip = tooltip;
        return link;
      });
  }
}

function addressOf(target: LinkTarget, session: WorkspaceSession): vscode.Uri {
  if (target.kind === 'address') return vscode.Uri.parse(target.url);
  const uri = session.uriOf(target.file);
  return target.kind === 'file' && target.fragment !== '' ? uri.with({ fragment: target.fragment }) : uri;
}
