import type { Localized } from '../model/text/localized';

/** The figures that are lengths of time, with what each says and what is counted in it. */
export const spanFigures = {
  askedToDeployed: {
    title: { en: 'From request to deployed', es: 'De solicitud a despliegue' },
    counts: {
      en: 'From `requested_at` to `actual.end` of deployments that did not fail.',
      es: 'De `solicitado` a `real.fin` de los despliegues que no fallaron.',
    },
  },
  approvedToDeployed: {
    title: { en: 'From approval to deployed', es: 'De aprobación a despliegue' },
    counts: {
      en: 'From the last approval that counts to `actual.end` of deployments that did not fail.',
      es: 'De la última aprobación que cuenta a `real.fin` de los despliegues que no fallaron.',
    },
  },
  restore: {
    title: { en: 'Time to restore', es: 'Tiempo de restauración' },
    counts: {
      en: 'Of deployments that failed or were rolled back: from `actual.rollback.at` to `actual.end`; without a rollback, from `actual.end` to that of the first change that follows it up and went well.',
      es: 'De los despliegues fallidos o revertidos: de `real.reversion.fecha` a `real.fin`; sin reversión, de `real.fin` al del primer cambio que le da continuidad y salió bien.',
    },
  },
  reportedToFixed: {
    title: { en: 'From report to fixed', es: 'De comunicación a corrección' },
    counts: {
      en: 'Of changes that fix an incident: from `reported_at` to `actual.end` of deployments that did not fail.',
      es: 'De los cambios que corrigen una incidencia: de `reportado` a `real.fin` de los despliegues que no fallaron.',
    },
  },
  startDelay: {
    title: { en: 'Start after the planned one', es: 'Inicio respecto al previsto' },
    counts: {
      en: 'From `schedule.start` to `actual.start`; below zero where it began earlier.',
      es: 'De `programacion.inicio` a `real.inicio`; bajo cero si empezó antes.',
    },
  },
  endDelay: {
    title: { en: 'End after the planned one', es: 'Fin respecto al previsto' },
    counts: {
      en: 'From the end of the window to `actual.end`; below zero where it ended earlier.',
      es: 'Del fin de la ventana a `real.fin`; bajo cero si terminó antes.',
    },
  },
} as const satisfies { readonly [name: string]: FigureWords };

/** The figures that are shares of deployments, with what each says and what is counted in it. */
export const shareFigures = {
  failed: {
    title: { en: 'Failed or rolled back', es: 'Fallidos o revertidos' },
    counts: {
      en: 'Of deployments with an `outcome`: those that failed, or were rolled back.',
      es: 'De los despliegues con `resultado`: los fallidos o revertidos.',
    },
  },
  withinWindow: {
    title: { en: 'Ended within their window', es: 'Terminados en su ventana' },
    counts: {
      en: 'Of deployments with a window: those with `actual.end` by its end.',
      es: 'De los despliegues con ventana: los que tienen `real.fin` antes de que acabe.',
    },
  },
  emergency: {
    title: { en: 'Emergencies', es: 'Emergencias' },
    counts: {
      en: 'Of deployments with a `change_type`: those of type `emergency`.',
      es: 'De los despliegues con `tipo_cambio`: los de tipo `emergencia`.',
    },
  },
  standard: {
    title: { en: 'Standard changes', es: 'Cambios estándar' },
    counts: {
      en: 'Of deployments with a `change_type`: those of type `standard`.',
      es: 'De los despliegues con `tipo_cambio`: los de tipo `estandar`.',
    },
  },
  waived: {
    title: { en: 'With waivers', es: 'Con exenciones' },
    counts: {
      en: 'Of all deployments: those with an entry in `waivers`.',
      es: 'De todos los despliegues: los que tienen alguna entrada en `exenciones`.',
    },
  },
  startNotice: {
    title: { en: 'Start notices in time', es: 'Avisos de inicio a tiempo' },
    counts: {
      en: 'Of deployments for which `notify/start` counts: those with a start notice at most 15 minutes after `actual.start`.',
      es: 'De los despliegues a los que se aplica `notify/start`: los que tienen un aviso de inicio como mucho 15 minutos después de `real.inicio`.',
    },
  },
  usersNotice: {
    title: { en: 'Notices to users in time', es: 'Avisos a usuarios a tiempo' },
    counts: {
      en: 'Of deployments with an outage for which `notify/users` counts: those with a notice to users as many hours before `schedule.start` as that rule asks for.',
      es: 'De los despliegues con corte a los que se aplica `notify/users`: los que tienen un aviso a usuarios con la antelación a `programacion.inicio` que pide esa regla.',
    },
  },
  delayNotice: {
    title: { en: 'Delay notices in time', es: 'Avisos de demora a tiempo' },
    counts: {
      en: 'Of deployments that ended after their window and for which `notify/delay` counts: those with a delay notice before `actual.end`.',
      es: 'De los despliegues que terminaron después de su ventana y a los que se aplica `notify/delay`: los que tienen un aviso de demora antes de `real.fin`.',
    },
  },
} as const satisfies { readonly [name: string]: FigureWords };

/** What a figure is called, and what is counted in it. */
export interface FigureWords {
  readonly title: Localized;
  readonly counts: Localized;
}

export type SpanName = keyof typeof spanFigures;
export type ShareName = keyof typeof shareFigures;

export const spanNames = Object.keys(spanFigures) as SpanName[];
export const shareNames = Object.keys(shareFigures) as ShareName[];

/** Why a change is not among the deployments, or a deployment not in a figure. */
export const leftOutWords = {
  open: { en: '{count} still open', es: '{count} aún {count|abierto|abiertos}' },
  calledOff: {
    en: '{count} rejected or cancelled',
    es: '{count} {count|rechazado o cancelado|rechazados o cancelados}',
  },
  noEnd: { en: '{count} closed without `actual.end`', es: '{count} {count|cerrado|cerrados} sin `real.fin`' },
  endsFirst: {
    en: '{count} with an end before the start',
    es: '{count} con el fin antes del inicio',
  },
  notYet: { en: '{count} with an end after now', es: '{count} con el fin después de ahora' },
  tooOld: {
    en: '{count} with an end more than fifty years ago',
    es: '{count} con el fin hace más de cincuenta años',
  },
  outside: { en: '{count} outside of the period', es: '{count} fuera del período' },
  otherCustomer: { en: '{count} of other customers', es: '{count} de otros clientes' },
  failed: {
    en: '{count} failed or rolled back',
    es: '{count} {count|fallido o revertido|fallidos o revertidos}',
  },
  superseded: { en: '{count} superseded', es: '{count} {count|reemplazado|reemplazados}' },
  noOutcome: { en: '{count} without an `outcome`', es: '{count} sin `resultado`' },
  noRequest: { en: '{count} without `requested_at`', es: '{count} sin `solicitado`' },
  noApproval: {
    en: '{count} without a dated approval of {count|its|their} own',
    es: '{count} sin aprobación propia con fecha',
  },
  noBegin: { en: '{count} without a known beginning', es: '{count} sin comienzo conocido' },
  noFollowUp: {
    en: '{count} that nothing has followed up yet',
    es: '{count} sin cambio que le dé continuidad',
  },
  noWindow: { en: '{count} without a window', es: '{count} sin ventana' },
  noType: { en: '{count} without a `change_type`', es: '{count} sin `tipo_cambio`' },
  backwards: { en: '{count} that would be below zero', es: '{count} que {count|sería|serían} bajo cero' },
  tooLong: { en: '{count} of more than ten years', es: '{count} de más de diez años' },
  emergency: { en: '{count} {count|emergency|emergencies}', es: '{count} {count|emergencia|emergencias}' },
  untimed: { en: '{count} without a time that tells', es: '{count} sin una hora que lo diga' },
} as const satisfies { readonly [why: string]: Localized };

export type LeftOutReason = keyof typeof leftOutWords;
