/** One action that a commit message tells of, in its trailers. */
export interface TrailerAction {
  /** Id of the record, else its file. */
  readonly record: string;
  readonly action: string;
  /** The other trailers by name, without `Changebook-`: `Step`, `Reason`, `Evidence` … */
  readonly details: { readonly [name: string]: string };
  /** In the message of a squashed merge: the commit that the action was, by whom, and when. */
  readonly origin?: {
    readonly commit: string;
    readonly name: string;
    readonly address: string;
    readonly at: number;
  };
}

const trailer = /^\s*Changebook-([A-Za-z][A-Za-z-]{0,40}): (.*)$/;
const squashed = /^commit ([0-9a-f]{40,64})\b/;
const author = /^Author: (.*) <(.*)>$/;
const date = /^Date: +(.+)$/;

/**
 * The actions that a commit message tells of: one, most of the time; those of every commit that was squashed into it,
 * where a host or `git merge --squash` put their messages together; none where it is not a commit of Changebook's.
 */
export function trailerActions(message: string): TrailerAction[] {
  // Most commits of a repository end here.
  if (!message.includes('Changebook-Record: ')) return [];
  const told: Draft[] = [];
  let origin: Origin | undefined;
  for (const line of message.split(/\r?\n/)) {
    origin = originAfter(line, origin);
    const [, name = '', value = ''] = trailer.exec(line) ?? [];
    if (name === 'Record') told.push({ record: value.trim(), action: '', details: {}, origin });
    const last = told.at(-1);
    if (!last || name === '' || name === 'Record') continue;
    if (name === 'Action') last.action = value.trim();
    else last.details[name] = value.trim();
  }
  return told.flatMap(({ record, action, details, origin: from }) => {
    if (record === '' || action === '') return [];
    return [{ record, action, details, ...(from && Number.isFinite(from.at) ? { origin: from } : {}) }];
  });
}

interface Origin {
  readonly commit: string;
  readonly name: string;
  readonly address: string;
  readonly at: number;
}

interface Draft {
  readonly record: string;
  action: string;
  readonly details: { [name: string]: string };
  readonly origin: Origin | undefined;
}

/** What is known of the commit whose message is being read, after one more line. */
function originAfter(line: string, before: Origin | undefined): Origin | undefined {
  const commit = squashed.exec(line)?.[1];
  if (commit) return { commit, name: '', address: '', at: Number.NaN };
  if (!before) return undefined;
  const [, name, address] = author.exec(line) ?? [];
  if (name !== undefined && address !== undefined) return { ...before, name, address };
  const at = date.exec(line)?.[1];
  return at === undefined ? before : { ...before, at: Date.parse(at) };
}
