import { fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';

/** The words of a pack's page and of its other texts. */
const words = {
  title: { en: 'Audit pack', es: 'Dossier de auditoría' },
  titleOf: { en: 'Audit pack, {from} to {to}', es: 'Dossier de auditoría, del {from} al {to}' },
  period: { en: 'Period', es: 'Período' },
  span: { en: '{from} to {to}, both included', es: 'Del {from} al {to}, ambos incluidos' },
  customer: { en: 'Customer', es: 'Cliente' },
  allCustomers: { en: 'all', es: 'todos' },
  zone: { en: 'Time zone', es: 'Zona horaria' },
  commit: { en: 'Commit', es: 'Commit' },
  committed: { en: 'committed {at}', es: 'del {at}' },
  folder: { en: 'Folder in the repository', es: 'Carpeta en el repositorio' },
  program: { en: 'Made by', es: 'Generado con' },
  madeAt: { en: 'Made', es: 'Generado' },
  sampleSize: { en: 'Sample', es: 'Muestra' },
  sampleOf: { en: '{count} of {all}, seed “{seed}”', es: '{count} de {all}, semilla «{seed}»' },
  contents: { en: 'Contents', es: 'Contenido' },
  glance: { en: 'At a glance', es: 'De un vistazo' },
  completeness: { en: 'What it is made from', es: 'De qué está hecho' },
  changes: { en: 'Changes of the period', es: 'Cambios del período' },
  sample: { en: 'The sample', es: 'La muestra' },
  rules: { en: 'History of the rules', es: 'Historial de las reglas' },
  files: { en: 'Files, and how to check them', es: 'Ficheros y cómo comprobarlos' },
  none: { en: 'none', es: 'ninguno' },

  tileChanges: { en: '{n|change|changes}', es: '{n|cambio|cambios}' },
  tileCarriedOut: { en: 'carried out', es: '{n|realizado|realizados}' },
  tileEmergency: { en: '{n|emergency|emergencies}', es: '{n|emergencia|emergencias}' },
  tileFailed: { en: 'failed or rolled back', es: '{n|fallido o revertido|fallidos o revertidos}' },
  tileRejected: { en: 'rejected', es: '{n|rechazado|rechazados}' },
  tileCancelled: { en: 'cancelled', es: '{n|cancelado|cancelados}' },
  tileUnapproved: {
    en: 'begun without every approval in time',
    es: '{n|empezado|empezados} sin todas las aprobaciones a tiempo',
  },
  tileWaived: { en: 'with waivers', es: 'con exenciones' },
  tileRemoved: { en: '{n|record|records} removed', es: '{n|registro eliminado|registros eliminados}' },
  tileLoosened: {
    en: '{n|rule loosening|rule loosenings} in force',
    es: '{n|regla relajada|reglas relajadas} en vigor',
  },

  nothing: {
    en: 'There is no change in this period. The pack is valid and says only that.',
    es: 'No hay ningún cambio en este período. El dossier es válido y solo dice eso.',
  },
  whatCounts: {
    en: 'A change belongs to the period if it was requested, decided, planned, carried out or rolled back in it, by its own dates; one without any date, if it was created in it; and one whose record was removed in it. {others} {others|change|changes} of the commit {others|belongs|belong} elsewhere.',
    es: 'Un cambio es del período si en él se solicitó, se decidió, se previó, se realizó o se revirtió, según sus propias fechas; si no tiene ninguna fecha, si en él se creó; y también si en él se eliminó su registro. {others} {others|cambio|cambios} del commit no {others|es|son} de aquí.',
  },
  fromGit: {
    en: 'Everything follows from the commit named above, its history on the branch that it ends, and the options. What lay on the disk did not count, and nothing was fetched. The names and times of commits are what their authors’ machines said; only signatures prove more.',
    es: 'Todo se deduce del commit indicado arriba, de su historia en la rama que termina y de las opciones. Lo que había en el disco no ha contado y no se ha descargado nada. Los nombres y las horas de los commits son los que dijeron las máquinas de sus autores; solo las firmas prueban más.',
  },
  deployments: { en: 'Deployments and records', es: 'Despliegues y registros' },
  noDeployments: {
    en: 'Nobody said what ran, so this pack does not tell whether every deployment had a record. “changebook audit --deployments” with lists of deployments, or “--tags”, compares them.',
    es: 'Nadie dijo qué se desplegó, así que este dossier no dice si cada despliegue tuvo su registro. «changebook audit --deployments» con listas de despliegues, o «--tags», los compara.',
  },
  deploymentsFrom: {
    en: 'Compared with {lists} {lists|list|lists} of deployments, copied into this pack, and with {tags} {tags|tag|tags} of the repository, which {manifest} lists with their objects. What a list says, git does not prove: it is worth what its export is worth.',
    es: 'Comparado con {lists} {lists|lista|listas} de despliegues, con copia en este dossier, y con {tags} {tags|etiqueta|etiquetas} del repositorio, que {manifest} enumera con sus objetos. Lo que dice una lista no lo prueba git: vale lo que valga su exportación.',
  },
  where: { en: 'Where it stands', es: 'Dónde está' },
  sort: { en: 'Kind', es: 'Tipo' },
  tileExceptions: {
    en: '{n|exception|exceptions} among deployments',
    es: '{n|excepción|excepciones} en los despliegues',
  },
  unread: {
    en: '{n} {n|file|files} that {n|looks|look} like {n|a record|records} could not be read completely, so this pack is not complete:',
    es: '{n} {n|fichero que parece|ficheros que parecen} {n|un registro|registros} no se {n|ha|han} podido leer por completo, así que este dossier no está completo:',
  },
  unreadLink: { en: 'a link', es: 'un enlace' },
  unreadUnsure: { en: 'text that could not be read', es: 'texto que no se ha podido leer' },
  allRead: {
    en: 'Every file of the commit that may hold a record was read.',
    es: 'Se han leído todos los ficheros del commit que pueden contener un registro.',
  },
  firstRows: {
    en: 'The first {n} of {all}. All of them, with every column, are in {csv} and {xlsx}.',
    es: 'Los primeros {n} de {all}. Están todos, con todas las columnas, en {csv} y {xlsx}.',
  },
  allRows: {
    en: 'All of them, with every column, are also in {csv} and {xlsx}.',
    es: 'Todos, con todas las columnas, están también en {csv} y {xlsx}.',
  },
  drawn: {
    en: 'Each change has the SHA-256 of the seed, a line feed and its name; those with the lowest ones are drawn. {file} lists all of them in that order, so that the draw can be done again by hand.',
    es: 'Cada cambio tiene el SHA-256 de la semilla, un salto de línea y su nombre; salen los que tienen los más bajos. {file} los lista todos en ese orden, para poder repetir el sorteo a mano.',
  },
  noSample: { en: 'No change was drawn.', es: 'No se ha sorteado ningún cambio.' },

  record: { en: 'Record as it stands at the commit', es: 'Registro tal como está en el commit' },
  trail: { en: 'Audit trail', es: 'Historial' },
  approvedContent: { en: 'Content as approved', es: 'Contenido aprobado' },
  carriedOut: { en: 'Content as carried out', es: 'Contenido realizado' },
  comparison: { en: 'What differs', es: 'Qué difiere' },
  notices: { en: 'Notices', es: 'Avisos' },
  evidence: { en: 'Evidence', es: 'Evidencia' },
  decisions: { en: 'Decisions', es: 'Decisiones' },
  role: { en: 'Role', es: 'Rol' },
  who: { en: 'Who', es: 'Quién' },
  when: { en: 'When', es: 'Cuándo' },
  decision: { en: 'Decision', es: 'Decisión' },
  broughtBy: { en: 'Committed', es: 'Commit' },
  covers: { en: 'Content', es: 'Contenido' },
  what: { en: 'What', es: 'Qué' },
  grounds: { en: 'Evidence and reason', es: 'Evidencia y motivo' },
  channel: { en: 'Channel', es: 'Canal' },
  step: { en: 'Step', es: 'Paso' },
  file: { en: 'File', es: 'Fichero' },
  kind: { en: 'Notice', es: 'Aviso' },
  noDecisions: { en: 'Nobody has decided anything.', es: 'Nadie ha decidido nada.' },
  noNotices: { en: 'No notice is written down.', es: 'No consta ningún aviso.' },
  noEvidence: {
    en: 'No commit names a file as evidence.',
    es: 'Ningún commit indica un fichero como evidencia.',
  },
  evidenceLost: {
    en: 'not in the commit with that digest',
    es: 'no está en el commit con esa huella',
  },
  notCarriedOut: {
    en: 'Not carried out, as far as the record says.',
    es: 'No realizado, según el registro.',
  },
  underWay: {
    en: 'Under way at the commit: what stands there now counts as carried out.',
    es: 'En marcha en el commit: lo que hay ahí cuenta como realizado.',
  },
  stateSame: { en: 'carried out as approved', es: 'realizado tal como se aprobó' },
  stateDiffers: {
    en: 'not carried out as approved: {parts}',
    es: 'no se realizó tal como se aprobó: {parts}',
  },
  stateKnown: { en: 'known', es: 'conocido' },
  stateNoDigest: {
    en: 'the approval names no digest; taken as it stood in its commit',
    es: 'la aprobación no indica huella; se toma como estaba en su commit',
  },
  stateLost: {
    en: 'no version in git has the digest that was approved',
    es: 'ninguna versión en git tiene la huella que se aprobó',
  },
  stateLate: {
    en: 'committed only after it had begun',
    es: 'el commit llegó cuando ya había empezado',
  },
  stateRewritten: {
    en: 'its digest was written anew afterwards',
    es: 'su huella se escribió de nuevo después',
  },
  frontMatter: { en: 'front matter', es: 'front matter' },
  noDifference: { en: 'Nothing differs.', es: 'No difiere nada.' },
  nothingToCompare: { en: 'There is nothing to compare.', es: 'No hay nada que comparar.' },
  fromApproved: {
    en: 'From what was approved last to what was carried out',
    es: 'De lo último que se aprobó a lo que se realizó',
  },
  sinceThen: {
    en: 'From what was carried out to the record as it stands',
    es: 'De lo que se realizó al registro tal como está',
  },
  more: { en: '… and {n} more, in {file}', es: '… y {n} más, en {file}' },

  rulesMeaning: {
    en: 'Everything that the configuration, roles, gates and workflow asked less for than before, if it was in force in the period. It compares each commit of the branch that touched .changebook or a procedure with the one before; the time is when the branch got it.',
    es: 'Todo aquello en que la configuración, los roles, las compuertas y el flujo pidieron menos que antes, si estuvo en vigor en el período. Se compara cada commit de la rama que tocó .changebook o un procedimiento con el anterior; la hora es la de su llegada a la rama.',
  },
  rulesBegin: {
    en: 'The configuration begins with {commit} ({at}, {by}); with that there is nothing to compare.',
    es: 'La configuración empieza en {commit} ({at}, {by}); eso no se compara con nada.',
  },
  rulesNever: {
    en: 'There is no configuration in the history of this commit, so the usual rules count throughout.',
    es: 'No hay configuración en la historia de este commit, así que siempre cuentan las reglas habituales.',
  },
  rulesNone: {
    en: 'No loosening was in force in the period.',
    es: 'En el período no estuvo en vigor ninguna relajación.',
  },
  rulesCommits: {
    en: '{n} {n|commit|commits} of the period touched the configuration.',
    es: '{n} {n|commit|commits} del período {n|tocó|tocaron} la configuración.',
  },
  since: { en: 'Since', es: 'Desde' },
  until: { en: 'Until', es: 'Hasta' },
  stillOn: { en: 'in force at the commit', es: 'en vigor en el commit' },
  loosened: { en: 'What was loosened', es: 'Qué se relajó' },
  by: { en: 'By', es: 'Por' },
  endedBy: { en: 'Ended by commit', es: 'Commit que la termina' },

  howToCheck: {
    en: '{manifest} holds the SHA-256 of every other file. {verify} finds damage in the pack alone; run in the repository, it makes the pack again from the commit and the options, and finds what is not true.',
    es: '{manifest} tiene el SHA-256 de todos los demás ficheros. {verify} encuentra daños en el propio dossier; ejecutado en el repositorio, vuelve a hacer el dossier a partir del commit y las opciones, y encuentra lo que no es verdad.',
  },
  ofFile: { en: 'What it holds', es: 'Qué contiene' },
  fileXlsx: {
    en: 'All changes of the period, as a spreadsheet',
    es: 'Todos los cambios del período, en hoja de cálculo',
  },
  fileCsv: { en: 'The same as text', es: 'Lo mismo como texto' },
  fileDraw: { en: 'The draw', es: 'El sorteo' },
  fileRules: { en: 'History of the rules', es: 'Historial de las reglas' },
  fileReconciliation: {
    en: 'Deployments beside records: what is out of order',
    es: 'Despliegues frente a registros: lo que no está en orden',
  },
  fileReconciliationJson: { en: 'The same for programs', es: 'Lo mismo para programas' },
  fileDeployments: {
    en: 'The lists of deployments, as they were given',
    es: 'Las listas de despliegues, tal como se dieron',
  },
  fileSamples: {
    en: 'A folder for each change of the sample',
    es: 'Una carpeta por cada cambio de la muestra',
  },
  fileManifest: { en: 'Digests, commit, options', es: 'Huellas, commit, opciones' },
  drawnColumn: { en: 'Drawn', es: 'Sale' },
  nameColumn: { en: 'Name', es: 'Nombre' },
  yes: { en: 'yes', es: 'sí' },
} as const satisfies { [name: string]: Localized };

export type PackWord = keyof typeof words;

/** One of the words of a pack, in its language. */
export function packWord(language: Language, word: PackWord, args: MessageArgs = {}): string {
  return fillIn(words[word][language], args);
}
