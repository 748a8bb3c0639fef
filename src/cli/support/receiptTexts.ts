import type { Localized } from '../../core/model/text/localized';

/** What the command line says of receipts: of writing them, and of verifying them. */
export const receiptTexts = {
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
    en: 'Say what to verify: a receipt or a pack (changebook verify receipt.json), or a tag whose note has one (--tag).',
    es: 'Di qué verificar: un justificante o un dossier (changebook verify justificante.json), o una etiqueta cuya nota tenga uno (--tag).',
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
  verifyUnknowing: {
    en: 'The decision cannot be replayed here. {message}',
    es: 'Aquí no se puede repetir la decisión. {message}',
  },
  verifyMissing: {
    en: 'This clone lacks objects of the commit {commit}, so the decision cannot be replayed; a clone that is not partial has them.',
    es: 'A este clon le faltan objetos del commit {commit}, así que no se puede repetir la decisión; un clon que no sea parcial los tiene.',
  },
  verifyNoCopy: {
    en: 'The commit {commit} cannot be copied into a temporary folder for the replay ({code}).',
    es: 'No se puede copiar el commit {commit} a una carpeta temporal para repetir la decisión ({code}).',
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
  verifyUnsure: { en: 'It cannot be verified.', es: 'No se puede verificar.' },
  verifyNoNote: {
    en: 'The tag {tag} is not here, or no receipt is kept in its note (refs/notes/changebook; git fetch origin "refs/notes/*:refs/notes/*" brings notes).',
    es: 'La etiqueta {tag} no está aquí, o no hay ningún justificante en su nota (refs/notes/changebook; git fetch origin "refs/notes/*:refs/notes/*" trae las notas).',
  },
  verifyEarly: {
    en: 'The decision is of {time}, and its commit was only made at {made}.',
    es: 'La decisión es del {time} y su commit no se hizo hasta el {made}.',
  },
  verifyOtherTag: {
    en: 'It stands in the note of {tag}, and is not about that tag.',
    es: 'Está en la nota de {tag} y no trata de esa etiqueta.',
  },
  signature_bad: {
    en: 'The signature is not of this text, or not made for a receipt.',
    es: 'La firma no es de este texto, o no se hizo para un justificante.',
  },
  signature_expired: {
    en: 'The signature does not count any more: it, or the key that it was made with, has expired.',
    es: 'La firma ya no cuenta: ha caducado, o ha caducado la clave con la que se hizo.',
  },
  signature_revoked: {
    en: 'The signature does not count any more: the key that it was made with was revoked.',
    es: 'La firma ya no cuenta: se revocó la clave con la que se hizo.',
  },
  signature_noProgram: {
    en: 'The signature cannot be checked: {program} was not found.',
    es: 'No se puede comprobar la firma: no se ha encontrado {program}.',
  },
  signature_unknownKey: {
    en: 'The signature cannot be checked: {program} does not know the key.',
    es: 'No se puede comprobar la firma: {program} no conoce la clave.',
  },
  signedBy: {
    en: 'Signed by {who}; the configuration names nobody whose signature counts (`receipts: { signers }`).',
    es: 'Firmado por {who}; la configuración no nombra a nadie cuya firma cuente (`justificantes: { firmantes }`).',
  },
  signedCounts: { en: 'Signed by {who}.', es: 'Firmado por {who}.' },
  signedByOther: {
    en: 'It is signed by {who}, whose signature does not count here.',
    es: 'Lo firma {who}, cuya firma no cuenta aquí.',
  },
  unsignedNamed: {
    en: 'The receipt is not signed, and the configuration names whose signature counts.',
    es: 'El justificante no está firmado, y la configuración nombra de quién cuenta la firma.',
  },
  sign_noKey: {
    en: 'No receipt was written: your own git configuration names no key (git config --global user.signingKey …).',
    es: 'No se ha escrito ningún justificante: tu propia configuración de git no nombra ninguna clave (git config --global user.signingKey …).',
  },
  sign_relativeKey: {
    en: 'No receipt was written: the key {said} of your git configuration is no absolute path.',
    es: 'No se ha escrito ningún justificante: la clave {said} de tu configuración de git no es una ruta absoluta.',
  },
  sign_noProgram: {
    en: 'No receipt was written: {program} was not found, so it could not be signed.',
    es: 'No se ha escrito ningún justificante: no se ha encontrado {program}, así que no se ha podido firmar.',
  },
  sign_failed: {
    en: 'No receipt was written: {program} did not sign it ({said}).',
    es: 'No se ha escrito ningún justificante: {program} no lo ha firmado ({said}).',
  },
  noteNoTag: {
    en: 'Say which tag keeps the receipt: --tag, or a change that releases one.',
    es: 'Di qué etiqueta guarda el justificante: --tag, o un cambio que publique una.',
  },
  noteFailed: {
    en: 'The receipt could not be kept as a note on {tag}: {reason}',
    es: 'No se ha podido guardar el justificante como nota en {tag}: {reason}',
  },
  verifyReviews: {
    en: 'What was told of pull requests stands in the receipt alone; who holds which role, and what was reviewed, was looked up.',
    es: 'Lo que se dijo de los pull requests solo está en el justificante; quién tiene qué rol, y qué se revisó, se ha buscado.',
  },
  verifyUnsigned: { en: 'The receipt is not signed.', es: 'El justificante no está firmado.' },
} as const satisfies { [name: string]: Localized };
