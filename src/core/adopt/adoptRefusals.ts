import { isConfigFile } from '../config/configFiles';
import type { Localized, MessageArgs } from '../model/text/localized';

/** Why a file does not become a procedure; the sentence goes behind its path. */
export const adoptRefusals = {
  form: {
    en: 'a form in YAML has questions and no text, so it cannot become a procedure; write its checklist as markdown (`- [ ] …`) and adopt that.',
    es: 'un formulario en YAML tiene preguntas y no texto, así que no puede ser un procedimiento; escribe su lista en markdown (`- [ ] …`) y adopta ese fichero.',
  },
  notMarkdown: {
    en: 'not markdown, which a procedure is; save or convert it as a file that ends in .md and adopt that.',
    es: 'no es markdown, y un procedimiento lo es; guárdalo o conviértelo en un fichero que acabe en .md y adopta ese.',
  },
  notInPlace: {
    en: 'only a file that ends in .md can be a record itself; leave out --in-place, and a new one is made of it.',
    es: 'solo un fichero que acabe en .md puede ser un registro; sin --in-place se crea uno nuevo a partir de él.',
  },
  config: {
    en: 'part of the configuration, so it cannot become a procedure.',
    es: 'es parte de la configuración, así que no puede ser un procedimiento.',
  },
  folder: {
    en: 'in a folder where no records are looked for; copy it to another one and adopt the copy.',
    es: 'está en una carpeta en la que no se buscan registros; cópialo a otra y adopta la copia.',
  },
  isRecord: { en: 'a record already ({id}).', es: 'ya es un registro ({id}).' },
  adopted: { en: 'adopted already: it is {id} ({file}).', es: 'ya está adoptado: es {id} ({file}).' },
  empty: { en: 'there is no text in it.', es: 'no contiene texto.' },
  unreadFrontMatter: {
    en: 'its front matter is not YAML that can be read, so nothing can be added to it; leave out --in-place, and a new file is made.',
    es: 'su front matter no es YAML legible, así que no se le puede añadir nada; sin --in-place se crea un fichero nuevo.',
  },
  foreignFields: {
    en: 'its front matter has fields of another tool ({keys}), which a record cannot have as they are; leave out --in-place, and a new file is made.',
    es: 'su front matter tiene campos de otra herramienta ({keys}), y un registro no puede llevarlos así; sin --in-place se crea un fichero nuevo.',
  },
  leftOut: {
    en: 'the configuration’s `records` leave it out, so it would be no record; leave out --in-place, and a new file is made.',
    es: '`registros` de la configuración lo deja fuera, así que no sería un registro; sin --in-place se crea un fichero nuevo.',
  },
  noId: {
    en: 'no id can be made of its title or its name; give one with --id.',
    es: 'ni su título ni su nombre dan un identificador; indícalo con --id.',
  },
  badId: {
    en: '“{id}” is not an id of this workspace, such as PROC-RELEASE.',
    es: '«{id}» no es un identificador de este espacio de trabajo, como PROC-RELEASE.',
  },
  idTaken: { en: 'there is a record {id} already.', es: 'ya existe un registro {id}.' },
} as const satisfies { [code: string]: Localized };

/** A file that cannot be adopted, and why. */
export interface AdoptRefusal {
  readonly refused: keyof typeof adoptRefusals;
  readonly args?: MessageArgs;
}

/** What a file is by its name that cannot become a procedure. Notes without an ending, and plain text, can. */
export function endingRefusal(file: string, inPlace: boolean): AdoptRefusal | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (isConfigFile(file)) return { refused: 'config' };
  if (/^ya?ml$/.test(ending)) return { refused: 'form' };
  if (/^(?:md|markdown)$/.test(ending)) return undefined;
  if (!/^(?:|mdown|mkd|mkdn|txt|text)$/.test(ending)) return { refused: 'notMarkdown' };
  return inPlace ? { refused: 'notInPlace' } : undefined;
}
