import type { Localized } from '../../core/model/text/localized';

/** What is said of files of reviews. */
export const reviewTexts = {
  reviews_cut: {
    en: '--reviews {path}: the JSON ends in the middle, in line {line}; fetch it anew.',
    es: '--reviews {path}: el JSON se corta a la mitad, en la línea {line}; vuelve a traerlo.',
  },
  reviews_json: {
    en: '--reviews {path}: from line {line} on it is no JSON.',
    es: '--reviews {path}: desde la línea {line} no es JSON.',
  },
  reviews_doubled: {
    en: '--reviews {path}: an object in it says “{key}” twice, so nobody knows which of the two is meant.',
    es: '--reviews {path}: un objeto dice «{key}» dos veces, así que no se sabe cuál de las dos vale.',
  },
  reviews_empty: {
    en: '--reviews {path}: it is empty.',
    es: '--reviews {path}: está vacío.',
  },
  reviews_host: {
    en: '--reviews {path}: the host did not answer with reviews but said “{said}”.',
    es: '--reviews {path}: el servidor no contestó con revisiones, sino que dijo «{said}».',
  },
  reviews_unknown: {
    en: '--reviews {path}: part {document} of it is neither a pull request or its reviews as GitHub tells of them, nor one with its approvals, versions or reviewers as GitLab does, nor of the form of schemas/reviews.schema.json.',
    es: '--reviews {path}: su parte {document} no es ni un pull request o sus revisiones como los cuenta GitHub, ni uno con sus aprobaciones, versiones o revisores como los cuenta GitLab, ni tiene la forma de schemas/reviews.schema.json.',
  },
  reviews_none: {
    en: 'No review in that file counts for {id}, so nothing is written down.',
    es: 'Ninguna revisión de ese fichero cuenta para {id}, así que no se anota nada.',
  },
  reviews_nobody: {
    en: 'What is written down of reviews stays a claim until `reviews` in the configuration names the account whose commits may say so.',
    es: 'Lo que se anota de revisiones no pasa de afirmación hasta que `revisiones`, en la configuración, nombre la cuenta cuyos commits pueden decirlo.',
  },
  reviews_other: {
    en: 'What is written down of reviews counts only in commits by {account} (`reviews` in the configuration), and git commits here as {own}.',
    es: 'Lo que se anota de revisiones solo cuenta en commits de {account} (`revisiones`, en la configuración), y aquí git hace los commits como {own}.',
  },
  reviewsAlone: {
    en: '--from-reviews says itself who decides, in which role and how: leave out --role, --by and --deny.',
    es: '--from-reviews ya dice quién decide, con qué rol y cómo: deja fuera --role, --by y --deny.',
  },
  reviews_tracked: {
    en: '--reviews {path}: git has this file in the repository, where any branch can write it; fetch it to another place.',
    es: '--reviews {path}: git tiene este fichero en el repositorio, donde cualquier rama puede escribirlo; tráelo a otro sitio.',
  },
  reviewApproved: {
    en: 'Approved in a review as {role}: {by} ({where})',
    es: 'Aprobado en una revisión como {role}: {by} ({where})',
  },
  reviewDenied: {
    en: 'Denied in a review as {role}: {by} ({where})',
    es: 'Denegado en una revisión como {role}: {by} ({where})',
  },
} as const satisfies { [name: string]: Localized };
