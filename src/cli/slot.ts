import type { Command } from './command';
import { textOption } from './usualOptions';

/** `changebook slot`: when a change could take place. */
export const slot: Command = {
  name: 'slot',
  usage: 'changebook slot <id|file>',
  summary: {
    en: 'Finds the next starts of a change that no rule of the schedule speaks against.',
    es: 'Busca los siguientes inicios de un cambio que ninguna regla del calendario impide.',
  },
  options: {
    count: textOption('N', 'how many are looked for; 5 by default', 'cuántos se buscan; 5 si no se dice'),
    format: textOption('pretty|json', 'how they are printed', 'cómo se muestran'),
    now: textOption(
      'DATE-TIME',
      'look for starts after that moment',
      'buscar inicios posteriores a ese momento',
    ),
  },
  examples: ['changebook slot CHG-2026-0042', 'changebook slot CHG-2026-0042 --count 1 --format json'],
  async run(call) {
    return (await import('./slotsOfRecord')).slotsOfRecord(call);
  },
};
