import { actOnStep } from '../support/actOnStep';
import type { Command } from '../support/command';
import { actingOptions, evidenceOption, stepReasonOption } from '../support/usualOptions';

/** `changebook skip`: marks a step as not applicable, as one commit. */
export const skip: Command = {
  name: 'skip',
  usage: 'changebook skip <id|file> <step>',
  summary: {
    en: 'Marks a step as not applicable, with the reason, and commits it.',
    es: 'Señala un paso como no aplicable, con el motivo y un commit.',
  },
  options: { reason: stepReasonOption, evidence: evidenceOption, ...actingOptions },
  examples: ['changebook skip CHG-2026-0042 backup --reason "No database change" --evidence MR-118'],
  acts: true,
  run: (call) => actOnStep(call, 'skip'),
};
