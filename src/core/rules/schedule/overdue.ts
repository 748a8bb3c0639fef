import { calendarFor } from '../../config/calendarFor';
import { unpackRange } from '../../model/text/range';
import { localText } from '../../model/time/localText';
import { startGraceMs } from '../../model/time/startGrace';
import { stateArgs } from '../../model/vocabulary/stateName';
import { hasReached } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { slotTitle } from './slotTitle';

/** `schedule/overdue`: a change whose start is past is being released, or has another start. */
export const overdue = defineRule({
  id: 'schedule/overdue',
  scope: 'workspace',
  severity: 'warning',
  about: 'start',
  reads: ['schedule', 'status'],
  sources: ['S'],
  title: { en: 'Start is past', es: 'Inicio pasado' },
  explanation: {
    en: 'A quarter of an hour after its start, a change is `releasing` or further on. One that is not was forgotten, or takes place at another time that nobody wrote down.',
    es: 'Un cuarto de hora después de su inicio, un cambio está `desplegando` o más allá. Si no lo está, se olvidó o se hace a otra hora que nadie apuntó.',
  },
  messages: {
    past: {
      en: 'The window started at {start}, and the change is still “{status}”; move it on, or choose another start.',
      es: 'La ventana empezó el {start} y el cambio sigue en «{status}»; avánzalo o elige otro inicio.',
    },
  },
  fixTitles: slotTitle,
  *check({ change, stage, status, customer, idRange }, { config, hasPassed }) {
    if (change?.start === undefined || hasReached(stage, 'releasing')) return;
    if (!hasPassed(change.start + startGraceMs)) return;
    const start = localText(change.start, calendarFor(config, customer).zone);
    const names = stateArgs('status', status);
    const range = unpackRange(change.startAt ?? idRange);
    yield { message: 'past', range, args: { start, ...names }, retry: change.start + 1 };
  },
});
