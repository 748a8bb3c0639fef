import { type ProblemCode, yamlTypoCodes } from './problem';
import type { ParsedRecord } from './record';

/** Problems with which something of a text is in no field, no section and no step. */
const unreadCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...yamlTypoCodes,
  ...(['yaml', 'notMapping', 'unclosed', 'none', 'above', 'unfenced', 'tooLarge', 'fileTooLarge'] as const),
  ...([
    'tooDeep',
    'tooMany',
    'alias',
    'tag',
    'keyKind',
    'document',
    'notText',
    'wideText',
    'conflict',
  ] as const),
]);

/** Whether a record's text could not be read completely, so that it may say what its data lacks. */
export function isUnread({ problems }: ParsedRecord): boolean {
  return problems.some(({ code }) => unreadCodes.has(code));
}
