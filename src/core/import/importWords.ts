import type { FieldTable } from '../model/vocabulary/fieldType';
import { type SectionName, sectionSynonyms } from '../model/vocabulary/sections';
import { plainColumn } from './exportTable';

/** Fields of a record that an import fills, by canonical name; those of parts with a dot. */
export const importedFields = [
  ...['title', 'type', 'status', 'category', 'owner', 'customer', 'environments', 'tags'],
  ...['created', 'requested_by', 'requested_at', 'reported_at', 'assignee', 'change_type', 'severity'],
  ...['schedule.start', 'schedule.end', 'schedule.duration', 'actual.start', 'actual.end'],
  ...['impact.level', 'outcome'],
] as const;

export type ImportedField = (typeof importedFields)[number];

/** Fields that hold a moment, and those that hold a day. */
export const dateFields: ReadonlySet<string> = new Set([
  ...['created', 'requested_at', 'reported_at'],
  ...['schedule.start', 'schedule.end', 'actual.start', 'actual.end'],
]);

/** Columns that hold the original id, the best first, as `plainColumn` writes them. */
export const idColumns = words(
  'issue key, clave de incidencia, clave de la incidencia, issue_key, key, clave, iid, number, número, change number, change id, número de cambio, id de cambio, ticket id, issue id, id, identificador, código, referencia, reference, ref, ticket',
);

/** Columns that hold the address of the original. */
export const urlColumns = words('html_url, web_url, url, link, enlace, dirección');

/** Columns that are likely to hold a field, the best first, in both languages. */
export const fieldColumns: { readonly [field in ImportedField]: readonly string[] } = {
  title: words(
    'title, summary, short_description, subject, name, título, resumen, asunto, descripción breve, breve descripción, nombre',
  ),
  type: words('issue type, issuetype, tipo de incidencia'),
  status: words('state, status, estado, situación, status category, categoría de estado'),
  category: words('category, categoría'),
  owner: words('assignment_group, grupo de asignación, owner, propietario, team, equipo'),
  customer: words('customer, company, client, cliente, empresa, organization, organizations'),
  environments: words('environments, environment, entornos, entorno, u_environment'),
  tags: words('labels, label, tags, etiquetas, etiqueta'),
  created: words(
    'created at, createdAt, created, creado, creada, opened at, opened, abierto, fecha de creación, creation date, sys_created_on, date, fecha',
  ),
  requested_by: words(
    'requested_by, opened_by, reporter, reported by, author, user, creator, requester, solicitante, solicitado por, abierto por, informador, informante, autor, creador',
  ),
  requested_at: words(
    'requested at, requested on, solicitado, fecha de solicitud, opened_at, opened, abierto, created at, createdAt, created, creado, fecha de creación',
  ),
  reported_at: words(
    'reported at, reportado, opened_at, opened, abierto, created at, createdAt, created, creado, creada, fecha de creación',
  ),
  assignee: words(
    'assigned_to, assignee, assignees, asignado a, asignado, persona asignada, responsable, ejecutor, implementer',
  ),
  change_type: words('change type, type, tipo de cambio, tipo'),
  severity: words('severity, severidad, priority, prioridad'),
  'schedule.start': words(
    'start_date, planned start date, planned start, change start date, start, inicio, fecha de inicio, inicio planificado, fecha de inicio planificada, fecha inicio, inicio previsto',
  ),
  'schedule.end': words(
    'end_date, planned end date, planned end, change completion date, end, fin, fecha de fin, fin planificado, fecha de fin planificada, fecha fin, fin previsto, fecha de finalización',
  ),
  'schedule.duration': words('duration, duración'),
  'actual.start': words('work_start, actual start date, actual start, inicio real, fecha de inicio real'),
  'actual.end': words('work_end, actual end date, actual end, fin real, fecha de fin real'),
  'impact.level': words('impact, impacto'),
  outcome: words('close_code, closure code, código de cierre, resultado, outcome'),
};

/** Columns that are likely to hold the text of a section, besides those that are called as it is; all are taken. */
const furtherColumns: { readonly [name in SectionName]?: string } = {
  summary: 'description, body, descripción, details, detalle, detalles, justification, justificación, motivo',
  components:
    'cmdb_ci, configuration item, elemento de configuración, components, component, component/s, componentes, componente, business_service',
  impact:
    'risk_impact_analysis, risk and impact analysis, análisis de riesgo e impacto, análisis de riesgos e impacto',
  deployment: 'implementation_plan',
  rollback: 'backout_plan, back out plan, rollback, plan de retirada',
  tests: 'test_plan',
  review: 'close_notes, notas de cierre, resolution notes',
};

/** Columns that are likely to hold the text of a section, as `plainColumn` writes them. */
export const sectionColumns: ReadonlyMap<SectionName, readonly string[]> = new Map(
  Object.entries(furtherColumns).map(([section, names]) => {
    const name = section as SectionName;
    const { en, es } = sectionSynonyms[name];
    // A single word for a risk is no text about it.
    const all = words([names, en, es].join(', '));
    return [name, all.filter((known) => !/^(?:risks?|riesgos?)$/.test(known))] as const;
  }),
);

/** Columns of machines, of which nobody misses anything. */
export const technicalColumns =
  /^(?:sys_(?!created)\w+|self|expand|node_id|(?:.*[._])?avatar\w*|_links.*|.*_url|url|id|issue id|parent id|.*[._]id|status category.*|task_completion_status.*|time_stats.*|reactions.*|references.*|author_association|performed_via.*|lastViewed|user_notes_count|id de la incidencia|workratio|watches.*|votes.*)$/i;

/** Words for states of a change, of a ticket, and for other closed values, by the canonical value. */
export const stateWords = {
  change: {
    to_do:
      '-5, new, nuevo, nueva, open, opened, abierto, abierta, reopened, reabierto, reabierta, to do, por hacer, tareas por hacer, backlog, pending, pendiente, draft, borrador',
    in_progress:
      '-4, assess, evaluar, evaluación, in progress, en curso, en progreso, work in progress, planning, planificación, indeterminate',
    to_be_reviewed:
      '-3, authorize, autorizar, autorización, awaiting approval, waiting for approval, pendiente de aprobación, in review, en revisión',
    to_be_released:
      '-2, scheduled, programado, programada, planificado, planificada, approved, aprobado, aprobada',
    releasing: '-1, implement, implementar, implementing, implementando, implementación, en implantación',
    in_testing: '0, review, revisar, revisión, testing, in testing, en pruebas, qa, uat',
    done: '3, closed, cerrado, cerrada, done, listo, hecho, complete, completed, completado, completada, finalizado, finalizada, finished, resolved, resuelto, resuelta, implemented, implementado, implementada',
    on_hold: 'on hold, en espera, blocked, bloqueado, bloqueada',
    rejected: 'rejected, rechazado, rechazada, declined, denied, denegado, denegada',
    cancelled: '4, cancelled, canceled, cancelado, cancelada, anulado, anulada, withdrawn, won’t do, wont do',
  },
  ticket: {
    waiting_for_support:
      'new, nuevo, nueva, open, opened, abierto, abierta, reopened, reabierto, reabierta, waiting for support, esperando a soporte, esperando soporte, pending, pendiente',
    waiting_for_customer:
      'waiting for customer, esperando al cliente, esperando cliente, pendiente del cliente, awaiting customer',
    to_do:
      'to do, por hacer, tareas por hacer, backlog, selected for development, seleccionado para desarrollo, seleccionada para desarrollo',
    in_progress:
      'in progress, en curso, en progreso, work in progress, in development, en desarrollo, in review, en revisión, review, code review, indeterminate',
    to_be_released:
      'ready for release, ready to deploy, listo para desplegar, scheduled, approved, aprobado, aprobada',
    in_testing: 'testing, in testing, en pruebas, qa, uat, in qa, test',
    done: 'closed, cerrado, cerrada, done, listo, lista, hecho, hecha, complete, completed, completado, completada, finalizado, finalizada, finished, resolved, resuelto, resuelta, cancelled, canceled, cancelado, cancelada, rejected, rechazado, rechazada, won’t do, wont do, merged, released, publicado',
    on_hold: 'on hold, en espera, blocked, bloqueado, bloqueada',
  },
} as const;

/** Words for other closed values. */
export const valueWords: { readonly [field: string]: { readonly [value: string]: string } } = {
  type: {
    change:
      'change, cambio, [system] change, change request, petición de cambio, solicitud de cambio, release',
  },
  change_type: {
    standard: 'standard, estándar, pre-approved, preaprobado',
    normal: 'normal, comprehensive, regular',
    emergency: 'emergency, emergencia, urgent, urgente, expedited',
  },
  severity: {
    blocker: 'blocker, bloqueante, bloqueadora',
    critical: '1, 1 - critical, 1 - crítica, 1 - crítico, critical, crítica, crítico, highest, muy alta, p1',
    major: '2, 2 - high, 2 - alta, 2 - alto, major, mayor, high, alta, p2',
    minor: '3, 3 - moderate, 3 - moderada, 3 - moderado, minor, menor, medium, media, moderate, p3',
    trivial:
      '4, 5, 4 - low, 4 - baja, 4 - bajo, 5 - planning, 5 - planificación, trivial, low, lowest, baja, muy baja, p4, p5',
  },
  'impact.level': {
    high: '1, 1 - high, 1 - alto, 1 - alta, high, alto, alta',
    medium: '2, 2 - medium, 2 - medio, 2 - media, medium, medio, media, moderate',
    low: '3, 3 - low, 3 - bajo, 3 - baja, low, bajo, baja',
  },
  outcome: {
    successful:
      'successful, successful with issues, successful_issues, success, correcto, satisfactorio, con éxito, éxito, completado, ok',
    failed: 'unsuccessful, failed, failure, fallido, sin éxito, incorrecto, no satisfactorio',
    rolled_back: 'rolled back, backed out, revertido, deshecho, marcha atrás',
  },
};

function words(list: string): readonly string[] {
  return list.split(', ').map(plainColumn);
}

/** The canonical value that a word of an export stands for: one of the words, or the value's own name. */
export function valueOfWord(word: string, table: { readonly [value: string]: string }): string | undefined {
  const said = plainValue(word);
  return Object.entries(table).find(
    ([value, list]) =>
      plainValue(value) === said || list.split(', ').some((known) => plainValue(known) === said),
  )?.[0];
}

/** A value as it is compared: as names of columns are, but with the minus of a number. */
function plainValue(text: string): string {
  return /^-\d+$/.test(text.trim()) ? text.trim() : plainColumn(text);
}

/** The field of a table that a canonical or Spanish name with dots stands for; undefined where there is none. */
export function canonicalField(name: string, table: FieldTable): string | undefined {
  const [first = '', ...rest] = name.split('.');
  const found = Object.entries(table).find(([key, { es }]) => key === first || es === first);
  if (!found || rest.length === 0) return found?.[0];
  const parts = found[1].type.fields;
  const inside = parts && canonicalField(rest.join('.'), parts);
  return inside && `${found[0]}.${inside}`;
}
