import type { Localized } from '../../core/model/text/localized';

/** What the command line says of receipts: of writing them, and of verifying them. */
export const receiptTexts = {
  receiptWritten: { en: 'Receipt written to {path}.', es: 'Justificante escrito en {path}.' },
  receiptSigned: { en: 'Signature written to {path}.', es: 'Firma escrita en {path}.' },
  receiptNoted: {
    en: 'Receipt kept as a note on the tag {tag} (refs/notes/changebook).',
    es: 'Justificante guardado como nota en la etiqueta {tag} (refs/notes/changebook).',
  },
  receiptFile: {
    en: 'A receipt goes into a file: --receipt receipt.json.',
    es: 'Un justificante va en un fichero: --receipt justificante.json.',
  },
  receiptNeeded: {
    en: '--{option} is about a receipt; give --receipt FILE as well.',
    es: '--{option} trata de un justificante; indica también --receipt FICHERO.',
  },
  receiptUndecided: {
    en: 'No receipt was written: nothing was decided.',
    es: 'No se ha escrito ningún justificante: no se ha decidido nada.',
  },
  receiptNoGit: {
    en: 'No receipt was written: git cannot say which commit this is ({reason}).',
    es: 'No se ha escrito ningún justificante: git no puede decir qué commit es este ({reason}).',
  },
  receiptShallow: {
    en: 'No receipt was written: this clone is shallow, and a receipt speaks of the whole history; fetch it (git fetch --unshallow, fetch-depth: 0 in a pipeline).',
    es: 'No se ha escrito ningún justificante: este clon es superficial y un justificante habla de todo el historial; tráelo (git fetch --unshallow, fetch-depth: 0 en un pipeline).',
  },
  receiptUnborn: {
    en: 'No receipt was written: there is no commit yet.',
    es: 'No se ha escrito ningún justificante: todavía no hay ningún commit.',
  },
  receiptDirty: {
    en: 'No receipt was written: {files} {count|is|are} not as committed, and nobody could replay the decision from the commit.',
    es: 'No se ha escrito ningún justificante: {files} no {count|está como en el commit|están como en el commit}, y nadie podría repetir la decisión a partir del commit.',
  },
  artifactDiffers: {
    en: 'The artifact {given} is not the one that {record} names: {named}.',
    es: 'El artefacto {given} no es el que nombra {record}: {named}.',
  },
  verifyTarget: {
    en: 'Say what to verify: a receipt (changebook verify receipt.json).',
    es: 'Di qué verificar: un justificante (changebook verify justificante.json).',
  },
  verifyFolder: {
    en: '{path} is a folder, and not one of the things that can be verified; name a receipt.',
    es: '{path} es una carpeta, y no una de las cosas que se pueden verificar; nombra un justificante.',
  },
  verifyUnread: {
    en: '{path} cannot be read ({code}).',
    es: 'No se puede leer {path} ({code}).',
  },
  verify_notJson: {
    en: '{path} is no receipt: it is not whole JSON.',
    es: '{path} no es un justificante: no es JSON completo.',
  },
  verify_notReceipt: {
    en: '{path} is no receipt of Changebook’s gate, or one of a version that this one does not know.',
    es: '{path} no es un justificante de la compuerta de Changebook, o es de una versión que esta no conoce.',
  },
  verify_notCanonical: {
    en: '{path} was edited: it is not written as Changebook writes receipts.',
    es: '{path} ha sido editado: no está escrito como Changebook escribe los justificantes.',
  },
  verifyNoGit: {
    en: 'The receipt cannot be verified: git cannot say what this repository holds ({reason}).',
    es: 'El justificante no se puede verificar: git no puede decir qué contiene este repositorio ({reason}).',
  },
  verifyOther: {
    en: 'The receipt is of another repository: this one does not begin with {root}.',
    es: 'El justificante es de otro repositorio: este no empieza por {root}.',
  },
  verifyShallow: {
    en: 'This clone is shallow: it lacks the history from which the decision could be replayed; fetch it (git fetch --unshallow).',
    es: 'Este clon es superficial: le falta el historial con el que se podría repetir la decisión; tráelo (git fetch --unshallow).',
  },
  verifyUnknown: {
    en: 'The commit {commit} of the receipt is not here: fetch it, or the history was rewritten after the receipt.',
    es: 'El commit {commit} del justificante no está aquí: tráelo, o el historial se reescribió después del justificante.',
  },
  verifyRewritten: {
    en: 'The history was rewritten after the receipt: no branch and no tag leads to its commit {commit}.',
    es: 'El historial se reescribió después del justificante: ninguna rama ni etiqueta lleva a su commit {commit}.',
  },
  verifyWorkspace: {
    en: 'The receipt is of the workspace “{workspace}” of this repository; verify it there.',
    es: 'El justificante es del espacio de trabajo «{workspace}» de este repositorio; verifícalo allí.',
  },
  verifyMissing: {
    en: 'This clone lacks objects of the commit {commit}, so the decision cannot be replayed; a clone that is not partial has them.',
    es: 'A este clon le faltan objetos del commit {commit}, así que no se puede repetir la decisión; un clon que no sea parcial los tiene.',
  },
  verifyOwnList: {
    en: 'The list of allowed signers lies among the files of this repository, so no signature can be verified; keep it elsewhere (git config --global gpg.ssh.allowedSignersFile …).',
    es: 'La lista de firmantes admitidos está entre los ficheros de este repositorio, así que no se puede verificar ninguna firma; guárdala en otro sitio (git config --global gpg.ssh.allowedSignersFile …).',
  },
  verifySame: {
    en: 'The same: {verdict} at {time}, by the records and the configuration of {commit}.',
    es: 'Lo mismo: {verdict} el {time}, según los registros y la configuración de {commit}.',
  },
  verifyDiffers: {
    en: 'The decision does not come out the same.',
    es: 'La decisión no sale igual.',
  },
  verifyInfo: { en: 'Note: {message}', es: 'Nota: {message}' },
  verifyLoosened: {
    en: 'Rules were loosened since: {message}.',
    es: 'Desde entonces se han relajado reglas: {message}.',
  },
  verifyAside: {
    en: 'Its commit is not part of what is checked out here.',
    es: 'Su commit no forma parte de lo que está extraído aquí.',
  },
  verifyVersion: {
    en: 'Decided by version {said}, replayed by {own}: of the reasons only the rules were compared, not the words.',
    es: 'Decidido por la versión {said}, repetido por la {own}: de los motivos se han comparado las reglas, no las palabras.',
  },
  verifyArtifact: {
    en: 'The digest of the artifact was given in the call; no record names it.',
    es: 'La huella del artefacto se dio en la llamada; ningún registro la nombra.',
  },
  verifyUnsigned: { en: 'The receipt is not signed.', es: 'El justificante no está firmado.' },
} as const satisfies { [name: string]: Localized };
