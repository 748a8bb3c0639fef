import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { languageOf } from '../../core/model/text/localized';
import type { Sessions } from '../session/sessions';
import { type EditableRecord, openRecord } from './editableRecord';
import { refreshShown } from './refreshShown';

const scheme = 'changebook-diff';
const textScheme = 'changebook-base';

const comparison = z.object({ record: z.string(), base: z.string() });
const version = z.object({ root: z.string(), file: z.string(), commit: z.string() });

/**
 * Comparisons of records as documents that nobody can edit, and records as they were in a commit. Both are made from
 * git whenever one is shown.
 */
export class DiffDocuments implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  private constructor(private readonly sessions: Sessions) {}

  static register(sessions: Sessions): vscode.Disposable {
    const documents = new DiffDocuments(sessions);
    return vscode.Disposable.from(
      documents.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, documents),
      vscode.workspace.registerTextDocumentContentProvider(textScheme, {
        provideTextDocumentContent: textAt,
      }),
      // One that is open follows what is committed and saved.
      sessions.onDidMoveGit(() => documents.refresh()),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => documents.refresh(uri)),
    );
  }

  /** The address of the comparison of a record with a revision. */
  static uriOf({ document, record, file }: EditableRecord, base: string): vscode.Uri {
    const name = vscode.l10n.t('Changes of {0} since {1}', record.data.id ?? file, base);
    const path = `/${name.replaceAll('/', '∕')}.md`;
    return vscode.Uri.from({
      scheme,
      path,
      query: JSON.stringify({ record: document.uri.toString(), base }),
    });
  }

  /** The address of a record's text as it was in a commit. */
  static textUriOf({ session, file }: EditableRecord, commit: string, fileThen = file): vscode.Uri {
    const query = JSON.stringify({ root: session.root, file: fileThen, commit });
    return vscode.Uri.from({ scheme: textScheme, path: `/${fileThen}`, query });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { record, base } = comparison.parse(JSON.parse(uri.query));
    const place = vscode.Uri.parse(record);
    const target = place.scheme === 'file' ? await openRecord(this.sessions, place) : undefined;
    if (!target) return '';
    const { compareWith } = await import('./compareWith');
    const { diffMarkdown } = await import('../../core/diff/diffMarkdown');
    return diffMarkdown(await compareWith(target, base), { base }, languageOf(vscode.env.language));
  }

  private refresh(record?: vscode.Uri): void {
    const name = record && JSON.stringify(record.toString());
    refreshShown(scheme, this.changed, ({ query }) => !name || query.includes(name));
  }
}

async function textAt(uri: vscode.Uri): Promise<string> {
  const { root, file, commit } = version.parse(JSON.parse(uri.query));
  if (!vscode.workspace.isTrusted) return '';
  const { committedBytes } = await import('../../node/diff/committedBytes');
  return (await committedBytes(root, commit, file))?.toString('utf8') ?? '';
}
