import { actOnStep } from '../support/actOnStep';
import type { Command } from '../support/command';
import { actingOptions, evidenceFileOption, evidenceOption, stepReasonOption } from '../support/usualOptions';

/** `changebook tick`: ticks steps, one commit each. */
export const tick: Command = {
  name: 'tick',
  usage: 'changebook tick <id|file> [step…]',
  summary: {
    en: 'Ticks steps, each as one commit; without a step, the next one.',
    es: 'Marca pasos, cada uno con un commit; sin paso, el siguiente.',
  },
  options: {
    evidence: evidenceOption,
    'evidence-file': evidenceFileOption,
    reason: stepReasonOption,
    ...actingOptions,
  },
  examples: [
    'changebook tick CHG-2026-0042',
    'changebook tick CHG-2026-0042 backup --evidence https://ci.example.org/run/7',
    'changebook tick CHG-2026-0042 backup --evidence-file restore.log',
    'changebook tick CHG-2026-0042 1-3 5 4.1 "Smoke tests"',
    'changebook tick CHG-2026-0042 L91 --dry-run',
  ],
  acts: true,
  run: (call) => actOnStep(call, 'tick'),
};
