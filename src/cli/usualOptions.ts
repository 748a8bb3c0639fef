import type { Localized } from '../core/model/text/localized';
import type { CommandOption } from './command';

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

/** `--push`, which every command that commits has. */
export const pushOption = flagOption(
  'push the commit, done again on what others pushed meanwhile',
  'enviar el commit, repetido sobre lo que otros hayan enviado',
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
};
