import { readStepComment } from '../model/parse/stepComment';

/** The words of a step's comment by what they say, its name under an empty key. */
type Words = ReadonlyMap<string, string>;

/**
 * The comment of a step with the words that both sides gave it: who does it, how long it takes. Undefined where both
 * changed one word, or where a comment is none of a step's or has faults.
 */
export function mergeStepComment(base: string, ours: string, theirs: string): string | undefined {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const [old, own, other] = [base, ours, theirs].map(wordsOf);
  if (!old || !own || !other) return undefined;
  const merged: string[] = [];
  for (const key of new Set(['', ...own.keys(), ...other.keys()])) {
    const [was, is, there] = [old.get(key), own.get(key), other.get(key)];
    if (was !== is && was !== there && is !== there) return undefined;
    const word = was === is ? there : is;
    if (word !== undefined) merged.push(word);
  }
  const opening = /<!--\s*(?:step|paso):/.exec(ours + theirs)?.[0] ?? '<!-- step:';
  return merged.length > 0 ? ` ${opening} ${merged.join(' ')} -->` : '';
}

function wordsOf(comment: string): Words | undefined {
  const text = comment.trim();
  if (text === '') return new Map();
  const read = readStepComment(text);
  if (!read || read.faults.length > 0) return undefined;
  const words = [...read.places].map(([word, { start, end }]) => [word, text.slice(start, end)] as const);
  const { name } = read.said;
  return new Map([...(name === undefined ? [] : [['', name] as const]), ...words]);
}
