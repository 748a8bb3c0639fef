import { actOnStep } from '../support/actOnStep';
import type { Command } from '../support/command';
import { actingOptions, stepReasonOption } from '../support/usualOptions';

/** `changebook untick`: opens a step again, as one commit. */
export const untick: Command = {
  name: 'untick',
  usage: 'changebook untick <id|file> <step>',
  summary: {
    en: 'Opens a step again, ticked or not applicable, and commits it.',
    es: 'Vuelve a abrir un paso, marcado o no aplicable, con un commit.',
  },
  options: { reason: stepReasonOption, ...actingOptions },
  examples: ['changebook untick CHG-2026-0042 3 --reason "The copy is incomplete"'],
  acts: true,
  run: (call) => actOnStep(call, 'untick'),
};
