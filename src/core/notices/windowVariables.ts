import { momentOf } from '../model/time/dateTime';
import { phaseAt, phaseTitle, phaseWindows } from '../model/time/phaseWindows';
import { scheduledMinutes } from '../model/time/scheduledMinutes';
import type { NoticeInput } from './noticeInput';
import { list, type NoticeItem, text, variablesFrom } from './noticeVariable';
import { windowOf } from './noticeWindow';
import { dateInWords, durationInWords, momentInWords, spanInWords, timeInWords } from './timeInWords';

function startOf(input: NoticeInput): number | undefined {
  return windowOf(input).start;
}

/** Undefined where the window has no start, or no length. */
function endOf(input: NoticeInput): number | undefined {
  return windowOf(input).end;
}

function durationOf(input: NoticeInput): string | undefined {
  const phase = phaseAt(phaseWindows(input.record.data.schedule, input.zone), input.now);
  const minutes = phase
    ? (phase.end - phase.start) / 60_000
    : scheduledMinutes(input.record.data.schedule, input.zone);
  return durationInWords(`${minutes ?? ''}m`, input.language);
}

function phaseItems({ record, zone, language }: NoticeInput): NoticeItem[] {
  return phaseWindows(record.data.schedule, zone).map((phase) => ({
    name: phaseTitle(phase),
    date: dateInWords(phase.start, zone, language),
    span: spanInWords(phase.start, phase.end, zone, language),
    environments: phase.environments?.join(', '),
  }));
}

function spanOf(input: NoticeInput): string | undefined {
  const start = startOf(input);
  return start === undefined
    ? undefined
    : spanInWords(start, endOf(input) ?? start, input.zone, input.language);
}

/** A moment beside the start of the window: the time alone where it is the same day. */
function besideStart(input: NoticeInput, moment: number | undefined): string | undefined {
  return moment === undefined ? undefined : momentInWords(moment, startOf(input), input.zone, input.language);
}

function actualOf(input: NoticeInput, end: 'start' | 'end'): string | undefined {
  return besideStart(input, momentOf(input.record.data.actual?.[end], input.zone));
}

const part = (en: string, es: string) => ({ en, es });

/** When it happens, in the customer's time and the reader's words. */
export const windowVariables = variablesFrom({
  'window.date': text('Day of the window, in words.', 'Día de la ventana, en palabras.', {
    field: 'schedule.start',
    value: (input) => {
      const start = startOf(input);
      return start === undefined ? undefined : dateInWords(start, input.zone, input.language);
    },
  }),
  'window.start': text('Time at which it begins.', 'Hora a la que empieza.', {
    field: 'schedule.start',
    value: (input) => {
      const start = startOf(input);
      return start === undefined ? undefined : timeInWords(start, input.zone);
    },
  }),
  'window.end': text('Time at which it ends.', 'Hora a la que termina.', {
    field: 'schedule.duration',
    value: (input) => besideStart(input, endOf(input)),
  }),
  'window.span': text('“from 22:00 to 23:00”.', '«de 22:00 a 23:00».', {
    field: 'schedule.start',
    value: spanOf,
  }),
  'window.zone': text('The customer’s time zone.', 'Zona horaria del cliente.', {
    field: 'schedule.start',
    value: (input) => input.zone,
  }),
  'window.environments': text(
    'The environments, in a row; of several phases those of the one that it speaks of.',
    'Los entornos, seguidos; de varias fases, los de aquella de la que se habla.',
    {
      field: 'environments',
      value: ({ record, zone, now }) => {
        const phase = phaseAt(phaseWindows(record.data.schedule, zone), now);
        return (phase?.environments ?? record.data.environments)?.join(', ');
      },
    },
  ),
  duration: text('Estimated duration, in words.', 'Duración estimada, en palabras.', {
    field: 'schedule.duration',
    value: durationOf,
  }),
  phase: text('Phase that is on or comes next.', 'Fase en curso o siguiente.', {
    field: 'schedule.phases',
    value: ({ record, zone, now }) => {
      const phase = phaseAt(phaseWindows(record.data.schedule, zone), now);
      return phase && phaseTitle(phase);
    },
  }),
  phases: list('All phases, where it has any.', 'Todas las fases, si las tiene.', {
    field: 'schedule.phases',
    value: phaseItems,
    parts: {
      name: part('Name, with its share.', 'Nombre, con su parte.'),
      date: part('Day, in words.', 'Día, en palabras.'),
      span: part('“from 22:00 to 23:00”.', '«de 22:00 a 23:00».'),
      environments: part('Its environments, where they are not all.', 'Sus entornos, si no son todos.'),
    },
  }),
  outage: text('Planned time without service, in words.', 'Tiempo previsto sin servicio, en palabras.', {
    field: 'schedule.outage',
    value: (input) => durationInWords(input.record.data.schedule?.outage, input.language),
  }),
  'actual.start': text('When it really began.', 'Cuándo empezó de verdad.', {
    value: (input) => actualOf(input, 'start'),
  }),
  'actual.end': text('When it really ended.', 'Cuándo terminó de verdad.', {
    value: (input) => actualOf(input, 'end'),
  }),
  estimate: text(
    'New time at which it should be finished; given when the draft is made.',
    'Nueva hora a la que debería terminar; se da al redactar.',
    { field: 'schedule.duration', value: (input) => besideStart(input, input.estimate) },
  ),
});
