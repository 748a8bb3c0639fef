import { groupings, spanishGroupings } from '../core/pending/pendingNames';
import type { Command } from './command';
import { pendingFilterOptions, textOption } from './usualOptions';

/** `changebook pending`: what goes out, what is late, what waits on whom. */
export const pending: Command = {
  name: 'pending',
  usage: 'changebook pending [path]',
  summary: {
    en: 'Lists the changes that are still open, by window, customer, environment, status or whom they wait on.',
    es: 'Lista los cambios aún abiertos, por ventana, cliente, entorno, estado o a quién le toca.',
  },
  options: {
    group: {
      type: 'string',
      value: { en: groupings.join('|'), es: spanishGroupings.join('|') },
      help: {
        en: 'what they are grouped by; window by default',
        es: 'cómo se agrupan; si no se dice, ventana',
      },
    },
    ...pendingFilterOptions,
    format: textOption('pretty|json', 'how they are printed', 'cómo se muestran'),
    now: textOption('DATE-TIME', 'as of that moment', 'como si fuera ese momento'),
  },
  examples: ['changebook pending', 'changebook pending --group customer --waits-on us --format json'],
  async run(call) {
    return (await import('./listPending')).listPending(call);
  },
};
