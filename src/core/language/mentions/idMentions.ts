import { idNamed } from '../../config/workspaceConfig';
import { type TextRange, textRange } from '../../model/text/range';
import type { Mention, MentionInput } from './mention';

/** A word as an id may be one; what ends a sentence behind it is no part of it. */
const word = /[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu;
/** Words of a path or an address are those of a file, a branch or a page, which have names of their own. */
const inPath = /:\/\/\S*$|[/\\]$/;

/**
 * The ids of records wherever they stand in a text, in prose and comments too.
 *
 * @param outside where names are those of files, branches and other places, and no ids of records
 * @param known what fields name: their ids are not told twice
 * @param only the id that is asked for
 */
export function idMentions(
  text: string,
  input: MentionInput,
  outside: readonly TextRange[],
  known: readonly Mention[] = [],
  only?: string,
): Mention[] {
  const starts = new Set(known.filter(({ kind }) => kind === 'record').map(({ range }) => range.start));
  return [...text.matchAll(only === undefined ? word : oneWord(only))].flatMap(
    ({ 0: written, index: start }): Mention[] => {
      const key = idIn(written, input);
      if (key === undefined || starts.has(start)) return [];
      const range = textRange(start, start + written.length);
      if (inPath.test(text.slice(Math.max(0, start - 300), start)) || /[/\\]/.test(text[range.end] ?? ''))
        return [];
      if (outside.some((other) => other.start <= start && start < other.end)) return [];
      return [{ kind: 'record', key, scope: '', range, written, defines: false, style: 'text', quote: '' }];
    },
  );
}

/** The same word alone, in whatever letters. */
function oneWord(id: string): RegExp {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}][._-]*)${escaped}(?![._-]*[\\p{L}\\p{N}])`, 'giu');
}

/** The id of a record that a word is; undefined where there is no such record. */
function idIn(written: string, { config, index }: MentionInput): string | undefined {
  if (index.filesWithId(written).length > 0) return written;
  // In other letters only what has more than letters is worth a look.
  const id = /[^\p{L}]/u.test(written) ? idNamed(config, written) : written;
  return id !== written && index.filesWithId(id).length > 0 ? id : undefined;
}
