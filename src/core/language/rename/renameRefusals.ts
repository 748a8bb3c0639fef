import { argsIn, fillIn, type Language, type Localized, type MessageArgs } from '../../model/text/localized';

/** Why something does not get another name, each as one sentence. */
const texts = {
  empty: { en: 'A name has at least one character.', es: 'Un nombre tiene al menos un carácter.' },
  oneLine: { en: 'A name stands on one line.', es: 'Un nombre va en una sola línea.' },
  noRecord: {
    en: 'No record of this workspace has the id {name}, so there is nothing to rename.',
    es: 'Ningún registro de este espacio de trabajo tiene el identificador {name}, así que no hay nada que renombrar.',
  },
  sameId: {
    en: '{count} records have the id {name}: {files}. Give one of them the next free id first; the light bulb on the id does that.',
    es: '{count} registros tienen el identificador {name}: {files}. Da antes a uno de ellos el siguiente libre; lo hace la bombilla del identificador.',
  },
  idForm: {
    en: '“{name}” is no id of this workspace, where ids match {pattern}.',
    es: '«{name}» no es un identificador de este espacio de trabajo, donde cumplen {pattern}.',
  },
  idType: {
    en: '“{name}” would be the id of another type of record; this one begins with {prefix}-.',
    es: '«{name}» sería el identificador de otro tipo de registro; el de este empieza por {prefix}-.',
  },
  idTaken: {
    en: '{name} is the id of {file} already. Nothing was changed.',
    es: '{name} ya es el identificador de {file}. No se ha cambiado nada.',
  },
  idElsewhere: {
    en: 'A record on another branch or in another work tree has the id {name} already. Nothing was changed.',
    es: 'Un registro de otra rama o de otro árbol de trabajo ya tiene el identificador {name}. No se ha cambiado nada.',
  },
  fileTaken: {
    en: 'There is a file {file} already, and nothing is written over it. Nothing was changed.',
    es: 'Ya hay un fichero {file}, y no se escribe encima de nada. No se ha cambiado nada.',
  },
  taken: {
    en: '“{name}” is the name of another one already. Nothing was changed.',
    es: '«{name}» ya es el nombre de otro. No se ha cambiado nada.',
  },
  customerKey: {
    en: '“{name}” is no key of a customer, which is the name of a file: letters, digits, blanks, dots, dashes and underscores.',
    es: '«{name}» no es una clave de cliente, que es el nombre de un fichero: letras, cifras, espacios, puntos, guiones y guiones bajos.',
  },
  ownRole: {
    en: '“{name}” is a role of the format, the same for everybody; only a role of your own gets another name.',
    es: '«{name}» es un rol del formato, igual para todos; solo se renombra un rol propio.',
  },
  address: {
    en: '“{name}” is an address, by which git knows who committed; it is changed under `people` or the contacts.',
    es: '«{name}» es una dirección, por la que git sabe quién hizo cada commit; se cambia en `personas` o en los contactos.',
  },
  manyEnvironments: {
    en: 'Several customers have an environment “{name}”: rename it in the file or in a change of one of them.',
    es: 'Varios clientes tienen un entorno «{name}»: renómbralo en el fichero o en un cambio de uno de ellos.',
  },
  stepName: {
    en: '“{name}” is no name of a step: letters, digits, dots, dashes and underscores, and none of the words of its comment.',
    es: '«{name}» no es un nombre de paso: letras, cifras, puntos, guiones y guiones bajos, y ninguna de las palabras de su comentario.',
  },
  sharedStart: {
    en: 'A gate names “{other}” by the same beginning “{start}”; write more of the title into the gate first. Nothing was changed.',
    es: 'Una compuerta nombra «{other}» por el mismo comienzo «{start}»; escribe antes más del título en la compuerta. No se ha cambiado nada.',
  },
  otherWorkspace: {
    en: '{file} belongs to no folder that is open here, so nobody can tell what names it: open its folder, or its work tree, and rename it there.',
    es: '{file} no está en ninguna carpeta abierta aquí, así que no se sabe qué lo nombra: abre su carpeta, o su árbol de trabajo, y renómbralo allí.',
  },
} satisfies { readonly [code: string]: Localized };

/** Why something cannot be renamed, or not so. */
export interface RenameRefusal {
  readonly code: keyof typeof texts;
  readonly args: MessageArgs;
}

export function renameRefusal(code: RenameRefusal['code'], args: MessageArgs = {}): RenameRefusal {
  return { code, args };
}

/** The sentence of a refusal. */
export function renameRefusalText({ code, args }: RenameRefusal, language: Language): string {
  return fillIn(texts[code][language], argsIn(language, args));
}
