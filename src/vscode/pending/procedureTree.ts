import * as vscode from 'vscode';
import type { IndexEntry } from '../../core/index/indexEntry';
import { oneLine } from '../../core/language/plainText';
import { statusName } from '../../core/language/recordNames';
import { compareText } from '../../core/pending/pendingRow';
import { checklistDiverged } from '../../core/rules/checklist/diverged';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { isOpen } from '../../core/workflow/stages';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { withPlurals } from '../withPlurals';
import { isolated } from './isolated';
import { openCommand, treeItem } from './treeItem';

/** A row, as it is drawn, with what is below it. What commands read of a record's row is its `uri`. */
interface ProcedureNode {
  readonly kind: 'folder' | 'category' | 'procedure' | 'closed' | 'follower';
  readonly item: vscode.TreeItem;
  readonly uri?: vscode.Uri;
  readonly procedure?: vscode.Uri;
  children?(): ProcedureNode[];
}

/** More than these are not listed below one procedure. */
const mostFollowers = 500;
const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The procedures of every workspace by category, each with the changes that follow it. */
export class ProcedureTree implements vscode.TreeDataProvider<ProcedureNode>, vscode.Disposable {
  private readonly repaint = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.repaint.event;
  private readonly following: vscode.Disposable;
  private painting: NodeJS.Timeout | undefined;
  /** The procedures of each workspace by category, until one of its records changes. */
  private readonly grouped = new Map<WorkspaceSession, ReadonlyMap<string, readonly IndexEntry[]>>();

  constructor(private readonly sessions: Sessions) {
    // Many records that change at once are one new picture.
    this.following = sessions.onDidChangeRecords(({ session }) => {
      this.grouped.delete(session);
      this.painting ??= setTimeout(() => {
        this.painting = undefined;
        this.repaint.fire(undefined);
      }, 100);
    });
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
        children: () => procedures.map((entry) => procedureNode(session, entry)),
      };
    });
  }

  dispose(): void {
    clearTimeout(this.painting);
    this.following.dispose();
    this.repaint.dispose();
  }
}

function procedureNode(session: WorkspaceSession, { file }: IndexEntry): ProcedureNode {
  const uri = session.uriOf(file);
  const { id = file, title = '', version } = session.entryOf(file)?.summary ?? {};
  const followers = followersOf(session, file);
  const open = followers.filter(({ summary }) => isOpen(summary.stage));
  const closed = followers.filter(({ summary }) => !isOpen(summary.stage));
  const diverged = open.filter((entry) => isDiverged(session, entry.file)).length;
  const facts = [
    version ? `v${oneLine(version, 40)}` : '',
    open.length > 0 ? withPlurals(vscode.l10n.t('{0} pending {0|change|changes}'), open.length) : '',
    diverged > 0 ? withPlurals(vscode.l10n.t('{0} diverged'), diverged) : '',
  ].filter(Boolean);
  const label = [id, isolated(oneLine(title))].filter(Boolean).join('  ');
  const item = treeItem(label, followers.length > 0 ? Collapsed : None, `procedure:${session.root}:${file}`, {
    description: facts.join(' · '),
    icon: 'book',
    command: openCommand(uri),
    contextValue: 'procedure',
    tooltip: [label, ...facts].join('\n'),
  });
  item.resourceUri = uri;
  const nodesOf = (entries: readonly IndexEntry[]): ProcedureNode[] =>
    entries.slice(0, mostFollowers).map((entry) => followerNode(session, file, entry));
  const closedNode: ProcedureNode = {
    kind: 'closed',
    item: treeItem(vscode.l10n.t('Closed'), Collapsed, `closed:${session.root}:${file}`, {
      description: String(closed.length),
      icon: 'archive',
    }),
    children: () => nodesOf(closed),
  };
  return {
    kind: 'procedure',
    item,
    uri,
    procedure: uri,
    children: () => [...nodesOf(open), ...(closed.length > 0 ? [closedNode] : [])],
  };
}

function followerNode(
  session: WorkspaceSession,
  procedure: string,
  { file, summary }: IndexEntry,
): ProcedureNode {
  const uri = session.uriOf(file);
  const diverged = isDiverged(session, file);
  const label = [summary.id ?? file, isolated(oneLine(summary.title))].filter(Boolean).join('  ');
  const state = statusName(summary, language);
  const item = treeItem(label, None, `follower:${session.root}:${procedure}:${file}`, {
    description: [state, diverged ? vscode.l10n.t('diverged') : ''].filter(Boolean).join(' · '),
    icon: diverged ? 'warning' : 'git-commit',
    color: diverged ? 'problemsWarningIcon.foreground' : undefined,
    command: openCommand(uri),
    contextValue: 'follower',
  });
  return { kind: 'follower', item, uri };
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

/** The changes that follow a procedure, by id. */
function followersOf(session: WorkspaceSession, file: string): IndexEntry[] {
  const { index } = session.input();
  const id = index.entry(file)?.summary.id;
  if (!id) return [];
  return index
    .referrersOf(id)
    .filter(({ summary }) => procedureOf(summary, index)?.file === file)
    .sort((a, b) => compareText(a.summary.id ?? a.file, b.summary.id ?? b.file));
}

/** Whether a change lacks steps of the procedure that it follows. */
function isDiverged(session: WorkspaceSession, file: string): boolean {
  return session.findingsOf(file).some(({ rule, waived }) => rule === checklistDiverged.id && !waived);
}
