import type { Localized } from '../model/text/localized';
import type { DropReason } from './droppedRecords';

/** Why a record was dropped, in a few words. */
export const dropReasons: { readonly [reason in DropReason]: Localized } = {
  link: { en: 'a link now', es: 'ahora es un enlace' },
  ending: { en: 'its name does not end with .md', es: 'su nombre no acaba en .md' },
  folder: { en: 'in this folder none is looked for', es: 'en esta carpeta no se busca ninguno' },
  nested: { en: 'in a workspace of its own now', es: 'ahora en un espacio de trabajo propio' },
  ignored: { en: 'kept out by .gitignore', es: 'lo deja fuera .gitignore' },
  globs: { en: 'no glob of records fits', es: 'ningún patrón de registros encaja' },
  gone: { en: 'gone', es: 'ya no está' },
  untracked: { en: 'not in this repository', es: 'no está en este repositorio' },
  noRecord: { en: 'its front matter names no type', es: 'su front matter no indica un tipo' },
  type: { en: 'of another type now', es: 'ahora de otro tipo' },
  id: { en: 'under another id now', es: 'ahora con otro identificador' },
  doubled: { en: 'another file has the same id', es: 'otro fichero tiene el mismo identificador' },
};

export function isDropReason(text: string): text is DropReason {
  return Object.hasOwn(dropReasons, text);
}
