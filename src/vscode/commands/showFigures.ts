import * as vscode from 'vscode';
import { type FigureGrouping, figureGroupings } from '../../core/figures/figureGroupings';
import { groupingTitle } from '../../core/figures/figuresText';
import { showFiguresPage } from '../documents/figuresDocuments';
import { language } from '../editorLanguage';
import { NothingChangedError } from '../input/nothingChangedError';
import { pickFrom } from '../input/pickOne';
import { workspaceMeant } from '../workspaceMeant';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Show Delivery Figures`: grouped by what was given, else by what the user picks; `none` for the whole
 * alone. Gives the address of the page.
 */
export const showFigures: RunCommand = async (_, asked) => {
  const group =
    asked === 'none' ? asked : (figureGroupings.find((each) => each === asked) ?? (await picked()));
  if (group === undefined) return undefined;
  const folder = workspaceMeant();
  if (folder === undefined)
    throw new NothingChangedError(
      vscode.l10n.t('No trusted folder on a disk is open, so there are no records to look at.'),
    );
  return showFiguresPage(group === 'none' ? { folder } : { folder, group });
};

async function picked(): Promise<FigureGrouping | 'none' | undefined> {
  const items = [
    ...figureGroupings.map((group) => ({ label: groupingTitle(group, language), group })),
    { label: vscode.l10n.t('Not grouped'), group: 'none' as const },
  ];
  const placeHolder = vscode.l10n.t('What are the figures of deployments grouped by?');
  return (await pickFrom(items, { placeHolder }))?.group;
}
