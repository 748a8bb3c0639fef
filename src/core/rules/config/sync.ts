import { placeOf } from '../../findings/places';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';

/** `config/sync`: how a change of configuration gets from one environment to another. */
export const configSync = defineRule({
  id: 'config/sync',
  severity: 'info',
  needsTeam: true,
  lasts: 'always',
  waivable: false,
  reads: ['configuration_change'],
  sources: ['A'],
  title: { en: 'Synchronising configuration', es: 'Sincronizar la configuración' },
  explanation: {
    en: 'A minor change of configuration may be made directly in production. A medium one, such as a new kind of field or form, is better synchronised between the environments. A major one, such as a whole new series, is imported completely. The hint is given as long as the change is open.',
    es: 'Un cambio menor de configuración puede hacerse directamente en producción. Uno medio, como un nuevo tipo de campo o formulario, conviene sincronizarlo entre entornos. Uno mayor, como una serie nueva, se importa completo. La indicación se da mientras el cambio está abierto.',
  },
  messages: {
    minor: {
      en: 'A minor change of configuration: it may be made directly in production.',
      es: 'Un cambio menor de configuración: puede hacerse directamente en producción.',
    },
    medium: {
      en: 'A medium change of configuration: synchronise the environments, and move aside what should not go along.',
      es: 'Un cambio medio de configuración: sincroniza los entornos y aparta lo que no deba pasar.',
    },
    major: {
      en: 'A major change of configuration: make a full import.',
      es: 'Un cambio mayor de configuración: haz una importación completa.',
    },
  },
  *check(record, context) {
    const size = record.data.configuration_change;
    if (!size || !isOpen(stageOfRecord(record, context.config))) return;
    yield { message: size, range: placeOf(record, ['configuration_change']) };
  },
});
