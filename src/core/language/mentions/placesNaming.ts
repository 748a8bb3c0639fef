import { isSameThing, type Mention, type MentionInput, type NamedThing } from './mention';
import { mentionsIn } from './mentionsIn';
import { textPlace } from './textPlace';

/** A text of the workspace that names something, and where. */
export interface NamingText {
  readonly file: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/**
 * Where texts of the workspace name a thing; those that do not are left out.
 *
 * @param texts by file, as they stand now
 */
export function placesNaming(
  thing: NamedThing,
  texts: Iterable<readonly [file: string, text: string]>,
  input: MentionInput,
): NamingText[] {
  const found: NamingText[] = [];
  for (const [file, text] of texts) {
    const id = thing.kind === 'record' ? thing.key : undefined;
    const mentions = mentionsIn(text, textPlace(file), input, thing.kind, id).filter((mention) =>
      isSameThing(mention, thing),
    );
    if (mentions.length > 0) found.push({ file, text, mentions });
  }
  return found;
}

/**
 * Of these the places that describe the thing; where none does, the first that the configuration names it at. In the text
 * of the caret itself its own description counts, unless the caret stands in that.
 */
export function describingPlaces(
  from: Mention,
  own: NamingText | undefined,
  others: readonly NamingText[],
): NamingText[] {
  const near = own && !from.defines ? onlyDefining([own]) : [];
  if (near.length > 0) return near;
  const described = onlyDefining(others);
  if (described.length > 0) return described;
  return others.slice(0, 1).map((naming) => ({ ...naming, mentions: naming.mentions.slice(0, 1) }));
}

function onlyDefining(texts: readonly NamingText[]): NamingText[] {
  return texts
    .map((naming) => ({ ...naming, mentions: naming.mentions.filter(({ defines }) => defines) }))
    .filter(({ mentions }) => mentions.length > 0);
}
