import type { Command } from './command';
import { pushOption } from './push';

/** `changebook approve`: decides on a change in a role, as one commit. */
export const approve: Command = {
  name: 'approve',
  usage: 'changebook approve <id|file> --role ROLE',
  summary: {
    en: 'Approves or denies a change in a role, bound to what it says, as one commit.',
    es: 'Aprueba o deniega un cambio en un rol, ligado a lo que dice, con un commit.',
  },
  options: {
    role: { type: 'string', value: 'ROLE', help: { en: 'the role that decides', es: 'el rol que decide' } },
    deny: { type: 'boolean', help: { en: 'deny instead of approving', es: 'denegar en vez de aprobar' } },
    by: {
      type: 'string',
      value: 'NAME',
      help: { en: 'who decides; git’s own name by default', es: 'quién decide; por defecto, el de git' },
    },
    push: pushOption,
    'dry-run': {
      type: 'boolean',
      help: { en: 'write and commit nothing', es: 'no escribir ni confirmar nada' },
    },
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
    'changebook approve CHG-2026-0042 --role operations',
    'changebook approve CHG-2026-0042 --role peer --deny',
  ],
  async run(call) {
    return (await import('./approveChange')).approveChange(call);
  },
};
