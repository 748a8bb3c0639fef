import type { Localized } from '../model/text/localized';

/** The headings of the population's columns. */
export const columnTitles = {
  change: { en: 'Change', es: 'Cambio' },
  title: { en: 'Title', es: 'Título' },
  customer: { en: 'Customer', es: 'Cliente' },
  type: { en: 'Type', es: 'Tipo' },
  status: { en: 'Status', es: 'Estado' },
  outcome: { en: 'Outcome', es: 'Resultado' },
  reasons: { en: 'In the period', es: 'En el período' },
  environments: { en: 'Environments', es: 'Entornos' },
  components: { en: 'Components', es: 'Componentes' },
  tickets: { en: 'Tickets', es: 'Tickets' },
  requested_at: { en: 'Requested', es: 'Solicitado' },
  requested_by: { en: 'Requested by', es: 'Solicitado por' },
  approvals: { en: 'Decisions', es: 'Decisiones' },
  approved_before: { en: 'Approved before it began', es: 'Aprobado antes de empezar' },
  agreement: { en: 'Agreement', es: 'Conformidad' },
  planned_start: { en: 'Planned start', es: 'Inicio previsto' },
  planned_end: { en: 'Planned end', es: 'Fin previsto' },
  windows: { en: 'Windows', es: 'Ventanas' },
  actual_start: { en: 'Actual start', es: 'Inicio real' },
  actual_end: { en: 'Actual end', es: 'Fin real' },
  deviations: { en: 'Deviations', es: 'Desviaciones' },
  tests: { en: 'Tests', es: 'Pruebas' },
  waivers: { en: 'Waivers', es: 'Exenciones' },
  notices: { en: 'Notices sent', es: 'Avisos enviados' },
  assignee: { en: 'Carried out by', es: 'Ejecutor' },
  performed_by: { en: 'Party', es: 'Parte' },
  procedure: { en: 'Procedure', es: 'Procedimiento' },
  release: { en: 'Release', es: 'Publicación' },
  justification: { en: 'Why', es: 'Motivo' },
  supersedes: { en: 'Follows up', es: 'Da continuidad a' },
  file: { en: 'File', es: 'Fichero' },
  remarks: { en: 'Remarks', es: 'Observaciones' },
  sampled: { en: 'In the sample', es: 'En la muestra' },
} as const satisfies { [name: string]: Localized };

export type PopulationColumnName = keyof typeof columnTitles;

/** Words in its cells. */
export const populationWords = {
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
  noTime: { en: 'without a time', es: 'sin hora' },
  riskAccepted: { en: 'risk accepted by', es: 'riesgo aceptado por' },
  noWindow: { en: 'carried out without a planned window', es: 'realizado sin ventana prevista' },
  rolledBack: { en: 'rolled back', es: 'revertido' },
  validatedIn: { en: 'validated in', es: 'validado en' },
  until: { en: 'until', es: 'hasta' },
  removed: { en: 'Record removed', es: 'Registro eliminado' },
  unsure: {
    en: 'Its text could not be read completely',
    es: 'Su texto no se ha podido leer completo',
  },
  unreviewed: { en: 'No review', es: 'Sin revisión posterior' },
  cameClosed: { en: 'Imported when it was closed', es: 'Importado ya cerrado' },
} as const satisfies { [name: string]: Localized };
