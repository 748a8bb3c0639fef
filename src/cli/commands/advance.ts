import type { Command } from '../support/command';
import { moveRecord } from '../support/moveRecord';
import { moveThrough } from '../support/moveThrough';
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
    through: textOption(
      'STATE',
      'pass all states up to this one, each where it is allowed',
      'pasar por todos los estados hasta este, cada uno si se puede',
    ),
    notify: flagOption(
      'print the draft of the notice that it calls for',
      'mostrar el borrador del aviso que toca',
    ),
    sent: flagOption('mark that notice as sent, too', 'y marcar ese aviso como enviado'),
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
    'changebook advance CHG-2026-0042 --through to_be_released',
    'changebook advance CHG-2026-0042 --to releasing --notify --sent',
    'changebook advance CHG-2026-0042 --to done --outcome successful',
    'changebook advance CHG-2026-0042 --to on_hold --reason "The customer moves offices"',
    'changebook advance TKT-2026-0104 --to done',
  ],
  run(call) {
    const through = call.text('through');
    return through === undefined ? moveRecord(call) : moveThrough(call, through);
  },
};
