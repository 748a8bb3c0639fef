import type { ActionText } from './actionText';

/** Why a file is not taken as evidence of a step. */
export const evidenceRefusals = {
  evidenceGone: {
    en: 'There is no file {file} to take as evidence. Nothing was changed.',
    es: 'No hay ningún fichero {file} que tomar como evidencia. No se ha cambiado nada.',
  },
  evidenceLink: {
    en: '{file} is a symbolic link, which proves nothing; use the file that it leads to. Nothing was changed.',
    es: '{file} es un enlace simbólico, que no demuestra nada; usa el fichero al que lleva. No se ha cambiado nada.',
  },
  evidenceFolder: {
    en: '{file} is no plain file but a folder, or something else; evidence is one file, so pack several into one. Nothing was changed.',
    es: '{file} no es un fichero corriente, sino una carpeta u otra cosa; la evidencia es un solo fichero, así que empaqueta varios en uno. No se ha cambiado nada.',
  },
  evidenceOutside: {
    en: '{file} lies outside of the workspace, and only what lies in it is taken as evidence; copy it there first. Nothing was changed.',
    es: '{file} está fuera del espacio de trabajo y solo se toma como evidencia lo que hay en él; cópialo antes ahí. No se ha cambiado nada.',
  },
  evidenceTooLarge: {
    en: '{file} is larger than {most} MB, the most that evidence may have, since every clone carries it; keep it elsewhere and say where{how}. Nothing was changed.',
    es: '{file} pasa de {most} MB, lo máximo para una evidencia, porque la lleva cada clon; guárdalo en otro sitio y di dónde{how}. No se ha cambiado nada.',
    how: '--evidence',
  },
  evidenceEmpty: {
    en: '{file} is empty, so it proves nothing. Nothing was changed.',
    es: '{file} está vacío, así que no demuestra nada. No se ha cambiado nada.',
  },
  evidenceIsRecord: {
    en: '{file} is a record itself, and a copy would be a second one; name it instead{how}. Nothing was changed.',
    es: '{file} es un registro, y una copia sería otro más; nómbralo en su lugar{how}. No se ha cambiado nada.',
    how: '--evidence',
  },
  evidenceThere: {
    en: 'There is another {file} by now; take it back and give your file another name.',
    es: 'Ya hay allí otro {file}; retira el tuyo y ponle otro nombre.',
  },
  evidenceUnread: {
    en: '{file} cannot be read ({code}). Nothing was changed.',
    es: '{file} no se puede leer ({code}). No se ha cambiado nada.',
  },
} as const satisfies { [code: string]: ActionText };
