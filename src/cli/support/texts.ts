import type { Localized } from '../../core/model/text/localized';
import { actionTexts } from './actionTexts';
import { adoptTexts } from './adoptTexts';
import { createTexts } from './createTexts';
import { hotfixTexts } from './hotfixTexts';
import { importTexts } from './importTexts';
import { mergeTexts } from './mergeTexts';
import { noticeTexts } from './noticeTexts';
import { packTexts } from './packTexts';
import { receiptTexts } from './receiptTexts';
import { reconcileTexts } from './reconcileTexts';
import { reportTexts } from './reportTexts';
import { reviewTexts } from './reviewTexts';
import { setupWords } from './setupWords';
import { timelineTexts } from './timelineTexts';
import { updateTexts } from './updateTexts';

/** What the command line says besides findings. */
export const texts = {
  ...actionTexts,
  ...adoptTexts,
  ...reportTexts,
  ...receiptTexts,
  ...reviewTexts,
  ...createTexts,
  ...noticeTexts,
  ...packTexts,
  ...setupWords,
  ...timelineTexts,
  ...reconcileTexts,
  ...hotfixTexts,
  ...importTexts,
  ...mergeTexts,
  ...updateTexts,
  noSuchPath: {
    en: '{path}: there is no such file or folder.',
    es: '{path}: no existe ese fichero o carpeta.',
  },
  brokenLink: { en: '{path}: the link leads to nothing.', es: '{path}: el enlace no lleva a nada.' },
  notAllowed: { en: '{path}: reading it is not allowed.', es: '{path}: no hay permiso para leerlo.' },
  unreadable: { en: '{path}: it cannot be read ({code}).', es: '{path}: no se puede leer ({code}).' },
  notARecord: {
    en: '{path}: not a record: its front matter names no type (procedure, change or ticket).',
    es: '{path}: no es un registro: su front matter no indica un tipo (procedimiento, cambio o incidencia).',
  },
  notAmongRecords: {
    en: '{path}: not a record: the configuration’s `records` leave it out.',
    es: '{path}: no es un registro: `registros` de la configuración lo deja fuera.',
  },
  notMarkdown: {
    en: '{path}: not a markdown file (.md) and not a file of the configuration.',
    es: '{path}: no es un fichero markdown (.md) ni de la configuración.',
  },
  reading: { en: 'Reading {done} of {all} files…', es: 'Leyendo {done} de {all} ficheros…' },
  fixed: {
    en: 'Fixed {count} {count|finding|findings} in {files} {files|file|files}.',
    es: '{count|Corregido|Corregidos} {count} {count|hallazgo|hallazgos} en {files} {files|fichero|ficheros}.',
  },
  notFixed: {
    en: '{path}: changed while it was being fixed; left as it is.',
    es: '{path}: cambió mientras se corregía; queda como está.',
  },
  notWritten: {
    en: '{path}: cannot be written ({code}); left as it is.',
    es: '{path}: no se puede escribir ({code}); queda como está.',
  },
  noRecordWithId: {
    en: 'There is no record “{id}” in the workspace of the current folder, and no such file.{hint}',
    es: 'No existe el registro «{id}» en el espacio de trabajo de esta carpeta, ni un fichero así.{hint}',
  },
  severalMeant: {
    en: 'Several records are meant by “{id}”: {known}. Write the whole id.',
    es: '«{id}» puede ser varios registros: {known}. Escribe el identificador completo.',
  },
  wholeId: {
    en: 'There is no record “{id}”. Here, as in any pipeline, an id is written as it stands in the record: {known}.',
    es: 'No existe el registro «{id}». Aquí, como en cualquier pipeline, el identificador se escribe tal como está en el registro: {known}.',
  },
  noStandard: {
    en: 'No procedure has `standard`, so no change is approved beforehand.',
    es: 'Ningún procedimiento tiene `estandar`, así que ningún cambio está aprobado de antemano.',
  },
  notAChange: {
    en: '“{id}” is not a change.',
    es: '«{id}» no es un cambio.',
  },
  notMovable: {
    en: '“{id}” is neither a change nor a ticket; only those have states.',
    es: '«{id}» no es un cambio ni una incidencia; solo ellos tienen estados.',
  },
  whichSchema: {
    en: 'Say of what: procedure, change, ticket or answers.',
    es: 'Di de qué: procedimiento, cambio, incidencia o respuestas.',
  },
  whoIsMe: {
    en: '--mine: git does not know who you are; tell it (git config user.name and user.email).',
    es: '--mine: git no sabe quién eres; díselo (git config user.name y user.email).',
  },
  whoDecides: {
    en: 'git does not know who you are; say who decides with --by, or tell git (git config user.name).',
    es: 'git no sabe quién eres; di quién decide con --by, o díselo a git (git config user.name).',
  },
  noMoves: {
    en: 'From “{from}” there is no further move.',
    es: 'Desde «{from}» no se puede pasar a ningún otro estado.',
  },
  noSuchMove: {
    en: 'From “{from}” there is no move to “{to}”, only to {open}.{hint}',
    es: 'Desde «{from}» no se puede pasar a «{to}»; se puede pasar a {open}.{hint}',
  },
  whichState: {
    en: 'From “{from}” say which state (--to): {open}.',
    es: 'Desde «{from}» di a qué estado (--to): {open}.',
  },
  moved: {
    en: 'Moved to “{to}” ({files}); it now waits on {who}.',
    es: 'Pasado a «{to}» ({files}); ahora {who}.',
  },
  wouldMove: {
    en: 'It may move to “{to}” ({files}), and would then wait on {who}. Nothing was written.',
    es: 'Puede pasar a «{to}» ({files}); después {who}. No se ha escrito nada.',
  },
  moveRefused: {
    en: 'It may not move to “{to}” yet. Nothing was written.',
    es: 'Aún no puede pasar a «{to}». No se ha escrito nada.',
  },
  waitsOn_customer: { en: 'the customer', es: 'le toca al cliente' },
  waitsOn_partner: { en: 'the partner', es: 'le toca al socio' },
  waitsOn_us: { en: 'us', es: 'nos toca a nosotros' },
  waitsOn_nobody: { en: 'nobody', es: 'no le toca a nadie' },
  risk: { en: 'Risk', es: 'Riesgo' },
  digest: { en: 'Digest', es: 'Huella' },
  gitMissing: {
    en: 'git was not found, so what rules ask of it stays unchecked.',
    es: 'No se ha encontrado git, así que lo que las reglas le preguntan queda sin comprobar.',
  },
  gitNone: {
    en: 'There is no git repository here, so what rules ask of git stays unchecked.',
    es: 'Aquí no hay repositorio git, así que lo que las reglas le preguntan queda sin comprobar.',
  },
  gitUnsafe: {
    en: 'git refuses this repository as unsafe (git config --global --add safe.directory allows it), so what rules ask of it stays unchecked.',
    es: 'git rechaza este repositorio por inseguro (git config --global --add safe.directory lo permite), así que lo que las reglas le preguntan queda sin comprobar.',
  },
  nothingWrong: {
    en: 'Nothing to report: {records} in {files}.',
    es: 'Nada que señalar: {records} en {files}.',
  },
  summary: {
    en: '{errors}, {warnings}, {infos} in {records} ({files}).',
    es: '{errors}, {warnings}, {infos} en {records} ({files}).',
  },
  moreFixes: {
    en: '{count} can be fixed with --fix.',
    es: '{count} se {count|puede|pueden} corregir con --fix.',
  },
  error: { en: 'error', es: 'error' },
  warning: { en: 'warning', es: 'advertencia' },
  info: { en: 'info', es: 'información' },
  unknownCommand: {
    en: 'There is no command “{name}”.{hint} See changebook --help.',
    es: 'No existe la orden «{name}».{hint} Consulta changebook --help.',
  },
  badOption: {
    en: '{reason} See changebook {command} --help.',
    es: '{reason} Consulta changebook {command} --help.',
  },
  unknownOption: { en: 'There is no option {option}.{hint}', es: 'No existe la opción {option}.{hint}' },
  optionValue: {
    en: '{option} needs a value (one that begins with a dash is written {option}=-…).',
    es: '{option} necesita un valor (si empieza por guion se escribe {option}=-…).',
  },
  optionAlone: { en: '{option} takes no value.', es: '{option} no admite ningún valor.' },
  inputAlone: {
    en: 'Standard input (-) is checked alone, without other paths.',
    es: 'La entrada estándar (-) se comprueba sola, sin otras rutas.',
  },
  inputFix: {
    en: '--fix writes files, so it does not go with standard input (-).',
    es: '--fix escribe en ficheros, así que no se combina con la entrada estándar (-).',
  },
  badValue: {
    en: '--{option} does not take “{value}”; it takes {expected}.{hint}',
    es: '--{option} no admite «{value}»; admite {expected}.{hint}',
  },
  whichShell: {
    en: 'This command takes one of: bash, zsh, fish.',
    es: 'Esta orden necesita uno de: bash, zsh, fish.',
  },
  lspAlone: {
    en: 'The language server takes no arguments; the editor tells it the folders.',
    es: 'El servidor de lenguaje no admite argumentos; las carpetas se las dice el editor.',
  },
  whichCache: {
    en: 'This command takes one of: path, prune, verify; only prune takes --size.',
    es: 'Esta orden necesita uno de: path, prune, verify; solo prune admite --size.',
  },
  cachePruned: {
    en: 'Files removed: {removed}. The rest takes {size} MB.',
    es: 'Ficheros quitados: {removed}. El resto ocupa {size} MB.',
  },
  cacheVerified: {
    en: 'Whole: packs {packs}, verdicts {verdicts}, other files {others}.',
    es: 'Íntegros: paquetes {packs}, veredictos {verdicts}, otros ficheros {others}.',
  },
  cacheDamaged: {
    en: '{path}: damaged; it is read again from the records.',
    es: '{path}: dañado; se vuelve a leer de los registros.',
  },
  cacheForeign: {
    en: '{path}: of another program; it is not used.',
    es: '{path}: de otro programa; no se usa.',
  },
  oneTarget: {
    en: 'This command takes one id or file.',
    es: 'Esta orden necesita un identificador o un fichero.',
  },
  notOpen: {
    en: '“{id}” is {status}; only an open change takes another slot.',
    es: '«{id}» está {status}; solo un cambio abierto admite otro hueco.',
  },
  oneKind: {
    en: 'This command takes one procedure (its id or file) or one of: change, hotfix, ticket, procedure.',
    es: 'Esta orden necesita un procedimiento (identificador o fichero) o uno de: cambio, hotfix, incidencia, procedimiento.',
  },
  notAProcedure: {
    en: '“{id}” is not a procedure; a change is made from one, or from nothing (changebook new change).',
    es: '«{id}» no es un procedimiento; un cambio se crea a partir de uno, o de nada (changebook new cambio).',
  },
  leftBehind: {
    en: 'Found {path}, which an earlier run made and did not commit; nothing else was made.',
    es: 'Está {path}, creado antes y sin commit; no se ha creado nada más.',
  },
  created: { en: 'Created {path}', es: 'Creado {path}' },
  exists: {
    en: '{path}: there is such a file already; nothing was written.',
    es: '{path}: ya existe ese fichero; no se ha escrito nada.',
  },
  notCreated: {
    en: '{path}: cannot be written ({code}); nothing was created.',
    es: '{path}: no se puede escribir ({code}); no se ha creado nada.',
  },
  unexpected: {
    en: 'Changebook failed ({reason}); git status shows what has changed, if anything. Please report it with the command that you ran.',
    es: 'Changebook ha fallado ({reason}); git status muestra qué ha cambiado, si es que algo ha cambiado. Comunícalo con la orden que ejecutaste.',
  },
  noPending: { en: 'No pending change.', es: 'Ningún cambio pendiente.' },
  nonePendingSuch: {
    en: 'No pending change is like that; {count} {count|other is|others are} pending.',
    es: 'Ningún cambio pendiente es así; hay {count|otro pendiente|otros {count} pendientes}.',
  },
  status: { en: 'Status', es: 'Estado' },
  file: { en: 'File', es: 'Fichero' },
  sections: { en: 'Sections', es: 'Secciones' },
  evidenceKept: { en: 'Evidence: {path}', es: 'Evidencia: {path}' },
  evidenceTaken: { en: 'Evidence taken away: {path}', es: 'Evidencia retirada: {path}' },
  steps: { en: 'Steps: {done} of {all} done', es: 'Pasos: {done} de {all} {all|hecho|hechos}' },
  rollbackSteps: {
    en: 'Rollback: {done} of {all} {all|step|steps} done; the steps of the deployment do not count any more',
    es: 'Reversión: {done} de {all} {all|paso hecho|pasos hechos}; los del despliegue ya no cuentan',
  },
  ofRollback: { en: 'only if rolled back', es: 'solo si se revierte' },
  notNeeded: { en: 'not needed any more', es: 'ya no hace falta' },
  rollBackIf: { en: 'Roll back if', es: 'Revertir si' },
  rolledBackSince: { en: 'Rolled back', es: 'Revertido' },
  rollingBack: { en: 'rollback {count}', es: 'reversión {count}' },
  plainRollback: {
    en: 'The rollback has {count} {count|item|items} without {count|a box|boxes}: “changebook rollback {id} --boxes” makes {count|a step of it|steps of them}.',
    es: 'La reversión tiene {count} {count|punto|puntos} sin {count|casilla|casillas}: «changebook rollback {id} --boxes» {count|lo convierte en paso|los convierte en pasos}.',
  },
  nextBack: {
    en: 'Next: “{step}” (changebook tick {id}).',
    es: 'Siguiente: «{step}» (changebook tick {id}).',
  },
  noRollbackSteps: {
    en: 'Its rollback has no steps to tick.',
    es: 'Su reversión no tiene pasos que marcar.',
  },
  notApplicable: { en: 'does not apply', es: 'no aplica' },
  unmet: { en: 'only if {condition}', es: 'solo si {condition}' },
  notChosen: { en: 'not chosen', es: 'no elegido' },
  noRecord: { en: 'no record', es: 'no es un registro' },
} as const satisfies { [name: string]: Localized };
