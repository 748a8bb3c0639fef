import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import { committedScheme } from './committedText';
import type { EditableRecord } from './editableRecord';
import { RecordDocuments } from './recordDocuments';

const scheme = 'changebook-diff';

const comparison = z.object({ record: z.string(), base: z.string(), words: z.optional(z.string()) });
const version = z.object({ root: z.string(), file: z.string(), commit: z.string() });

/**
 * Registers comparisons of records as documents, and records as they were in a commit. A comparison that is open
 * follows what is committed and saved.
 */
export function registerDiffDocuments(sessions: Sessions): vscode.Disposable {
  const documents = new RecordDocuments(sessions, {
    scheme,
    recordIn: (query) => comparison.parse(JSON.parse(query)).record,
    async write(target, query) {
      const { base, words = base } = comparison.parse(JSON.parse(query));
      const { compareWith } = await import('./compareWith');
      const { diffMarkdown } = await import('../../core/diff/diffMarkdown');
      return diffMarkdown(await compareWith(target, base), { base: words }, language);
    },
  });
  return vscode.Disposable.from(
    documents,
    vscode.workspace.registerTextDocumentContentProvider(committedScheme, {
      provideTextDocumentContent: textAt,
    }),
    sessions.onDidMoveGit(() => documents.refresh()),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      const name = JSON.stringify(uri.toString());
      documents.refresh((query) => query.includes(name));
    }),
  );
}

/**
 * The address of the comparison of a record with a revision.
 *
 * @param words the revision as people say it
 */
export function comparisonOf(
  { document, record, file }: EditableRecord,
  base: string,
  words: string,
): vscode.Uri {
  const name = vscode.l10n.t('Changes of {0} since {1}', record.data.id ?? file, words);
  const path = `/${name.replaceAll('/', '∕')}.md`;
  const query = JSON.stringify({ record: document.uri.toString(), base, words });
  return vscode.Uri.from({ scheme, path, query });
}

async function textAt(uri: vscode.Uri): Promise<string> {
  const { root, file, commit } = version.parse(JSON.parse(uri.query));
  if (!vscode.workspace.isTrusted) return '';
  const { committedBytes } = await import('../../node/diff/committedBytes');
  return (await committedBytes(root, commit, file))?.toString('utf8') ?? '';
}
