import type { TextRange } from '../text/range';
import type { FieldType } from '../vocabulary/fieldType';
import type { FieldPath } from './problem';
import type { YamlNode } from './yamlTree';

/** The place of one canonical value in the text. */
export interface Located {
  readonly node: YamlNode;
  readonly type: FieldType;
  /** The key as it is written; absent for list items. */
  readonly key: string | undefined;
  readonly keyRange: TextRange | undefined;
  /** Fields of an object, by canonical name. */
  readonly fields: { readonly [name: string]: Located } | undefined;
  readonly items: readonly Located[] | undefined;
}

/** Follows a canonical path from a root; undefined where the text does not have it. */
export function locate(root: Located | undefined, path: FieldPath): Located | undefined {
  let here = root;
  for (const part of path) here = typeof part === 'number' ? here?.items?.[part] : here?.fields?.[part];
  return here;
}
