import { choice } from './fieldTypes';

// The closed sets of values: canonical name, Spanish name, meaning in both languages.

export const recordTypeChoice = choice({
  procedure: ['procedimiento', { en: 'How a kind of change is done', es: 'Cómo se hace un tipo de cambio' }],
  change: ['cambio', { en: 'One change or release', es: 'Un cambio o una publicación' }],
  ticket: [
    'incidencia',
    { en: 'A bug or request that a change delivers', es: 'Un error o petición que un cambio entrega' },
  ],
});

export const languageChoice = choice({
  en: ['en', { en: 'English', es: 'Inglés' }],
  es: ['es', { en: 'Spanish', es: 'Español' }],
});

/** In the order of the workflow; the last three are outside of that order. */
export const changeStatusChoice = choice({
  to_do: ['por_hacer', { en: 'Not started', es: 'Sin empezar' }],
  in_progress: ['en_curso', { en: 'Being prepared', es: 'En preparación' }],
  to_be_reviewed: ['por_revisar', { en: 'The customer reviews it', es: 'Lo revisa el cliente' }],
  to_be_released: ['por_desplegar', { en: 'Waits for its window', es: 'Espera su ventana' }],
  releasing: ['desplegando', { en: 'Being deployed', es: 'En despliegue' }],
  in_testing: ['en_pruebas', { en: 'The customer tests it', es: 'Lo prueba el cliente' }],
  done: ['cerrado', { en: 'Finished', es: 'Terminado' }],
  on_hold: ['en_espera', { en: 'Put aside, with a reason', es: 'Aplazado, con un motivo' }],
  rejected: ['rechazado', { en: 'Refused', es: 'Rechazado' }],
  cancelled: ['cancelado', { en: 'Given up', es: 'Abandonado' }],
});

export const ticketStatusChoice = choice({
  waiting_for_support: ['esperando_soporte', { en: 'Support answers next', es: 'Responde soporte' }],
  waiting_for_customer: ['esperando_cliente', { en: 'The customer answers next', es: 'Responde el cliente' }],
  to_do: ['por_hacer', { en: 'Needs technical work', es: 'Necesita trabajo técnico' }],
  in_progress: ['en_curso', { en: 'Being worked on', es: 'En curso' }],
  to_be_released: ['por_desplegar', { en: 'Ready, needs a change', es: 'Listo, necesita un cambio' }],
  in_testing: ['en_pruebas', { en: 'The customer tests it', es: 'Lo prueba el cliente' }],
  done: ['cerrado', { en: 'Finished', es: 'Terminado' }],
  on_hold: ['en_espera', { en: 'Put aside', es: 'Aplazado' }],
});

export const changeTypeChoice = choice({
  standard: [
    'estandar',
    { en: 'Approved beforehand by its procedure', es: 'Aprobado de antemano por su procedimiento' },
  ],
  normal: ['normal', { en: 'Planned and approved', es: 'Planificado y aprobado' }],
  emergency: ['emergencia', { en: 'A hotfix', es: 'Una corrección urgente' }],
});

export const configurationChangeChoice = choice({
  minor: ['menor', { en: 'Made directly in production', es: 'Se hace directamente en producción' }],
  medium: ['medio', { en: 'Synchronised between environments', es: 'Se sincroniza entre entornos' }],
  major: ['mayor', { en: 'Imported as a whole', es: 'Se importa completo' }],
});

export const partyChoice = choice({
  provider: ['proveedor', { en: 'Us', es: 'Nosotros' }],
  customer: ['cliente', { en: 'The customer', es: 'El cliente' }],
  partner: ['socio', { en: 'The partner', es: 'El socio' }],
});

export const severityChoice = choice({
  blocker: ['bloqueante', { en: 'Fix within 30 minutes', es: 'Se corrige en 30 minutos' }],
  critical: ['critica', { en: 'Fix within 2 hours', es: 'Se corrige en 2 horas' }],
  major: ['mayor', { en: "By that day's end", es: 'Al final del día' }],
  minor: ['menor', { en: "By that week's end", es: 'Al final de la semana' }],
  trivial: ['trivial', { en: 'With the next update', es: 'Con la siguiente actualización' }],
});

export const impactLevelChoice = choice({
  low: ['bajo', { en: 'Low', es: 'Bajo' }],
  medium: ['medio', { en: 'Medium', es: 'Medio' }],
  high: ['alto', { en: 'High', es: 'Alto' }],
});

/** Levels of impact, and of the risk of a change. */
export type RiskLevel = keyof typeof impactLevelChoice.choices;

export const decisionChoice = choice({
  approved: ['aprobado', { en: 'Approved', es: 'Aprobado' }],
  denied: ['denegado', { en: 'Denied', es: 'Denegado' }],
});

export const outcomeChoice = choice({
  successful: ['satisfactorio', { en: 'It went well', es: 'Salió bien' }],
  rolled_back: ['revertido', { en: 'Rolled back', es: 'Se revirtió' }],
  superseded: ['reemplazado', { en: 'Another change followed it up', es: 'Lo continuó otro cambio' }],
  failed: ['fallido', { en: 'It failed', es: 'Falló' }],
});

export const noticeKindChoice = choice({
  approval_request: ['solicitud_aprobacion', { en: 'Approval request', es: 'Solicitud de aprobación' }],
  agreement_request: ['solicitud_conformidad', { en: 'Agreement request', es: 'Solicitud de conformidad' }],
  users: ['usuarios', { en: 'Mail to the end users', es: 'Correo a los usuarios finales' }],
  banner: ['aviso_aplicacion', { en: 'In-app banner', es: 'Aviso en la aplicación' }],
  start: ['inicio', { en: 'Start', es: 'Inicio' }],
  delay: ['demora', { en: 'Delay', es: 'Demora' }],
  end: ['fin', { en: 'End', es: 'Fin' }],
  qa_results: ['resultados_qa', { en: 'Test results', es: 'Resultados de las pruebas' }],
  rollback: ['reversion', { en: 'Rollback', es: 'Reversión' }],
  announcement: ['anuncio', { en: 'Announcement of the release', es: 'Anuncio de la publicación' }],
  closing: ['cierre', { en: 'Closing', es: 'Cierre' }],
  ticket_comment: ['comentario_ticket', { en: 'Comment on a ticket', es: 'Comentario en un ticket' }],
  pull_request: ['pull_request', { en: 'Body of the pull request', es: 'Cuerpo de la pull request' }],
});

/** The roles that always exist. The configuration may add others. */
export const roleChoice = choice({
  quality_assurance: ['calidad', { en: 'Quality assurance', es: 'Calidad' }],
  peer: ['par', { en: 'A colleague', es: 'Un compañero' }],
  operations: ['operaciones', { en: 'Operations', es: 'Operaciones' }],
  project: ['proyecto', { en: 'Project team', es: 'Equipo de proyecto' }],
  product: ['producto', { en: 'Product team', es: 'Equipo de producto' }],
});

/** Parties to notify. The format also accepts an e-mail address instead. */
export const notifyChoice = choice({
  project_team: ['equipo_proyecto', { en: 'Project team', es: 'Equipo de proyecto' }],
  support_team: ['equipo_soporte', { en: 'Support team', es: 'Equipo de soporte' }],
  partner: ['socio', { en: 'The partner', es: 'El socio' }],
  customer_managers: [
    'responsables_cliente',
    { en: "The customer's managers", es: 'Responsables del cliente' },
  ],
  end_users: ['usuarios_finales', { en: 'End users', es: 'Usuarios finales' }],
});

export const dayChoice = choice({
  mon: ['lun', { en: 'Monday', es: 'Lunes' }],
  tue: ['mar', { en: 'Tuesday', es: 'Martes' }],
  wed: ['mie', { en: 'Wednesday', es: 'Miércoles' }],
  thu: ['jue', { en: 'Thursday', es: 'Jueves' }],
  fri: ['vie', { en: 'Friday', es: 'Viernes' }],
  sat: ['sab', { en: 'Saturday', es: 'Sábado' }],
  sun: ['dom', { en: 'Sunday', es: 'Domingo' }],
});

export const managedByChoice = choice({
  us: ['nosotros', { en: 'We operate it', es: 'Lo operamos nosotros' }],
  partner: ['socio', { en: 'Its partner alone operates it', es: 'Solo lo opera su socio' }],
});

export const contactRoleChoice = choice({
  manager: ['responsable', { en: 'Manager', es: 'Responsable' }],
  helpdesk: ['centro_soporte', { en: 'Help desk', es: 'Centro de soporte' }],
  project: ['proyecto', { en: 'Project team', es: 'Equipo de proyecto' }],
  support: ['soporte', { en: 'Support team', es: 'Equipo de soporte' }],
});

export const pushChoice = choice({
  never: ['nunca', { en: 'Never push', es: 'No enviar nunca' }],
  ask: ['preguntar', { en: 'Ask first', es: 'Preguntar antes' }],
  always: ['siempre', { en: 'Push after each commit', es: 'Enviar tras cada commit' }],
});
