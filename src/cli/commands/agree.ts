import { agree as agreement } from '../../core/actions/agree';
import { aboutWritten, actOnRecord } from '../support/actOnRecord';
import type { Command } from '../support/command';
import { atOption, textOption, writingOptions } from '../support/usualOptions';

/** `changebook agree`: the customer agrees to the start of a change. */
export const agree: Command = {
  name: 'agree',
  usage: 'changebook agree <id|file>',
  summary: {
    en: 'Writes down that the customer agrees to the start of a change, as one commit.',
    es: 'Deja constancia de que el cliente está conforme con el inicio de un cambio, con un commit.',
  },
  options: {
    by: textOption(
      'NAME',
      'who agrees; a manager of the customer by default',
      'quién; por defecto, un responsable del cliente',
    ),
    start: textOption(
      'DATE-TIME',
      'the start agreed on; that of the change by default',
      'el inicio acordado',
    ),
    at: atOption,
    ...writingOptions,
  },
  examples: ['changebook agree CHG-2026-0042 --by "Anna Serra"'],
  acts: true,
  decides: true,
  run: (call) =>
    actOnRecord(call, agreement, {
      missing: { by: 'whoAgrees', start: 'whichStart' },
      about: (_, planned) => aboutWritten('agree', planned),
    }),
};
