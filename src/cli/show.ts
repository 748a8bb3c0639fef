import type { Command } from './command';

/** `changebook show`: what a record says, by id or file. */
export const show: Command = {
  name: 'show',
  usage: 'changebook show <id|file>',
  summary: {
    en: 'Shows a record: its fields, sections and steps.',
    es: 'Muestra un registro: sus campos, secciones y pasos.',
  },
  options: {
    format: {
      type: 'string',
      value: 'pretty|json',
      help: { en: 'how it is printed', es: 'cómo se muestra' },
    },
    now: {
      type: 'string',
      value: 'DATE-TIME',
      help: { en: 'evaluate as of that moment', es: 'evaluar como si fuera ese momento' },
    },
  },
  examples: ['changebook show CHG-2026-0042', 'changebook show changes/CHG-2026-0042.md --format json'],
  async run(call) {
    return (await import('./showRecord')).showRecord(call);
  },
};
