import type { Step } from '../model/parse/step';
import { fillIn, inQuotes, type Language, type Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { messageOf } from '../rules/renderFinding';
import type { UpdateConflict } from './takeOver';
import type { UpdateOutlook } from './updateOutlook';

const sentences = {
  added: { en: 'New: {steps}', es: '{count|Nuevo|Nuevos}: {steps}' },
  reworded: { en: 'In other words: {steps}', es: 'Con otras palabras: {steps}' },
  reopened: {
    en: 'Open again, in other words: {steps}',
    es: '{count|Abierto|Abiertos} de nuevo, con otras palabras: {steps}',
  },
  removed: {
    en: 'Gone, as the procedure has {count|it|them} no more and nobody had done {count|it|them}: {steps}',
    es: '{count|Quitado|Quitados}, porque el procedimiento ya no {count|lo|los} tiene y nadie {count|lo|los} había hecho: {steps}',
  },
  kept: {
    en: '{count|Stays as it was done, though the procedure has it|Stay as they were done, though the procedure has them} no more: {steps}',
    es: '{count|Se queda como se hizo, aunque el procedimiento ya no lo|Se quedan como se hicieron, aunque el procedimiento ya no los} tiene: {steps}',
  },
} as const satisfies { [name: string]: Localized };

/** So many steps of a kind are named. */
const mostSteps = 10;

/** What an update does to the steps of a change, one line a kind. */
export function outlookLines(outlook: UpdateOutlook, language: Language): string[] {
  const kinds = ['added', 'reworded', 'reopened', 'removed', 'kept'] as const;
  return kinds.flatMap((kind) => {
    const count = outlook[kind].length;
    if (count === 0) return [];
    return [fillIn(sentences[kind][language], { count, steps: namesOf(outlook[kind], language) })];
  });
}

/** What says that approvals and agreement are void by it. */
export function staleLines({ stale }: UpdateOutlook, language: Language): string[] {
  return stale.map((finding) => messageOf(finding, language));
}

/** The lines of the two sides of a conflict, as they are shown to whoever decides. */
export function conflictSides({
  change,
  procedure,
}: UpdateConflict): Record<'change' | 'procedure', string[]> {
  const shown = (lines: readonly string[]): string[] =>
    lines
      .filter((line) => line.trim() !== '')
      .slice(0, 20)
      .map((line) => oneLineValue(line, 200));
  return { change: shown(change), procedure: shown(procedure) };
}

function namesOf(steps: readonly Step[], language: Language): string {
  const named = steps.slice(0, mostSteps).map(({ text }) => inQuotes(oneLineValue(text, 80), language));
  return [...named, ...(steps.length > named.length ? ['…'] : [])].join(', ');
}
