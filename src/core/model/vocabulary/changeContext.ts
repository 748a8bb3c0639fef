import { impactLevelChoice } from './choices';
import { field } from './fieldType';
import { choice, dateTime, text } from './fieldTypes';

// What people look up around a change: each exported table is the content of one field of changeFields.ts.

/** Whom to call about a change, and when. */
export const changeContactFields = {
  name: field('nombre', text, 'Name of the person or team.', 'Nombre de la persona o el equipo.', 'Nil Roca'),
  role: field('rol', text, 'What to call about.', 'Para qué se llama.', 'Database on call'),
  phone: field('telefono', text, 'Telephone, in quotes.', 'Teléfono, entre comillas.', '"+34 600 000 000"'),
  email: field('correo', text, 'Mail address.', 'Correo electrónico.', 'nil@example.org'),
  hours: field('horario', text, 'When to call.', 'Cuándo se puede llamar.', 'Mon to Fri, 20:00 to 24:00'),
};

const linkKindChoice = choice({
  dashboard: ['panel', { en: 'Something to watch', es: 'Algo que vigilar' }],
  runbook: ['manual', { en: 'Instructions', es: 'Instrucciones' }],
  design: ['diseno', { en: 'What was decided and why', es: 'Lo que se decidió y por qué' }],
});

/** A page beside a change. */
export const changeLinkFields = {
  title: field('titulo', text, 'Title of the page.', 'Título de la página.', 'Errors of the portal'),
  url: field(
    'url',
    text,
    'Its address, or a path in the repository.',
    'Su dirección, o una ruta del repositorio.',
    'https://grafana.example.org/d/portal',
  ),
  kind: field('clase', linkKindChoice, 'What it is for.', 'Para qué sirve.', 'dashboard'),
  threshold: field(
    'umbral',
    text,
    'What a dashboard shows while all is well.',
    'Qué muestra un panel mientras todo va bien.',
    'Errors under 1 %',
  ),
};

const cabDecisionChoice = choice({
  approved: ['aprobado', { en: 'It may go ahead', es: 'Puede seguir adelante' }],
  denied: ['denegado', { en: 'It may not', es: 'No puede' }],
  deferred: ['aplazado', { en: 'It is on the agenda again', es: 'Vuelve al orden del día' }],
});

/** What a change advisory board said. */
export const cabFields = {
  meeting: field(
    'reunion',
    text,
    'Meeting that it was presented to.',
    'Reunión a la que se presentó.',
    'CAB 48',
  ),
  at: field('fecha', dateTime, 'When the meeting is.', 'Cuándo es la reunión.', '2026-11-17 12:00'),
  decision: field('decision', cabDecisionChoice, 'What it decided.', 'Qué decidió.', 'approved'),
};

/** A judgement of people about what can go wrong. */
export const statedRiskFields = {
  likelihood: field(
    'probabilidad',
    impactLevelChoice,
    'How likely it is that something goes wrong.',
    'Cuánta probabilidad hay de que algo vaya mal.',
    'low',
  ),
  impact: field('impacto', impactLevelChoice, 'What that would do.', 'Qué consecuencias tendría.', 'medium'),
};
