import type { Command } from '../support/command';
import { moveRecord } from '../support/moveRecord';
import { answerFormatOption, flagOption, nowOption, pushOption, textOption } from '../support/usualOptions';

/** `changebook advance`: moves a change or a ticket to another state, by the same rules as the editor. */
export const advance: Command = {
  name: 'advance',
  usage: 'changebook advance <id|file>',
  summary: {
    en: 'Moves a change or a ticket to its next state, or says what it lacks.',
    es: 'Pasa un cambio o una incidencia a su siguiente estado, o dice qué le falta.',
  },
  options: {
    to: textOption('STATE', 'the state to move to', 'el estado al que pasar'),
    reason: textOption(
      'TEXT',
      'why, such as why it is put on hold',
      'por qué, por ejemplo por qué queda en espera',
    ),
    outcome: textOption('OUTCOME', 'how it ended, on the way to done', 'cómo terminó, al cerrarlo'),
    requester: textOption(
      'NAME',
      'who asks, where the customer performs it',
      'quién lo pide, si lo realiza el cliente',
    ),
    push: pushOption,
    'no-commit': flagOption('edit the files only', 'editar solo los ficheros'),
    'dry-run': flagOption('write nothing', 'no escribir nada'),
    format: answerFormatOption,
    now: nowOption,
  },
  acts: true,
  examples: [
    'changebook advance CHG-2026-0042 --dry-run',
    'changebook advance CHG-2026-0042 --to done --outcome successful',
    'changebook advance CHG-2026-0042 --to on_hold --reason "The customer moves offices"',
    'changebook advance TKT-2026-0104 --to done',
  ],
  run: (call) => moveRecord(call),
};
