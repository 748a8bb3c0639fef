import { dayChoice } from './choices';
import { field } from './fieldType';
import {
  boolean,
  date,
  dateOrTime,
  integerChoice,
  listOf,
  listOrOne,
  monthDay,
  text,
  timeSpan,
} from './fieldTypes';

// Freezes, maintenance windows, business hours and days off say in the same words when they are.

const when = {
  from: field(
    'desde',
    dateOrTime,
    'When it begins: a day, a day with an hour, or the hour on each of its days.',
    'Cuándo empieza: un día, un día con hora, o la hora de cada uno de sus días.',
    '2026-12-18',
  ),
  to: field(
    'hasta',
    dateOrTime,
    'When it ends: a day, which is included, a day with an hour, or an hour; the next day where that is earlier.',
    'Cuándo termina: un día, que se incluye, un día con hora, o una hora; al día siguiente si es antes.',
    '2027-01-07',
  ),
  days: field(
    'dias',
    listOrOne(dayChoice),
    'The days of the week on which it begins.',
    'Los días de la semana en que empieza.',
    '[tue, thu]',
  ),
  weeks: field(
    'semanas',
    listOrOne(integerChoice(1, 2, 3, 4, 5, -1, -2, -3, -4, -5)),
    'Which of these days of a month: `3` for the third Saturday, `-1` for the last.',
    'Cuáles de esos días del mes: `3` para el tercer sábado, `-1` para el último.',
    '[3]',
  ),
  month_days: field(
    'dias_del_mes',
    listOrOne(monthDay),
    'The days of the month on which it begins; from the last one back with a minus.',
    'Los días del mes en que empieza; desde el último hacia atrás con un menos.',
    '[-3, -2, -1]',
  ),
  hours: field(
    'horas',
    listOrOne(timeSpan),
    'The hours on each of its days, where there are several spans.',
    'Las horas de cada uno de sus días, si hay varios tramos.',
    '["09:00-14:00", "16:00-19:00"]',
  ),
  since: field(
    'vigente_desde',
    date,
    'The first day on which it may begin.',
    'El primer día en que puede empezar.',
    '2026-09-01',
  ),
  until: field(
    'vigente_hasta',
    date,
    'The last day on which it may begin, included.',
    'El último día en que puede empezar, incluido.',
    '2027-06-30',
  ),
  except: field(
    'excepto',
    listOrOne(date),
    'Days on which it is not.',
    'Días en que no rige.',
    '[2026-12-25]',
  ),
  zone: field(
    'zona',
    text,
    'The time zone of its days and hours; without it the customer’s, else the workspace’s.',
    'La zona horaria de sus días y horas; sin ella, la del cliente o la del espacio de trabajo.',
    'Europe/London',
  ),
};
const customers = field(
  'clientes',
  listOf(text),
  'Keys of the customers that it holds for; all without it.',
  'Claves de los clientes a los que afecta; sin ella, todos.',
  '[diba]',
);
const environments = field(
  'entornos',
  listOrOne(text),
  'The environments that it holds for; all without it.',
  'Los entornos a los que afecta; sin ella, todos.',
  '[PRO]',
);

const freezeFields = {
  ...when,
  reason: field('motivo', text, 'Why.', 'Por qué.', 'Christmas'),
  hard: hard(
    'Whether it is an error to deploy; else a warning.',
    'Si desplegar es un error; si no, un aviso.',
  ),
  overridable_by: field(
    'anulable_por',
    listOrOne(text),
    'Roles whose holders may waive it; only a waiver counts that one of them committed, as of an approval.',
    'Roles cuyos titulares pueden eximir de ella; solo cuenta una exención cuyo commit hizo uno de ellos, como en una aprobación.',
    '[operations]',
  ),
  customers,
  environments,
};

const windowFields = {
  ...when,
  hard: hard(
    'Whether it is an error to deploy outside of it; else a warning.',
    'Si desplegar fuera de ella es un error; si no, un aviso.',
  ),
  customers,
  environments,
};

const businessHourFields = {
  ...when,
  hard: hard(
    'Whether it is an error to deploy in them, or a warning; without it, as the deployment type says.',
    'Si desplegar en ellas es un error o un aviso; sin ello, lo que diga el tipo de despliegue.',
  ),
  customers,
  environments,
};

const dayOffFields = {
  date: field('fecha', date, 'The day.', 'El día.', '2026-12-07'),
  name: field('nombre', text, 'Name of the day.', 'Nombre del día.', 'Bridge day'),
  ...when,
  hard: hard(
    'Whether it is an error to start the day before; where it is false, a warning.',
    'Si empezar la víspera es un error; si es false, un aviso.',
  ),
  customers,
  environments,
};

/** The fields of what the configuration gives a time. */
export const timesFields = {
  freeze: freezeFields,
  window: windowFields,
  businessHours: businessHourFields,
  dayOff: dayOffFields,
} as const;

function hard(en: string, es: string) {
  return field('estricta', boolean, en, es, 'true');
}
