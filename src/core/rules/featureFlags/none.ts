import { placeOf } from '../../findings/places';
import { isOpen } from '../../workflow/stages';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';

/** `feature-flags/none`: what can be switched off needs no rollback. */
export const featureFlagsNone = defineRule({
  id: 'feature-flags/none',
  severity: 'info',
  needsTeam: true,
  reads: ['feature_flags', 'deployment_type'],
  sources: ['A'],
  title: { en: 'No feature flag', es: 'Sin feature flag' },
  explanation: {
    en: 'Wherever possible a change is put in behind a feature flag: permissions or visibility (type 1), a series of its own for trials (type 2), operations and variables that can be switched off (types 3 and 4). The question is asked as long as the change is open.',
    es: 'Siempre que se puede, un cambio se aplica tras un feature flag: permisos o visibilidad (tipo 1), una serie aparte para pruebas (tipo 2), operaciones y variables que se pueden desactivar (tipos 3 y 4). La pregunta se hace mientras el cambio está abierto.',
  },
  messages: {
    none: {
      en: 'This change of type {type} has no feature flag; could it have one, so that it can be switched off?',
      es: 'Este cambio de tipo {type} no tiene feature flag; ¿podría tener uno, para poder desactivarlo?',
    },
  },
  *check(record, context) {
    const { deployment_type: type, feature_flags = [] } = record.data;
    if (type === undefined || feature_flags.length > 0 || !isOpen(stageOfRecord(record, context.config)))
      return;
    yield { message: 'none', range: placeOf(record, ['feature_flags']), args: { type } };
  },
});
