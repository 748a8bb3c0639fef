import type { Localized } from '../../core/model/text/localized';
import type { Command, CommandOption } from './command';

// How options are written down, and those that several commands take, with the same words everywhere.

/** An option that takes a text; `value` is what stands for it in the help. */
export function textOption(value: string | Localized, en: string, es: string): CommandOption {
  return { type: 'string', value, help: { en, es } };
}

/** An option that is there or not. */
export function flagOption(en: string, es: string): CommandOption {
  return { type: 'boolean', help: { en, es } };
}

/** `--dry-run` of a command that makes commits. */
export const dryRunOption = flagOption('write and commit nothing', 'no escribir nada ni hacer ningún commit');

/** `--format` of a command whose answer is a sentence or two. */
export const answerFormatOption = textOption(
  'pretty|json',
  'how the answer is printed',
  'cómo se muestra la respuesta',
);

/** `--now` of a command that judges records. */
export const nowOption = textOption(
  'DATE-TIME',
  'evaluate as of that moment',
  'evaluar como si fuera ese momento',
);

/** `--reviews` of a command that judges records. */
export const reviewsOption: CommandOption = {
  type: 'string',
  multiple: true,
  value: 'FILE',
  help: {
    en: 'count reviews of pull requests, as their host tells of them in that file; may be given several times',
    es: 'contar revisiones de pull requests, como las cuenta su servidor en ese fichero; se puede repetir',
  },
};

/** `--push`, which every command that commits has. */
export const pushOption = flagOption(
  'push the commit, done again on what others pushed meanwhile',
  'enviar el commit, repetido sobre lo que otros hayan enviado',
);

/** What every command that commits one action takes. */
export const actingOptions: Command['options'] = {
  push: pushOption,
  'dry-run': dryRunOption,
  format: answerFormatOption,
  now: nowOption,
};

/** What an action takes that may also only be written down. */
export const writingOptions: Command['options'] = {
  'no-commit': flagOption('edit the file only', 'editar solo el fichero'),
  ...actingOptions,
};

/** `--by`: who answers for what is written. */
export const byOption = textOption(
  'NAME',
  'who; git’s own name by default',
  'quién; por defecto, el nombre de git',
);

/** `--at`: when it happened. */
export const atOption = textOption('DATE-TIME', 'when; now by default', 'cuándo; por defecto, ahora');

/** `--reason` of an action on a step. */
export const stepReasonOption = textOption('TEXT', 'why; kept in the commit', 'por qué; queda en el commit');

/** `--evidence` of an action on a step. */
export const evidenceOption = textOption(
  'TEXT',
  'a link or figure that shows it',
  'un enlace o una cifra que lo demuestra',
);

/** `--evidence-file` of an action on a step. */
export const evidenceFileOption = textOption(
  { en: 'FILE', es: 'FICHERO' },
  'a file of the workspace that shows it; a copy goes into the commit',
  'un fichero del espacio de trabajo que lo demuestra; una copia va en el commit',
);

/** `-o` of a command that makes something that can be kept. */
export const outputOption: CommandOption = {
  type: 'string',
  short: 'o',
  value: 'FILE',
  help: {
    en: 'write it to a file; - is standard output',
    es: 'escribirlo en un fichero; - es la salida estándar',
  },
};

/** What narrows the view of pending changes. */
export const pendingFilterOptions: { readonly [name: string]: CommandOption } = {
  customer: textOption(
    'C',
    'only those of a customer, by key or name',
    'solo los de un cliente, por clave o nombre',
  ),
  'waits-on': textOption(
    { en: 'us|customer|partner|nobody', es: 'nosotros|cliente|socio|nadie' },
    'only those that wait on them',
    'solo los que esperan a estos',
  ),
  mine: flagOption(
    'only those that name you, as git knows you, also by an open step',
    'solo los que te nombran, según te conoce git, también en un paso abierto',
  ),
};

/** What a call says of what ran. */
export const deploymentOptions = {
  deployments: {
    type: 'string',
    multiple: true,
    value: { en: 'FILE', es: 'FICHERO' },
    help: {
      en: 'a list of deployments, as JSON or CSV; may be given several times, - is standard input',
      es: 'una lista de despliegues, en JSON o CSV; se puede dar varias veces, - es la entrada estándar',
    },
  },
  tags: {
    type: 'string',
    multiple: true,
    value: { en: 'PATTERN', es: 'PATRÓN' },
    help: {
      en: 'tags that count as deployments; without a list, those that read as versions',
      es: 'etiquetas que cuentan como despliegues; sin lista, las que parecen versiones',
    },
  },
  zone: textOption(
    { en: 'ZONE', es: 'ZONA' },
    'time zone of times that name none',
    'zona horaria de las horas que no la dicen',
  ),
} as const satisfies Command['options'];
