import * as vscode from 'vscode';
import type { LinkTarget } from '../../core/language/documentLink';
import { committedTextOf } from '../documents/committedText';
import { documentRange } from '../documents/textEdits';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { languageInputOf } from './languageInputOf';

/** The link to an earlier version of a procedure, which git is asked for when somebody follows it. */
class VersionLink extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly session: WorkspaceSession,
    readonly file: string,
    readonly version: string,
  ) {
    super(range);
  }
}

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
      .filter(({ ofMarkdown, target }) => !ofMarkdown && !(asksGit(target) && !vscode.workspace.isTrusted))
      .map(({ range, target, tooltip }) => {
        const link = linkTo(documentRange(document, range), target, session);
        if (tooltip !== '') link.tooltip = tooltip;
        return link;
      });
  }

  async resolveDocumentLink(link: vscode.DocumentLink): Promise<vscode.DocumentLink> {
    if (!(link instanceof VersionLink)) return link;
    const { session, file, version } = link;
    const found = await session.git.versionOf(file, version);
    // What no commit has is nowhere else; the procedure of today says at least what became of it.
    link.target = found ? committedTextOf(session.root, found.commit, found.file) : session.uriOf(file);
    return link;
  }
}

/** Whether only git has what a link leads to; where it may not be asked, the link would lead to something else. */
function asksGit(target: LinkTarget): boolean {
  return target.kind === 'record' && target.version !== undefined;
}

function linkTo(range: vscode.Range, target: LinkTarget, session: WorkspaceSession): vscode.DocumentLink {
  if (target.kind === 'address') return new vscode.DocumentLink(range, vscode.Uri.parse(target.url));
  const { file } = target;
  if (target.kind === 'record' && target.version !== undefined)
    return new VersionLink(range, session, file, target.version);
  const fragment = target.kind === 'file' ? target.fragment : '';
  return new vscode.DocumentLink(range, session.uriOf(file).with({ fragment }));
}
