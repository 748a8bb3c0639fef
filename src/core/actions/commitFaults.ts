import { fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';
import { type ActionText, type Face, textFor } from './actionText';

/**
 * What may keep git from taking a commit, each with what was left untouched and what to do. Unless a sentence says
 * otherwise nothing was changed.
 */
export const faultTexts = {
  noProgram: {
    en: 'git was not found; install it (2.36 or newer). Nothing was changed.',
    es: 'No se ha encontrado git; instálalo (2.36 o posterior). No se ha cambiado nada.',
  },
  tooOld: {
    en: 'git {version} is too old; 2.36 or newer is needed. Nothing was committed.',
    es: 'git {version} es demasiado antiguo; se necesita 2.36 o posterior. No se ha hecho ningún commit.',
  },
  noRepository: {
    en: '{file} lies in no git repository, and every action is a commit: create one there (git init) and set it up{how}. Nothing was changed.',
    es: '{file} no está en un repositorio git, y cada acción es un commit: crea uno ahí (git init) y prepáralo{how}. No se ha cambiado nada.',
    how: 'changebook init',
  },
  bare: {
    en: 'This repository has no work tree (it is bare). Nothing was changed.',
    es: 'Este repositorio no tiene copia de trabajo (es «bare»). No se ha cambiado nada.',
  },
  unsafe: {
    en: 'git refuses this repository because somebody else owns it. If you trust it: git config --global --add safe.directory {folder}. Nothing was changed.',
    es: 'git rechaza este repositorio porque es de otra persona. Si te fías: git config --global --add safe.directory {folder}. No se ha cambiado nada.',
  },
  unborn: {
    en: 'This repository has no commit yet, and every action follows one: commit the record first{how}. Nothing was changed.',
    es: 'Este repositorio aún no tiene ningún commit, y cada acción sigue a otro: haz antes el del registro{how}. No se ha cambiado nada.',
    how: 'changebook commit',
  },
  detached: {
    en: 'No branch is checked out (detached HEAD), so the commit would be lost; switch to a branch first (git switch). Nothing was changed.',
    es: 'No hay ninguna rama activa (HEAD suelto) y el commit se perdería; cambia antes a una rama (git switch). No se ha cambiado nada.',
  },
  inProgress: {
    en: 'A {operation} is under way in this repository; finish or abort it first. Nothing was changed.',
    es: 'Hay un {operation} a medias en este repositorio; termínalo o abórtalo antes. No se ha cambiado nada.',
  },
  unmerged: {
    en: 'There are conflicts that nobody has resolved yet, in {files}; resolve them first. Nothing was changed.',
    es: 'Hay conflictos sin resolver en {files}; resuélvelos antes. No se ha cambiado nada.',
  },
  noIdentity: {
    en: 'git does not know who you are. Tell it: git config --global user.name "Your Name" and git config --global user.email you@example.org. Nothing was changed.',
    es: 'git no sabe quién eres. Díselo: git config --global user.name "Tu nombre" y git config --global user.email tu@example.org. No se ha cambiado nada.',
  },
  notCommitted: {
    en: '{file} is not committed yet; commit it first{how}. Nothing was changed.',
    es: '{file} aún no está en ningún commit; haz antes uno{how}. No se ha cambiado nada.',
    how: 'changebook commit {file}',
  },
  stagedOtherwise: {
    en: 'What is staged of {file} is not what lies in the folder; stage it again or take that back (git add, git restore --staged). Nothing was changed.',
    es: 'Lo preparado de {file} no es lo que hay en la carpeta; prepáralo de nuevo o quítalo (git add, git restore --staged). No se ha cambiado nada.',
  },
  stagedDeletion: {
    en: '{file} is staged for deletion; take that back first (git restore --staged). Nothing was changed.',
    es: '{file} está preparado para borrarse; quítalo antes (git restore --staged). No se ha cambiado nada.',
  },
  missing: {
    en: '{file} is gone from the folder; restore it first (git restore). Nothing was changed.',
    es: '{file} ya no está en la carpeta; recupéralo antes (git restore). No se ha cambiado nada.',
  },
  symlink: {
    en: '{file} is a symbolic link; use the file that it leads to. Nothing was changed.',
    es: '{file} es un enlace simbólico; usa el fichero al que lleva. No se ha cambiado nada.',
  },
  notAFile: {
    en: '{file} is no plain file in git (a folder or submodule). Nothing was changed.',
    es: '{file} no es un fichero corriente en git (es una carpeta o un submódulo). No se ha cambiado nada.',
  },
  lfs: {
    en: '{file} is kept by Git LFS, which stores only a pointer to it; take records out of LFS first. Nothing was changed.',
    es: '{file} lo guarda Git LFS, que solo almacena un puntero; saca antes los registros de LFS. No se ha cambiado nada.',
  },
  notUtf8: {
    en: '{file} has bytes that are no UTF-8; convert it first. Nothing was changed.',
    es: '{file} tiene bytes que no son UTF-8; conviértelo antes. No se ha cambiado nada.',
  },
  tooLarge: {
    en: '{file} is larger than 1 MB, more than a record can be. Nothing was changed.',
    es: '{file} pasa de 1 MB, más de lo que puede ocupar un registro. No se ha cambiado nada.',
  },
  otherRepository: {
    en: '{file} lies in another repository than the record, and one commit cannot hold both. Nothing was changed.',
    es: '{file} está en otro repositorio que el registro, y un commit no puede abarcar los dos. No se ha cambiado nada.',
  },
  indexLocked: {
    en: 'Another git command holds {path}. Wait for it to end; if none is running, remove that file yourself. Nothing was changed.',
    es: 'Otra orden de git retiene {path}. Espera a que acabe; si no hay ninguna en marcha, borra tú ese fichero. No se ha cambiado nada.',
  },
  refLocked: {
    en: 'Another git command holds the branch ({path}). Wait for it to end; if none is running, remove that file yourself. Nothing was changed.',
    es: 'Otra orden de git retiene la rama ({path}). Espera a que acabe; si no hay ninguna en marcha, borra tú ese fichero. No se ha cambiado nada.',
  },
  headMoves: {
    en: 'Others kept committing to this branch, {tries} times in a row; try again. Nothing was changed.',
    es: 'Otros no paran de hacer commits en esta rama, {tries} veces seguidas; inténtalo de nuevo. No se ha cambiado nada.',
  },
  hookFailed: {
    en: 'The repository’s {hook} hook refused the commit: {output} The change stays in the file, uncommitted: run the command again, or take it back.',
    es: 'El hook {hook} del repositorio ha rechazado el commit: {output} El cambio queda en el fichero, sin commit: repite la orden o deshazlo.',
  },
  hookRefused: {
    en: 'The repository’s {hook} hook refused the commit: {output} Nothing was committed; the file is as it was.',
    es: 'El hook {hook} del repositorio ha rechazado el commit: {output} No se ha hecho ningún commit; el fichero está como estaba.',
  },
  nameTaken: {
    en: 'There is a file {file} already, and nothing is written over it; move that one first. Nothing was changed.',
    es: 'Ya hay un fichero {file} y no se escribe encima; cambia antes ese de sitio. No se ha cambiado nada.',
  },
  moveEdited: {
    en: '{file} has edits that are not committed, and a file that gets another name takes none along; commit them first{how} or take them back (git restore). Nothing was changed.',
    es: '{file} tiene ediciones sin commit, y un fichero que cambia de nombre no las lleva consigo; haz antes el commit{how} o deshazlas (git restore). No se ha cambiado nada.',
    how: 'changebook commit {file}',
  },
  hookFiles: {
    en: 'The pre-commit hook put other changes into the commit ({files}), which must hold this change alone. Nothing was committed; the file is as it was.',
    es: 'El hook pre-commit ha metido otros cambios en el commit ({files}), que solo debe llevar este. No se ha hecho ningún commit; el fichero está como estaba.',
  },
  noMessage: {
    en: 'A hook of the repository emptied the commit message. Nothing was committed; the file is as it was.',
    es: 'Un hook del repositorio ha vaciado el mensaje del commit. No se ha hecho ningún commit; el fichero está como estaba.',
  },
  signing: {
    en: 'The commit could not be signed, as commit.gpgsign asks: {output} Nothing was committed; the file is as it was.',
    es: 'No se ha podido firmar el commit, como pide commit.gpgsign: {output} No se ha hecho ningún commit; el fichero está como estaba.',
  },
  changedMeanwhile: {
    en: '{file} changed while it was being written; it is left as it is. Nothing was committed; try again.',
    es: '{file} cambió mientras se escribía; queda como está. No se ha hecho ningún commit; inténtalo de nuevo.',
  },
  notWritten: {
    en: '{file} cannot be written ({code}). Nothing was changed.',
    es: '{file} no se puede escribir ({code}). No se ha cambiado nada.',
  },
  inTheWay: {
    en: '{file} cannot be written, since a link or something else stands where it or its folder has to be. Nothing was changed.',
    es: '{file} no se puede escribir: en su sitio o en el de su carpeta hay un enlace u otra cosa. No se ha cambiado nada.',
  },
  diskFull: {
    en: 'The disk is full. Nothing was committed; the file is as it was.',
    es: 'El disco está lleno. No se ha hecho ningún commit; el fichero está como estaba.',
  },
  readOnly: {
    en: 'The repository cannot be written: {output} Nothing was committed; the file is as it was.',
    es: 'El repositorio no se puede escribir: {output} No se ha hecho ningún commit; el fichero está como estaba.',
  },
  cancelled: {
    en: 'Cancelled. Nothing was committed; the file is as it was.',
    es: 'Cancelado. No se ha hecho ningún commit; el fichero está como estaba.',
  },
  failed: {
    en: 'git failed ({output}). Nothing was committed; the file is as it was.',
    es: 'git ha fallado ({output}). No se ha hecho ningún commit; el fichero está como estaba.',
  },
} as const satisfies { [code: string]: ActionText };

export type FaultCode = keyof typeof faultTexts;

/** What went wrong in the outside world, with what its sentence names. */
export interface CommitFault {
  readonly code: FaultCode;
  readonly args: MessageArgs;
}

/**
 * What stands of an action that was not committed and could not be taken back, and in which files; `edits` where nothing
 * of it does, but a hook, or somebody else, has edited them meanwhile; `new` where a file was there before the action.
 */
export interface Kept {
  readonly where: 'file' | 'index' | 'both' | 'edits' | 'new';
  readonly files: string;
  /** Files that hold edits of a hook besides. */
  readonly edited?: string;
}

/** What is said then, in place of that nothing was changed. */
export const keptTexts: { readonly [where in Kept['where']]: Localized } = {
  file: {
    en: 'Nothing was committed, but the change stands in {files}: run the command again to commit it, or take it out by hand (git diff HEAD -- {files}).',
    es: 'No se ha hecho ningún commit, pero el cambio está en {files}: repite la orden para hacer el commit o quítalo a mano (git diff HEAD -- {files}).',
  },
  new: {
    en: 'Nothing was committed; {files} stays as it is.',
    es: 'No se ha hecho ningún commit; {files} queda como está.',
  },
  edits: {
    en: 'Nothing was committed and the change was taken back, but {files} now holds edits of a hook, or others made meanwhile: keep them or take them out (git diff -- {files}).',
    es: 'No se ha hecho ningún commit y el cambio se ha deshecho, pero {files} contiene ahora ediciones de un hook, u otras hechas entretanto: consérvalas o quítalas (git diff -- {files}).',
  },
  index: {
    en: 'Nothing was committed and the file is as it was, but the change is still staged in {files}: run the command again to commit it, or unstage it (git restore --staged -- {files}).',
    es: 'No se ha hecho ningún commit y el fichero está como estaba, pero el cambio sigue preparado en {files}: repite la orden para hacer el commit o retíralo (git restore --staged -- {files}).',
  },
  both: {
    en: 'Nothing was committed, but the change stands in {files} and is staged: run the command again to commit it, or unstage it (git restore --staged -- {files}) and take it out by hand (git diff HEAD -- {files}).',
    es: 'No se ha hecho ningún commit, pero el cambio está en {files} y preparado: repite la orden para hacer el commit, o retíralo (git restore --staged -- {files}) y quítalo a mano (git diff HEAD -- {files}).',
  },
};

const hookEdits: Localized = {
  en: 'A hook left edits of its own in {files}, which are not committed (git diff -- {files}).',
  es: 'Un hook ha dejado ediciones propias en {files}, sin commit (git diff -- {files}).',
};

/** What is said besides of edits that a hook left in files, whatever became of the commit. */
export function hookEditsText(files: string, language: Language): string {
  return fillIn(hookEdits[language], { files });
}

/** What stands of a first commit that was not made: the file that it was to be of, which may just have been written. */
export function newFileKept(
  files: readonly { readonly file: string; readonly isNew?: boolean }[],
): Kept | undefined {
  const [made] = files.filter(({ isNew }) => isNew).map(({ file }) => file);
  return made === undefined ? undefined : { where: 'new', files: made };
}

/** How sentences say that nothing is left of an action. */
const untouched: { readonly [language in Language]: RegExp } = {
  en: /Nothing was (?:changed|committed(?:; the file is as it was)?)\./,
  es: /No se ha (?:cambiado nada|hecho ningún commit(?:; el fichero está como estaba)?)\./,
};

/** A sentence that says what is left of an action instead of that nothing is, where something is. */
export function asItStands(sentence: string, language: Language, kept: Kept | undefined): string {
  if (!kept) return sentence;
  const told = fillIn(keptTexts[kept.where][language], { files: kept.files });
  return untouched[language].test(sentence)
    ? sentence.replace(untouched[language], () => told)
    : `${sentence} ${told}`;
}

/** The sentence of a fault. `kept` tells what stands of the change all the same. */
export function faultText(
  { code, args }: CommitFault,
  language: Language,
  kept?: Kept,
  face: Face = 'commandLine',
): string {
  const sentence = fillIn(textFor(face, faultTexts[code], language), args);
  const keeps = code === 'hookFailed';
  const told = keeps ? sentence : asItStands(sentence, language, kept);
  const edited = keeps && kept?.where === 'edits' ? kept.files : kept?.edited;
  return edited === undefined ? told : `${told} ${hookEditsText(edited, language)}`;
}
