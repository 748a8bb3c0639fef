import * as vscode from 'vscode';
import { decodeText } from '../../core/model/parse/decodeText';
import type { Pushes } from '../git/pushes';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import type { ModelChange, PendingModel } from './pendingModel';
import type { ChangeNode, FolderNode, GroupNode, PendingNode, StepNode } from './pendingNodes';
import { itemOf } from './treeItems';

/**
 * The tree of pending changes. Groups and changes are the same objects as long as they are there, so that only what
 * changed is painted again; what a record holds is read when its change is expanded.
 */
export class PendingTree implements vscode.TreeDataProvider<PendingNode>, vscode.Disposable {
  private readonly repaint = new vscode.EventEmitter<PendingNode | PendingNode[] | undefined>();
  readonly onDidChangeTreeData = this.repaint.event;
  private readonly folders = new Map<WorkspaceSession, FolderNode>();
  private readonly groups = new Map<string, GroupNode>();
  private readonly changes = new Map<string, ChangeNode>();
  /** The changes whose record was read, because somebody expanded them. */
  private readonly expanded = new Set<ChangeNode>();
  /** How many commits of each shown change are not pushed, as far as git has told. */
  private readonly unpushed = new Map<ChangeNode, number>();
  /** Boxes that were clicked and whose commits are still to come, by the ids of their rows: whether they are ticked then. */
  private readonly expected = new Map<string, boolean>();
  private readonly following: vscode.Disposable[];

  constructor(
    private readonly sessions: Sessions,
    private readonly model: PendingModel,
    private readonly pushes: Pushes,
  ) {
    this.following = [
      model.onDidChange((change) => this.follow(change)),
      pushes.onDidChange(() => {
        for (const node of this.unpushed.keys()) void this.askPushed(node);
      }),
    ];
  }

  getTreeItem(node: PendingNode): vscode.TreeItem {
    const { model } = this;
    if (node.kind === 'change' && !this.unpushed.has(node)) {
      // Painted without waiting for git, which is asked once for a workspace.
      this.unpushed.set(node, 0);
      void this.askPushed(node);
    }
    const unpushed = node.kind === 'change' ? (this.unpushed.get(node) ?? 0) : 0;
    const willBeTicked = node.kind === 'step' ? this.expected.get(boxKey(node)) : undefined;
    return itemOf(node, { model, unpushed, willBeTicked });
  }

  async getChildren(node?: PendingNode): Promise<PendingNode[]> {
    if (!node) {
      await this.model.firstViewsMade();
      return this.roots();
    }
    switch (node.kind) {
      case 'folder':
        return this.groupsOf(node.session);
      case 'group': {
        const rows = this.model.view(node.session)?.group(node.key)?.rows ?? [];
        return rows.map(({ row }) => this.changeNode(node.session, row.file));
      }
      case 'change':
        return this.partsOf(node);
      case 'part':
        return [...node.children];
      default:
        return [];
    }
  }

  getParent(node: PendingNode): PendingNode | undefined {
    if (node.kind === 'folder') return undefined;
    const several = this.model.workspaces().length > 1;
    if (node.kind === 'group') return several ? this.folderNode(node.session) : undefined;
    if (node.kind !== 'change') return node.change;
    const key = this.model.view(node.session)?.of(node.file)?.group;
    return key === undefined ? undefined : this.groupNode(node.session, key);
  }

  /** The row of a file; undefined where it is not pending or the filter leaves it out. */
  rowOf(uri: vscode.Uri): ChangeNode | undefined {
    const place = this.sessions.sessionOf(uri);
    const group = place && this.model.view(place.session)?.of(place.file)?.group;
    return place && group !== undefined ? this.changeNode(place.session, place.file) : undefined;
  }

  /** Paints a change and all below it again, as its record now stands. */
  refresh(node: ChangeNode): void {
    this.repaint.fire(node);
  }

  /** A box shows what it is going to be, however often its row is painted, until the returned function is called. */
  expectBox(node: StepNode, isTicked: boolean): () => void {
    const key = boxKey(node);
    this.expected.set(key, isTicked);
    return () => {
      this.expected.delete(key);
    };
  }

  /** Paints every row again. */
  repaintAll(): void {
    this.repaint.fire(undefined);
  }

  private async askPushed(node: ChangeNode): Promise<void> {
    const count = await this.pushes.unpushedOf(node.uri).catch(() => 0);
    if (count === this.unpushed.get(node)) return;
    this.unpushed.set(node, count);
    this.repaint.fire(node);
  }

  private roots(): PendingNode[] {
    const workspaces = this.model.workspaces();
    const shown = workspaces.filter((session) => (this.model.view(session)?.groups().length ?? 0) > 0);
    const [only] = shown;
    if (!only) return [];
    return workspaces.length > 1 ? shown.map((session) => this.folderNode(session)) : this.groupsOf(only);
  }

  private groupsOf(session: WorkspaceSession): GroupNode[] {
    const groups = this.model.view(session)?.groups() ?? [];
    return groups.map(({ key }) => this.groupNode(session, key));
  }

  private async partsOf(node: ChangeNode): Promise<PendingNode[]> {
    this.expanded.add(node);
    const open = this.sessions.openText(node.uri);
    const text = open ?? decodeText(await vscode.workspace.fs.readFile(node.uri)).text;
    // Loaded with the first change that somebody expands.
    const { partsOf } = await import('./changeParts');
    return partsOf(node, text);
  }

  /** Paints again what changed: everything, groups whose rows came, went or moved, else single rows. */
  private follow(change: ModelChange | undefined): void {
    if (!change || change.change.whole) {
      this.repaint.fire(undefined);
      return;
    }
    const { session, change: changed, touched } = change;
    const nodes: PendingNode[] = [...changed.groups].map((key) => this.groupNode(session, key));
    for (const file of new Set([...changed.files, ...touched])) {
      const node = this.changes.get(keyOf(session, file));
      const group = this.model.view(session)?.of(file)?.group;
      if (!node || group === undefined || changed.groups.has(group)) continue;
      if (changed.files.has(file) || this.expanded.has(node)) nodes.push(node);
    }
    if (nodes.length > 0) this.repaint.fire(nodes);
  }

  private folderNode(session: WorkspaceSession): FolderNode {
    return inMap(this.folders, session, () => ({ kind: 'folder', session }));
  }

  private groupNode(session: WorkspaceSession, key: string): GroupNode {
    const whole = `${keyOf(session, key)}\n${this.model.grouping}`;
    return inMap(this.groups, whole, () => ({ kind: 'group', session, key }));
  }

  private changeNode(session: WorkspaceSession, file: string): ChangeNode {
    const make = (): ChangeNode => ({ kind: 'change', session, file, uri: session.uriOf(file) });
    return inMap(this.changes, keyOf(session, file), make);
  }

  dispose(): void {
    for (const each of this.following) each.dispose();
    this.repaint.dispose();
  }
}

function boxKey({ change, id }: StepNode): string {
  return keyOf(change.session, `${change.file}\n${id}`);
}

function keyOf(session: WorkspaceSession, name: string): string {
  return `${session.root}\n${name}`;
}

function inMap<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
