import type { Command } from './command';
import { nowOption, textOption } from './usualOptions';

/** `changebook show`: what a record says, by id or file. */
export const show: Command = {
  name: 'show',
  usage: 'changebook show <id|file>',
  summary: {
    en: 'Shows a record: its fields, sections and steps.',
    es: 'Muestra un registro: sus campos, secciones y pasos.',
  },
  options: {
    format: textOption('pretty|json', 'how it is printed', 'cómo se muestra'),
    now: nowOption,
  },
  examples: ['changebook show CHG-2026-0042', 'changebook show changes/CHG-2026-0042.md --format json'],
  async run(call) {
    return (await import('./showRecord')).showRecord(call);
  },
};
