import * as vscode from 'vscode';
import { type Grouping, groupings } from '../../core/pending/pendingNames';
import { pickFrom } from '../input/pickOne';
import type { PendingModel } from '../pending/pendingModel';
import type { RunCommand } from './runCommand';

/** `Changebook: Group Pending Deployments…`: by what was given, else by what the user picks. */
export const groupPending: RunCommand = async ({ views: { model } }, asked) => {
  const named = groupings.find((grouping) => grouping === asked);
  const grouping = named ?? (await pickGrouping(model));
  if (grouping) await model.group(grouping);
};

async function pickGrouping(model: PendingModel): Promise<Grouping | undefined> {
  const titles: { readonly [G in Grouping]: string } = {
    window: vscode.l10n.t('Window'),
    customer: vscode.l10n.t('Customer'),
    environment: vscode.l10n.t('Environment'),
    status: vscode.l10n.t('Status'),
    'waits-on': vscode.l10n.t('Waits on'),
  };
  const items = groupings.map((grouping) => ({
    label: titles[grouping],
    description: grouping === model.grouping ? vscode.l10n.t('as it is now') : '',
    grouping,
  }));
  const placeHolder = vscode.l10n.t('What are pending deployments grouped by?');
  return (await pickFrom(items, { placeHolder }))?.grouping;
}
