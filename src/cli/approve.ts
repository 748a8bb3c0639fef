import type { Command } from './command';
import {
  answerFormatOption,
  dryRunOption,
  flagOption,
  nowOption,
  pushOption,
  textOption,
} from './usualOptions';

/** `changebook approve`: decides on a change in a role, as one commit. */
export const approve: Command = {
  name: 'approve',
  usage: 'changebook approve <id|file> --role ROLE',
  summary: {
    en: 'Approves or denies a change in a role, bound to what it says, as one commit.',
    es: 'Aprueba o deniega un cambio en un rol, ligado a lo que dice, con un commit.',
  },
  options: {
    role: textOption('ROLE', 'the role that decides', 'el rol que decide'),
    deny: flagOption('deny instead of approving', 'denegar en vez de aprobar'),
    by: textOption('NAME', 'who decides; git’s own name by default', 'quién decide; por defecto, el de git'),
    push: pushOption,
    'dry-run': dryRunOption,
    format: answerFormatOption,
    now: nowOption,
  },
  acts: true,
  examples: [
    'changebook approve CHG-2026-0042 --role operations',
    'changebook approve CHG-2026-0042 --role peer --deny',
  ],
  async run(call) {
    return (await import('./approveChange')).approveChange(call);
  },
};
