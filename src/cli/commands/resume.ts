import type { Command } from '../support/command';
import { moveRecord } from '../support/moveRecord';
import { writingOptions } from '../support/usualOptions';

/** `changebook resume`: takes a change up again. */
export const resume: Command = {
  name: 'resume',
  usage: 'changebook resume <id|file>',
  summary: {
    en: 'Takes a change on hold back to the state that it came from, as one commit.',
    es: 'Devuelve un cambio en espera al estado del que venía, con un commit.',
  },
  options: writingOptions,
  examples: ['changebook resume CHG-2026-0042'],
  acts: true,
  run: (call) => moveRecord(call, 'resume'),
};
