import { readConfigFile } from '../../config/readConfigFile';
import { locate } from '../../model/parse/located';
import { parseRecord } from '../../model/parse/parseRecord';
import type { ParsedRecord } from '../../model/parse/record';
import type { TextRange } from '../../model/text/range';
import { bodyMentions } from './bodyMentions';
import { fieldMentions } from './fieldMentions';
import { idMentions } from './idMentions';
import type { Mention, MentionInput, NamedKind, TextPlace } from './mention';
import { writtenLinks } from './writtenLinks';

/**
 * Everything that a text names, in its order: ids wherever they stand, and in fields, comments of steps, headings and
 * links what else has a name. A text that cannot be read names what can be read of it.
 *
 * @param only the kind that is asked for; of all kinds without it
 * @param id of records the one that is asked for, which saves two thirds of the time
 */
export function mentionsIn(
  text: string,
  place: TextPlace,
  input: MentionInput,
  only?: NamedKind,
  id?: string,
): readonly Mention[] {
  const found = allMentions(text, place, input, { only, id }).filter(({ kind }) => !only || kind === only);
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function allMentions(
  text: string,
  { file, kind }: TextPlace,
  input: MentionInput,
  { only, id }: { readonly only: NamedKind | undefined; readonly id: string | undefined },
): Mention[] {
  const ids = (outside: readonly TextRange[], known: readonly Mention[]): Mention[] =>
    only && only !== 'record' ? [] : idMentions(text, input, outside, known, id);
  if (kind === 'template') return ids([], []);
  if (kind !== 'record') {
    const { located } = readConfigFile(kind, file, text);
    return [...ids([], []), ...fieldMentions(located, { file, kind, text }, input, only)];
  }
  const record = parseRecord(text, { expected: true, file });
  if (!record) return [];
  const body = bodyMentions(record, file, input, only);
  const fields = fieldMentions(record.located, { file, kind, text, record }, input, only);
  return [...ids(placesOfOthers(record), fields), ...fields, ...body];
}

/** Where names are those of files, branches, releases and other systems. */
function placesOfOthers(record: ParsedRecord): TextRange[] {
  const fields = [['imported'], ['release'], ['links']].flatMap(
    (path) => locate(record.located, path)?.node ?? [],
  );
  return [...fields, ...writtenLinks(record)].map(({ range }) => range);
}
