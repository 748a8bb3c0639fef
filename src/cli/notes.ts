import type { Command } from './command';
import { nowOption, outputOption, textOption } from './usualOptions';

/** `changebook notes`: what a change releases. */
export const notes: Command = {
  name: 'notes',
  usage: 'changebook notes <id|file>',
  summary: {
    en: 'Writes the release notes of a change in the form of Keep a Changelog, says where CHANGELOG.md differs, and offers the commands for its branch and tag. Nothing is run.',
    es: 'Escribe las notas de publicación de un cambio con la forma de Keep a Changelog, dice en qué difiere CHANGELOG.md y ofrece las órdenes para su rama y etiqueta. No se ejecuta nada.',
  },
  options: {
    format: textOption('markdown|json', 'how they are printed', 'cómo se muestran'),
    output: outputOption,
    now: nowOption,
  },
  examples: [
    'changebook notes CHG-2026-0042',
    'changebook notes CHG-2026-0042 --language es -o notes.md',
    'changebook notes changes/CHG-2026-0042.md --format json',
  ],
  async run(call) {
    return (await import('./notesOfRecord')).notesOfRecord(call);
  },
};
