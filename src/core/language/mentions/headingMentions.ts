import { slugsOf } from '../../index/anchors';
import type { ParsedRecord } from '../../model/parse/record';
import type { Heading } from '../../model/parse/step';
import type { YamlScalar } from '../../model/parse/yamlTree';
import { headingStartsWith } from '../../model/text/headings';
import { textRange } from '../../model/text/range';
import { samePlainTitle } from '../../model/vocabulary/sections';
import type { Mention, MentionInput, NamedThing } from './mention';
import { headingScope } from './namedThings';

/** A heading of a record with what it is known by. */
interface NamedHeading {
  readonly heading: Heading;
  readonly thing: NamedThing;
}

/** The headings of a record, each by its anchor. */
export function namedHeadings(record: ParsedRecord, file: string, input: MentionInput): NamedHeading[] {
  const { headings } = record.body;
  const anchors = slugsOf(headings.map(({ title }) => title.normalize('NFC')));
  return headings.map((heading, index) => {
    const scope = headingScope(record, file, heading.title, input);
    return { heading, thing: { kind: 'heading', key: anchors[index] ?? '', scope } };
  });
}

/**
 * The headings that a value names by how they begin, or by their whole titles: the outermost ones, since what stands below
 * them is named with them.
 */
export function headingMentions(
  record: ParsedRecord,
  file: string,
  { value, range }: YamlScalar,
  whole: boolean,
  input: MentionInput,
): Mention[] {
  const fits = ({ heading }: NamedHeading): boolean =>
    whole ? samePlainTitle(heading.title, value) : headingStartsWith(heading.title, value);
  const named = namedHeadings(record, file, input).filter(fits);
  const quote = /^["']/.exec(record.lines.text.slice(range.start, range.start + 1))?.[0] ?? '';
  const style = whole ? 'yaml' : 'start';
  const place = textRange(range.start + quote.length, range.end - quote.length);
  return named
    .filter(({ heading }) => !named.some((other) => holds(other.heading, heading)))
    .map(({ thing }) => ({ ...thing, range: place, written: value, defines: false, style, quote }));
}

function holds(outer: Heading, inner: Heading): boolean {
  return outer.line < inner.line && inner.line < outer.endLine;
}
