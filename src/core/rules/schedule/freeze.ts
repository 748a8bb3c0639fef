import type { Freeze } from '../../calendar/calendarConfig';
import type { Occurrence } from '../../calendar/occurrences';
import { isWholeDays } from '../../calendar/when';
import type { MessageArgs } from '../../model/text/localized';
import { localText } from '../../model/time/localText';
import { dateOf, wallTime } from '../../model/time/zoneClock';
import { roleArgs } from '../../model/vocabulary/roleArgs';
import { defineRule } from '../defineRule';
import { configured, type Scheduled, scheduled } from './scheduled';
import { slotTitle } from './slotTitle';

/** As many entries as anybody reads of one finding. */
const mostPlaces = 10;

/** `schedule/freeze`: nothing is deployed during a freeze. */
export const freezeRule = defineRule({
  id: 'schedule/freeze',
  severity: 'error',
  about: 'start',
  reads: ['schedule', 'customer', 'environments'],
  sources: ['S'],
  title: { en: 'Inside a freeze', es: 'Dentro de una congelación' },
  explanation: {
    en: 'During a freeze of the workspace, or of the customer, nothing is deployed: no part of the window lies in it. Whole days count with the first and the last; the hours are those of the customer’s time zone, or of the freeze’s own. A soft freeze (without `hard: true`) is a warning. Where a freeze says `overridable_by`, only a waiver by a holder of such a role counts (`waiver/unverified`).',
    es: 'Durante una congelación del espacio de trabajo, o del cliente, no se despliega nada: ninguna parte de la ventana cae en ella. Los días enteros cuentan con el primero y el último; las horas son las de la zona horaria del cliente, o las de la propia congelación. Una congelación blanda (sin `estricta: true`) es una advertencia. Si dice `anulable_por`, solo cuenta la exención de un titular de ese rol (`waiver/unverified`).',
  },
  messages: {
    inside: {
      en: 'The window lies in the freeze from {from} to {to}{reason}; choose a time before or after it.',
      es: 'La ventana cae en la congelación del {from} al {to}{reason}; elige un momento anterior o posterior.',
    },
    overridable: {
      en: 'The window lies in the freeze from {from} to {to}{reason}; choose a time before or after it, or have {roles} waive it.',
      es: 'La ventana cae en la congelación del {from} al {to}{reason}; elige un momento anterior o posterior, o que exima de ella {roles}.',
    },
    configured: { en: 'The freeze is configured here.', es: 'La congelación se configura aquí.' },
  },
  fixTitles: slotTitle,
  *check(record, context) {
    const change = scheduled(record, context);
    if (!change) return;
    const { calendar, start, end, environments, range } = change;
    for (const freezes of byOverride(calendar.freezesIn(start, end, environments))) {
      // Of several the hardest is named, and all of them are shown.
      const freeze = freezes.find(({ entry }) => entry.hard) ?? freezes[0];
      if (!freeze) continue;
      const { overridableBy: roles = [] } = freeze.entry;
      const places = [freeze, ...freezes.filter((other) => other !== freeze)].slice(0, mostPlaces);
      yield {
        message: roles.length > 0 ? 'overridable' : 'inside',
        range,
        args: { ...argsOf(freeze, change), ...(roles.length > 0 ? roleArgs('roles', ...roles) : {}) },
        ...(freeze.entry.hard ? {} : { severity: 'warning' }),
        ...(freeze.entry.overridableBy ? { overridableBy: roles } : {}),
        related: places.map(({ entry }) => configured(entry.at)),
        retry: freezes.reduce((latest, one) => Math.max(latest, one.end), 0),
      };
    }
  },
});

/** Freezes by who may waive them: a waiver that counts for some of them need not count for the others. */
function byOverride(freezes: readonly Occurrence<Freeze>[]): Occurrence<Freeze>[][] {
  const groups = new Map<string, Occurrence<Freeze>[]>();
  for (const freeze of freezes) {
    const key = freeze.entry.overridableBy?.join('\n') ?? '*';
    const group = groups.get(key);
    if (group) group.push(freeze);
    else groups.set(key, [freeze]);
  }
  return [...groups.values()];
}

function argsOf({ entry, start, end }: Occurrence<Freeze>, { zone }: Scheduled): MessageArgs {
  const reason = entry.reason ? ` (${entry.reason})` : '';
  // Whole days are told as such, the last one included.
  if (isWholeDays(entry.when) && (entry.when.zone ?? zone) === zone)
    return { from: dateOf(wallTime(start, zone).day), to: dateOf(wallTime(end - 1, zone).day), reason };
  return { from: localText(start, zone), to: localText(end, zone), reason };
}
