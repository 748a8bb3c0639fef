import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import { type EditableRecord, openRecord } from './editableRecord';

/** Documents that nobody can edit: made from a record whenever one is shown. */
interface DocumentKind {
  readonly scheme: string;
  /** The record that a document is made from, by the query of its address; the query itself unless it says more. */
  recordIn?(query: string): string;
  write(target: EditableRecord, query: string): Promise<string>;
}

/** The documents of one kind, once they are registered. */
export class RecordDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registered: vscode.Disposable;

  constructor(
    private readonly sessions: Sessions,
    private readonly kind: DocumentKind,
  ) {
    this.registered = vscode.workspace.registerTextDocumentContentProvider(kind.scheme, this);
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const record = recordAt(this.kind.recordIn?.(query) ?? query);
    const target = record && (await openRecord(this.sessions, record));
    return target ? this.kind.write(target, query) : '';
  }

  /** Has the open ones made anew, or those whose query fits. */
  refresh(fits: (query: string) => boolean = () => true): void {
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.scheme === this.kind.scheme && fits(uri.query)) this.changed.fire(uri);
  }

  dispose(): void {
    this.registered.dispose();
    this.changed.dispose();
  }
}

/** The address of a record on a disk that a query names; undefined where it names another one. */
export function recordAt(address: string): vscode.Uri | undefined {
  const record = vscode.Uri.parse(address);
  return record.scheme === 'file' ? record : undefined;
}
