import * as vscode from 'vscode';
import { conflictSides } from '../../core/update/outlookText';
import type { CountingSide, UpdateConflict } from '../../core/update/takeOver';
import { askChoice, askInSteps, type InputStep } from '../input/steppedInput';

type Sides = ReadonlyMap<UpdateConflict, CountingSide>;

/** Asks of each place that a change and its procedure have both changed which counts; undefined where the user gives up. */
export function askConflicts(
  title: string,
  conflicts: readonly UpdateConflict[],
): Promise<Sides | undefined> {
  const steps = conflicts.map((conflict): InputStep<Sides> => {
    const { change, procedure } = conflictSides(conflict);
    const shown = (lines: readonly string[]): string =>
      lines.length > 0 ? lines.join(' ⏎ ') : vscode.l10n.t('(nothing)');
    const choices = [
      { label: shown(change), description: vscode.l10n.t('as it is here'), value: 'change' as const },
      {
        label: shown(procedure),
        description: vscode.l10n.t('as the procedure has it'),
        value: 'procedure' as const,
      },
    ];
    return {
      wanted: () => true,
      async ask(state, place) {
        const prompt = vscode.l10n.t('Both have changed this. Which counts?');
        const answer = await askChoice<CountingSide>(place, prompt, choices);
        return answer && answer !== 'back'
          ? { value: new Map([...state, [conflict, answer.value]]) }
          : answer;
      },
    };
  });
  return askInSteps<Sides>(title, new Map(), steps);
}
