import { momentOf } from '../model/time/dateTime';
import { windowMinutes } from '../model/time/duration';
import type { NoticeInput } from './noticeInput';
import { type NoticeVariable, textVariable } from './noticeVariable';
import { dateInWords, durationInWords, momentInWords, spanInWords, timeInWords } from './timeInWords';

function startOf({ record, zone }: NoticeInput): number | undefined {
  return momentOf(record.data.schedule?.start, zone);
}

function endOf(input: NoticeInput): number | undefined {
  const start = startOf(input);
  const minutes = windowMinutes(input.record.data.schedule?.duration);
  return start === undefined || minutes === 0 ? undefined : start + minutes * 60_000;
}

function spanOf(input: NoticeInput): string | undefined {
  const start = startOf(input);
  return start === undefined
    ? undefined
    : spanInWords(start, endOf(input) ?? start, input.zone, input.language);
}

function actualOf(input: NoticeInput, end: 'start' | 'end'): string | undefined {
  const moment = momentOf(input.record.data.actual?.[end], input.zone);
  return moment === undefined ? undefined : momentInWords(moment, startOf(input), input.zone, input.language);
}

/** When it happens, in the customer's time and the reader's words. */
export const windowVariables: readonly NoticeVariable[] = [
  textVariable(
    'window.date',
    'schedule.start',
    'Day of the window, in words.',
    'Día de la ventana, en palabras.',
    (input) => {
      const start = startOf(input);
      return start === undefined ? undefined : dateInWords(start, input.zone, input.language);
    },
  ),
  textVariable(
    'window.start',
    'schedule.start',
    'Time at which it begins.',
    'Hora a la que empieza.',
    (input) => {
      const start = startOf(input);
      return start === undefined ? undefined : timeInWords(start, input.zone);
    },
  ),
  textVariable(
    'window.end',
    'schedule.duration',
    'Time at which it ends.',
    'Hora a la que termina.',
    (input) => {
      const end = endOf(input);
      return end === undefined ? undefined : momentInWords(end, startOf(input), input.zone, input.language);
    },
  ),
  textVariable('window.span', 'schedule.start', '“from 22:00 to 23:00”.', '«de 22:00 a 23:00».', spanOf),
  textVariable(
    'window.zone',
    'schedule.start',
    'The customer’s time zone.',
    'Zona horaria del cliente.',
    (input) => input.zone,
  ),
  textVariable(
    'duration',
    'schedule.duration',
    'Estimated duration, in words.',
    'Duración estimada, en palabras.',
    (input) => durationInWords(input.record.data.schedule?.duration, input.language),
  ),
  textVariable(
    'outage',
    'schedule.outage',
    'Planned time without service, in words.',
    'Tiempo previsto sin servicio, en palabras.',
    (input) => durationInWords(input.record.data.schedule?.outage, input.language),
  ),
  textVariable('actual.start', 'actual.start', 'When it really began.', 'Cuándo empezó de verdad.', (input) =>
    actualOf(input, 'start'),
  ),
  textVariable('actual.end', 'actual.end', 'When it really ended.', 'Cuándo terminó de verdad.', (input) =>
    actualOf(input, 'end'),
  ),
  textVariable(
    'estimate',
    'schedule.duration',
    'New time at which it should be finished; given when the draft is made.',
    'Nueva hora a la que debería terminar; se da al redactar.',
    (input) =>
      input.estimate === undefined
        ? undefined
        : momentInWords(input.estimate, startOf(input), input.zone, input.language),
  ),
];
