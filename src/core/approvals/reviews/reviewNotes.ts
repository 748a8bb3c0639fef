import { argsIn, fillIn, type Language, type Localized, type MessageArgs } from '../../model/text/localized';

/** Why a review, or all of a request, does not count. */
export interface ReviewNote {
  readonly code: ReviewNoteCode;
  readonly args: MessageArgs;
}

export type ReviewNoteCode = keyof typeof texts;

const texts = {
  noAuthor: {
    en: '{request}: the file does not say who opened it, so none of its reviews counts.',
    es: '{request}: el fichero no dice quién lo abrió, así que no cuenta ninguna de sus revisiones.',
  },
  noRequest: {
    en: '{request}: the file holds its reviews and not the pull request itself, so none of them counts. Fetch that, too, into the same file and before them.',
    es: '{request}: el fichero tiene sus revisiones y no el propio pull request, así que no cuenta ninguna. Tráelo también, al mismo fichero y antes que ellas.',
  },
  noCommits: {
    en: '{request}: the file does not say which commits it is from and for, so none of its reviews counts.',
    es: '{request}: el fichero no dice de qué commits es ni para cuáles, así que no cuenta ninguna de sus revisiones.',
  },
  noReviews: {
    en: '{request}: the file holds no list of its reviews, so none counts.',
    es: '{request}: el fichero no tiene la lista de sus revisiones, así que no cuenta ninguna.',
  },
  noHistory: {
    en: '{request}: git does not have {commit} here, or not what lies between, so none of its reviews counts. Fetch all of the history (`fetch-depth: 0`) and the pull request’s own commits.',
    es: '{request}: git no tiene aquí {commit}, o no lo que hay en medio, así que no cuenta ninguna de sus revisiones. Trae todo el historial (`fetch-depth: 0`) y los commits del propio pull request.',
  },
  noRecords: {
    en: '{request} changes no record, so its reviews count for none.',
    es: '{request} no cambia ningún registro, así que sus revisiones no cuentan para ninguno.',
  },
  notChanged: {
    en: '{request} does not change {record}, so its reviews do not count for it.',
    es: '{request} no cambia {record}, así que sus revisiones no cuentan para él.',
  },
  doubled: {
    en: '{request} holds two records with the id {record}, so nobody knows which of them was reviewed.',
    es: '{request} tiene dos registros con el identificador {record}, así que no se sabe cuál se revisó.',
  },
  unknown: {
    en: '{request}: {count} {count|review is|reviews are} by logins that nobody has under `people` in the configuration: {logins}.',
    es: '{request}: {count} {count|revisión es|revisiones son} de usuarios que nadie tiene en `personas`, en la configuración: {logins}.',
  },
  shared: {
    en: '{request}: the login {login} stands for several people under `people`, so its reviews do not count.',
    es: '{request}: el usuario {login} es de varias personas en `personas`, así que sus revisiones no cuentan.',
  },
  author: {
    en: '{request}: {by} opened it, and approves nothing in it.',
    es: '{request}: {by} lo abrió, así que no aprueba nada en él.',
  },
  committed: {
    en: '{request}: {by} committed to it, and approves nothing in it.',
    es: '{request}: {by} tiene commits en él, así que no aprueba nada en él.',
  },
  noTime: {
    en: '{request}: the file does not say when {by} approved it, so that does not count.',
    es: '{request}: el fichero no dice cuándo lo aprobó {by}, así que no cuenta.',
  },
  future: {
    en: '{request}: the approval of {by} is dated {at}, which is still to come, so it does not count.',
    es: '{request}: la aprobación de {by} lleva la fecha {at}, que aún no ha llegado, así que no cuenta.',
  },
  dismissed: {
    en: '{request}: the last review of {by} was dismissed, so it does not count.',
    es: '{request}: la última revisión de {by} se descartó, así que no cuenta.',
  },
  otherRequest: {
    en: '{request}: the approval of {by} is one of another pull request, so it does not count.',
    es: '{request}: la aprobación de {by} es de otro pull request, así que no cuenta.',
  },
  noVersions: {
    en: '{request}: the file does not say when its last version was pushed, so the approval of {by} does not count. GitLab tells it under `versions`.',
    es: '{request}: el fichero no dice cuándo se subió su última versión, así que la aprobación de {by} no cuenta. GitLab lo dice en `versions`.',
  },
  oldVersion: {
    en: '{request}: its last version in the file is not the one that it has now, so the approval of {by} does not count. Fetch it anew.',
    es: '{request}: la última versión en el fichero no es la que tiene ahora, así que la aprobación de {by} no cuenta. Vuelve a traerla.',
  },
  beforeVersion: {
    en: '{request}: {by} approved it before its last version was pushed, so that does not count.',
    es: '{request}: {by} lo aprobó antes de que se subiera su última versión, así que no cuenta.',
  },
  noReviewers: {
    en: '{request}: the file does not say whether somebody asked for changes, so the approval of {by} does not count. GitLab tells it under `reviewers`.',
    es: '{request}: el fichero no dice si alguien pidió cambios, así que la aprobación de {by} no cuenta. GitLab lo dice en `reviewers`.',
  },
  onePage: {
    en: '{request}: the file holds exactly one full page of its reviews, and newer ones may follow, so the approval of {by} does not count. Fetch all pages, of another size (`--paginate`, `?per_page=99`).',
    es: '{request}: el fichero tiene justo una página llena de sus revisiones, y puede haber otras más nuevas, así que la aprobación de {by} no cuenta. Trae todas las páginas, de otro tamaño (`--paginate`, `?per_page=99`).',
  },
  toldTwice: {
    en: '{request} is told of twice, and not the same each time, so the approval of {by} does not count. Fetch it anew, into an empty file.',
    es: 'De {request} se habla dos veces, y no se dice lo mismo, así que la aprobación de {by} no cuenta. Vuelve a traerlo, a un fichero vacío.',
  },
  noCommit: {
    en: '{request}: the file does not say which commit {by} approved, so that does not count.',
    es: '{request}: el fichero no dice qué commit aprobó {by}, así que no cuenta.',
  },
  lostCommit: {
    en: '{request}: {by} approved the commit {commit}, which git does not have here, so that does not count.',
    es: '{request}: {by} aprobó el commit {commit}, que git no tiene aquí, así que no cuenta.',
  },
  notThere: {
    en: '{request}: {by} approved the commit {commit}, in which {record} was not changed yet, so that does not count for it.',
    es: '{request}: {by} aprobó el commit {commit}, en el que {record} aún no había cambiado, así que no cuenta para él.',
  },
  otherContent: {
    en: '{request}: {by} approved {record} as it was in the commit {commit}; it says something else now, so that does not count.',
    es: '{request}: {by} aprobó {record} como estaba en el commit {commit}; ahora dice otra cosa, así que no cuenta.',
  },
  noRole: {
    en: '{request}: {by} holds no role that {record} needs, so the approval does not count for it.',
    es: '{request}: {by} no tiene ningún rol que necesite {record}, así que su aprobación no cuenta para él.',
  },
  involved: {
    en: '{request}: {by} requested {record} or performs it, so the approval does not count for it.',
    es: '{request}: {by} solicitó {record} o lo realiza, así que su aprobación no cuenta para él.',
  },
  unknownDenials: {
    en: '{request}: git does not show whether a denial of {record} was taken out of its list, so no approval of it counts.',
    es: '{request}: git no muestra si se quitó de la lista alguna denegación de {record}, así que no cuenta ninguna aprobación suya.',
  },
  takenOut: {
    en: '{request}: {who} denied {record} as {role} after {by} had approved it, and the denial no longer stands in `approvals` ({commit}), so the approval does not count.',
    es: '{request}: {who} denegó {record} como {role} después de que {by} lo aprobara, y la denegación ya no está en `aprobaciones` ({commit}), así que la aprobación no cuenta.',
  },
} as const satisfies { [code: string]: Localized };

/** The sentence of a note. */
export function reviewNoteText({ code, args }: ReviewNote, language: Language): string {
  return fillIn(texts[code][language], argsIn(language, args));
}
