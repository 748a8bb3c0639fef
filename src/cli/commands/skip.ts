import { actOnStep } from '../support/actOnStep';
import type { Command } from '../support/command';
import {
  actingOptions,
  evidenceFileOption,
  evidenceOption,
  flagOption,
  stepReasonOption,
} from '../support/usualOptions';

/** `changebook skip`: marks steps as not applicable, one commit each. */
export const skip: Command = {
  name: 'skip',
  usage: 'changebook skip <id|file> <step…>',
  summary: {
    en: 'Marks steps as not applicable, with the reason, each as one commit.',
    es: 'Señala pasos como no aplicables, con el motivo, cada uno con un commit.',
  },
  options: {
    reason: stepReasonOption,
    evidence: evidenceOption,
    'evidence-file': evidenceFileOption,
    'one-commit': flagOption('several steps as one commit', 'varios pasos en un solo commit'),
    ...actingOptions,
  },
  examples: [
    'changebook skip CHG-2026-0042 backup --reason "No database change" --evidence MR-118',
    'changebook skip CHG-2026-0042 "Database" --one-commit --reason "No database change"',
  ],
  acts: true,
  run: (call) => actOnStep(call, 'skip'),
};
