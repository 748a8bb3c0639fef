import type { Localized } from '../../core/model/text/localized';

/** What `reconcile` says beside its report. */
export const reconcileTexts = {
  reconcileFrom: {
    en: 'Say from which day on deployments are compared: --from 2026-01-01 --to 2026-12-31.',
    es: 'Indica desde qué día se comparan los despliegues: --from 2026-01-01 --to 2026-12-31.',
  },
  reconcileZone: {
    en: 'In which time zone are the times in {path}? [{guess}] ',
    es: '¿En qué zona horaria están las horas de {path}? [{guess}] ',
  },
} as const satisfies { [id: string]: Localized };
