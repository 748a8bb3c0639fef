import { calendarFor } from '../../config/calendarFor';
import { zoneFor } from '../../config/recordZone';
import type { IndexEntry } from '../../index/indexEntry';
import type { RecordIndex } from '../../index/recordIndex';
import type { RecordSummary } from '../../index/recordSummary';
import { deploymentPlaces } from '../../index/sharedPlaces';
import { unpackRange } from '../../model/text/range';
import { momentOf } from '../../model/time/dateTime';
import { localText } from '../../model/time/localText';
import { momentAt, wallTime, weekdayOf } from '../../model/time/zoneClock';
import { severityChoice } from '../../model/vocabulary/choices';
import { defineRule } from '../defineRule';

const minuteMs = 60_000;

/** `schedule/deadline`: a fix starts as soon as its incident's severity asks for. */
export const deadline = defineRule({
  id: 'schedule/deadline',
  scope: 'workspace',
  severity: 'error',
  needsTeam: true,
  about: 'start',
  reads: ['schedule', 'reported_at', 'severity', 'customer', 'environments'],
  sources: ['A'],
  title: {
    en: 'Fix later than its severity allows',
    es: 'Corrección más tarde de lo que admite la severidad',
  },
  explanation: {
    en: 'The severity of an incident says when its fix starts, counted from `reported_at`: a blocker within 30 minutes, a critical one within 2 hours, a major one by the end of that day, a minor one by the end of that week (Sunday), a trivial one with the next update (type 4) of the same place, where one is planned.',
    es: 'La severidad de una incidencia dice cuándo empieza su corrección, contando desde `reportado`: una bloqueante en 30 minutos, una crítica en 2 horas, una mayor antes de acabar ese día, una menor antes de acabar esa semana (el domingo), una trivial con la siguiente actualización (tipo 4) del mismo sitio, si hay una prevista.',
  },
  messages: {
    late: {
      en: 'An incident of severity “{severity}” reported at {reported} is fixed by {limit}, and the window starts at {start}; bring it forward.',
      es: 'Una incidencia de severidad «{severity}» comunicada el {reported} se corrige como tarde el {limit} y la ventana empieza el {start}; adelántala.',
    },
    update: {
      en: 'A trivial incident reported at {reported} is fixed with the next update, {id} at {limit}, and the window starts at {start}; bring it forward.',
      es: 'Una incidencia trivial comunicada el {reported} se corrige con la siguiente actualización, {id} el {limit}, y la ventana empieza el {start}; adelántala.',
    },
    next: { en: 'The next update starts here.', es: 'La siguiente actualización empieza aquí.' },
  },
  facts: (record, { config }) => momentOf(record.data.reported_at, zoneFor(record, config)),
  *check(reportedAt, { config, index, file, summary }) {
    const { start, severity, startAt } = summary.change ?? {};
    if (start === undefined || !severity) return;
    const { zone } = calendarFor(config, summary.customer);
    const update = severity === 'trivial' ? nextUpdate(summary, reportedAt, file, index) : undefined;
    const limit = update ? update.summary.change?.start : limitOf(severity, reportedAt, zone);
    if (limit === undefined || start <= limit) return;
    const times = {
      reported: localText(reportedAt, zone),
      limit: localText(limit, zone),
      start: localText(start, zone),
    };
    const names = { 'severity.en': severity, 'severity.es': severityChoice.choices[severity][0] };
    const range = unpackRange(startAt ?? summary.idRange);
    const retry = Number.POSITIVE_INFINITY;
    if (!update) yield { message: 'late', range, args: { ...times, ...names }, retry };
    else {
      const place = unpackRange(update.summary.change?.startAt ?? update.summary.idRange);
      const related = [{ file: update.file, range: place, message: 'next' }];
      yield {
        message: 'update',
        range,
        args: { ...times, id: update.summary.id ?? update.file },
        related,
        retry,
      };
    }
  },
});

/** The last moment at which a fix may start. A day and a week end with their last minute, by the customer's clock. */
function limitOf(severity: string, reportedAt: number, zone: string): number | undefined {
  const { day } = wallTime(reportedAt, zone);
  const endOf = (last: number): number => momentAt(last + 1, 0, zone) - 1;
  if (severity === 'blocker') return reportedAt + 30 * minuteMs;
  if (severity === 'critical') return reportedAt + 120 * minuteMs;
  if (severity === 'major') return endOf(day);
  return severity === 'minor' ? endOf(day + 6 - weekdayOf(day)) : undefined;
}

/** The first update of the same place after a moment; undefined where the change is one itself. */
function nextUpdate(
  summary: RecordSummary,
  after: number,
  file: string,
  index: RecordIndex,
): IndexEntry | undefined {
  const { change } = summary;
  if (!change || change.deploymentType === 4 || change.start === undefined) return undefined;
  let [first, firstStart]: [IndexEntry | undefined, number] = [undefined, change.start];
  for (const { key } of deploymentPlaces(change)) {
    for (const other of index.windows.startingIn(key, after, firstStart)) {
      const entry = other.file === file ? undefined : index.entry(other.file);
      if (entry?.summary.change?.deploymentType !== 4 || other.start >= firstStart) continue;
      [first, firstStart] = [entry, other.start];
    }
  }
  return first;
}
