import { environmentNamed, productionEnvironments, sameName } from '../../config/environments';
import { placeOf } from '../../findings/places';
import { text } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';

/** `validation/missing`: what goes to production was validated elsewhere first. */
export const validationMissing = defineRule({
  id: 'validation/missing',
  severity: 'warning',
  needsTeam: true,
  errorFrom: 'to_be_released',
  reads: ['tests', 'environments', 'deployment_type', 'agreement'],
  options: {
    type_3: {
      type: text,
      default: 'UAT',
      description: { en: 'Where type 3 is validated.', es: 'Dónde se valida el tipo 3.' },
    },
    type_4: {
      type: text,
      default: 'QA',
      description: { en: 'Where type 4 is validated.', es: 'Dónde se valida el tipo 4.' },
    },
  },
  sources: ['S', 'A'],
  title: { en: 'Not validated before production', es: 'Sin validar antes de producción' },
  explanation: {
    en: 'A change for production was validated in some other environment first: type 3 by users in UAT, type 4 in QA. Emergencies are excused, and so is a change whose risk somebody accepted in `agreement`. While the change is being prepared it is a warning; once it is to be released it is an error.',
    es: 'Un cambio para producción se validó antes en otro entorno: el tipo 3 por usuarios en UAT, el tipo 4 en QA. Las emergencias quedan exentas, y también un cambio cuyo riesgo alguien aceptó en `conformidad`. Mientras se prepara es una advertencia; desde que está por desplegar es un error.',
  },
  messages: {
    none: {
      en: 'This change goes to {environments} and was validated nowhere; add `tests.validated_in`, or have the risk accepted in `agreement`.',
      es: 'Este cambio va a {environments} y no se ha validado en ningún sitio; añade `pruebas.validado_en`, o que se acepte el riesgo en `conformidad`.',
    },
    environment: {
      en: 'A change of type {type} is validated in {needed} first; so far it was in {validated}.',
      es: 'Un cambio de tipo {type} se valida antes en {needed}; hasta ahora se hizo en {validated}.',
    },
  },
  *check(record, context) {
    const { change_type, deployment_type: type, agreement, tests } = record.data;
    if (change_type === 'emergency' || agreement?.risk_accepted_by) return;
    const production = productionEnvironments(record.data, context.config);
    if (production.length === 0) return;
    const validated = tests?.validated_in ?? [];
    const range = placeOf(record, ['tests', 'validated_in']);
    if (validated.length === 0) {
      yield { message: 'none', range, args: { environments: production.join(', ') } };
      return;
    }
    // Not said yet: that is what a placeholder is reported for.
    if (validated.some((name) => /^TB[CD]$/i.test(name))) return;
    const { customer } = record.data;
    const isCalled = (name: string, other: string): boolean =>
      sameName(name, other) ||
      sameName(
        environmentNamed(context.config, customer, name)?.name,
        environmentNamed(context.config, customer, other)?.name,
      );
    const needed = context.option(type === 3 ? 'type_3' : 'type_4');
    if ((type !== 3 && type !== 4) || typeof needed !== 'string') return;
    if (validated.some((name) => isCalled(name, needed))) return;
    yield { message: 'environment', range, args: { type, needed, validated: validated.join(', ') } };
  },
});
