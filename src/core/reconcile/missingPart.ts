import { argsIn, fillIn, type Localized, localized, type MessageArgs } from '../model/text/localized';

const texts = {
  shallow: {
    en: 'This clone is shallow: commits, tags and approvals before its first commit are not there, and nothing is said of them. Fetch them: `git fetch --unshallow --tags`.',
    es: 'Este clon es superficial: no están los commits, las etiquetas ni las aprobaciones anteriores a su primer commit, y de ellos no se dice nada. Tráelos: `git fetch --unshallow --tags`.',
  },
  noGit: {
    en: 'git does not answer here ({reason}), so neither tags nor commits nor the moments of approvals were compared.',
    es: 'Aquí git no responde ({reason}), así que no se han comparado etiquetas, commits ni los momentos de las aprobaciones.',
  },
  unread: {
    en: '{count} {count|file|files} could not be read, so {count|its record was|their records were} not compared.',
    es: 'No {count|se ha podido leer 1 fichero, así que su registro no se ha comparado|se han podido leer {count} ficheros, así que sus registros no se han comparado}.',
  },
  undated: {
    en: 'Of {count} {count|tag|tags} git does not say when {count|it was|they were} made, so {count|it was|they were} not compared: {tags}.',
    es: 'De {count} {count|etiqueta git no dice cuándo se hizo, así que no se ha comparado|etiquetas git no dice cuándo se hicieron, así que no se han comparado}: {tags}.',
  },
  toCome: {
    en: '{count} {count|row says|rows say} a moment that is still to come, so {count|it was|they were} not compared: {rows}.',
    es: '{count} {count|fila indica un momento que aún no ha llegado, así que no se ha comparado|filas indican momentos que aún no han llegado, así que no se han comparado}: {rows}.',
  },
  loose: {
    en: '{count} {count|deployment has|deployments have} a status and {count|stands|stand} in no list; give the list of deployments as well.',
    es: '{count} {count|despliegue tiene|despliegues tienen} un estado y no {count|está|están} en ninguna lista; da también la lista de despliegues.',
  },
  approvals: {
    en: 'Of {count} {count|deployment|deployments} git does not show which approvals were there.',
    es: 'De {count} {count|despliegue|despliegues} git no muestra qué aprobaciones había.',
  },
  nothing: {
    en: 'There is nothing to compare: no list has a deployment from {from} to {to}, and no record says that there was one. Is that the period?',
    es: 'No hay nada que comparar: ninguna lista tiene despliegues del {from} al {to}, y ningún registro dice que los hubiera. ¿Es ese el período?',
  },
} as const satisfies { readonly [part: string]: Localized };

/** Something that could not be read or compared, so that no answer is complete. */
export interface MissingPart {
  readonly part: keyof typeof texts;
  readonly args?: MessageArgs;
}

/** What is missing, as a sentence. */
export function missingText({ part, args = {} }: MissingPart): Localized {
  return localized((language) => fillIn(texts[part][language], argsIn(language, args)));
}
