import type { Command } from '../support/command';
import { moveRecord } from '../support/moveRecord';
import { textOption, writingOptions } from '../support/usualOptions';

/** `changebook hold`: puts a change aside. */
export const hold: Command = {
  name: 'hold',
  usage: 'changebook hold <id|file> --reason TEXT',
  summary: {
    en: 'Puts a change on hold, with the reason, as one commit.',
    es: 'Pone un cambio en espera, con el motivo, con un commit.',
  },
  options: {
    reason: textOption('TEXT', 'why it waits', 'por qué espera'),
    ...writingOptions,
  },
  examples: ['changebook hold CHG-2026-0042 --reason "The customer moves offices"'],
  acts: true,
  run: (call) => moveRecord(call, 'hold'),
};
