import { calendarFor } from '../../config/calendarFor';
import type { IndexEntry } from '../../index/indexEntry';
import type { RecordIndex } from '../../index/recordIndex';
import type { RecordSummary } from '../../index/recordSummary';
import { deploymentPlaces } from '../../index/sharedPlaces';
import { longestRhythmMs } from '../../index/windows';
import type { Localized } from '../../model/text/localized';
import { unpackRange } from '../../model/text/range';
import { dateOf, momentAt, sameDayNextMonth, wallTime } from '../../model/time/zoneClock';
import { defineRule } from '../defineRule';
import { slotTitle } from './slotTitle';

/** For each deployment type: the first day on which the next one may follow, and how that is said. */
const rhythms: { readonly [type: number]: { next(day: number): number; name: Localized } } = {
  1: { next: (day) => day + 1, name: { en: 'once a day', es: 'una vez al día' } },
  2: { next: (day) => day + 1, name: { en: 'once a day', es: 'una vez al día' } },
  3: { next: (day) => day + 7, name: { en: 'once a week', es: 'una vez por semana' } },
  4: { next: sameDayNextMonth, name: { en: 'once a month', es: 'una vez al mes' } },
};

/** `schedule/frequency`: deployments of a type follow each other in its rhythm. */
export const frequency = defineRule({
  id: 'schedule/frequency',
  scope: 'workspace',
  severity: 'info',
  needsTeam: true,
  about: 'start',
  reads: ['schedule', 'deployment_type', 'customer', 'environments', 'components'],
  sources: ['A'],
  title: { en: 'More often than its rhythm', es: 'Más a menudo que su ritmo' },
  explanation: {
    en: 'Deployments of types 1 and 2 take place daily at most, those of type 3 weekly and those of type 4 monthly, counted for one environment of a customer (or one component, where no customer is named) in local days. The later of two is told.',
    es: 'Los despliegues de los tipos 1 y 2 se hacen como mucho a diario, los del tipo 3 cada semana y los del tipo 4 cada mes, contando por entorno de un cliente (o por componente, si no se indica cliente) en días locales. Se señala el posterior de los dos.',
  },
  messages: {
    often: {
      en: '{id} of the same type is on {date}, and deployments of type {type} take place {rhythm} at most; the next one is due on {next}.',
      es: '{id}, del mismo tipo, es el {date} y los despliegues de tipo {type} se hacen como mucho {rhythm}; el siguiente toca el {next}.',
    },
    other: { en: '{id} starts here, on {date}.', es: '{id} empieza aquí, el {date}.' },
  },
  fixTitles: slotTitle,
  *check(summary, context) {
    const { start, deploymentType: type, startAt } = summary.change ?? {};
    const rhythm = rhythms[type ?? 0];
    if (start === undefined || !type || !rhythm) return;
    const before = lastBefore(summary, start, context.file, context.index);
    const lastStart = before?.summary.change?.start;
    if (!before || lastStart === undefined) return;
    const { zone } = calendarFor(context.config, summary.customer);
    const last = wallTime(lastStart, zone).day;
    const next = rhythm.next(last);
    if (wallTime(start, zone).day >= next) return;
    const { en, es } = rhythm.name;
    const days = { date: dateOf(last), next: dateOf(next) };
    const args = { id: before.summary.id ?? before.file, type, ...days, 'rhythm.en': en, 'rhythm.es': es };
    const place = unpackRange(before.summary.change?.startAt ?? before.summary.idRange);
    yield {
      message: 'often',
      range: unpackRange(startAt ?? summary.idRange),
      args,
      related: [{ file: before.file, range: place, message: 'other', args }],
      retry: momentAt(next, 0, zone),
    };
  },
});

/** The last change of the same type at the same place that starts before one; of two at once by their ids. */
function lastBefore(
  summary: RecordSummary,
  start: number,
  file: string,
  index: RecordIndex,
): IndexEntry | undefined {
  let last: IndexEntry | undefined;
  let lastStart = Number.NEGATIVE_INFINITY;
  if (!summary.change) return undefined;
  for (const { key } of deploymentPlaces(summary.change)) {
    for (const other of index.windows.startingIn(key, start - longestRhythmMs, start + 1)) {
      const entry = other.file === file ? undefined : index.entry(other.file);
      if (!entry || entry.summary.change?.deploymentType !== summary.change.deploymentType) continue;
      if (other.start === start && !comesBefore(entry, summary.id, file)) continue;
      const later = other.start > lastStart || (other.start === lastStart && entry.file > (last?.file ?? ''));
      if (!later) continue;
      last = entry;
      lastStart = other.start;
    }
  }
  return last;
}

function comesBefore(entry: IndexEntry, id = '', file = ''): boolean {
  const other = entry.summary.id ?? '';
  return other === id ? entry.file < file : other < id;
}
