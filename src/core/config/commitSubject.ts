import { oneLineValue } from '../model/text/oneLineValue';

/** The placeholders of a commit subject. */
export const subjectPlaceholders = ['id', 'action', 'target', 'done', 'total'] as const;

/** The default template of a subject. */
const usualSubject = '{id}: {action} {target} ({done}/{total})';

/** The longest subject that git and code hosts show without cutting it. */
const longestSubject = 72;
/** So much of the target's text is shown even if the subject becomes longer. */
const leastText = 24;
/** Limit for the subject of a team's own template, which may repeat placeholders. */
const maxCharacters = 200;

/** The values of a subject. An action without steps has no progress. */
interface SubjectValues {
  readonly id: string;
  readonly action: string;
  /** The target of the action, in so many characters at most. */
  target(room: number): string;
  readonly done: string;
  readonly total: string;
}

/**
 * The subject of a commit, on one line. A part in brackets is left out if it has no values, so that one template works
 * for actions with and without steps.
 */
export function commitSubject(values: SubjectValues, template = usualSubject): string {
  const rest = filled(template, { ...values, target: '' });
  const target = values.target(Math.max(leastText, longestSubject - rest.length - 1));
  const subject = filled(template, { ...values, target });
  // The template may use only placeholders that are empty for this action.
  return subject === '' ? filled(usualSubject, { ...values, target }) : subject;
}

type Texts = { readonly [name in (typeof subjectPlaceholders)[number]]: string };

function filled(template: string, values: Texts): string {
  const byName = new Map(Object.entries(values));
  const named = (name: string): string => byName.get(name) ?? '';
  const text = oneLineValue(template, maxCharacters)
    .replace(/[([][^()[\]]*[)\]]/g, (part) => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => named(match[1] ?? ''));
      return names.length > 0 && names.every((value) => value === '') ? '' : part;
    })
    .replace(/\{(\w+)\}/g, (_, name: string) => named(name));
  // git takes a line that begins with this sign for a comment when somebody edits the message.
  return oneLineValue(text, maxCharacters).replace(/^[#\s]+/, '');
}

/** Placeholders of a template that are none of those that it may have, with their offsets. */
export function unknownPlaceholders(
  text: string,
  known: readonly string[],
): { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(({ 1: name = '', index }) =>
    known.includes(name) ? [] : [{ name, at: index }],
  );
}
