import type { Language, Localized } from '../model/text/localized';
import { changeStatusChoice, roleChoice } from '../model/vocabulary/choices';
import { choiceIn } from '../model/vocabulary/vocabulary';
import { oneLineValue } from './oneLineValue';
import { stepLabel } from './stepLabel';

/** What a commit of Changebook's does to a record. */
export type ActionName = 'tick' | 'untick' | 'skip' | 'unskip' | 'advance' | 'approve' | 'deny';

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
  readonly reason?: string | undefined;
  readonly evidence?: string | undefined;
}

const verbs: { readonly [name in ActionName]: Localized } = {
  tick: { en: 'tick', es: 'marcar' },
  untick: { en: 'untick', es: 'desmarcar' },
  skip: { en: 'not applicable', es: 'no aplica' },
  unskip: { en: 'applicable again', es: 'vuelve a aplicar' },
  advance: { en: 'advance to', es: 'pasar a' },
  approve: { en: 'approve as', es: 'aprobar como' },
  deny: { en: 'deny as', es: 'denegar como' },
};

/** Longest subject; what git and its hosts show without cutting. */
const longestSubject = 72;
/** However long the rest is, this much of a step's text is shown. */
const leastText = 24;

/**
 * The message of a commit: a subject in the team's language, and trailers that `git interpret-trailers` reads, whose
 * names and actions are the same in every language.
 */
export function commitMessage(parts: MessageParts, language: Language): string {
  const { record, action, step, to, role, reason, evidence } = parts;
  const trailers: (readonly [name: string, value: string | undefined])[] = [
    ['Record', record],
    ['Action', action],
    ['Step', step && stepLabel(step)],
    ['State', to],
    ['Role', role],
    ['Reason', reason],
    ['Evidence', evidence],
  ];
  const lines = trailers.flatMap(([name, value]) => {
    const text = oneLineValue(value ?? '', Number.POSITIVE_INFINITY);
    return text === '' ? [] : [`Changebook-${name}: ${text}`];
  });
  return `${subjectOf(parts, language)}\n\n${lines.join('\n')}\n`;
}

function subjectOf({ record, action, step, to, role }: MessageParts, language: Language): string {
  const start = `${oneLineValue(record, 60)}: ${verbs[action][language]}`;
  const object =
    to === undefined
      ? role && choiceIn(language, roleChoice.choices, role)
      : choiceIn(language, changeStatusChoice.choices, to);
  if (!step) return object ? `${start} ${oneLineValue(object, 60)}` : start;
  const end = `(${step.done}/${step.all})`;
  const room = Math.max(leastText, longestSubject - start.length - end.length - 4);
  return `${start} "${shortened(readable(step.text), room)}" ${end}`;
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
