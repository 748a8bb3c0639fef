import * as vscode from 'vscode';
import type { AuditEvent } from '../../core/audit/auditEvent';
import { zoneFor } from '../../core/config/recordZone';
import { localText } from '../../core/model/time/localText';
import { revisionNames } from '../../node/diff/revisionNames';
import { committedTextOf } from '../documents/committedText';
import { compareWith } from '../documents/compareWith';
import { comparisonOf } from '../documents/diffDocuments';
import { type EditableRecord, recordOrPicked } from '../documents/editableRecord';
import { revisionWords } from '../documents/revisionWords';
import { unlessCancelled } from '../input/lateProgress';
import type { RunCommand } from './runCommand';

/** A revision to choose, as git takes it. */
type Row = vscode.QuickPickItem & { readonly revision?: string; readonly words?: string };
type How = 'document' | 'text';

interface Choice {
  readonly revision: string;
  /** The revision as people say it. */
  readonly words: string;
  readonly how: How;
}

/** More commits than these are chosen from the audit trail. */
const mostCommits = 50;

/**
 * `Changebook: Compare Record with…`: what the record says now and did not say in the last commit, where this branch
 * left another one, or in a commit of its trail. Each row has a button that leads to VS Code's own comparison of the
 * text; called with a revision, and perhaps `text`, it asks nothing.
 */
export const compareRecord: RunCommand = async ({ sessions }, asked, revision, how) => {
  const target = await recordOrPicked(sessions, asked, 1);
  if (!target || !vscode.workspace.isTrusted) return;
  const choice =
    typeof revision === 'string'
      ? {
          ...{ revision, words: revisionWords(revision) },
          how: how === 'text' ? ('text' as const) : ('document' as const),
        }
      : await chooseRevision(target);
  if (!choice) return;
  const title = vscode.l10n.t('Comparing with {0}…', choice.words);
  // What cannot be compared is said before anything opens.
  const diff = await unlessCancelled(title, () => compareWith(target, choice.revision));
  if (!diff) return;
  if (choice.how === 'text') await showText(target, choice.words, diff.base, diff.records[0]?.fileBefore);
  else {
    const uri = comparisonOf(target, choice.revision, choice.words);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }
};

async function showText(
  target: EditableRecord,
  words: string,
  commit: string,
  fileBefore: string | undefined,
): Promise<void> {
  const { document, record, file, session } = target;
  const title = vscode.l10n.t('{0}: {1} and now', record.data.id ?? file, words);
  const before = committedTextOf(session.root, commit, fileBefore ?? file);
  await vscode.commands.executeCommand('vscode.diff', before, document.uri, title);
}

async function chooseRevision(target: EditableRecord): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = vscode.l10n.t('Compare {0} with', target.record.data.id ?? target.file);
  pick.placeholder = vscode.l10n.t('A commit, branch or tag');
  pick.matchOnDetail = true;
  pick.matchOnDescription = true;
  pick.busy = true;
  pick.items = [lastCommit()];
  const chosen = new Promise<Choice | undefined>((resolve) => {
    const choose = (row: Row | undefined, how: How): void => {
      if (!row?.revision) return;
      resolve({ revision: row.revision, words: row.words ?? revisionWords(row.revision), how });
      pick.hide();
    };
    pick.onDidAccept(() => choose(pick.selectedItems[0], 'document'));
    pick.onDidTriggerItemButton(({ item }) => choose(item, 'text'));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.show();
  try {
    // Until git has answered, the last commit can be chosen already.
    await Promise.race([chosen, fill(pick, target)]);
    return await chosen;
  } finally {
    pick.dispose();
  }
}

async function fill(pick: vscode.QuickPick<Row>, target: EditableRecord): Promise<void> {
  pick.items = await rowsOf(target);
  pick.busy = false;
}

async function rowsOf(target: EditableRecord): Promise<Row[]> {
  const { session, file, record } = target;
  const about = { id: record.data.id, file, steps: record.body.steps };
  const [names, events] = await Promise.all([
    revisionNames(session.root),
    session.git.trail(file, about).catch((): AuditEvent[] => []),
  ]);
  const zone = zoneFor(record, session.input().config);
  const main: Row[] = names.main
    ? [
        {
          label: `$(git-branch) ${names.main}`,
          description: vscode.l10n.t('what this branch changed'),
          revision: names.main,
          buttons: [textButton()],
        },
      ]
    : [];
  const commits = new Map(events.map((event) => [event.commit, event]));
  const trail = [...commits.values()]
    .reverse()
    .slice(0, mostCommits)
    .map((event) => commitRow(event, zone));
  const others = names.all
    .filter((name) => name !== names.main)
    .map((name): Row => ({ label: `$(git-branch) ${name}`, revision: name, buttons: [textButton()] }));
  return [
    lastCommit(),
    ...main,
    ...group(vscode.l10n.t('Commits of this record'), trail),
    ...group(vscode.l10n.t('Branches and tags'), others),
  ];
}

function group(label: string, rows: readonly Row[]): Row[] {
  return rows.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows] : [];
}

function lastCommit(): Row {
  const label = `$(git-commit) ${vscode.l10n.t('Last commit')}`;
  return { label, description: 'HEAD', revision: 'HEAD', buttons: [textButton()] };
}

function commitRow({ commit, subject, by, at }: AuditEvent, zone: string): Row {
  const detail = `${by} · ${localText(at, zone)}`;
  const label = `$(git-commit) ${subject}`;
  const words = revisionWords(commit, { subject, day: localText(at, zone).slice(0, 10) });
  return { label, description: commit.slice(0, 9), detail, revision: commit, words, buttons: [textButton()] };
}

function textButton(): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon('diff'), tooltip: vscode.l10n.t('Compare the text') };
}
