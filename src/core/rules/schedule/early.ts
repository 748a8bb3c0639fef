import { calendarFor } from '../../config/calendarFor';
import { given, placeOf } from '../../findings/places';
import { unpackRange } from '../../model/text/range';
import { localText } from '../../model/time/localText';
import { integer } from '../../model/vocabulary/fieldTypes';
import { stateArgs } from '../../model/vocabulary/stateName';
import { onHold } from '../../workflow/workflow';
import { defineRule } from '../defineRule';

/** A year; more would lead out of the calendar. */
const mostMinutes = 527_040;

/** `schedule/early`: nobody deploys before the window opens. */
export const early = defineRule({
  id: 'schedule/early',
  scope: 'workspace',
  severity: 'error',
  about: 'start',
  from: 'releasing',
  reads: ['schedule', 'actual', 'status'],
  options: {
    minutes: {
      type: integer,
      default: 15,
      allowance: true,
      description: {
        en: 'Minutes before its start at which a deployment may begin.',
        es: 'Minutos antes de su inicio en que puede empezar un despliegue.',
      },
    },
  },
  title: { en: 'Deployment before its window', es: 'Despliegue antes de su ventana' },
  explanation: {
    en: 'The window is what was approved, agreed on and announced. A deployment begins (`actual.start`, else the state `releasing`) when it opens, or a few minutes before to prepare; whoever deploys earlier moves the window first.',
    es: 'La ventana es lo que se aprobó, se acordó y se anunció. Un despliegue empieza (`real.inicio` o, si falta, el estado `desplegando`) cuando se abre, o unos minutos antes para prepararlo; quien despliega antes mueve primero la ventana.',
  },
  messages: {
    early: {
      en: 'The deployment begins at {actual}, and its window opens at {start} (at most {minutes} {minutes|minute|minutes} before it a deployment may begin); wait for it, or move the window.',
      es: 'El despliegue empieza el {actual} y su ventana se abre el {start} (un despliegue puede empezar como mucho {minutes} {minutes|minuto|minutos} antes); espera o mueve la ventana.',
    },
    notYet: {
      en: 'The change is “{status}”, and its window opens at {start}; correct the state, or move the window.',
      es: 'El cambio está «{status}» y su ventana se abre el {start}; corrige el estado o mueve la ventana.',
    },
  },
  /** Where a finding goes. */
  facts(record, { summary }) {
    const begun = given(record, ['actual', 'start'])?.node.range;
    // A beginning that cannot be read is wrong itself, and no reason to speak of the state.
    const unread = summary.change?.actualStart === undefined ? begun : undefined;
    return record.lines.packedAt(unread ?? placeOf(record, ['schedule', 'start']));
  },
  *check(place, { config, hasPassed, option, summary: { status, customer, change } }) {
    const { start, actualStart: written } = change ?? {};
    if (start === undefined) return;
    // Nobody began at a moment that is still to come.
    const actualStart = written !== undefined && hasPassed(written) ? written : undefined;
    const minutes = Math.min(Number(option('minutes')), mostMinutes);
    const earliest = start - minutes * 60_000;
    const waits = (config.stages.get(status) ?? status) === onHold;
    if (actualStart === undefined ? waits || hasPassed(earliest) : actualStart >= earliest) return;
    const { zone } = calendarFor(config, customer);
    const actual = actualStart === undefined ? '' : localText(actualStart, zone);
    const args = { actual, start: localText(start, zone), minutes, ...stateArgs('status', status) };
    const message = actualStart === undefined ? 'notYet' : 'early';
    yield { message, range: unpackRange(place), args, retry: Number.POSITIVE_INFINITY };
  },
});
