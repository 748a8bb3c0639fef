import * as vscode from 'vscode';
import type { Adoption } from '../../core/adopt/adoption';
import { type Asked, askChoices, type StepPlace } from '../input/steppedInput';

/** Asks which lines without a box get one: all of them, unless some are left out. */
export async function askBoxes(place: StepPlace, { boxes }: Adoption): Promise<Asked<ReadonlySet<number>>> {
  const items = boxes.map(({ line, text }) => ({
    label: text.slice(0, 200),
    description: vscode.l10n.t('line {0}', line + 1),
    picked: true,
    value: line,
  }));
  const prompt = vscode.l10n.t('Which of these are steps? Each gets a box.');
  const chosen = await askChoices(place, prompt, items);
  return chosen && chosen !== 'back' ? { value: new Set(chosen.value) } : chosen;
}
