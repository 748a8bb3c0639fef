import * as vscode from 'vscode';
import type { IndexEntry } from '../../core/index/indexEntry';
import { oneLine } from '../../core/language/plainText';
import { statusName } from '../../core/language/recordNames';
import { compareText } from '../../core/pending/pendingRow';
import {
  type StandardRow,
  standardRow,
  standardWords,
  termsText,
} from '../../core/pending/standardCatalogue';
import { checklistDiverged } from '../../core/rules/checklist/diverged';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { isOpen } from '../../core/workflow/stages';
import { language } from '../editorLanguage';
import type { WorkspaceSession } from '../session/workspaceSession';
import { withPlurals } from '../withPlurals';
import { isolated } from './isolated';
import { openCommand, treeItem } from './treeItem';

/** A row, as it is drawn, with what is below it. What commands read of a record's row is its `uri`. */
export interface ProcedureNode {
  readonly kind: 'folder' | 'category' | 'procedure' | 'closed' | 'follower';
  readonly item: vscode.TreeItem;
  readonly uri?: vscode.Uri;
  readonly procedure?: vscode.Uri;
  children?(): ProcedureNode[];
}

interface Followers {
  readonly all: readonly IndexEntry[];
  readonly open: readonly IndexEntry[];
  readonly closed: readonly IndexEntry[];
}

/** More than these are not listed below one procedure. */
const mostFollowers = 500;
const { None, Collapsed } = vscode.TreeItemCollapsibleState;

/** The row of a procedure. It stays the same row while what it says changes. */
export class ProcedureRow implements ProcedureNode {
  readonly kind = 'procedure';
  readonly uri: vscode.Uri;
  /** The files of the changes that followed it when it was drawn. */
  followers: ReadonlySet<string> = new Set();

  constructor(
    readonly session: WorkspaceSession,
    readonly file: string,
  ) {
    this.uri = session.uriOf(file);
  }

  get procedure(): vscode.Uri {
    return this.uri;
  }

  get item(): vscode.TreeItem {
    const { session, file, uri } = this;
    const { id = file, title = '', version, retired } = session.entryOf(file)?.summary ?? {};
    const { all, open } = followersOf(session, file);
    this.followers = new Set(all.map((entry) => entry.file));
    const diverged = open.filter((entry) => isDiverged(session, entry.file)).length;
    const standard = standardOf(session, file);
    const facts = [
      version ? `v${oneLine(version, 40)}` : '',
      retired ? vscode.l10n.t('retired') : '',
      open.length > 0 ? withPlurals(vscode.l10n.t('{0} pending {0|change|changes}'), open.length) : '',
      diverged > 0 ? withPlurals(vscode.l10n.t('{0} diverged'), diverged) : '',
      ...(standard ? [vscode.l10n.t('standard'), ...standardWords(standard, language)] : []),
    ].filter(Boolean);
    const label = [id, isolated(oneLine(title))].filter(Boolean).join('  ');
    const item = treeItem(label, all.length > 0 ? Collapsed : None, `procedure:${session.root}:${file}`, {
      description: facts.join(' · '),
      icon: standard ? (standard.state.flaw ? 'warning' : 'verified') : 'book',
      command: openCommand(uri),
      contextValue: standard ? (session.backend.onDisk ? 'standard.commit' : 'standard') : 'procedure',
      tooltip: [label, ...(standard ? [termsText(standard, language)] : []), ...facts].join('\n'),
    });
    item.resourceUri = uri;
    return item;
  }

  readonly children = (): ProcedureNode[] => {
    const { session, file } = this;
    const { open, closed } = followersOf(session, file);
    const nodesOf = (entries: readonly IndexEntry[]): ProcedureNode[] =>
      entries.slice(0, mostFollowers).map((entry) => followerNode(session, file, entry));
    if (closed.length === 0) return nodesOf(open);
    const closedNode: ProcedureNode = {
      kind: 'closed',
      item: treeItem(vscode.l10n.t('Closed'), Collapsed, `closed:${session.root}:${file}`, {
        description: String(closed.length),
        icon: 'archive',
      }),
      children: () => nodesOf(closed),
    };
    return [...nodesOf(open), closedNode];
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

/** What a procedure says of its standard changes, and how they went; undefined where it has none. */
function standardOf(session: WorkspaceSession, file: string): StandardRow | undefined {
  const { index, config, git, now } = session.input();
  const entry = index.entry(file);
  return entry && standardRow(entry, { index, config, git, hasPassed: (moment) => moment <= now });
}

/** The changes that follow a procedure, by id: all, those that are open, and the others. */
function followersOf(session: WorkspaceSession, file: string): Followers {
  const { index } = session.input();
  const id = index.entry(file)?.summary.id;
  const all = (id ? index.referrersOf(id) : [])
    .filter(({ summary }) => procedureOf(summary, index)?.file === file)
    .sort((a, b) => compareText(a.summary.id ?? a.file, b.summary.id ?? b.file));
  return {
    all,
    open: all.filter(({ summary }) => isOpen(summary.stage)),
    closed: all.filter(({ summary }) => !isOpen(summary.stage)),
  };
}

/** Whether a change lacks steps of the procedure that it follows. */
function isDiverged(session: WorkspaceSession, file: string): boolean {
  return session.findingsOf(file).some(({ rule, waived }) => rule === checklistDiverged.id && !waived);
}
