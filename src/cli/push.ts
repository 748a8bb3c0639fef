import type { Command } from './command';
import { answerFormatOption, flagOption, textOption } from './usualOptions';

/** `changebook push`: pushes what was committed before, for instance without a network. */
export const push: Command = {
  name: 'push',
  usage: 'changebook push',
  summary: {
    en: 'Pushes commits of records; others’ pushes are never overwritten, texts never merged.',
    es: 'Envía los commits de registros; no se pisa lo de otros ni se mezclan textos.',
  },
  options: {
    branch: textOption(
      'NAME',
      'to a new branch of the remote, where the usual one is protected',
      'a una rama nueva del remoto, si la habitual está protegida',
    ),
    'dry-run': flagOption('only say what would be pushed', 'solo decir qué se enviaría'),
    format: answerFormatOption,
  },
  examples: ['changebook push', 'changebook push --branch CHG-2026-0042-backup'],
  async run(call) {
    return (await import('./pushCommits')).pushCommits(call);
  },
};
