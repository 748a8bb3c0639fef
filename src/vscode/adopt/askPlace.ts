import * as vscode from 'vscode';
import type { Adoption } from '../../core/adopt/adoption';
import { foundLines, leftLines } from '../../core/adopt/adoptionText';
import { language } from '../editorLanguage';
import { type Asked, askChoice, type StepPlace } from '../input/steppedInput';
import { withPlurals } from '../withPlurals';

/** Shows what will be made, and asks where: as a new file or, where that can be, on top of the file itself. */
export function askPlace(
  place: StepPlace,
  fresh: Adoption,
  inPlace: Adoption | undefined,
): Promise<Asked<boolean>> {
  const found = foundLines(fresh, language);
  const left = leftLines(fresh, language).length;
  const steps = withPlurals(vscode.l10n.t('{0} {0|step|steps}'), fresh.steps);
  const stays = withPlurals(vscode.l10n.t('{0} {0|thing|things} worth a look'), left);
  const detail = [steps, ...found.slice(0, 4), ...(left > 0 ? [stays] : [])].join(' · ');
  const items = [
    { label: vscode.l10n.t('$(new-file) New file {0}', fresh.file), detail, value: false },
    ...(inPlace
      ? [
          {
            label: vscode.l10n.t('$(edit) This file, with front matter on top'),
            detail: vscode.l10n.t('One edit, which can be undone; not saved'),
            value: true,
          },
        ]
      : []),
  ];
  return askChoice(place, `${fresh.id} · ${fresh.title}`, items);
}
