import { actOnStep } from '../support/actOnStep';
import type { Command } from '../support/command';
import { actingOptions, stepReasonOption } from '../support/usualOptions';

/** `changebook untick`: opens steps again, one commit each. */
export const untick: Command = {
  name: 'untick',
  usage: 'changebook untick <id|file> <step…>',
  summary: {
    en: 'Opens steps again, ticked or not applicable, each as one commit.',
    es: 'Vuelve a abrir pasos, marcados o no aplicables, cada uno con un commit.',
  },
  options: { reason: stepReasonOption, ...actingOptions },
  examples: ['changebook untick CHG-2026-0042 3 --reason "The copy is incomplete"'],
  acts: true,
  run: (call) => actOnStep(call, 'untick'),
};
