import { readOwnValues } from '../../config/ownValues';
import { zoneOf } from '../../config/workspaceConfig';
import type { Report } from '../../findings/report';
import { locate } from '../../model/parse/located';
import type { FieldPath } from '../../model/parse/problem';
import type { ParsedRecord } from '../../model/parse/record';
import type { YamlScalar } from '../../model/parse/yamlTree';
import type { Localized } from '../../model/text/localized';
import { readDate, readDateTime, type TimeProblem } from '../../model/time/dateTime';
import { defineRule } from '../defineRule';
import { phasesInTurn, windowTwice } from './windowProblems';

const problems: { readonly [problem in TimeProblem]: Localized } = {
  notDateTime: {
    en: '“{value}” is not a date and time; write it as 2026-11-24 22:00 or 2026-11-24T22:00+01:00.',
    es: '«{value}» no es una fecha y hora; escríbela como 2026-11-24 22:00 o 2026-11-24T22:00+01:00.',
  },
  notDate: {
    en: '“{value}” is not a day; write it as 2026-11-24.',
    es: '«{value}» no es un día; escríbelo como 2026-11-24.',
  },
  noTime: {
    en: '“{value}” is a day without a time; add it, such as {value} 22:00.',
    es: '«{value}» es un día sin hora; añádela, por ejemplo {value} 22:00.',
  },
  noSuchDay: {
    en: 'There is no day “{value}” in the calendar.',
    es: 'El día «{value}» no existe en el calendario.',
  },
  skipped: {
    en: 'The clocks in {zone} go forward over “{value}”: that time does not exist. Write it with its offset.',
    es: 'En {zone} los relojes se adelantan sobre «{value}»: esa hora no existe. Escríbela con su desfase.',
  },
  doubled: {
    en: 'The clocks in {zone} go back over “{value}”: that time comes twice. Write it with its offset.',
    es: 'En {zone} los relojes se atrasan sobre «{value}»: esa hora ocurre dos veces. Escríbela con su desfase.',
  },
};

/** `format/time`: every date and time is one moment. */
export const time = defineRule({
  id: 'format/time',
  severity: 'error',
  about: 'form',
  unreadable: new Set(['notDateTime', 'notDate', 'noTime', 'noSuchDay', 'skipped', 'doubled']),
  appliesTo: ['procedure', 'change', 'ticket'],
  reads: [
    'schedule',
    'actual',
    'requested_at',
    'reported_at',
    'agreement',
    'approvals',
    'notifications',
    'hold',
    'created',
    'waivers',
  ],
  title: { en: 'Time that is no moment', es: 'Hora que no es un momento' },
  explanation: {
    en: 'A time is written by ISO 8601, with an offset (`2026-11-24T22:00+01:00`) or local (`2026-11-24 22:00`), which then counts in the zone of the customer, else of the workspace. A day that the calendar does not have, or a local time that a clock change skips or doubles, names no moment, and an end before its start no window; a window ends by its duration or by its end, not by both. Where no zone is known a local time is read as UTC, with a warning.',
    es: 'Una hora se escribe según ISO 8601, con desfase (`2026-11-24T22:00+01:00`) o local (`2026-11-24 22:00`), que entonces vale en la zona del cliente o, si no, del espacio de trabajo. Un día que no existe en el calendario, o una hora local que un cambio de reloj salta o repite, no nombra ningún momento, y un fin anterior a su inicio ninguna ventana; una ventana acaba según su duración o según su fin, no según ambos. Donde no se conoce la zona, una hora local se lee como UTC, con una advertencia.',
  },
  messages: {
    ...problems,
    noZone: {
      en: 'No time zone is known for this record, so “{value}” is read as UTC ({count} local {count|time|times} in all). Give an offset, or set `timezone` in .changebook/config.yaml.',
      es: 'No se conoce la zona horaria de este registro, así que «{value}» se lee como UTC ({count} {count|hora local|horas locales} en total). Indica el desfase, o `zona_horaria` en .changebook/config.yaml.',
    },
    endTwice: {
      en: 'A window ends by its duration or by its end; remove one of them.',
      es: 'Una ventana acaba según su duración o según su fin; quita uno de los dos.',
    },
    besidePhases: {
      en: 'The phases say when the change takes place; remove “{key}”.',
      es: 'Las fases dicen cuándo tiene lugar el cambio; quita «{key}».',
    },
    phaseFirst: {
      en: 'This phase starts at {start}, before the phase above it ends at {end}; phases follow each other.',
      es: 'Esta fase empieza el {start}, antes de que la anterior acabe el {end}; las fases van una tras otra.',
    },
    phaseTwice: {
      en: 'Another phase is called “{name}” already; gates, notices and people tell phases apart by their names.',
      es: 'Ya hay otra fase llamada «{name}»; compuertas, avisos y personas distinguen las fases por su nombre.',
    },
    phaseWindow: {
      en: 'This phase has no window: it needs `start` and `duration`.',
      es: 'Esta fase no tiene ventana: necesita `inicio` y `duracion`.',
    },
    endFirst: {
      en: 'The end “{value}” lies before the start “{start}”.',
      es: 'El fin «{value}» es anterior al inicio «{start}».',
    },
    backFirst: {
      en: 'The rollback “{value}” lies before the start “{start}”.',
      es: 'La reversión «{value}» es anterior al inicio «{start}».',
    },
  },
  fixTitles: { said: { en: 'Write {moment}', es: 'Escribir {moment}' } },
  *check(record, { config }) {
    const zone = zoneOf(config, record.type === 'procedure' ? undefined : record.data.customer);
    const local: YamlScalar[] = [];
    for (const { node, type } of [...record.moments, ...readOwnValues(record, config).moments]) {
      if (node.kind !== 'scalar' || node.value === '') continue;
      const moment = type.kind === 'dateTime' ? readDateTime(node.value, zone ?? 'UTC') : undefined;
      if (moment?.ok) {
        if (moment.local) local.push(node);
        continue;
      }
      const message = moment ? moment.problem : readDate(node.value);
      const args = { value: node.value.slice(0, 60), zone: zone ?? 'UTC' };
      if (message) yield { message, range: node.range, args };
    }
    for (const path of ends) yield* endBeforeStart(record, path, zone ?? 'UTC');
    yield* windowTwice(record);
    yield* phasesInTurn(record, zone ?? 'UTC');
    const [first] = local;
    if (zone || !first) return;
    const args = { value: first.value, count: local.length };
    yield { message: 'noZone', range: first.range, args, severity: 'warning' };
  },
});

/** Places of moments that do not lie before the start beside them. */
const ends: readonly FieldPath[] = [
  ['actual', 'end'],
  ['actual', 'rollback', 'at'],
  ['schedule', 'end'],
];

function* endBeforeStart({ located }: ParsedRecord, path: FieldPath, zone: string): Generator<Report> {
  const start = locate(located, [...path.slice(0, 1), 'start'])?.node;
  const end = locate(located, path)?.node;
  if (start?.kind !== 'scalar' || end?.kind !== 'scalar') return;
  const [from, to] = [readDateTime(start.value, zone), readDateTime(end.value, zone)];
  if (!from.ok || !to.ok || to.epochMs >= from.epochMs) return;
  yield {
    message: path.at(-1) === 'at' ? 'backFirst' : 'endFirst',
    range: end.range,
    args: { value: end.value, start: start.value },
  };
}
