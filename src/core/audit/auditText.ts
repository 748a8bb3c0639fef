import { fillIn, type Language, type Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { localText } from '../model/time/localText';
import { noticeKindChoice, roleChoice } from '../model/vocabulary/choices';
import { stateName } from '../model/vocabulary/stateName';
import { choiceIn } from '../model/vocabulary/vocabulary';
import type { AuditEvent, AuditedEvidence, EvidenceState } from './auditEvent';
import type { NamedApprovers } from './namedApprovers';
import type { PlannedTimes, TimeSpan } from './plannedTimes';

/** What was done, in words. Any other action is described by the subject of its commit. */
const actionTexts: { readonly [action: string]: Localized } = {
  tick: { en: 'Ticked “{step}”', es: 'Marcado «{step}»' },
  untick: { en: 'Unticked “{step}”', es: 'Desmarcado «{step}»' },
  skip: { en: 'Not applicable: “{step}”', es: 'No aplica: «{step}»' },
  unskip: { en: 'Applicable again: “{step}”', es: 'Vuelve a aplicar: «{step}»' },
  advance: { en: 'Moved to {to}', es: 'Pasado a {to}' },
  rollback: { en: 'Rolled back', es: 'Revertido' },
  'undo-rollback': { en: 'Rollback taken back', es: 'Reversión anulada' },
  hold: { en: 'Put on hold', es: 'Puesto en espera' },
  resume: { en: 'Resumed in {to}', es: 'Reanudado en {to}' },
  approve: { en: 'Approved as {role}', es: 'Aprobado como {role}' },
  deny: { en: 'Denied as {role}', es: 'Denegado como {role}' },
  agree: { en: 'Agreement given', es: 'Conformidad dada' },
  'accept-risk': { en: 'Risk accepted', es: 'Riesgo aceptado' },
  waive: { en: 'Waived {rule}', es: 'Eximido de {rule}' },
  notify: { en: 'Notice sent: {notice}', es: 'Aviso enviado: {notice}' },
  create: { en: 'Written for the first time', es: 'Escrito por primera vez' },
  set: { en: 'Set {fields}', es: 'Cambiado {fields}' },
  move: { en: 'Moved from {before}', es: 'Trasladado desde {before}' },
  copy: { en: 'Copied from {before}', es: 'Copiado de {before}' },
  update: { en: 'Took over {procedure}', es: 'Incorporado {procedure}' },
  edit: { en: 'Edited', es: 'Editado' },
  remove: { en: 'Removed', es: 'Eliminado' },
  mention: {
    en: 'The commit message names who approved; that does not count',
    es: 'El mensaje del commit nombra a quien aprobó; eso no cuenta',
  },
  cut: {
    en: 'History begins here: this clone is shallow',
    es: 'El historial empieza aquí: este clon es superficial',
  },
};

/** Actions that are marked as done by hand where the commit is not one of Changebook's. */
const manualActions = new Set([
  ...['tick', 'untick', 'skip', 'unskip', 'advance', 'hold', 'resume', 'rollback', 'undo-rollback'],
  ...['approve', 'deny', 'agree', 'accept-risk', 'waive', 'notify'],
]);

/** Details that those words already contain. */
const detailsInText = new Set(['Rule', 'Notice', 'Fields', 'Procedure']);
/** Names of the details of commits. */
const detailNames: { readonly [name: string]: Localized } = {
  Start: { en: 'Start', es: 'Inicio' },
  Channel: { en: 'Channel', es: 'Canal' },
  Rule: { en: 'Rule', es: 'Regla' },
  Notice: { en: 'Notice', es: 'Aviso' },
  From: { en: 'From', es: 'Desde' },
  Via: { en: 'Came from', es: 'Vino de' },
};

const words = {
  byHand: { en: 'by hand', es: 'a mano' },
  along: { en: 'along with {record}', es: 'junto con {record}' },
  ticked: {
    en: '{count} {count|step|steps} ticked already',
    es: '{count} {count|paso ya marcado|pasos ya marcados}',
  },
  decidedBy: { en: 'by {name}', es: 'por {name}' },
  evidence: { en: 'Evidence', es: 'Evidencia' },
  evidenceFile: { en: 'Evidence file', es: 'Fichero de evidencia' },
  takenAway: { en: 'Evidence file taken away', es: 'Fichero de evidencia retirado' },
  reason: { en: 'Reason', es: 'Motivo' },
  others: { en: 'Further names', es: 'Otros nombres' },
  asPlanned: { en: 'as planned', es: 'según lo previsto' },
  late: { en: '{minutes} min late', es: '{minutes} min tarde' },
  early: { en: '{minutes} min early', es: '{minutes} min antes' },
  began: { en: 'began {how}', es: 'empezó {how}' },
  ended: { en: 'ended {how}', es: 'terminó {how}' },
} as const satisfies { [name: string]: Localized };

const stateTexts: { readonly [state in EvidenceState]: Localized } = {
  intact: { en: 'unchanged since', es: 'sin cambios desde entonces' },
  changed: { en: 'changed since; the commit has it', es: 'cambiado desde entonces; el commit lo tiene' },
  removed: { en: 'removed since; the commit has it', es: 'retirado desde entonces; el commit lo tiene' },
  lost: {
    en: 'not to be found with this sha256, not even in the commit',
    es: 'no se encuentra con este sha256, ni siquiera en el commit',
  },
};

/** What happened, on one line, without who, when and why. */
export function eventText(event: AuditEvent, language: Language): string {
  const template = actionTexts[event.action]?.[language];
  const about = template ? fillIn(template, argsOf(event, language)) : withoutRecord(event.subject);
  const { own, action, along, ticked, decidedBy } = event;
  const notes = [
    decidedBy && fillIn(words.decidedBy[language], { name: oneLineValue(decidedBy, 80) }),
    along && fillIn(words.along[language], { record: oneLineValue(along, 60) }),
    ticked && fillIn(words.ticked[language], { count: ticked }),
    !own && manualActions.has(action) && words.byHand[language],
  ].filter((note) => typeof note === 'string' && note !== '');
  return notes.length > 0 ? `${about} (${notes.join(', ')})` : about;
}

function argsOf({ step, to, role, fileBefore, details }: AuditEvent, language: Language) {
  const state = to === undefined ? '?' : stateName(to, language);
  return {
    step: oneLineValue(step?.text ?? '?', 200),
    to: oneLineValue(state, 60),
    role: oneLineValue(role === undefined ? '?' : choiceIn(language, roleChoice.choices, role), 60),
    rule: oneLineValue(details.Rule ?? '?', 80),
    fields: oneLineValue(details.Fields ?? '?', 200),
    procedure: oneLineValue(details.Procedure ?? '?', 100),
    notice: oneLineValue(choiceIn(language, noticeKindChoice.choices, details.Notice ?? '?'), 60),
    before: oneLineValue(fileBefore ?? '?', 200),
  };
}

/** A subject without the record's id at its beginning: the whole trail is about that record. */
function withoutRecord(subject: string): string {
  return oneLineValue(subject, 200).replace(/^[A-Z]+-[A-Z0-9.-]+: /, '');
}

/** Evidence, reason and the other details of a commit, each with its label. */
export function evidenceAndReason(
  event: AuditEvent,
  language: Language,
): (readonly [name: string, text: string])[] {
  const { action, evidence, evidenceFile, reason, details, named } = event;
  const others = Object.entries(details).filter(
    ([name]) => !(action in actionTexts && detailsInText.has(name)),
  );
  const told: [string, string | undefined][] = [
    [words.evidence[language], evidence],
    [
      words[evidenceFile?.isTaken ? 'takenAway' : 'evidenceFile'][language],
      evidenceFile && fileText(evidenceFile, language),
    ],
    [words.reason[language], reason],
    ...(named ? namedTexts(named, language) : []),
    ...others.map(([name, text]): [string, string] => [detailNames[name]?.[language] ?? name, text]),
  ];
  return told.flatMap(([name, text]) => (text ? [[name, oneLineValue(text, 500)] as const] : []));
}

/** Who approved as a message says, by the name of the trailer. */
function namedTexts({ people, more }: NamedApprovers, language: Language): [string, string][] {
  const trailers = [...new Set(people.map(({ trailer }) => trailer))];
  const texts = trailers.map((trailer): [string, string] => {
    const names = people.flatMap((one) => (one.trailer === trailer ? oneLineValue(one.by, 80) : []));
    return [trailer, names.join(', ')];
  });
  return more > 0 ? [...texts, [words.others[language], String(more)]] : texts;
}

/** Where it lies, its digest, and whether it is still what it was. */
function fileText({ file, sha256, isTaken, state }: AuditedEvidence, language: Language): string {
  if (isTaken) return file;
  const stands = state ? `, ${stateTexts[state][language]}` : '';
  return `${file} (sha256 ${sha256}${stands})`;
}

/** The headings above an event's step, without the record's own title. */
export function stepPlace({ step }: AuditEvent): string {
  return oneLineValue((step?.path ?? []).slice(1).join(' › '), 200);
}

/** From when to when, as a clock in the zone shows it; undefined where neither is known. */
export function spanText({ start, end }: TimeSpan, zone: string): string | undefined {
  if (start === undefined && end === undefined) return undefined;
  const text = (moment: number | undefined): string => (moment === undefined ? '…' : localText(moment, zone));
  const [from, to] = [text(start), text(end)];
  // On the same day the time is enough.
  return `${from} → ${to.startsWith(from.slice(0, 11)) ? to.slice(11) : to}`;
}

/** How the actual times differ from the planned ones; empty where one of them is not known. */
export function deviationText({ startLate, endLate }: PlannedTimes, language: Language): string {
  const part = (text: Localized, minutes: number | undefined): string[] =>
    minutes === undefined ? [] : [fillIn(text[language], { how: lateText(minutes, language) })];
  return [...part(words.began, startLate), ...part(words.ended, endLate)].join(', ');
}

function lateText(minutes: number, language: Language): string {
  if (minutes === 0) return words.asPlanned[language];
  const text = minutes > 0 ? words.late : words.early;
  return fillIn(text[language], { minutes: Math.abs(minutes) });
}
