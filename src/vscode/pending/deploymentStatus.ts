import * as vscode from 'vscode';
import { isBeyondRelease, isReleasing } from '../../core/pending/pendingWindow';
import { commandIds } from '../commandIds';
import { dueCount, dueElsewhere } from './dueCount';
import { isolated } from './isolated';
import type { PendingModel, PendingPlace } from './pendingModel';

/** The one status bar item: the deployment that is under way or next, and how long it still has. */
export class DeploymentStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'changebook.deployment',
    vscode.StatusBarAlignment.Left,
    40,
  );
  private readonly following: vscode.Disposable;
  private shown = '';

  constructor(private readonly model: PendingModel) {
    this.item.name = vscode.l10n.t('Current or next deployment');
    this.following = vscode.Disposable.from(
      model.onDidChange(() => this.show()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('changebook.statusBar')) this.show();
      }),
    );
    this.show();
  }

  private show(): void {
    const isWanted = vscode.workspace.getConfiguration('changebook').get('statusBar', true);
    const current = isWanted ? currentDeployment(this.model.all(), Date.now()) : undefined;
    const { row, when, window, phase } = current?.placed ?? {};
    const { due } = this.model.counts(Date.now());
    const own = current?.placed.due ?? 0;
    const shown = current
      ? `${current.session.root}\n${row?.file}\n${row?.title}\n${phase?.name}\n${when}\n${window}\n${row?.goesBack}\n${own}\n${due}`
      : '';
    if (shown === this.shown) return;
    this.shown = shown;
    if (!current || !row) {
      this.item.hide();
      return;
    }
    const late = window === 'overdue';
    const name = row.id ?? row.file;
    const told = [
      row.goesBack ? vscode.l10n.t('rolling back') : '',
      phase ? isolated(phase.name) : '',
      when,
      dueCount(own),
      dueElsewhere(due - own),
    ]
      .filter(Boolean)
      .join(' · ');
    this.item.text = `$(${row.goesBack ? 'history' : isReleasing(row) ? 'play-circle' : 'rocket'}) ${name} · ${told}`;
    this.item.tooltip = `${name}  ${isolated(row.title)}\n${[row.customerName, row.environments.join(', '), told].filter(Boolean).join(' · ')}`;
    this.item.backgroundColor = late ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Deployment {0}, {1}, {2}', name, row.title, told ?? ''),
    };
    const uri = current.session.uriOf(row.file);
    this.item.command = {
      command: commandIds.showPending,
      title: vscode.l10n.t('Show pending deployments'),
      arguments: [uri],
    };
    this.item.show();
  }

  dispose(): void {
    this.following.dispose();
    this.item.dispose();
  }
}

/**
 * The deployment that counts now: of those under way the one that should end first; without any, the one whose start
 * is nearest, be it past or to come.
 */
function currentDeployment(places: Iterable<PendingPlace>, now: number): PendingPlace | undefined {
  let best: { place: PendingPlace; distance: number } | undefined;
  for (const place of places) {
    const { row } = place.placed;
    const { start, end = start } = row;
    if (start === undefined || end === undefined || row.unreadable) continue;
    if (isBeyondRelease(row) && !row.goesBack) continue;
    // Whatever is under way comes before everything else.
    const isUnderWay = isReleasing(row) || row.goesBack;
    const distance = isUnderWay ? end - Number.MAX_SAFE_INTEGER : Math.abs(start - now);
    if (!best || distance < best.distance) best = { place, distance };
  }
  return best?.place;
}
