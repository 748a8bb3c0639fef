import { field } from './fieldType';
import { date, listOf, object, text } from './fieldTypes';

/** What a row of it says. */
export const unrecordedFields = {
  match: field(
    'coincide',
    text,
    'Glob of what needs no record: a version or a tag, an environment, a component, or one of these two with a version behind a slash.',
    'Patrón de lo que no necesita registro: una versión o etiqueta, un entorno, un componente, o uno de estos dos con una versión tras una barra.',
    'production/cert-*',
  ),
  by: field('por', text, 'Who says so.', 'Quién lo dice.', 'Diego Marín'),
  reason: field('motivo', text, 'Why.', 'Por qué.', 'Certificates are renewed by a job'),
  until: field('hasta', date, 'Last day on which it holds.', 'Último día en que vale.', '2026-12-31'),
};

/** `unrecorded` of the configuration. */
export const unrecorded = field(
  'sin_registro',
  listOf(object(unrecordedFields)),
  'Deployments that need no record: `reconcile` lists them as such, with who says so and why.',
  'Despliegues que no necesitan registro: `reconcile` los lista como tales, con quién lo dice y por qué.',
  '[{ match: "production/cert-*", by: Diego Marín, reason: Certificates are renewed by a job, until: 2026-12-31 }]',
);
