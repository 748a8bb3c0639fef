import type { Localized } from '../model/text/localized';

/**
 * The kinds of changes in a record, with their sentences. `{about}` names what changed (a step, a role, a component, a
 * rule, a field), `{from}` and `{to}` are its values before and after.
 */
export const changeTexts = {
  dropped: { en: 'No record any more: {about} ({to})', es: 'Ya no es un registro: {about} ({to})' },
  'gate-removed': { en: 'Gate taken away: {from}', es: 'Compuerta retirada: {from}' },
  'evidence-dropped': {
    en: '“{about}” no longer asks for evidence',
    es: '«{about}» ya no pide evidencia',
  },
  summary: { en: 'Summary: {to}', es: 'Resumen: {to}' },
  status: { en: 'Moved from {from} to {to}', es: 'Pasado de {from} a {to}' },
  window: { en: 'Window moved from {from} to {to}', es: 'Ventana movida de {from} a {to}' },
  'window-set': { en: 'Window set to {to}', es: 'Ventana fijada en {to}' },
  'window-removed': { en: 'Window taken away: {from}', es: 'Ventana retirada: {from}' },
  risk: { en: 'Risk: {to}', es: 'Riesgo: {to}' },
  approved: { en: 'Approved as {about} by {to}', es: 'Aprobado como {about} por {to}' },
  denied: { en: 'Denied as {about} by {to}', es: 'Denegado como {about} por {to}' },
  'approval-stale': {
    en: 'Approval of {from} as {about} made stale: what was approved is no longer what stands here',
    es: 'Aprobación de {from} como {about} caducada: lo aprobado ya no es lo que hay aquí',
  },
  'approval-removed': {
    en: 'Decision of {from} as {about} taken away',
    es: 'Decisión de {from} como {about} retirada',
  },
  'approval-rewritten': {
    en: 'Decision as {about} rewritten: {from} → {to}',
    es: 'Decisión como {about} reescrita: {from} → {to}',
  },
  agreed: { en: 'Agreement given: {to}', es: 'Conformidad dada: {to}' },
  'agreement-changed': {
    en: 'Agreement rewritten: {from} → {to}',
    es: 'Conformidad reescrita: {from} → {to}',
  },
  'agreement-removed': { en: 'Agreement taken away: {from}', es: 'Conformidad retirada: {from}' },
  waived: { en: 'Waived {about}: {to}', es: 'Eximido de {about}: {to}' },
  'waiver-changed': { en: 'Waiver of {about}: {from} → {to}', es: 'Exención de {about}: {from} → {to}' },
  'waiver-removed': {
    en: 'Waiver of {about} taken away: {from}',
    es: 'Exención de {about} retirada: {from}',
  },
  steps: { en: 'Steps: {to}', es: 'Pasos: {to}' },
  ticked: { en: 'Ticked “{about}”', es: 'Marcado «{about}»' },
  unticked: { en: 'Unticked “{about}”', es: 'Desmarcado «{about}»' },
  skipped: { en: 'Not applicable: “{about}” ({to})', es: 'No aplica: «{about}» ({to})' },
  applicable: { en: 'Applicable again: “{about}”', es: 'Vuelve a aplicar: «{about}»' },
  'step-added': { en: 'Step added: “{about}”', es: 'Paso añadido: «{about}»' },
  'step-removed': { en: 'Step removed: “{about}”', es: 'Paso retirado: «{about}»' },
  'step-changed': { en: 'Step changed: “{from}” → “{to}”', es: 'Paso cambiado: «{from}» → «{to}»' },
  'component-added': { en: 'Component {about} added: {to}', es: 'Componente {about} añadido: {to}' },
  'component-changed': {
    en: 'Component {about}: {to} instead of {from}',
    es: 'Componente {about}: {to} en lugar de {from}',
  },
  'component-removed': { en: 'Component {about} removed: {from}', es: 'Componente {about} retirado: {from}' },
  'ticket-added': { en: 'Ticket {about} added', es: 'Ticket {about} añadido' },
  'ticket-changed': { en: 'Ticket {about}: {from} → {to}', es: 'Ticket {about}: {from} → {to}' },
  'ticket-removed': { en: 'Ticket {about} removed', es: 'Ticket {about} retirado' },
  'notice-sent': { en: 'Notice sent: {about} ({to})', es: 'Aviso enviado: {about} ({to})' },
  'notice-changed': { en: 'Notice {about}: {from} → {to}', es: 'Aviso {about}: {from} → {to}' },
  'notice-removed': { en: 'Notice {about} taken away: {from}', es: 'Aviso {about} retirado: {from}' },
  'field-set': { en: '{about}: {to}', es: '{about}: {to}' },
  field: { en: '{about}: {from} → {to}', es: '{about}: {from} → {to}' },
  'field-removed': { en: '{about} taken away: {from}', es: 'Se retira {about}: {from}' },
  order: { en: '{about}: in another order', es: '{about}: en otro orden' },
  'section-added': { en: 'Section added: {about}', es: 'Sección añadida: {about}' },
  'section-edited': { en: 'Section edited: {about}', es: 'Sección editada: {about}' },
  'section-removed': { en: 'Section removed: {about}', es: 'Sección retirada: {about}' },
  'window-zone': {
    en: 'The same window takes place at {to}, no longer at {from}: its time zone is another one',
    es: 'La misma ventana cae en {to}, ya no en {from}: su zona horaria es otra',
  },
  comments: {
    en: 'Comments in its front matter: {from} → {to}',
    es: 'Comentarios de su front matter: {from} → {to}',
  },
  layout: {
    en: 'Only its writing changed: order and names of keys, quotes, blanks, line endings',
    es: 'Solo cambió su escritura: orden y nombres de claves, comillas, espacios, finales de línea',
  },
} as const satisfies { [kind: string]: Localized };

export type ChangeKind = keyof typeof changeTexts;

/** The kinds in the order in which they are reported. */
export const changeKinds = Object.keys(changeTexts) as readonly ChangeKind[];

/** Kinds of changes that loosen what is asked for. They are reported first. */
export const looseningKinds: ReadonlySet<ChangeKind> = new Set([
  'dropped',
  'gate-removed',
  'evidence-dropped',
]);

/** One change in a record, with canonical names and values. */
export interface RecordChange {
  readonly kind: ChangeKind;
  /** The step, role, component, ticket, rule, kind of notice, field or section that it is about. */
  readonly about?: string;
  /** Titles of the headings above a step, outermost first. */
  readonly path?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Those values as data, where they have named parts. */
  readonly values?: { readonly from?: unknown; readonly to?: unknown };
}

/** Changes in the order in which they are reported. */
export function sortChanges<T extends RecordChange>(changes: readonly T[]): T[] {
  const rank = ({ kind }: T): number => changeKinds.indexOf(kind);
  return [...changes].sort((one, other) => rank(one) - rank(other));
}
