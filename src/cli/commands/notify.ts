import { actOnRecord } from '../support/actOnRecord';
import type { Command } from '../support/command';
import { actingOptions, atOption, byOption, noCommitOption, textOption } from '../support/usualOptions';

/** `changebook notify`: marks a notice as sent. It sends nothing. */
export const notify: Command = {
  name: 'notify',
  usage: 'changebook notify <id|file> <kind>',
  summary: {
    en: 'Marks a notice as sent (it sends nothing), as one commit.',
    es: 'Marca un aviso como enviado (no envía nada), con un commit.',
  },
  options: {
    by: byOption,
    channel: textOption('TEXT', 'how it was sent', 'por dónde se envió'),
    at: atOption,
    'no-commit': noCommitOption,
    ...actingOptions,
  },
  examples: ['changebook notify CHG-2026-0042 start --channel mail'],
  acts: true,
  run: (call) => actOnRecord(call, 'notify'),
};
