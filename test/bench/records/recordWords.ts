import type { Language } from '../../../src/core/model/text/localized';
import { englishWords } from './englishWords';
import { spanishWords } from './spanishWords';

/** What the records of one language are written with. */
export interface RecordWords {
  readonly sentences: readonly string[];
  readonly steps: readonly string[];
  readonly nested: readonly string[];
  readonly checks: readonly string[];
  readonly triage: readonly string[];
  readonly groups: readonly string[];
  readonly features: readonly string[];
  readonly fixes: readonly string[];
  readonly scenarios: readonly string[];
  readonly impacts: readonly string[];
  readonly notApplicable: readonly string[];
  readonly tableHead: readonly [string, string, string, string];
  readonly titles: {
    readonly [name in
      | 'summary'
      | 'components'
      | 'impact'
      | 'changelog'
      | 'deployment'
      | 'rollback'
      | 'tests'
      | 'progression'
      | 'regression'
      | 'context'
      | 'review'
      | 'purpose'
      | 'observed'
      | 'reproduce']: string;
  };
  readonly phrases: {
    readonly [name in
      | 'inProduction'
      | 'procedureFor'
      | 'goesFrom'
      | 'backTo'
      | 'seeProcedure'
      | 'seeRollback'
      | 'outsideLink'
      | 'restore']: string;
  };
}

const words: { readonly [L in Language]: RecordWords } = { en: englishWords, es: spanishWords };

export function wordsOf(language: Language): RecordWords {
  return words[language];
}

/**
 * Spanish names of the keys and values that the records use; what is missing is the same in both languages. Written
 * out, not taken from the vocabulary: the records shall stay what they are when the code that reads them is wrong.
 */
const spanishNames: { readonly [name: string]: string } = {
  type: 'tipo',
  change: 'cambio',
  ticket: 'incidencia',
  procedure: 'procedimiento',
  title: 'titulo',
  status: 'estado',
  category: 'categoria',
  owner: 'propietario',
  created: 'fecha_creacion',
  related: 'relacionados',
  gates: 'compuertas',
  section: 'seccion',
  requires: 'requiere',
  change_type: 'tipo_cambio',
  deployment_type: 'tipo_despliegue',
  customer: 'cliente',
  partner: 'socio',
  environments: 'entornos',
  performed_by: 'realizado_por',
  provider: 'proveedor',
  requested_by: 'solicitante',
  requested_at: 'solicitado',
  reported_at: 'reportado',
  severity: 'severidad',
  assignee: 'ejecutor',
  reviewers: 'revisores',
  project: 'proyecto',
  support: 'soporte',
  schedule: 'programacion',
  start: 'inicio',
  end: 'fin',
  duration: 'duracion',
  outage: 'corte',
  actual: 'real',
  impact: 'impacto',
  level: 'nivel',
  description: 'descripcion',
  low: 'bajo',
  medium: 'medio',
  high: 'alto',
  features: 'funcionalidades',
  components: 'componentes',
  name: 'nombre',
  from: 'de',
  to: 'a',
  restarts: 'reinicios',
  release: 'publicacion',
  tag: 'etiqueta',
  branch: 'rama',
  artifact: 'artefacto',
  database: 'base_de_datos',
  migration: 'migracion',
  idempotent: 'idempotente',
  expensive: 'costosa',
  backup: 'copia',
  restore: 'restauracion',
  tests: 'pruebas',
  validated_in: 'validado_en',
  passed: 'pasadas',
  run: 'ejecucion',
  rollback: 'reversion',
  steps_section: 'seccion',
  agreement: 'conformidad',
  by: 'por',
  at: 'fecha',
  notify: 'avisar',
  project_team: 'equipo_proyecto',
  support_team: 'equipo_soporte',
  customer_managers: 'responsables_cliente',
  end_users: 'usuarios_finales',
  approvals: 'aprobaciones',
  digest: 'huella',
  role: 'rol',
  quality_assurance: 'calidad',
  peer: 'par',
  operations: 'operaciones',
  product: 'producto',
  approved: 'aprobado',
  notifications: 'notificaciones',
  kind: 'clase',
  channel: 'canal',
  users: 'usuarios',
  announcement: 'anuncio',
  closing: 'cierre',
  ticket_comment: 'comentario_ticket',
  qa_results: 'resultados_qa',
  outcome: 'resultado',
  successful: 'satisfactorio',
  supersedes: 'reemplaza',
  hold: 'espera',
  reason: 'motivo',
  standard: 'estandar',
  to_do: 'por_hacer',
  in_progress: 'en_curso',
  to_be_reviewed: 'por_revisar',
  to_be_released: 'por_desplegar',
  in_testing: 'en_pruebas',
  done: 'cerrado',
  on_hold: 'en_espera',
  rejected: 'rechazado',
  cancelled: 'cancelado',
  waiting_for_support: 'esperando_soporte',
  waiting_for_customer: 'esperando_cliente',
  major: 'mayor',
  minor: 'menor',
  critical: 'critica',
  mail: 'correo',
};

/** A key or closed value in the language of a record. */
export function nameIn(language: Language, name: string): string {
  return language === 'es' ? (spanishNames[name] ?? name) : name;
}
