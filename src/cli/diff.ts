import type { Command } from './command';
import { nowOption, textOption } from './usualOptions';

/** `changebook diff`: what records say now and did not before. */
export const diff: Command = {
  name: 'diff',
  usage: 'changebook diff <base> [<head>]',
  summary: {
    en: 'Tells what changed in records since a revision, by whom, and what was loosened.',
    es: 'Cuenta qué cambió en los registros desde una revisión, quién lo cambió y qué se relajó.',
  },
  options: {
    format: textOption('pretty|json|markdown', 'how it is printed', 'cómo se muestra'),
    now: nowOption,
  },
  examples: [
    'changebook diff origin/main',
    'changebook diff v4.1.0 v4.2.0 --format markdown',
    'changebook diff HEAD~3 --format json',
  ],
  async run(call) {
    return (await import('./diffOfRevisions')).diffOfRevisions(call);
  },
};
