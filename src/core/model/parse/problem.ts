import type { MessageArgs } from '../text/localized';
import type { TextRange } from '../text/range';

/** Typing mistakes in YAML that have a message of their own. */
export const yamlTypoCodes = [
  'yamlColon',
  'yamlStart',
  'yamlBehind',
  'yamlUnclosed',
  'yamlEscape',
  'yamlTab',
  'yamlBlank',
  'yamlDash',
  'yamlSurplus',
  'yamlIndent',
] as const;
export type YamlTypoCode = (typeof yamlTypoCodes)[number];

/** Problems of a value that its field does not allow, so that the data lacks it. */
export const rejectedValueCodes: ReadonlySet<string> = new Set<ProblemCode>([
  'wrongType',
  'wrongItem',
  'textColon',
  'notChoice',
]);

/** Problems that the parser finds. Each code is reported by one rule. */
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
  | 'notDefault'
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

/** One problem that the parser found. */
export interface Problem {
  readonly code: ProblemCode;
  readonly range: TextRange;
  readonly args?: MessageArgs;
  /** Canonical path of the field, where the problem belongs to one. */
  readonly path?: FieldPath;
  /** Text that replaces the range, where there is one obvious fix. */
  readonly replacement?: string;
  /** Whether the replacement is certain rather than a guess. */
  readonly certain?: boolean;
  /** Another place of the problem: the first of two keys. */
  readonly other?: TextRange;
}

/** A canonical path into a record's data: `['components', 0, 'to']`. */
export type FieldPath = readonly (string | number)[];

/** Adds the conflict markers of a merge to problems, without the duplicate keys that follow from them. */
export function withConflicts(problems: readonly Problem[], markers: readonly TextRange[]): Problem[] {
  const others =
    markers.length === 0 ? problems : problems.filter(({ code }) => !causedByConflicts.has(code));
  return [...markers.map((range): Problem => ({ code: 'conflict', range })), ...others];
}

const causedByConflicts: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['duplicateKey', 'bothLanguages']);
