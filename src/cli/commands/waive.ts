import { actOnRecord } from '../support/actOnRecord';
import type { Command } from '../support/command';
import { actingOptions, byOption, noCommitOption, textOption } from '../support/usualOptions';

/** `changebook waive`: a waiver of a rule that somebody answers for. */
export const waive: Command = {
  name: 'waive',
  usage: 'changebook waive <id|file> <rule> --reason TEXT',
  summary: {
    en: 'Adds a waiver of a rule to a record, as one commit.',
    es: 'Añade a un registro la exención de una regla, con un commit.',
  },
  options: {
    by: byOption,
    reason: textOption('TEXT', 'why it is acceptable', 'por qué es aceptable'),
    until: textOption('DATE', 'last day that it holds', 'último día en que vale'),
    'no-commit': noCommitOption,
    ...actingOptions,
  },
  examples: ['changebook waive CHG-2026-0042 schedule/friday --reason "The shop is closed"'],
  acts: true,
  run: (call) => actOnRecord(call, 'waive'),
};
