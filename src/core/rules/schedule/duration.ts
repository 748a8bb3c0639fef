import { zoneFor } from '../../config/recordZone';
import { placeOf } from '../../findings/places';
import { choiceKey } from '../../model/parse/markChoices';
import type { Step } from '../../model/parse/step';
import { stepWordPlace } from '../../model/parse/stepComment';
import { isOpenStep, progressSteps, relevantSteps } from '../../model/parse/stepGates';
import { minutesText } from '../../model/time/duration';
import { scheduledMinutes } from '../../model/time/scheduledMinutes';
import { defineRule } from '../defineRule';

/** `schedule/duration`: the steps fit into the window. */
export const duration = defineRule({
  id: 'schedule/duration',
  severity: 'warning',
  lasts: 'open',
  reads: ['schedule'],
  title: { en: 'Steps longer than the window', es: 'Pasos más largos que la ventana' },
  explanation: {
    en: 'Steps may say how long they take: `<!-- step: backup takes=10m -->`. What those of the checklist take together fits into the window, since they are done one after the other in it, and none is due (`at=+30m`) after its end. Steps that are due before the start (`at=-24h`) take nothing of it. Steps that do not apply, optional ones and those of the rollback do not count; those of the rollback count instead of the others where the change was rolled back.',
    es: 'Los pasos pueden decir cuánto duran: `<!-- paso: respaldo dura=10m -->`. Lo que duran juntos los de la lista cabe en la ventana, porque en ella se hacen uno tras otro, y ninguno toca (`a=+30m`) después de su fin. Los que tocan antes del inicio (`a=-24h`) no le quitan nada. No cuentan los que no se aplican, los opcionales ni los de la reversión; estos cuentan en lugar de los demás cuando el cambio se revirtió.',
  },
  messages: {
    long: {
      en: 'The steps take {takes} together, and the window has {window}; lengthen it, or do some of them before.',
      es: 'Los pasos duran {takes} en total y la ventana tiene {window}; alárgala o haz alguno antes.',
    },
    beyond: {
      en: 'This step is due after the window of {window} is over; correct when it is due, or lengthen the window.',
      es: 'Este paso toca cuando la ventana de {window} ya ha acabado; corrige cuándo toca o alarga la ventana.',
    },
  },
  *check(record, { config }) {
    const { schedule } = record.data;
    const window = scheduledMinutes(schedule, zoneFor(record, config));
    if (window === undefined) return;
    const relevant = relevantSteps(record);
    const longest = longestOfChoices(relevant);
    // What is done before the start takes nothing of the window.
    const inside = progressSteps(relevant).filter(({ at = 0 }) => at >= 0);
    const takes = inside.reduce((sum, step) => sum + (longest.get(choiceOf(step)) ?? step.takes ?? 0), 0);
    const args = { takes: minutesText(takes), window: minutesText(window) };
    if (takes > window)
      yield {
        message: 'long',
        range: placeOf(record, ['schedule', schedule?.end === undefined ? 'duration' : 'end']),
        args,
      };
    for (const { at = 0, checked, range } of inside) {
      if (checked || at <= window) continue;
      yield { message: 'beyond', range: stepWordPlace(range, record.lines.text, 'at'), args };
    }
  },
});

/** Of each choice that is still open how long its longest step takes. */
function longestOfChoices(steps: readonly Step[]): ReadonlyMap<string | undefined, number> {
  const longest = new Map<string | undefined, number>();
  for (const step of steps) {
    const choice = choiceOf(step);
    if (choice !== undefined) longest.set(choice, Math.max(longest.get(choice) ?? 0, step.takes ?? 0));
  }
  return longest;
}

function choiceOf(step: Step): string | undefined {
  return step.choice !== undefined && isOpenStep(step) ? choiceKey(step) : undefined;
}
