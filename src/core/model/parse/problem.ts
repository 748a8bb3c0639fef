import type { MessageArgs } from '../text/localized';
import type { TextRange } from '../text/range';

/** Slips for which YAML has no words of its own. */
export const yamlTypoCodes = [
  ...([
    'yamlColon',
    'yamlStart',
    'yamlBehind',
    'yamlUnclosed',
    'yamlEscape',
    'yamlTab',
    'yamlBlank',
    'yamlDash',
    'yamlSurplus',
  ] as const),
  'yamlIndent',
] as const;
export type YamlTypoCode = (typeof yamlTypoCodes)[number];

/** What says that a value is none that its field may have, so that it is left out of what was read. */
export const rejectedValueCodes: ReadonlySet<string> = new Set<ProblemCode>([
  ...(['wrongType', 'wrongItem', 'textColon', 'notChoice'] as const),
]);

/** What can be wrong with a record before any rule looks at its meaning. Each code belongs to one rule. */
export type ProblemCode =
  // format/front-matter
  | 'yaml'
  | YamlTypoCode
  | 'notMapping'
  | 'duplicateKey'
  | 'otherLanguage'
  | 'unclosed'
  | 'lostNumber'
  | 'lostItem'
  | 'none'
  | 'above'
  | 'unfenced'
  | 'tooLarge'
  | 'fileTooLarge'
  | 'tooDeep'
  | 'tooMany'
  | 'alias'
  | 'tag'
  | 'keyKind'
  | 'document'
  | 'notText'
  | 'wideText'
  // format/merge-conflict
  | 'conflict'
  // format/field
  | 'unknownField'
  | 'wrongType'
  | 'wrongItem'
  | 'textColon'
  | 'textComma'
  | 'notChoice'
  | 'notList'
  | 'maybeList'
  // format/both-languages
  | 'bothLanguages'
  // format/version-number
  | 'versionNumber';

/** One thing that is wrong, as a value: code, place, figures. */
export interface Problem {
  readonly code: ProblemCode;
  readonly range: TextRange;
  readonly args?: MessageArgs;
  /** Canonical path of the field, where the problem belongs to one. */
  readonly path?: FieldPath;
  /** Replaces the range's text where there is one obvious repair. */
  readonly replacement?: string;
  /** Whether nothing else than the replacement can have been meant. */
  readonly certain?: boolean;
  /** The other half of the problem: the first of two keys. */
  readonly other?: TextRange;
}

/** A canonical path into a record's data: `['components', 0, 'to']`. */
export type FieldPath = readonly (string | number)[];

/** Problems with the markers of an unresolved merge: that both sides name a key follows from them. */
export function withConflicts(problems: readonly Problem[], markers: readonly TextRange[]): Problem[] {
  const others =
    markers.length === 0 ? problems : problems.filter(({ code }) => !causedByConflicts.has(code));
  return [...markers.map((range): Problem => ({ code: 'conflict', range })), ...others];
}

const causedByConflicts: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['duplicateKey', 'bothLanguages']);
