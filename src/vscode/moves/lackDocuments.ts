import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { type EditableRecord, isChange } from '../documents/editableRecord';
import { RecordDocuments } from '../documents/recordDocuments';
import { nameOf } from '../git/recordAction';
import type { Sessions } from '../session/sessions';
import { inWords } from './moveLabels';

const scheme = 'changebook-lacks';
const wish = z.object({ record: z.string(), to: z.string() });

/** Registers what a change lacks for a state as documents: a list to pick from cuts long reasons. They follow the record. */
export function registerLackDocuments(sessions: Sessions): vscode.Disposable {
  const documents = new RecordDocuments(sessions, {
    scheme,
    recordIn: (query) => wish.parse(JSON.parse(query)).record,
    async write(target, query) {
      if (!isChange(target)) return '';
      const { lackMarkdown } = await import('./lackMarkdown');
      const { to } = wish.parse(JSON.parse(query));
      return lackMarkdown(sessions, target, to, lackTitle(target, to));
    },
  });
  return vscode.Disposable.from(
    documents,
    sessions.onDidChangeRecords(() => documents.refresh()),
  );
}

/** The address of what a change lacks for a state. */
export function lackDocumentOf(target: EditableRecord, to: string): vscode.Uri {
  const query = JSON.stringify({ record: target.document.uri.toString(), to });
  return vscode.Uri.from({ scheme, path: `/${lackTitle(target, to).replaceAll('/', '∕')}.md`, query });
}

function lackTitle(target: EditableRecord, to: string): string {
  return vscode.l10n.t('What {0} lacks for “{1}”', nameOf(target), inWords(to));
}
