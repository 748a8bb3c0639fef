import type { RecordIndex } from '../../index/recordIndex';
import type { TextRange } from '../../model/text/range';
import type { LanguageInput } from '../languageInput';
import type { LanguageKind } from '../yamlPart';

/** What the texts of a workspace call by a name. */
export type NamedKind = 'record' | 'customer' | 'environment' | 'role' | 'person' | 'step' | 'heading';

/** One thing that texts name, however each of them writes it. */
export interface NamedThing {
  readonly kind: NamedKind;
  /**
   * The same for every way of writing it: an id, the key of a customer, the canonical name of a role, the address of a person,
   * the anchor of a heading.
   */
  readonly key: string;
  /**
   * Where the name holds: of a step and a heading the id of its record, of an environment the key of its customer; empty
   * for the whole workspace. `*` names all that are called so.
   */
  readonly scope: string;
}

/**
 * How a name is written, which decides how another one would be written in its place: as a value, as the beginning of a
 * title in one, in text, in the comment of a step, as a path or as the anchor in one.
 */
export type MentionStyle = 'yaml' | 'start' | 'text' | 'comment' | 'path' | 'fragment';

/** A place where a text names a thing. */
export interface Mention extends NamedThing {
  /** The name alone, without quotes and without the version behind it. */
  readonly range: TextRange;
  /** The name as it is meant there. */
  readonly written: string;
  /** Whether this is where the thing is described; everything else refers to it. */
  readonly defines: boolean;
  readonly style: MentionStyle;
  /** The quote around it; empty for none. */
  readonly quote: string;
  /** It is part of what people decided, or answer for, under this name. */
  readonly decided?: true;
}

/** Which text it is that names things. */
export interface TextPlace {
  /** Its path in the workspace, with `/`. */
  readonly file: string;
  readonly kind: LanguageKind;
}

/** What is known of the workspace around a text. */
export interface MentionInput extends Pick<LanguageInput, 'config'> {
  readonly index: Pick<RecordIndex, 'byId' | 'keys' | 'filesWithId'>;
}

/** Whether two names stand for the same thing. */
export function isSameThing(one: NamedThing, other: NamedThing): boolean {
  if (one.kind !== other.kind || one.key !== other.key) return false;
  return one.scope === other.scope || one.scope === '*' || other.scope === '*';
}
