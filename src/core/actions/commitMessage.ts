import { commitSubject } from '../config/commitSubject';
import { stepLabel } from '../model/parse/stepLabel';
import type { Language, Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { noticeKindChoice, roleChoice } from '../model/vocabulary/choices';
import { stateName } from '../model/vocabulary/stateName';
import { choiceIn } from '../model/vocabulary/vocabulary';
import { type EvidenceFile, evidenceFileLine } from './evidenceFile';

/** What a commit of Changebook's does to a record. */
export type ActionName =
  | ('tick' | 'untick' | 'skip' | 'unskip')
  | ('advance' | 'hold' | 'resume' | 'rollback' | 'undo-rollback')
  | ('approve' | 'deny' | 'agree' | 'accept-risk')
  | ('waive' | 'notify' | 'create')
  | ('set' | 'edit' | 'update');

/** What a commit message tells. */
export interface MessageParts {
  /** Id of the record, else its file. */
  readonly record: string;
  readonly action: ActionName;
  /** The step, with the progress after the commit. */
  readonly step?: {
    readonly path: readonly string[];
    readonly text: string;
    readonly done: number;
    readonly all: number;
  };
  /** The role that decides. */
  readonly role?: string;
  /** The state that it moves to. */
  readonly to?: string;
  /** Who agrees, accepts a risk, answers for a waiver, or sent a notice. */
  readonly by?: string | undefined;
  /** The start that was agreed on, as it is written. */
  readonly start?: string | undefined;
  /** The rule that is waived. */
  readonly rule?: string;
  /** The kind of notice that was sent, and how. */
  readonly notice?: string;
  readonly channel?: string | undefined;
  /** The fields that were set, by their canonical names. */
  readonly fields?: readonly string[];
  /** The version of its procedure that a change follows from now on. */
  readonly procedure?: string;
  /** The version that it followed until now. */
  readonly from?: string;
  /** The id that the record had before it got this one. */
  readonly was?: string;
  /** What a new record is called; only the subject tells it. */
  readonly title?: string | undefined;
  readonly reason?: string | undefined;
  readonly evidence?: string | undefined;
  /** The file that shows it, or that is taken away. */
  readonly file?: EvidenceFile | undefined;
}

const verbs: { readonly [name in ActionName]: Localized } = {
  tick: { en: 'tick', es: 'marcar' },
  untick: { en: 'untick', es: 'desmarcar' },
  skip: { en: 'not applicable', es: 'no aplica' },
  unskip: { en: 'applicable again', es: 'vuelve a aplicar' },
  advance: { en: 'advance to', es: 'pasar a' },
  hold: { en: 'put on hold', es: 'poner en espera' },
  resume: { en: 'resume in', es: 'reanudar en' },
  rollback: { en: 'roll back', es: 'revertir' },
  'undo-rollback': { en: 'no rollback after all', es: 'sin reversión, al final' },
  approve: { en: 'approve as', es: 'aprobar como' },
  deny: { en: 'deny as', es: 'denegar como' },
  agree: { en: 'agreement of', es: 'conformidad de' },
  'accept-risk': { en: 'risk accepted by', es: 'riesgo aceptado por' },
  waive: { en: 'waive', es: 'eximir de' },
  notify: { en: 'notice sent:', es: 'aviso enviado:' },
  create: { en: 'add', es: 'añadir' },
  set: { en: 'set', es: 'cambiar' },
  edit: { en: 'edit', es: 'editar' },
  update: { en: 'take over', es: 'incorporar' },
};

/**
 * The message of a commit: a subject in the team's language and form, and trailers that `git interpret-trailers` reads,
 * whose names and actions are the same in every language.
 *
 * @param subject the form of the subject; the usual one where there is none
 */
export function commitMessage(parts: MessageParts, language: Language, subject?: string): string {
  const { step } = parts;
  const trailers: (readonly [name: string, value: string | undefined])[] = [
    ['Record', parts.record],
    ['Action', parts.action],
    ['Step', step && stepLabel(step)],
    ['State', parts.to],
    ['Role', parts.role],
    ['Rule', parts.rule],
    ['Notice', parts.notice],
    ['Channel', parts.channel],
    ['Fields', parts.fields?.join(', ')],
    ['Procedure', parts.procedure],
    ['From', parts.from],
    ['Was', parts.was],
    ['By', parts.by],
    ['Start', parts.start],
    ['Reason', parts.reason],
    ['Evidence', parts.evidence],
    ['Evidence-File', parts.file && evidenceFileLine(parts.file)],
  ];
  const lines = trailers.flatMap(([name, value]) => {
    const text = oneLineValue(value ?? '', Number.POSITIVE_INFINITY);
    return text === '' ? [] : [`Changebook-${name}: ${text}`];
  });
  const values = {
    id: oneLineValue(parts.record, 60),
    action: verbs[parts.action][language],
    target: (room: number): string => targetOf(parts, language, room),
    done: step ? String(step.done) : '',
    total: step ? String(step.all) : '',
  };
  return `${commitSubject(values, subject)}\n\n${lines.join('\n')}\n`;
}

/**
 * A message with what asked for the commit on somebody's behalf, such as an assistant: a label, by which it is found,
 * and no protection. The commit stays that of whoever git knows.
 */
export function withOrigin(message: string, origin = ''): string {
  const via = oneLineValue(origin, 100);
  return via === '' ? message : `${message}Changebook-Via: ${via}\n`;
}

/** What the action is about, in so many characters. */
function targetOf(parts: MessageParts, language: Language, room: number): string {
  const { step, action, to, role, notice, rule, by, title, fields } = parts;
  const quoted = step?.text ?? title;
  if (quoted !== undefined) return `"${shortened(readable(quoted), room - 2)}"`;
  if (action === 'hold') return '';
  if (to !== undefined) return oneLineValue(stateName(to, language), 60);
  if (role !== undefined) return oneLineValue(choiceIn(language, roleChoice.choices, role), 60);
  if (notice !== undefined) return oneLineValue(choiceIn(language, noticeKindChoice.choices, notice), 60);
  if (parts.procedure !== undefined) return oneLineValue(parts.procedure, 60);
  if (parts.was !== undefined) return oneLineValue(`id (${parts.was} → ${parts.record})`, 60);
  return oneLineValue(fields?.join(', ') ?? rule ?? by ?? '', Math.min(60, room));
}

/** A step's text as it reads: links by their words, without marks for code and emphasis. */
function readable(text: string): string {
  const words = oneLineValue(text)
    .replace(/!?\[([^[\]]*)\]\((?:[^()\s]|\\[()])*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(`+)([^`]+)\1/g, '$2')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll('"', "'")
    .trim();
  return words === '' ? oneLineValue(text) : words;
}

/** Cut at the last space that leaves most of the room used. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = oneLineValue(text, most).slice(0, -1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
