import { productionEnvironments } from '../../config/environments';
import { placeOf } from '../../findings/places';
import { changeSections, samePlainTitle } from '../../model/vocabulary/sections';
import { defineRule } from '../defineRule';

/** `rollback/missing`: whoever changes production knows the way back. */
export const rollbackMissing = defineRule({
  id: 'rollback/missing',
  severity: 'warning',
  errorFrom: 'to_be_reviewed',
  reads: ['rollback', 'environments', 'components', 'release'],
  sources: ['S', 'P', 'M', 'R'],
  title: { en: 'No rollback', es: 'Sin reversión' },
  explanation: {
    en: 'A change for production says how to undo it before it is reviewed: steps in its rollback section (`rollback.steps_section` may name another one) and, where it brings versions, the version to go back to. While the change is being written a gap is a warning.',
    es: 'Un cambio para producción dice cómo deshacerlo antes de que se revise: pasos en su sección de reversión (`reversion.seccion` puede nombrar otra) y, si trae versiones, la versión a la que se vuelve. Mientras se escribe, lo que falta es una advertencia.',
  },
  messages: {
    steps: {
      en: 'This change goes to {environments} and says nothing about going back; describe the steps in its section “{section}”.',
      es: 'Este cambio va a {environments} y no dice nada de la reversión; describe los pasos en su sección «{section}».',
    },
    version: {
      en: 'This change goes to {environments} and does not say which version to go back to; add `rollback.to`.',
      es: 'Este cambio va a {environments} y no dice a qué versión se vuelve; añade `reversion.a`.',
    },
  },
  *check(record, context) {
    const production = productionEnvironments(record.data, context.config);
    if (production.length === 0) return;
    const environments = production.join(', ');
    const { rollback, components = [], release } = record.data;
    const named = rollback?.steps_section;
    // A heading further down, such as one of the procedure's own, is not the section of the change.
    const steps = record.body.headings.find(({ level, title, section }) =>
      named ? samePlainTitle(title, named) : level === 2 && section === 'rollback',
    );
    if (!steps || steps.empty) {
      const title = named ?? changeSections.rollback[record.language];
      const range = steps?.range ?? placeOf(record, ['rollback', 'steps_section']);
      yield { message: 'steps', range, args: { environments, section: title } };
    }
    // What brings no version has none to go back to.
    if (rollback?.to || (components.length === 0 && !release)) return;
    yield { message: 'version', range: placeOf(record, ['rollback', 'to']), args: { environments } };
  },
});
