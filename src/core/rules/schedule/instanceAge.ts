import { calendarFor } from '../../config/calendarFor';
import { environmentNamed } from '../../config/environments';
import { given, placeOf } from '../../findings/places';
import type { ChangeSummary } from '../../index/changeSummary';
import type { RecordIndex } from '../../index/recordIndex';
import { deploymentPlaces, type SharedPlace } from '../../index/sharedPlaces';
import type { FieldPath } from '../../model/parse/problem';
import type { RecordOf } from '../../model/parse/record';
import { type PackedRange, unpackRange } from '../../model/text/range';
import { isMajorStep } from '../../model/text/versions';
import { dateOf, dayOf, sameDayNextMonth, wallTime } from '../../model/time/zoneClock';
import { severityChoice } from '../../model/vocabulary/choices';
import { defineRule } from '../defineRule';
import type { WorkspaceContext } from '../rule';

/** For each severity: the last day on which the update counts as recent. */
const recentUntil: { readonly [severity: string]: (updated: number) => number } = {
  blocker: (updated) => updated + 7,
  critical: (updated) => updated + 7,
  major: sameDayNextMonth,
};

/** `schedule/instance-age`: an urgent fix does not bring along weeks of other changes. */
export const instanceAge = defineRule({
  id: 'schedule/instance-age',
  scope: 'workspace',
  severity: 'warning',
  needsTeam: true,
  about: 'start',
  reads: ['severity', 'customer', 'environments', 'components', 'schedule'],
  sources: ['A'],
  title: { en: 'Urgent fix onto an old version', es: 'Corrección urgente sobre una versión antigua' },
  explanation: {
    en: 'A blocker or critical fix goes onto an environment that was updated within the last week, a major one within the last month, and takes no major step of a component; else it would bring along much more than the fix, and what runs is patched instead. The last update is the last `done` change of type 4, or the environment’s `updated`. Silent where neither is known.',
    es: 'Una corrección bloqueante o crítica va sobre un entorno actualizado en la última semana, una mayor en el último mes, y no da un salto mayor de un componente; si no, traería mucho más que la corrección, así que se parchea lo que hay. La última actualización es el último cambio `cerrado` de tipo 4, o el `actualizado` del entorno. Calla si no se conoce ninguna.',
  },
  messages: {
    old: {
      en: '{environment} was last updated on {updated}, {days} {days|day|days} before this fix of severity “{severity}”, which needs an update from {oldest} on; patch the version that runs instead.',
      es: '{environment} se actualizó por última vez el {updated}, {days} {days|día|días} antes de esta corrección de severidad «{severity}», que pide una actualización desde el {oldest}; parchea la versión en marcha.',
    },
    major: {
      en: 'This fix of severity “{severity}” takes {count} major {count|step of a component|steps of components}; patch the version that runs instead.',
      es: 'Esta corrección de severidad «{severity}» da {count} {count|salto mayor|saltos mayores} de {count|un componente|componentes}; parchea la versión en marcha.',
    },
  },
  /** Where a fix names what it is deployed onto, and the first major step that it takes. */
  facts(record) {
    const { severity, environments = [], components = [] } = record.data;
    if (!recentUntil[severity ?? '']) return undefined;
    const major = components.findIndex(({ from, to }) => isMajorStep(from, to));
    return {
      environments: environments.map((_, index) => placeBelow(record, ['environments', index])),
      ...(major < 0 ? {} : { majorStep: placeBelow(record, ['components', major, 'to']) }),
    };
  },
  *check(at, context) {
    const { summary } = context;
    const { change } = summary;
    const recent = recentUntil[change?.severity ?? ''];
    if (!change?.severity || !recent) return;
    const { severity, majorSteps, start } = change;
    const names = { 'severity.en': severity, 'severity.es': severityChoice.choices[severity][0] };
    const { zone } = calendarFor(context.config, summary.customer);
    const day = start === undefined ? context.today(zone) : wallTime(start, zone).day;
    for (const place of change.customer === undefined ? [] : deploymentPlaces(change)) {
      const updated = lastUpdate(place, change, day, zone, context);
      if (updated === undefined || day <= recent(updated)) continue;
      // The oldest update that would still be recent enough lies as far before the start as the limit is long.
      const oldest = dateOf(day - (recent(updated) - updated));
      const args = {
        environment: place.name,
        updated: dateOf(updated),
        days: day - updated,
        oldest,
        ...names,
      };
      const range = at.environments[change.environments.indexOf(place.name)];
      yield { message: 'old', range: unpackRange(range ?? summary.idRange), args };
    }
    if (majorSteps === undefined) return;
    yield {
      message: 'major',
      range: unpackRange(at.majorStep ?? summary.idRange),
      args: { count: majorSteps, ...names },
    };
  },
});

function placeBelow(record: RecordOf<'change'>, path: FieldPath): PackedRange {
  return record.lines.packedAt(given(record, path)?.node.range ?? placeOf(record, path.slice(0, 1)));
}

/** The last day up to a change's own on which an environment was updated. */
function lastUpdate(
  { key, name }: SharedPlace,
  { customer = '' }: ChangeSummary,
  day: number,
  zone: string,
  { config, index, file }: WorkspaceContext,
): number | undefined {
  const environment = environmentNamed(config, customer, name);
  const days = [dayOf(environment?.updated ?? ''), ...doneOn(key, file, zone, index)].filter(
    (updated) => updated !== undefined && updated <= day,
  );
  return days.length === 0 ? undefined : Math.max(...days.map(Number));
}

function* doneOn(key: string, file: string, zone: string, index: RecordIndex): Iterable<number> {
  for (const other of index.windows.updates.of(key)) {
    const { actualEnd, actualStart, end } = (other !== file && index.entry(other)?.summary.change) || {};
    const moment = actualEnd ?? actualStart ?? end;
    if (moment !== undefined) yield wallTime(moment, zone).day;
  }
}
