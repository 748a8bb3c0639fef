/** One action that a commit message describes in its trailers. */
export interface TrailerAction {
  /** Id of the record, else its file. */
  readonly record: string;
  readonly action: string;
  /** The other trailers by name, without `Changebook-`: `Step`, `Reason`, `Evidence` … */
  readonly details: { readonly [name: string]: string };
  /** In the message of a squashed merge: the original commit of the action, its author and its time. */
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
 * The actions that a commit message describes. Usually there is one. The message of a squashed merge contains those of
 * every original commit, as a host or `git merge --squash` writes them. Other commits have none.
 */
export function trailerActions(message: string): TrailerAction[] {
  // Most commits of a repository have no such trailer.
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

/** Whether an action gave a record another id; `Was` is the one before. */
export function isRenaming(action: string, { Fields, Was }: TrailerAction['details']): boolean {
  return action === 'set' && Fields === 'id' && Was !== undefined;
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

/** The original commit that the lines of a squashed message belong to, after one more line. */
function originAfter(line: string, before: Origin | undefined): Origin | undefined {
  const commit = squashed.exec(line)?.[1];
  if (commit) return { commit, name: '', address: '', at: Number.NaN };
  if (!before) return undefined;
  const [, name, address] = author.exec(line) ?? [];
  if (name !== undefined && address !== undefined) return { ...before, name, address };
  const at = date.exec(line)?.[1];
  return at === undefined ? before : { ...before, at: Date.parse(at) };
}
