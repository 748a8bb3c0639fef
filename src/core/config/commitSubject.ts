import { oneLineValue } from '../model/text/oneLineValue';

/** What a subject may name. */
export const subjectPlaceholders = ['id', 'action', 'target', 'done', 'total'] as const;

/** The subject where the configuration gives no other. */
const usualSubject = '{id}: {action} {target} ({done}/{total})';

/** Longest subject; what git and its hosts show without cutting. */
const longestSubject = 72;
/** However long the rest is, this much of a target's text is shown. */
const leastText = 24;
/** What a template of a team's own may come to, whatever it repeats. */
const mostCharacters = 200;

/** What a subject is made from; an action without steps has no progress. */
export interface SubjectValues {
  readonly id: string;
  readonly action: string;
  /** What is acted on, in so many characters at most. */
  target(room: number): string;
  readonly done: string;
  readonly total: string;
}

/**
 * The subject of a commit on one line. A part in brackets whose values are all missing is left out, so that one
 * template serves actions with and without steps.
 */
export function commitSubject(values: SubjectValues, template = usualSubject): string {
  const rest = filled(template, { ...values, target: '' });
  const target = values.target(Math.max(leastText, longestSubject - rest.length - 1));
  const subject = filled(template, { ...values, target });
  // A template may name only what this action does not have.
  return subject === '' ? filled(usualSubject, { ...values, target }) : subject;
}

type Texts = { readonly [name in (typeof subjectPlaceholders)[number]]: string };

function filled(template: string, values: Texts): string {
  const byName = new Map(Object.entries(values));
  const named = (name: string): string => byName.get(name) ?? '';
  const text = oneLineValue(template, mostCharacters)
    .replace(/[([][^()[\]]*[)\]]/g, (part) => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => named(match[1] ?? ''));
      return names.length > 0 && names.every((value) => value === '') ? '' : part;
    })
    .replace(/\{(\w+)\}/g, (_, name: string) => named(name));
  // git takes a line for a comment that begins with this sign, whenever somebody edits the message.
  return oneLineValue(text, mostCharacters).replace(/^[#\s]+/, '');
}

/** Where a template names something that a subject does not know, in offsets of the text given. */
export function unknownPlaceholders(text: string): { readonly name: string; readonly at: number }[] {
  const known: readonly string[] = subjectPlaceholders;
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(({ 1: name = '', index }) =>
    known.includes(name) ? [] : [{ name, at: index }],
  );
}
