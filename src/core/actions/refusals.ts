import { argsIn, fillIn, type Language, type MessageArgs } from '../model/text/localized';
import { type ActionText, type Face, textFor } from './actionText';
import { asItStands, type Kept } from './commitFaults';
import { decisionRefusals } from './decisionRefusals';
import { evidenceRefusals } from './evidenceRefusals';
import { updateRefusals } from './updateRefusals';

/** Why an action on a record is not taken. What a person can do about it is in the sentence. */
export const refusalTexts = {
  notARecord: {
    en: 'This text can no longer be read as a record; correct its front matter first. Nothing was changed.',
    es: 'Este texto ya no se puede leer como registro; corrige antes su front matter. No se ha cambiado nada.',
  },
  ...decisionRefusals,
  ...evidenceRefusals,
  ...updateRefusals,
  notOnHold: {
    en: 'The change is not on hold. Nothing was changed.',
    es: 'El cambio no está en espera. No se ha cambiado nada.',
  },
  procedureStep: {
    en: '{record} is a procedure, a template whose own steps are not ticked: make a change from it{how}.',
    es: '{record} es un procedimiento, una plantilla cuyos pasos no se marcan: crea un cambio a partir de él{how}.',
    how: 'changebook new {record}',
  },
  noSuchStep: {
    en: 'No step or section is called “{step}”: give a number or a range, L and its line, its name, how its text begins, or a heading{how}.',
    es: 'Ningún paso ni sección se llama «{step}»: da un número o un intervalo, L y su línea, su nombre, el principio de su texto o un título{how}.',
    how: { en: 'changebook show {record} lists them', es: 'changebook show {record} los muestra' },
  },
  ambiguousStep: {
    en: '“{step}” may be any of {count} steps: {candidates}. Say which by number or line.',
    es: '«{step}» puede ser cualquiera de {count} pasos: {candidates}. Di cuál por número o línea.',
  },
  ambiguousSection: {
    en: '“{step}” may be any of several sections: {candidates}. Write more of its heading.',
    es: '«{step}» puede ser cualquiera de varias secciones: {candidates}. Escribe más de su título.',
  },
  rollbackStep: {
    en: '“{step}” is a step of the rollback, which counts only once the change is rolled back{how}. Nothing was changed.',
    es: '«{step}» es un paso de la reversión, que solo cuenta cuando el cambio se revierte{how}. No se ha cambiado nada.',
    how: 'changebook rollback {record}',
  },
  notDeployed: {
    en: '{record} is “{state}”; only a change that is being deployed or tested is rolled back. Nothing was changed.',
    es: '{record} está «{state}»; solo se revierte un cambio que se está desplegando o probando. No se ha cambiado nada.',
  },
  rollbackBegun: {
    en: '{count} {count|step|steps} of the rollback {count|is|are} ticked, so the deployment cannot simply go on; where that is wrong, untick {count|it|them} first. Nothing was changed.',
    es: '{count|Hay {count} paso marcado|Hay {count} pasos marcados} de la reversión, así que el despliegue no puede seguir sin más; si es un error, {count|desmárcalo|desmárcalos} antes. No se ha cambiado nada.',
  },
  closedRollback: {
    en: 'The change is “{state}”, so its rollback stays as it is. Nothing was changed.',
    es: 'El cambio está «{state}», así que su reversión queda como está. No se ha cambiado nada.',
  },
  noOpenStep: {
    en: 'No step of {record} is left to be done.',
    es: 'A {record} ya no le queda ningún paso por hacer.',
  },
  noSteps: { en: '{record} has no steps.', es: '{record} no tiene pasos.' },
  closedStep: {
    en: 'The record is “{state}”, so “{step}” stays as it is; where that is wrong, edit the record and commit it yourself. Nothing was changed.',
    es: 'El registro está «{state}», así que «{step}» queda como está; si es un error, edita el registro y haz tú el commit. No se ha cambiado nada.',
  },
  closedNotice: {
    en: 'The change is “{state}”, where no notice of the kind “{notice}” is sent any more.{others} Nothing was changed.',
    es: 'El cambio está «{state}», y entonces ya no se envía un aviso de la clase «{notice}».{others} No se ha cambiado nada.',
  },
  untrueNotice: {
    en: '{why} Nothing was changed.',
    es: '{why} No se ha cambiado nada.',
  },
  stepGone: {
    en: '“{step}” is not in the record any more, or reads differently now. Nothing was changed; look at the record again.',
    es: '«{step}» ya no está en el registro, o ahora dice otra cosa. No se ha cambiado nada; vuelve a mirar el registro.',
  },
  stepUncommitted: {
    en: '“{step}” is not in the record as it was last committed; commit the record first. Nothing was changed.',
    es: '«{step}» no está en el registro tal como quedó en su último commit; haz antes un commit del registro. No se ha cambiado nada.',
  },
  stepStaged: {
    en: '“{step}” is another one in what is staged of the record; commit or unstage that first. Nothing was changed.',
    es: '«{step}» es distinto en lo que hay preparado del registro; haz el commit o retíralo antes. No se ha cambiado nada.',
  },
  alreadyTicked: { en: '“{step}” is ticked already.', es: '«{step}» ya está marcado.' },
  alreadyOpen: { en: '“{step}” is not ticked.', es: '«{step}» no está marcado.' },
  alreadySkipped: {
    en: '“{step}” is marked as not applicable already.',
    es: '«{step}» ya está señalado como no aplicable.',
  },
  stepSkipped: {
    en: '“{step}” is marked as not applicable; take that back first{how}.',
    es: '«{step}» está señalado como no aplicable; quítalo antes{how}.',
    how: 'changebook untick',
  },
  stepTicked: {
    en: '“{step}” is ticked; untick it first{how}.',
    es: '«{step}» está marcado; desmárcalo antes{how}.',
    how: 'changebook untick',
  },
  gate: {
    en: '“{step}” has to wait: {count} {count|step|steps} under “{required}” {count|is|are} still open, the first is “{first}”, and {procedure} requires {count|it|those} before.',
    es: '«{step}» debe esperar: {count|queda|quedan} {count} {count|paso abierto|pasos abiertos} en «{required}», el primero es «{first}», y {procedure} {count|lo exige|los exige} antes.',
  },
  otherState: {
    en: 'As it was last committed the record is “{state}”, from which it does not move to “{to}”; commit the record first. Nothing was changed.',
    es: 'Tal como quedó en su último commit, el registro está «{state}», y de ahí no pasa a «{to}»; haz antes un commit del registro. No se ha cambiado nada.',
  },
  committedNotReady: {
    en: 'As it was last committed the change may not move to “{to}”; commit your other changes to the record first. Nothing was changed.',
    es: 'Tal como quedó en su último commit, el cambio no puede pasar a «{to}»; haz antes un commit de tus otros cambios del registro. No se ha cambiado nada.',
  },
  differsFromCommit: {
    en: '{file} is committed, but what lies in the folder differs from its commit (git diff HEAD -- {file}): run the action again that was not finished, or commit your edits yourself (git commit -- {file}). Nothing was changed.',
    es: '{file} está en un commit, pero lo que hay en la carpeta difiere de su commit (git diff HEAD -- {file}): repite la acción que quedó a medias o haz tú un commit de lo editado (git commit -- {file}). No se ha cambiado nada.',
  },
  writtenOtherwise: {
    en: '“{what}” stands in the file already, uncommitted and in other words: {there}. Say the same, commit the file yourself (git commit), or take it out (git diff HEAD). Nothing was changed.',
    es: '«{what}» ya está en el fichero, sin commit y con otras palabras: {there}. Di lo mismo, haz tú el commit del fichero (git commit) o quítalo (git diff HEAD). No se ha cambiado nada.',
  },
  recordThere: {
    en: 'There is another {file} by now; give yours another id.',
    es: 'Ya hay allí otro {file}; pon otro identificador al tuyo.',
  },
  fieldDiffers: {
    en: 'Its field “{field}” has another value there by now.',
    es: 'Su campo «{field}» ya tiene allí otro valor.',
  },
  noAssignment: {
    en: '“{text}” sets no field: write field=value, list+=item or list-=item.',
    es: '«{text}» no pone ningún campo: escribe campo=valor, lista+=elemento o lista-=elemento.',
  },
  noSuchField: {
    en: 'This record has no field “{name}”.{hint}',
    es: 'Este registro no tiene ningún campo «{name}».{hint}',
  },
  noSuchItem: {
    en: 'There is no “{item}” in “{field}”; += adds one.{hint}',
    es: 'No hay ningún «{item}» en «{field}»; += lo añade.{hint}',
  },
  noList: {
    en: '“{field}” is no list: set it with =.',
    es: '«{field}» no es una lista: ponlo con =.',
  },
  notMoment: {
    en: '“{field}” takes {expected}.',
    es: '«{field}» admite {expected}.',
  },
  cannotWrite: {
    en: 'Its front matter is written in a way that cannot be changed safely; edit it by hand, then commit it{how}. Nothing was changed.',
    es: 'Su front matter está escrito de un modo que no se puede cambiar con seguridad; edítalo a mano y haz el commit{how}. No se ha cambiado nada.',
    how: 'changebook commit',
  },
  noItem: { en: 'Say which item of “{field}”.', es: 'Di qué elemento de «{field}».' },
  writeParts: {
    en: '“{field}” has parts: set each by its name, such as {part}=….',
    es: '«{field}» tiene partes: pon cada una por su nombre, como {part}=….',
  },
  ownedField: {
    en: '“{field}” is written by an action of its own, {action}{how}. Nothing was changed.',
    es: '«{field}» lo escribe una acción propia, {action}{how}. No se ha cambiado nada.',
    how: 'changebook {command}',
  },
  fieldStays: {
    en: '“{field}” stays as it is: other records, commits and links name it. Nothing was changed.',
    es: '«{field}» se queda como está: lo nombran otros registros, commits y enlaces. No se ha cambiado nada.',
  },
  noNextId: {
    en: 'No next id can be made for {record}; give it another one by hand, where it is named too. Nothing was changed.',
    es: 'No se puede formar el siguiente identificador para {record}; dale otro a mano, también donde se lo nombra. No se ha cambiado nada.',
  },
  whichIsLater: {
    en: 'Which of {files} came later cannot be told; name the file that gets the new id. Nothing was changed.',
    es: 'No se puede saber cuál de {files} llegó después; nombra el fichero que recibe el nuevo identificador. No se ha cambiado nada.',
  },
  notSearched: {
    en: 'Who else names {record} could not be looked up with git, so it keeps its id. Nothing was changed.',
    es: 'No se ha podido buscar con git quién más nombra {record}, así que conserva su identificador. No se ha cambiado nada.',
  },
  idMoved: {
    en: 'A record that got another id does not get it again on top of what others pushed.',
    es: 'Un registro que recibió otro identificador no lo vuelve a recibir sobre lo que otros enviaron.',
  },
  bringsError: {
    en: 'It would bring an error: {message} ({rule}) Nothing was changed.',
    es: 'Traería un error: {message} ({rule}) No se ha cambiado nada.',
  },
  makesVoid: {
    en: 'It would make void what people have said: {message} ({rule}) Say so where it is meant{how}. Nothing was changed.',
    es: 'Anularía lo que ya se ha dicho: {message} ({rule}) Dilo si es lo que quieres{how}. No se ha cambiado nada.',
    how: '--yes',
  },
  editsField: {
    en: 'The edits touch “{field}”, which an action of its own writes; take that out, or commit it yourself (git commit). Nothing was changed.',
    es: 'Lo editado toca «{field}», que escribe una acción propia; quítalo o haz tú el commit (git commit). No se ha cambiado nada.',
  },
  editsStep: {
    en: 'The edits touch the tick of “{step}”, and each tick is a commit of its own; take that out, or commit it yourself (git commit). Nothing was changed.',
    es: 'Lo editado toca la marca de «{step}», y cada marca es un commit; quítalo o haz tú el commit (git commit). No se ha cambiado nada.',
  },
  editStaged: {
    en: 'What is staged of the record is neither what is committed nor what lies in the folder; stage or unstage it first. Nothing was changed.',
    es: 'Lo preparado del registro no es ni lo que está en el commit ni lo que hay en la carpeta; prepáralo o retíralo antes. No se ha cambiado nada.',
  },
  editedMeanwhile: {
    en: 'The record was committed by somebody else meanwhile; look at it again. Nothing was changed.',
    es: 'Entretanto otra persona ha hecho un commit del registro; vuelve a mirarlo. No se ha cambiado nada.',
  },
  frontDiffers: {
    en: 'Its front matter reads otherwise there by now.',
    es: 'Su front matter ya dice allí otra cosa.',
  },
  bodyDiffers: {
    en: 'Its text reads otherwise there by now.',
    es: 'Su texto ya dice allí otra cosa.',
  },
  sectionDiffers: {
    en: 'Its section “{section}” reads otherwise there by now.',
    es: 'Su sección «{section}» ya dice allí otra cosa.',
  },
  alreadyThere: {
    en: 'It is in “{to}” already.',
    es: 'Ya está en «{to}».',
  },
  otherOutcome: {
    en: 'It is in “{to}” already, with the outcome “{outcome}”; where that is wrong, edit the record and commit it yourself. Nothing was changed.',
    es: 'Ya está en «{to}», con el resultado «{outcome}»; si es un error, edita el registro y haz tú el commit. No se ha cambiado nada.',
  },
  evidenceMissing: {
    en: '“{step}” asks for a line of evidence, such as a link or a figure{how}.',
    es: '«{step}» pide una línea de evidencia, como un enlace o una cifra{how}.',
    how: { en: '--evidence or --evidence-file', es: '--evidence o --evidence-file' },
  },
  notChosen: {
    en: '“{step}” does not apply, since “{other}” of the same choice is ticked; untick that one first. Nothing was changed.',
    es: '«{step}» no se aplica, porque está marcado «{other}», de la misma elección; desmárcalo antes. No se ha cambiado nada.',
  },
  openChoice: {
    en: 'Of these {count} steps of {record} only one is done, so say which: {candidates}.',
    es: 'De estos {count} pasos de {record} solo se hace uno, así que di cuál: {candidates}.',
  },
  reasonMissing: {
    en: 'Say why “{step}” does not apply{how}.',
    es: 'Di por qué «{step}» no se aplica{how}.',
    how: '--reason',
  },
  cannotMark: {
    en: '“{step}” is written in a way that cannot be marked safely; change it by hand. Nothing was changed.',
    es: '«{step}» está escrito de un modo que no se puede marcar con seguridad; cámbialo a mano. No se ha cambiado nada.',
  },
} as const satisfies { [code: string]: ActionText };

export type RefusalCode = keyof typeof refusalTexts;

/** A refusal with what its sentence names. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly args: MessageArgs;
}

export function refusal(code: RefusalCode, args: MessageArgs = {}): Refusal {
  return { code, args };
}

/** The sentence of a refusal. `kept` tells what stands of the change all the same. */
export function refusalText(
  { code, args }: Refusal,
  language: Language,
  kept?: Kept,
  face: Face = 'commandLine',
): string {
  const sentence = fillIn(textFor(face, refusalTexts[code], language), argsIn(language, args));
  return asItStands(sentence, language, kept);
}
