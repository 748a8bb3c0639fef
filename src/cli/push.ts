import type { Command, CommandOption } from './command';

/** `--push`, which every command that commits has. */
export const pushOption: CommandOption = {
  type: 'boolean',
  help: {
    en: 'push the commit, done again on what others pushed meanwhile',
    es: 'enviar el commit, repetido sobre lo que otros hayan enviado',
  },
};

/** `changebook push`: pushes what was committed before, for instance without a network. */
export const push: Command = {
  name: 'push',
  usage: 'changebook push',
  summary: {
    en: 'Pushes commits of records; others’ pushes are never overwritten, texts never merged.',
    es: 'Envía los commits de registros; no se pisa lo de otros ni se mezclan textos.',
  },
  options: {
    branch: {
      type: 'string',
      value: 'NAME',
      help: {
        en: 'to a new branch of the remote, where the usual one is protected',
        es: 'a una rama nueva del remoto, si la habitual está protegida',
      },
    },
    'dry-run': {
      type: 'boolean',
      help: { en: 'only say what would be pushed', es: 'solo decir qué se enviaría' },
    },
    format: {
      type: 'string',
      value: 'pretty|json',
      help: { en: 'how the answer is printed', es: 'cómo se muestra la respuesta' },
    },
  },
  examples: ['changebook push', 'changebook push --branch CHG-2026-0042-backup'],
  async run(call) {
    return (await import('./pushCommits')).pushCommits(call);
  },
};
