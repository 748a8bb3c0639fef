/** Somebody who approved or reviewed, as a commit message says. */
export interface NamedApprover {
  /** `Approved-by`, `Reviewed-by` or `Acked-by`. */
  readonly trailer: string;
  /** As written, cut where it is long. */
  readonly by: string;
}

/** The first of those whom a message names, and how many more it names. */
export interface NamedApprovers {
  readonly people: readonly NamedApprover[];
  readonly more: number;
}

const mostPeople = 50;
const longestName = 200;

/** Lines as GitLab's templates for merges, Gerrit and the habits of projects on GitHub write them. */
const line = /^[ \t]*(approved|reviewed|acked)-by:[ \t]*(\S.*)$/gim;

/**
 * Who approved or reviewed, as a commit message says. Anybody can write that into a message, so it is shown and never
 * counted.
 *
 * @returns undefined where it names nobody
 */
export function namedApprovers(message: string): NamedApprovers | undefined {
  const named = new Map<string, NamedApprover>();
  for (const [, word = '', name = ''] of message.matchAll(line)) {
    const trailer = `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}-by`;
    const by = name.trim().slice(0, longestName);
    named.set(`${trailer} ${by}`, { trailer, by });
  }
  if (named.size === 0) return undefined;
  return { people: [...named.values()].slice(0, mostPeople), more: Math.max(0, named.size - mostPeople) };
}
