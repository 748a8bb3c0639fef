import * as vscode from 'vscode';
import type { IndexEntry } from '../../core/index/indexEntry';
import { oneLine } from '../../core/language/plainText';
import { compareText } from '../../core/pending/pendingRow';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import type { RecordsChanged, Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { type ProcedureNode, ProcedureRow } from './procedureRow';
import { treeItem } from './treeItem';

const { Expanded } = vscode.TreeItemCollapsibleState;

/** The procedures of every workspace by category, each with the changes that follow it. */
export class ProcedureTree implements vscode.TreeDataProvider<ProcedureNode>, vscode.Disposable {
  private readonly repaint = new vscode.EventEmitter<ProcedureNode | undefined>();
  readonly onDidChangeTreeData = this.repaint.event;
  private readonly following: vscode.Disposable;
  private painting: NodeJS.Timeout | undefined;
  /** The procedures of each workspace by category, until one of them changes. */
  private readonly grouped = new Map<WorkspaceSession, ReadonlyMap<string, readonly IndexEntry[]>>();
  /** The rows of each workspace's procedures by their files, as they were drawn. */
  private readonly drawn = new Map<WorkspaceSession, Map<string, ProcedureRow>>();
  /** The rows to draw again; all of them where nothing stands here. */
  private outdated: Set<ProcedureRow> | undefined = new Set();

  constructor(private readonly sessions: Sessions) {
    this.following = sessions.onDidChangeRecords((event) => {
      this.follow(event);
      // Many records that change at once are one new picture.
      this.painting ??= setTimeout(() => this.paint(), 100);
    });
  }

  /** A change concerns the procedure that it followed and the one that it follows now; a procedure, the whole view. */
  private follow({ session, files }: RecordsChanged): void {
    const known = new Set([...(this.grouped.get(session)?.values() ?? [])].flat().map(({ file }) => file));
    const isProcedure = (file: string): boolean =>
      session.entryOf(file)?.summary.type === 'procedure' || known.has(file);
    if (!files || [...files].some(isProcedure)) {
      this.grouped.delete(session);
      this.outdated = undefined;
      return;
    }
    const { index } = session.input();
    const rows = [...(this.drawn.get(session)?.values() ?? [])];
    for (const file of files) {
      const entry = session.entryOf(file);
      const followed = entry && procedureOf(entry.summary, index)?.file;
      for (const row of rows) if (row.file === followed || row.followers.has(file)) this.outdated?.add(row);
    }
  }

  private paint(): void {
    this.painting = undefined;
    const { outdated } = this;
    this.outdated = new Set();
    if (outdated) for (const row of outdated) this.repaint.fire(row);
    else {
      this.drawn.clear();
      this.repaint.fire(undefined);
    }
  }

  getTreeItem({ item }: ProcedureNode): vscode.TreeItem {
    return item;
  }

  getChildren(node?: ProcedureNode): ProcedureNode[] {
    if (node) return node.children?.() ?? [];
    const sessions = this.sessions
      .all()
      .filter((session) => session.isRead && this.categoriesOf(session).size > 0);
    const [only, another] = sessions;
    if (!only) return [];
    if (!another) return this.categoryNodes(only);
    return sessions.map((session) => ({
      kind: 'folder',
      item: treeItem(session.backend.name, Expanded, `folder:${session.root}`, { icon: 'root-folder' }),
      children: () => this.categoryNodes(session),
    }));
  }

  /** Every record is looked at once for all categories. */
  private categoriesOf(session: WorkspaceSession): ReadonlyMap<string, readonly IndexEntry[]> {
    const grouped = this.grouped.get(session) ?? proceduresByCategory(session.records());
    this.grouped.set(session, grouped);
    return grouped;
  }

  private categoryNodes(session: WorkspaceSession): ProcedureNode[] {
    return [...this.categoriesOf(session)].map(([name, procedures]) => {
      const label = name || vscode.l10n.t('No category');
      const description = String(procedures.length);
      return {
        kind: 'category',
        item: treeItem(label, Expanded, `category:${session.root}:${name}`, { description }),
        children: () => procedures.map(({ file }) => this.rowOf(session, file)),
      };
    });
  }

  private rowOf(session: WorkspaceSession, file: string): ProcedureRow {
    const rows = this.drawn.get(session) ?? new Map<string, ProcedureRow>();
    this.drawn.set(session, rows);
    const row = new ProcedureRow(session, file);
    rows.set(file, row);
    return row;
  }

  dispose(): void {
    clearTimeout(this.painting);
    this.following.dispose();
    this.repaint.dispose();
  }
}

/** The procedures among records, by category; those without a category come last. */
function proceduresByCategory(records: Iterable<IndexEntry>): ReadonlyMap<string, readonly IndexEntry[]> {
  const procedures = [...records]
    .filter(({ summary }) => summary.type === 'procedure')
    .sort((a, b) => compareText(a.summary.id ?? a.file, b.summary.id ?? b.file));
  const byCategory = new Map<string, IndexEntry[]>();
  for (const entry of procedures) {
    const name = oneLine(entry.summary.category ?? '');
    byCategory.set(name, [...(byCategory.get(name) ?? []), entry]);
  }
  return new Map(
    [...byCategory].sort(([a], [b]) => Number(a === '') - Number(b === '') || compareText(a, b)),
  );
}
