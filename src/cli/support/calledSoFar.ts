import { type Command, type CommandOption, commonOptions } from './command';

/** A call that is being written, as far as its last word, which may be empty. */
export interface CalledSoFar {
  /** What it names, without its options. */
  readonly named: readonly string[];
  /** The options that it has by now. */
  readonly given: ReadonlySet<string>;
  /** What its last word is about: an option that is begun, the value of one, or what the command is about. */
  readonly asks:
    | { readonly kind: 'option' }
    | { readonly kind: 'value'; readonly name: string; readonly option: CommandOption }
    | { readonly kind: 'name'; readonly slots: readonly string[] };
  /** What is written of it. */
  readonly begun: string;
  /** What stands before that in the same word: `--to=`. */
  readonly before: string;
}

/** Reads the words behind a command as its call would, however the last one ends. */
export function calledSoFar(command: Command, words: readonly string[]): CalledSoFar {
  const options = { ...command.options, ...commonOptions };
  const byFlag = new Map<string, readonly [string, CommandOption]>();
  for (const [name, option] of Object.entries(options)) {
    byFlag.set(`--${name}`, [name, option]);
    if (option.short) byFlag.set(`-${option.short}`, [name, option]);
  }
  const named: string[] = [];
  const given = new Set<string>();
  let begun = words.at(-1) ?? '';
  let waiting: readonly [string, CommandOption] | undefined;
  let onlyNames = false;
  for (const word of words.slice(0, -1)) {
    if (waiting) waiting = undefined;
    else if (onlyNames || !word.startsWith('-')) named.push(word);
    else if (word === '--') onlyNames = true;
    else {
      const [flag = '', value] = word.split('=', 2);
      const known = byFlag.get(flag);
      if (known) given.add(known[0]);
      if (known?.[1].type === 'string' && value === undefined) waiting = known;
    }
  }
  const [, flag = '', value = ''] = /^(--[\w-]+)=(.*)$/s.exec(begun) ?? [];
  const before = !waiting && !onlyNames && byFlag.has(flag) ? `${flag}=` : '';
  const meant = waiting ?? (before ? byFlag.get(flag) : undefined);
  if (before) begun = value;
  const about = { named, given, begun, before };
  if (meant) return { ...about, asks: { kind: 'value', name: meant[0], option: meant[1] } };
  if (!onlyNames && begun.startsWith('-')) return { ...about, asks: { kind: 'option' } };
  return { ...about, asks: { kind: 'name', slots: slotAt(command.usage, named.length) } };
}

/** What may stand at a place of a call, as its usage lists it: `id` and `file` for `<id|file>`. */
function slotAt(usage: string, place: number): readonly string[] {
  const all = usage.split(' ').slice(2);
  const options = all.findIndex((word) => word.startsWith('-'));
  const slots = options < 0 ? all : all.slice(0, options);
  const last = slots.at(-1) ?? '';
  const slot = slots[place] ?? (/…|\.{3}/.test(last) ? last : '');
  return slot
    .replace(/[<>[\]….]/g, '')
    .split('|')
    .filter(Boolean);
}

/**
 * The words of a shell as the program would get them: without quotes, and `--to`, `=` and `done`, as bash parts them, in
 * one. `parted` says whether the last word is such a part, which is all that the shell then replaces.
 */
export function shellWords(raw: readonly string[]): { readonly words: string[]; readonly parted: boolean } {
  const words: string[] = [];
  let joins = false;
  let parted = false;
  for (const word of raw.map(unquoted)) {
    const before = words.at(-1) ?? '';
    const isMark = word === '=' && /^--[\w-]+$/.test(before);
    parted = joins || isMark;
    if (parted) words[words.length - 1] = before + word;
    else words.push(word);
    joins = isMark;
  }
  return { words, parted };
}

/** Quotes and backslashes are left out; whatever else a shell would make of a word, nobody does. */
function unquoted(word: string): string {
  return word.replace(/\\(.)|["']/gs, '$1');
}
