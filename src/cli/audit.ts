import type { Command } from './command';
import { nowOption, outputOption, textOption } from './usualOptions';

/** `changebook audit`: who did what to a record, when, and why. */
export const audit: Command = {
  name: 'audit',
  usage: 'changebook audit <id|file>',
  summary: {
    en: 'Shows the audit trail of a record: who did what, when, with which evidence.',
    es: 'Muestra el historial de un registro: quién hizo qué, cuándo y con qué evidencia.',
  },
  options: {
    format: textOption('pretty|json|markdown', 'how it is printed', 'cómo se muestra'),
    output: outputOption,
    now: nowOption,
  },
  examples: [
    'changebook audit CHG-2026-0042',
    'changebook audit changes/CHG-2026-0042.md --format markdown -o trail.md',
  ],
  async run(call) {
    return (await import('./auditOfRecord')).auditOfRecord(call);
  },
};
