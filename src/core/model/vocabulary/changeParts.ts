import {
  changeStatusChoice,
  decisionChoice,
  impactLevelChoice,
  noticeKindChoice,
  roleChoice,
  ticketStatusChoice,
} from './choices';
import { field } from './fieldType';
import {
  boolean,
  dateTime,
  duration,
  integer,
  listOf,
  listOrOne,
  object,
  openChoice,
  percentage,
  text,
  version,
} from './fieldTypes';
import { repositoryField } from './releaseParts';

// The nested parts of a change: each exported table is the content of one field of changeFields.ts.

const by = field('por', text, 'Who did it.', 'Quién lo hizo.', 'Laia Font');
const at = field('fecha', dateTime, 'When it was done.', 'Cuándo se hizo.', '2026-11-13 10:00');

const goingBackFields = {
  at: field(
    'fecha',
    dateTime,
    'When it was decided to go back.',
    'Cuándo se decidió revertir.',
    '2026-11-25 22:31',
  ),
  reason: field(
    'motivo',
    text,
    'Why: one of the abort criteria, or what happened.',
    'Por qué: uno de los criterios de aborto, o lo que pasó.',
    'More than 2 % of requests fail',
  ),
};

export const actualFields = {
  start: field(
    'inicio',
    dateTime,
    'When the deployment began.',
    'Cuándo empezó el despliegue.',
    '2026-11-25 22:03',
  ),
  end: field(
    'fin',
    dateTime,
    'When the deployment ended.',
    'Cuándo terminó el despliegue.',
    '2026-11-25 22:51',
  ),
  rollback: field(
    'reversion',
    object(goingBackFields),
    'Since when it is rolled back, and why; from then on the steps of the rollback are the checklist.',
    'Desde cuándo se revierte, y por qué; a partir de ahí, la lista son los pasos de la reversión.',
    '{ at: 2026-11-25 22:31, reason: More than 2 % of requests fail }',
  ),
};

export const impactFields = {
  level: field('nivel', impactLevelChoice, 'How much is at stake.', 'Cuánto está en juego.', 'high'),
  description: field(
    'descripcion',
    text,
    'What people notice.',
    'Qué se nota.',
    'The portal is away while it restarts',
  ),
};

export const componentFields = {
  name: field('nombre', text, 'Name of the component.', 'Nombre del componente.', 'portal'),
  from: field('de', version, 'Version before.', 'Versión anterior.', '"4.1.3"'),
  to: field('a', version, 'Version after.', 'Versión posterior.', '"4.2.0"'),
};

export const ticketReferenceFields = {
  id: field(
    'id',
    text,
    'Id of the ticket, ours or of a tracker.',
    'Identificador del ticket, nuestro o de un gestor.',
    'ES-7412280',
  ),
  title: field('titulo', text, 'Title of the ticket.', 'Título del ticket.', 'Search misses accents'),
  status: field(
    'estado',
    openChoice(ticketStatusChoice.choices, 'configuredState'),
    'State of the ticket.',
    'Estado del ticket.',
    'in_testing',
  ),
  mail: field(
    'correo',
    text,
    'Subject of the mail that stands for a ticket.',
    'Asunto del correo que hace de ticket.',
    'Accents in the search',
  ),
  message_id: field(
    'id_mensaje',
    text,
    'Message id of that mail.',
    'Identificador de ese correo.',
    '<a1@example.org>',
  ),
};

export const migrationFields = {
  migration: field(
    'migracion',
    text,
    'Name or number of the migration.',
    'Nombre o número de la migración.',
    '"0042"',
  ),
  reversible: field('reversible', boolean, 'Whether it can be undone.', 'Si se puede deshacer.', 'true'),
  idempotent: field(
    'idempotente',
    boolean,
    'Whether it can run twice.',
    'Si puede ejecutarse dos veces.',
    'true',
  ),
  expensive: field(
    'costosa',
    boolean,
    'Whether it is slow on large data.',
    'Si es lenta con muchos datos.',
    'false',
  ),
  backup: field('copia', boolean, 'Whether a backup is taken first.', 'Si antes se hace copia.', 'true'),
  restore: field(
    'restauracion',
    text,
    'How to restore, or the name of the step that does.',
    'Cómo se restaura, o el nombre del paso que lo hace.',
    'Restore the dump of step backup',
  ),
};

export const testFields = {
  validated_in: field(
    'validado_en',
    listOf(text),
    'Environments in which it was validated.',
    'Entornos en los que se validó.',
    '[UAT]',
  ),
  passed: field('pasadas', integer, 'Tests passed.', 'Pruebas superadas.', '24'),
  total: field(
    'total',
    integer,
    'All tests, blocked and untested ones too.',
    'Todas las pruebas, también bloqueadas y sin ejecutar.',
    '24',
  ),
  coverage: field(
    'cobertura',
    percentage,
    'Share of the code that the automatic tests run through, in percent.',
    'Parte del código que recorren las pruebas automáticas, en tanto por ciento.',
    '82.5',
  ),
  run: field('ejecucion', text, 'Name of the test run.', 'Nombre de la ejecución.', 'R31'),
  artifact: field(
    'artefacto',
    text,
    'What was tested, by name or digest.',
    'Lo que se probó, por nombre o huella.',
    'portal-4.2.0.tgz',
  ),
  repository: repositoryField,
};

export const approvalFields = {
  role: field(
    'rol',
    openChoice(roleChoice.choices, 'configuredRole'),
    'Role in which the decision is taken.',
    'Rol con el que se decide.',
    'quality_assurance',
  ),
  by,
  at,
  decision: field('decision', decisionChoice, 'Approved or denied.', 'Aprobado o denegado.', 'approved'),
  digest: field(
    'huella',
    text,
    'Digest of the content that was approved.',
    'Huella del contenido aprobado.',
    'sha256-2:…',
  ),
  review: field(
    'revision',
    text,
    'Address of the review in which it was decided, where one was written down.',
    'Dirección de la revisión en la que se decidió, si se anotó una.',
    'https://git.example.org/portal/pull/41#review-7',
  ),
};

export const agreementFields = {
  by,
  at,
  start: field('inicio', dateTime, 'Start that was agreed on.', 'Inicio acordado.', '2026-11-25T22:00+01:00'),
  risk_accepted_by: field(
    'riesgo_aceptado_por',
    text,
    'Who accepts the risk of not having validated.',
    'Quién acepta el riesgo de no haber validado.',
    'Anna Serra',
  ),
  reason: field(
    'motivo',
    text,
    'Why the risk is accepted.',
    'Por qué se acepta el riesgo.',
    'The fix cannot wait',
  ),
};

export const notificationFields = {
  kind: field('clase', noticeKindChoice, 'Kind of notice.', 'Clase de aviso.', 'start'),
  at,
  channel: field('canal', text, 'How it was sent.', 'Por dónde se envió.', 'mail'),
  by,
};

export const rollbackFields = {
  to: field('a', version, 'Version to go back to.', 'Versión a la que se vuelve.', '"4.1.3"'),
  steps_section: field(
    'seccion',
    text,
    'Heading of the steps that go back.',
    'Encabezado de los pasos para volver.',
    'Rollback',
  ),
  duration: field('duracion', duration, 'How long going back takes.', 'Cuánto se tarda en volver.', '15m'),
  responsible: field(
    'responsables',
    listOrOne(text),
    'Who decides on going back, and who does it.',
    'Quién decide la reversión y quién la hace.',
    '[Marta López, Jordi Puig]',
    ['responsable'],
  ),
};

export const holdFields = {
  reason: field('motivo', text, 'Why it waits.', 'Por qué espera.', 'The customer moves offices'),
  from: field(
    'desde',
    openChoice(changeStatusChoice.choices, 'configuredState'),
    'State that it came from and returns to.',
    'Estado del que viene y al que vuelve.',
    'in_progress',
  ),
  at: field('fecha', dateTime, 'Since when it waits.', 'Desde cuándo espera.', '2026-11-13 10:00'),
};

export const reviewerFields = {
  project: field('proyecto', text, 'Reviewer of the project team.', 'Quien revisa por proyecto.', 'Pau Vila'),
  support: field('soporte', text, 'Reviewer of the support team.', 'Quien revisa por soporte.', 'Nil Roca'),
  qa: field('qa', text, 'Reviewer of quality assurance.', 'Quien revisa por calidad.', 'Laia Font'),
};
