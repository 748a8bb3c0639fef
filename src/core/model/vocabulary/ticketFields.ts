import { severityChoice, ticketStatusChoice } from './choices';
import { commonFields, importedField } from './commonFields';
import { field } from './fieldType';
import { dateTime, listOrOne, openChoice, recordId, text } from './fieldTypes';

/** Fields of a ticket. */
export const ticketFields = {
  ...commonFields,
  status: field(
    'estado',
    openChoice(ticketStatusChoice.choices, 'configuredState'),
    'State of the ticket; without it, it waits for support.',
    'Estado de la incidencia; si falta, espera a soporte.',
    'waiting_for_support',
  ),
  severity: field('severidad', severityChoice, 'How much it hurts.', 'Cuánto perjudica.', 'major'),
  customer: field(
    'cliente',
    text,
    'Key or name of the customer that raised it.',
    'Clave o nombre del cliente que la abrió.',
    'diba',
  ),
  components: field(
    'componentes',
    listOrOne(text),
    'Components that it is about.',
    'Componentes a los que afecta.',
    '[portal]',
  ),
  reported_at: field(
    'reportado',
    dateTime,
    'When it was reported.',
    'Cuándo se comunicó.',
    '2026-11-03 09:30',
  ),
  requested_by: field(
    'solicitante',
    text,
    'Who reported or requested it.',
    'Quién la comunicó o solicitó.',
    'Marta López',
  ),
  change: field(
    'cambio',
    recordId,
    'Id of the change that delivers it.',
    'Identificador del cambio que la entrega.',
    'CHG-2026-0042',
  ),
  imported: importedField,
};
