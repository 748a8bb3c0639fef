import { field } from './fieldType';
import { choice, listOf, text, textOrObject } from './fieldTypes';

/** The columns that a deployment log may have, with the headings that they have by themselves. */
export const logColumnChoice = choice({
  change: ['cambio', { en: 'Change', es: 'Cambio' }],
  customer: ['cliente', { en: 'Customer', es: 'Cliente' }],
  title: ['titulo', { en: 'Title', es: 'Título' }],
  environments: ['entornos', { en: 'Environments', es: 'Entornos' }],
  status: ['estado', { en: 'Status', es: 'Estado' }],
  planned_start: ['inicio_previsto', { en: 'Planned start', es: 'Inicio previsto' }],
  planned_end: ['fin_previsto', { en: 'Planned end', es: 'Fin previsto' }],
  actual_start: ['inicio_real', { en: 'Actual start', es: 'Inicio real' }],
  actual_end: ['fin_real', { en: 'Actual end', es: 'Fin real' }],
  components: ['componentes', { en: 'Components', es: 'Componentes' }],
  tickets: ['tickets', { en: 'Tickets', es: 'Tickets' }],
  result: ['resultado', { en: 'Result', es: 'Resultado' }],
  tests: ['pruebas', { en: 'Tests passed', es: 'Pruebas superadas' }],
  notices: ['avisos', { en: 'Notices', es: 'Avisos' }],
  agreement: ['conformidad', { en: 'Agreed by', es: 'Conformidad de' }],
  approvals: ['aprobaciones', { en: 'Approvals', es: 'Aprobaciones' }],
  assignee: ['ejecutor', { en: 'Carried out by', es: 'Ejecutor' }],
  phases: ['fases', { en: 'Phases', es: 'Fases' }],
  justification: ['justificacion', { en: 'Why', es: 'Motivo' }],
  risk: ['riesgo', { en: 'Stated risk', es: 'Riesgo indicado' }],
  cab: ['comite', { en: 'Advisory board', es: 'Comité de cambios' }],
  commit: ['commit', { en: 'Commit', es: 'Commit' }],
});

export type LogColumnName = keyof typeof logColumnChoice.choices;

/** One column of a team's own log. */
const columnFields = {
  column: field(
    'columna',
    text,
    'What it tells: a column of the usual log, or a field of your own.',
    'Lo que cuenta: una columna de la bitácora habitual o un campo propio.',
    'planned_start',
  ),
  heading: field(
    'encabezado',
    text,
    'What stands above it, instead of the usual words.',
    'Lo que figura encima, en lugar de las palabras habituales.',
    'Scheduled for',
  ),
  text: field(
    'texto',
    text,
    'Of a column that tells nothing of the change: what each of its rows says, empty where it is left out.',
    'De una columna que no cuenta nada del cambio: lo que dice cada fila, vacía si se omite.',
    'Platform team',
  ),
};

/** How a team's deployment log looks, for all customers or for one. */
export const logFields = {
  columns: field(
    'columnas',
    listOf(textOrObject(columnFields, 'column')),
    'The columns, in their order, instead of the usual ones.',
    'Las columnas, en su orden, en lugar de las habituales.',
    '[change, { column: planned_start, heading: Scheduled for }, { heading: Signed by }]',
  ),
};
