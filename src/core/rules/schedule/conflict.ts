import { calendarFor } from '../../config/calendarFor';
import { type Conflict, conflictsOf } from '../../index/conflicts';
import type { RecordSummary } from '../../index/recordSummary';
import type { Localized } from '../../model/text/localized';
import { unpackRange } from '../../model/text/range';
import { localText } from '../../model/time/localText';
import { stageRank } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import type { SummaryReport } from '../rule';
import { slotTitle } from './slotTitle';

/** Nobody reads more of one severity; a hostile workspace could hold millions of pairs. */
const mostConflicts = 20;

/** `schedule/conflict`: two changes that share something do not take place at once. */
export const conflict = defineRule({
  id: 'schedule/conflict',
  scope: 'workspace',
  severity: 'error',
  about: 'start',
  reads: ['schedule', 'customer', 'environments', 'components', 'assignee', 'supersedes', 'status'],
  title: { en: 'Two changes at once', es: 'Dos cambios a la vez' },
  explanation: {
    en: 'Windows of open changes must not overlap where they have something in common: the same environment of the same customer, the same component where neither names a customer, a change and its follow-up, or the same person. Each conflicting change is named. It is an error for the less advanced one (of two equal ones the one with the later id), a warning for the other. Windows that touch do not overlap.',
    es: 'Las ventanas de los cambios abiertos no deben solaparse cuando tienen algo en común: el mismo entorno del mismo cliente, el mismo componente si ninguno indica cliente, un cambio y el que lo reemplaza, o la misma persona. Se nombra cada cambio en conflicto. Es un error en el menos avanzado (entre iguales, el de identificador posterior) y una advertencia en el otro. Las ventanas que solo se tocan no se solapan.',
  },
  messages: {
    meets: {
      en: 'The window from {start} to {end} overlaps that of {id}, from {otherStart} to {otherEnd}{zone}: {reason}. Move one of them; {id} ends at {otherEnd}.',
      es: 'La ventana del {start} al {end} se solapa con la de {id}, del {otherStart} al {otherEnd}{zone}: {reason}. Mueve uno de los dos; {id} termina el {otherEnd}.',
    },
    other: {
      en: '{id} starts here, at {otherStart}{zone}.',
      es: '{id} empieza aquí, el {otherStart}{zone}.',
    },
  },
  fixTitles: slotTitle,
  *check(summary, context) {
    // Each severity by itself: many to which it need not give way must not hide one to which it must.
    const named = { error: 0, warning: 0 };
    const zoneOf = (customer?: string): string => calendarFor(context.config, customer).zone;
    for (const found of conflictsOf(summary, context.file, context.index)) {
      const zones = { own: zoneOf(summary.customer), other: zoneOf(found.entry.summary.customer) };
      const { entry } = found;
      const severity = givesWay(summary, context.file, entry.summary, entry.file) ? 'error' : 'warning';
      if (++named[severity] <= mostConflicts) yield report(summary, found, severity, zones);
      if (Math.min(named.error, named.warning) >= mostConflicts) return;
    }
  },
});

interface Zones {
  readonly own: string;
  readonly other: string;
}

/** Every time is in the zone of the record that its sentence stands on, which is named where the other has another. */
function report(
  summary: RecordSummary,
  found: Conflict,
  severity: 'error' | 'warning',
  zones: Zones,
): SummaryReport {
  const { entry, start, end, otherStart, otherEnd } = found;
  const zone = zones.own;
  const named = (name: string): string => (zones.other === zone ? '' : ` (${name})`);
  const id = entry.summary.id ?? entry.file;
  const reason = reasonOf(found, summary.customer);
  const args = {
    ...{ id, zone: named(zone) },
    ...{ start: localText(start, zone), end: localText(end, zone) },
    ...{ otherStart: localText(otherStart, zone), otherEnd: localText(otherEnd, zone) },
    ...{ 'reason.en': reason.en, 'reason.es': reason.es },
  };
  return {
    message: 'meets',
    range: unpackRange(found.at ?? summary.idRange),
    args,
    ...(severity === 'warning' ? { severity } : {}),
    related: [
      {
        ...{ file: entry.file, range: unpackRange(found.otherAt ?? entry.summary.idRange), message: 'other' },
        args: { id, otherStart: localText(otherStart, zones.other), zone: named(zones.other) },
      },
    ],
    // Of a later window, the start of the first one that it means.
    retry: Math.max(otherEnd, otherStart + 1) - (start - (summary.change?.start ?? start)),
  };
}

/** Whether a change is the one that moves: the less advanced, else the one with the later id, else the later file. */
function givesWay(own: RecordSummary, file: string, other: RecordSummary, otherFile: string): boolean {
  const ahead = stageRank(own.stage) - stageRank(other.stage);
  if (ahead !== 0) return ahead < 0;
  const [id = '', otherId = ''] = [own.id, other.id];
  return id === otherId ? file > otherFile : id > otherId;
}

function reasonOf({ shared, followUp }: Conflict, customer = ''): Localized {
  const named = (kind: string): string =>
    shared
      .filter((place) => place.kind === kind)
      .map(({ name }) => name)
      .join(', ');
  const [environments, components, people] = [named('environment'), named('component'), named('person')];
  const parts: Localized[] = [];
  if (environments)
    parts.push({
      en: `both change ${environments} of ${customer}`,
      es: `ambos cambian ${environments} de ${customer}`,
    });
  if (components) parts.push({ en: `both change ${components}`, es: `ambos cambian ${components}` });
  if (followUp) parts.push({ en: 'one follows up the other', es: 'uno reemplaza al otro' });
  if (people) parts.push({ en: `${people} carries out both`, es: `${people} ejecuta ambos` });
  return { en: parts.map(({ en }) => en).join('; '), es: parts.map(({ es }) => es).join('; ') };
}
