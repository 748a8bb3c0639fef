import { idNamed } from '../config/workspaceConfig';
import { parseRecord } from '../model/parse/parseRecord';
import { plainName } from '../model/text/plainName';
import { textRange } from '../model/text/range';
import type { Completion } from './completion';
import type { LanguageInput } from './languageInput';
import { oneLine } from './plainText';

/** A step up to the name in its comment, as far as that is typed. */
const unnamed =
  /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]+(.*?)[ \t]*<!--[ \t]*(?:step|paso):[ \t]*([\p{L}\p{N}._-]*)$/u;

/**
 * The names that steps of the change's procedure have and none of its own: that of the step with the same text first.
 *
 * @param line what stands in front of the cursor on its line
 */
export function stepNameCompletions(
  text: string,
  line: string,
  offset: number,
  { config, index }: LanguageInput,
): Completion[] {
  const [, own = '', typed = ''] = unnamed.exec(line) ?? [];
  if (own === '') return [];
  const record = parseRecord(text, { expected: true });
  const procedure = record?.type === 'change' ? record.data.procedure?.split('@', 1)[0] : undefined;
  const steps = procedure ? (index.byId(idNamed(config, procedure))?.summary.steps ?? []) : [];
  const start = offset - typed.length;
  const present = new Set(
    record?.body.steps.flatMap(({ name, range }) =>
      name === undefined || (range.start <= start && start <= range.end) ? [] : name,
    ),
  );
  const before = /\s/.test(text[start - 1] ?? '') ? '' : ' ';
  const wanted = plainName(own);
  return steps.flatMap(({ name, text: said }, place): Completion[] => {
    if (name === undefined || present.has(name)) return [];
    const isOwn = plainName(said) === wanted;
    return [
      {
        label: name,
        kind: 'value',
        detail: oneLine(said),
        insertText: before + name,
        snippet: false,
        filterText: name,
        // In front of the words that a comment may hold.
        sortText: `${isOwn ? '!' : '"'}${String(place).padStart(4, '0')}`,
        range: textRange(start, offset),
        goesOn: false,
      },
    ];
  });
}
