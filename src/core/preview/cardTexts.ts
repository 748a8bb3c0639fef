/** The labels of a header card. */
export const cardTexts = {
  en: {
    card: 'Record',
    change: 'Change',
    ticket: 'Ticket',
    procedure: 'Procedure',
    window: 'Window',
    customer: 'Customer',
    approvals: 'Approvals',
    open: 'not decided yet',
    stale: 'edited since',
    incomplete: 'incomplete approval',
    steps: '{done} of {all} {all|step|steps} done',
  },
  es: {
    card: 'Registro',
    change: 'Cambio',
    ticket: 'Incidencia',
    procedure: 'Procedimiento',
    window: 'Ventana',
    customer: 'Cliente',
    approvals: 'Aprobaciones',
    open: 'sin decidir',
    stale: 'editado después',
    incomplete: 'aprobación incompleta',
    steps: '{done} de {all} {all|paso hecho|pasos hechos}',
  },
} as const;
