import type * as vscode from 'vscode';
import type { Finding } from '../../core/findings/finding';
import type { PendingRow } from '../../core/pending/pendingRow';

/** Gives the address of a workspace's file. */
export interface AddressedFiles {
  uriOf(file: string): vscode.Uri;
}

/** Where a session tells what it found. */
export interface FindingsSink {
  /** Replaces the findings of files; an empty list takes them away. */
  publish(session: AddressedFiles, files: ReadonlyMap<string, readonly Finding[]>): void;
  /** Records of a workspace came, went, or have other findings: those of these files, or all where none are named. */
  recordsChanged(root: string, files?: Iterable<string>): void;
  /** What was pending in a workspace before, as far as it is known while it is still being read. */
  pendingRecalled(root: string, rows: Iterable<PendingRow>): void;
  /** The text of an open document, which counts instead of the file's. */
  openText(uri: vscode.Uri): string | undefined;
  /** What is committed is another now; with a root, by an action that was taken in its workspace. */
  gitMoved(root?: string): void;
  /** Folders inside of a workspace that turned out to be workspaces of their own, with all that are. */
  foundNested(root: string, nested: readonly string[]): void;
}
