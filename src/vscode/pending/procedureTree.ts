import * as vscode from 'vscode';
import type { IndexEntry } from '../../core/index/indexEntry';
import { oneLine } from '../../core/language/plainText';
import { statusName } from '../../core/language/recordNames';
import { languageOf } from '../../core/model/text/localized';
import { compareText } from '../../core/pending/pendingRow';
import { checklistDiverged } from '../../core/rules/checklist/diverged';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { isOpen } from '../../core/workflow/stages';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { withPlurals } from '../withPlurals';
import { isolated } from './isolated';
import { openCommand } from './treeItems';

interface FolderNode {
  readonly kind: 'folder';
  readonly session: WorkspaceSession;
}

interface CategoryNode {
  readonly kind: 'category';
  readonly session: WorkspaceSession;
  readonly name: string;
}

/** A procedure; `uri` and `procedure` are what commands read of it. */
interface ProcedureNode {
  readonly kind: 'procedure';
  readonly session: WorkspaceSession;
  readonly file: string;
  readonly uri: vscode.Uri;
  readonly procedure: vscode.Uri;
}

interface ClosedNode {
  readonly kind: 'closed';
  readonly of: ProcedureNode;
}

interface FollowerNode {
  readonly kind: 'follower';
  readonly of: ProcedureNode;
  readonly file: string;
  readonly uri: vscode.Uri;
}

type ProcedureTreeNode = FolderNode | CategoryNode | ProcedureNode | ClosedNode | FollowerNode;

/** More than these are not listed below one procedure. */
const mostFollowers = 500;
const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** The procedures of every workspace by category, each with the changes that follow it. */
export class ProcedureTree implements vscode.TreeDataProvider<ProcedureTreeNode>, vscode.Disposable {
  private readonly repaint = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.repaint.event;
  private readonly language = languageOf(vscode.env.language);
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

  getTreeItem(node: ProcedureTreeNode): vscode.TreeItem {
    const item = this.itemOf(node);
    const description = typeof item.description === 'string' ? item.description : '';
    item.accessibilityInformation = { label: [item.label, description].filter(Boolean).join(', ') };
    return item;
  }

  getChildren(node?: ProcedureTreeNode): ProcedureTreeNode[] {
    if (!node) {
      const sessions = this.sessions
        .all()
        .filter((session) => session.isRead && this.categoriesOf(session).size > 0);
      const [only, another] = sessions;
      if (!only) return [];
      return another ? sessions.map((session) => ({ kind: 'folder', session })) : this.categoryNodes(only);
    }
    if (node.kind === 'folder') return this.categoryNodes(node.session);
    if (node.kind === 'category') return this.proceduresOf(node).map((entry) => procedureNode(node, entry));
    if (node.kind === 'procedure') {
      const closed = followersOf(node).some(({ summary }) => !isOpen(summary.stage));
      return [...followerNodes(node, true), ...(closed ? [{ kind: 'closed', of: node } as const] : [])];
    }
    return node.kind === 'closed' ? followerNodes(node.of, false) : [];
  }

  /** Every record is looked at once for all categories. */
  private categoriesOf(session: WorkspaceSession): ReadonlyMap<string, readonly IndexEntry[]> {
    const grouped = this.grouped.get(session) ?? proceduresByCategory(session.records());
    this.grouped.set(session, grouped);
    return grouped;
  }

  private categoryNodes(session: WorkspaceSession): CategoryNode[] {
    return [...this.categoriesOf(session).keys()].map((name) => ({ kind: 'category', session, name }));
  }

  private proceduresOf({ session, name }: CategoryNode): readonly IndexEntry[] {
    return this.categoriesOf(session).get(name) ?? [];
  }

  private itemOf(node: ProcedureTreeNode): vscode.TreeItem {
    switch (node.kind) {
      case 'folder':
        return made(node.session.ground.name, Expanded, `folder:${node.session.root}`, {
          icon: 'root-folder',
        });
      case 'category':
        return made(
          node.name || vscode.l10n.t('No category'),
          Expanded,
          `category:${node.session.root}:${node.name}`,
          {
            description: String(this.proceduresOf(node).length),
          },
        );
      case 'procedure':
        return procedureItem(node);
      case 'closed':
        return made(vscode.l10n.t('Closed'), Collapsed, `closed:${node.of.session.root}:${node.of.file}`, {
          description: String(followersOf(node.of).filter(({ summary }) => !isOpen(summary.stage)).length),
          icon: 'archive',
        });
      default:
        return this.followerItem(node);
    }
  }

  private followerItem({ of: { session, file: procedure }, file, uri }: FollowerNode): vscode.TreeItem {
    const entry = session.entryOf(file);
    const diverged = isDiverged(session, file);
    const title = isolated(oneLine(entry?.summary.title ?? ''));
    const label = [entry?.summary.id ?? file, title].filter(Boolean).join('  ');
    const state = entry ? statusName(entry.summary, this.language) : '';
    const description = [state, diverged ? vscode.l10n.t('diverged') : ''].filter(Boolean).join(' · ');
    const item = made(label, None, `follower:${session.root}:${procedure}:${file}`, {
      description,
      icon: diverged ? 'warning' : 'git-commit',
      ...(diverged ? { color: 'problemsWarningIcon.foreground' } : {}),
    });
    item.command = openCommand(uri, 0, 0);
    item.contextValue = 'follower';
    return item;
  }

  dispose(): void {
    clearTimeout(this.painting);
    this.following.dispose();
    this.repaint.dispose();
  }
}

function procedureItem(node: ProcedureNode): vscode.TreeItem {
  const { session, file, uri } = node;
  const { id = file, title = '', version } = session.entryOf(file)?.summary ?? {};
  const followers = followersOf(node);
  const open = followers.filter(({ summary }) => isOpen(summary.stage));
  const diverged = open.filter((entry) => isDiverged(session, entry.file)).length;
  const description = [
    version ? `v${oneLine(version, 40)}` : '',
    open.length > 0 ? withPlurals(vscode.l10n.t('{0} pending {0|change|changes}'), open.length) : '',
    diverged > 0 ? withPlurals(vscode.l10n.t('{0} diverged'), diverged) : '',
  ];
  const label = [id, isolated(oneLine(title))].filter(Boolean).join('  ');
  const item = made(label, followers.length > 0 ? Collapsed : None, `procedure:${session.root}:${file}`, {
    description: description.filter(Boolean).join(' · '),
    icon: 'book',
  });
  item.resourceUri = uri;
  item.command = openCommand(uri, 0, 0);
  item.contextValue = 'procedure';
  item.tooltip = [label, ...description].filter(Boolean).join('\n');
  return item;
}

interface Looks {
  readonly description?: string;
  readonly icon?: string;
  readonly color?: string;
}

function made(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  id: string,
  { description, icon, color }: Looks,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  if (description) item.description = description;
  if (icon) item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
  return item;
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

function procedureNode({ session }: CategoryNode, { file }: IndexEntry): ProcedureNode {
  const uri = session.uriOf(file);
  return { kind: 'procedure', session, file, uri, procedure: uri };
}

/** The changes that follow a procedure, by id. */
function followersOf({ session, file }: ProcedureNode): IndexEntry[] {
  const { index } = session.input();
  const id = index.entry(file)?.summary.id;
  if (!id) return [];
  return index
    .referrersOf(id)
    .flatMap((other) => index.entry(other) ?? [])
    .filter(({ summary }) => procedureOf(summary, index)?.file === file)
    .sort((a, b) => compareText(a.summary.id ?? a.file, b.summary.id ?? b.file));
}

function followerNodes(of: ProcedureNode, open: boolean): FollowerNode[] {
  return followersOf(of)
    .filter(({ summary }) => isOpen(summary.stage) === open)
    .slice(0, mostFollowers)
    .map(({ file }) => ({ kind: 'follower', of, file, uri: of.session.uriOf(file) }));
}

/** Whether a change lacks steps of the procedure that it follows. */
function isDiverged(session: WorkspaceSession, file: string): boolean {
  return session.findingsOf(file).some(({ rule, waived }) => rule === checklistDiverged.id && !waived);
}
