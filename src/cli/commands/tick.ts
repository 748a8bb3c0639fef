import { actOnStep } from '../support/actOnStep';
import type { Command } from '../support/command';
import { actingOptions, evidenceOption, stepReasonOption } from '../support/usualOptions';

/** `changebook tick`: ticks a step, as one commit. */
export const tick: Command = {
  name: 'tick',
  usage: 'changebook tick <id|file> [step]',
  summary: {
    en: 'Ticks a step and commits it; without a step, the next one.',
    es: 'Marca un paso, con un commit; sin paso, el siguiente.',
  },
  options: { evidence: evidenceOption, reason: stepReasonOption, ...actingOptions },
  examples: [
    'changebook tick CHG-2026-0042',
    'changebook tick CHG-2026-0042 backup --evidence https://ci.example.org/run/7',
    'changebook tick CHG-2026-0042 L91 --dry-run',
  ],
  acts: true,
  run: (call) => actOnStep(call, 'tick'),
};
