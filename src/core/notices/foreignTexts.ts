import { MissingValue } from './missingValue';
import type { NoticeInput } from './noticeInput';
import type { TemplateValues } from './noticeValues';

/** What people write in sentences, in the language of the record; the rest are names, numbers and words of a list. */
const prose: readonly string[] = [
  'title',
  'summary',
  'impact.description',
  'justification',
  'features',
  'changelog',
  'rollback.text',
  'rollback.reason',
  'expected_outcome',
  'abort_criteria',
  'review',
  'tests.progression',
  'tests.regression',
];

/**
 * The sentences that a notice takes over from a record in another language than its own: whoever sends it may have to
 * translate them. The longest come first, since one may hold another.
 *
 * @param text the notice, in which they stand
 */
export function foreignTexts(
  { record, language }: Pick<NoticeInput, 'record' | 'language'>,
  values: TemplateValues,
  text: string,
): string[] {
  if (record.language === language) return [];
  const tickets = Array.isArray(values.tickets)
    ? values.tickets.map((ticket) => partOf(ticket, 'title'))
    : [];
  const found = [...prose.map((path) => path.split('.').reduce(partOf, values)), tickets].flatMap(textsIn);
  const told = [...new Set(found)].filter((value) => isProse(value) && text.includes(value));
  return told.sort((one, other) => other.length - one.length);
}

function partOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as TemplateValues)[name] : undefined;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof MissingValue) return [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Two words or more: one alone is mostly a name. */
function isProse(value: string): boolean {
  return /\p{L}{2,}.*\s.*\p{L}{2,}/su.test(value);
}
