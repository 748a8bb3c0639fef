import type * as vscode from 'vscode';
import type { Step } from '../../core/model/parse/step';
import type { WorkspaceSession } from '../session/workspaceSession';

/** A workspace, where several are open. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly session: WorkspaceSession;
}

/** A group of pending changes. */
export interface GroupNode {
  readonly kind: 'group';
  readonly session: WorkspaceSession;
  readonly key: string;
}

/** A pending change, or a record that cannot be read. The same object as long as its file is pending. */
export interface ChangeNode {
  readonly kind: 'change';
  readonly session: WorkspaceSession;
  readonly file: string;
  readonly uri: vscode.Uri;
}

/** A part of a change, as it is drawn, with everything below it. */
export interface PartNode {
  readonly kind: 'part';
  readonly change: ChangeNode;
  readonly item: vscode.TreeItem;
  readonly children: readonly PendingNode[];
}

/** A step of a change's checklist. */
export interface StepNode {
  readonly kind: 'step';
  readonly change: ChangeNode;
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly step: Step;
  /** All steps of the record as they were read, by which the step is recognised. */
  readonly steps: readonly Step[];
  /** Whether it is a step of a rollback that nobody has begun, which cannot be ticked yet. */
  readonly waits: boolean;
}

/** An approval, a notice, a ticket or a finding: one line, as it is drawn, that leads to its place. */
export interface LeafNode {
  readonly kind: 'leaf';
  readonly change: ChangeNode;
  readonly uri: vscode.Uri;
  readonly item: vscode.TreeItem;
}

export type PendingNode = FolderNode | GroupNode | ChangeNode | PartNode | StepNode | LeafNode;

/** Whether what a command was called with is a step of the tree. */
export function isStepNode(asked: unknown): asked is StepNode {
  return typeof asked === 'object' && asked !== null && 'kind' in asked && asked.kind === 'step';
}
