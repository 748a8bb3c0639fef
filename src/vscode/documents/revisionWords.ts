import * as vscode from 'vscode';
import { oneLine } from '../../core/language/plainText';

/** A commit as its trail tells of it. */
interface ToldCommit {
  readonly subject: string;
  /** The day of it, as the record's customer counts. */
  readonly day: string;
}

/** A revision as people say it: git's own names and digits stand for something that has a better one. */
export function revisionWords(revision: string, commit?: ToldCommit): string {
  if (commit) return vscode.l10n.t('“{0}” of {1}', oneLine(commit.subject, 60), commit.day);
  if (revision === 'HEAD') return vscode.l10n.t('the last commit');
  if (revision === 'HEAD~1' || revision === 'HEAD^') return vscode.l10n.t('the commit before the last');
  return /^[0-9a-f]{40}$/.test(revision) ? vscode.l10n.t('commit {0}', revision.slice(0, 9)) : revision;
}
