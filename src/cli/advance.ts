import type { Command } from './command';
import { pushOption } from './push';

/** `changebook advance`: moves a change or a ticket to another state, by the same rules as the editor. */
export const advance: Command = {
  name: 'advance',
  usage: 'changebook advance <id|file>',
  summary: {
    en: 'Moves a change or a ticket to its next state, or says what it lacks.',
    es: 'Pasa un cambio o una incidencia a su siguiente estado, o dice qué le falta.',
  },
  options: {
    to: {
      type: 'string',
      value: 'STATE',
      help: { en: 'the state to move to', es: 'el estado al que pasar' },
    },
    reason: {
      type: 'string',
      value: 'TEXT',
      help: { en: 'why, such as why it is put on hold', es: 'por qué, por ejemplo por qué queda en espera' },
    },
    outcome: {
      type: 'string',
      value: 'OUTCOME',
      help: { en: 'how it ended, on the way to done', es: 'cómo terminó, al cerrarlo' },
    },
    requester: {
      type: 'string',
      value: 'NAME',
      help: { en: 'who asks, where the customer performs it', es: 'quién lo pide, si lo realiza el cliente' },
    },
    push: pushOption,
    'no-commit': {
      type: 'boolean',
      help: { en: 'edit the files only', es: 'editar solo los ficheros' },
    },
    'dry-run': { type: 'boolean', help: { en: 'write nothing', es: 'no escribir nada' } },
    format: {
      type: 'string',
      value: 'pretty|json',
      help: { en: 'how the answer is printed', es: 'cómo se muestra la respuesta' },
    },
    now: {
      type: 'string',
      value: 'DATE-TIME',
      help: { en: 'evaluate as of that moment', es: 'evaluar como si fuera ese momento' },
    },
  },
  examples: [
    'changebook advance CHG-2026-0042 --dry-run',
    'changebook advance CHG-2026-0042 --to done --outcome successful',
    'changebook advance CHG-2026-0042 --to on_hold --reason "The customer moves offices"',
    'changebook advance TKT-2026-0104 --to done',
  ],
  async run(call) {
    return (await import('./advanceRecord')).advanceRecord(call);
  },
};
