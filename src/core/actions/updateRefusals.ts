import type { ActionText } from './actionText';

/** Why a change does not take over a newer version of its procedure. */
export const updateRefusals = {
  noProcedure: {
    en: '{record} follows no procedure, so there is nothing to take over. Nothing was changed.',
    es: '{record} no sigue ningún procedimiento, así que no hay nada que incorporar. No se ha cambiado nada.',
  },
  procedureGone: {
    en: 'There is no procedure {procedure} here, so there is nothing to take over. Nothing was changed.',
    es: 'Aquí no hay ningún procedimiento {procedure}, así que no hay nada que incorporar. No se ha cambiado nada.',
  },
  retiredProcedure: {
    en: '{procedure} is retired, so nothing follows it anew; give its file another version, or take `retired` out of it. Nothing was changed.',
    es: '{procedure} está retirado, así que nada pasa a seguirlo; da otra versión a su fichero o quítale `retirado`. No se ha cambiado nada.',
  },
  closedUpdate: {
    en: 'The change is “{state}”, so it keeps the steps of its day. Nothing was changed.',
    es: 'El cambio está «{state}», así que conserva los pasos de su día. No se ha cambiado nada.',
  },
  versionUnknown: {
    en: 'No commit here has {procedure}, so it cannot be told what the change took from it and what is its own; in a shallow clone git fetch --unshallow brings older commits. Nothing was changed.',
    es: 'Ningún commit tiene aquí {procedure}, así que no se sabe qué tomó de él el cambio y qué es suyo; en un clon superficial, git fetch --unshallow trae commits anteriores. No se ha cambiado nada.',
  },
  updateConflict: {
    en: '{count} {count|place was|places were} changed both here and in {procedure}: {places}. Say which counts{how}. Nothing was changed.',
    es: '{count|Hay {count} sitio cambiado|Hay {count} sitios cambiados} tanto aquí como en {procedure}: {places}. Di cuál cuenta{how}. No se ha cambiado nada.',
    how: { en: '--conflicts change|procedure', es: '--conflicts cambio|procedimiento' },
  },
  cannotUpdate: {
    en: 'Its text is written in a way that cannot be updated safely, such as with several kinds of line breaks; change it by hand. Nothing was changed.',
    es: 'Su texto está escrito de un modo que no se puede actualizar con seguridad, por ejemplo con varios tipos de salto de línea; cámbialo a mano. No se ha cambiado nada.',
  },
} as const satisfies { [code: string]: ActionText };
