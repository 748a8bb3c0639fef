import type { Command } from './command';
import { flagOption, nowOption, outputOption, pendingFilterOptions, textOption } from './usualOptions';

/** `changebook calendar`: changes as entries of a calendar. */
export const calendar: Command = {
  name: 'calendar',
  usage: 'changebook calendar [id|file|folder…]',
  summary: {
    en: 'Makes a calendar file (.ics) of some changes, or of all that are pending. Imported again, it moves what has moved and removes what was called off.',
    es: 'Hace un fichero de calendario (.ics) de unos cambios, o de todos los pendientes. Al volver a importarlo mueve lo que se movió y quita lo que se canceló.',
  },
  options: {
    output: outputOption,
    format: textOption('ics', 'what is made', 'qué se hace'),
    ...pendingFilterOptions,
    alarm: {
      type: 'string',
      multiple: true,
      value: { en: 'DURATION|none', es: 'DURACIÓN|ninguna' },
      help: {
        en: 'remind so long before the start; 15m by default; may be given several times',
        es: 'avisar con esa antelación; 15m si no se dice; se puede repetir',
      },
    },
    attendees: flagOption(
      'invite those who take part or are to be told; of one change alone',
      'invitar a quienes participan o deben saberlo; de un solo cambio',
    ),
    now: nowOption,
  },
  examples: [
    'changebook calendar -o deployments.ics',
    'changebook calendar --customer ribera --alarm 1d --alarm 30m -o ribera.ics',
    'changebook calendar CHG-2026-0042 --attendees -o CHG-2026-0042.ics',
  ],
  async run(call) {
    return (await import('./calendarOfChanges')).calendarOfChanges(call);
  },
};
