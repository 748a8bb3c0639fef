import { bareId, type Condition, readCondition } from '../config/conditions';
import { involvedIn } from '../config/involvedIn';
import { zoneOrUtc } from '../config/workspaceConfig';
import { type FactSource, type FactsContext, factsOf } from '../index/factSource';
import type { RecordIndex } from '../index/recordIndex';
import { withoutNothing } from '../index/withoutNothing';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import { dayOf, momentAt } from '../model/time/zoneClock';
import { isOpen } from '../workflow/stages';
import { type KeptSections, keptSections } from './keptSections';
import { type WrittenSections, writtenSections } from './writtenSections';

/** How many failures end a standard procedure where it does not say. */
const usualFailures = 2;

/** What a procedure says of its standard changes. */
export interface StandardTerms extends WrittenSections {
  /** What they must be like, by field. */
  readonly when: readonly (readonly [field: string, values: readonly (string | number)[]])[];
  /** Last day on which they may begin, as written, and the first moment after it. */
  readonly until?: string;
  readonly end?: number;
  readonly mostFailures: number;
}

/** What an open standard change says that its procedure may be held against. */
export interface StandardUse extends KeptSections {
  /** Keys of those who asked for it or perform it. */
  readonly involved: readonly string[];
}

/** Either of these, by the type of the record. */
export interface StandardFacts {
  readonly terms?: StandardTerms;
  readonly use?: StandardUse;
}

/** What a procedure in the catalogue of standard changes says of them, and what such a change says itself. */
export const standardFacts = {
  id: 'standard',
  facts(record: ParsedRecord, { file, config, summary }: FactsContext): StandardFacts | undefined {
    if (record.type === 'procedure') {
      const { standard } = record.data;
      return standard && { terms: termsOf(record, file, standard, zoneOrUtc(config, undefined)) };
    }
    if (record.type !== 'change' || record.data.change_type !== 'standard') return undefined;
    if (bareId(record.data.procedure ?? '') === '' || !isOpen(summary.stage)) return undefined;
    return { use: { ...keptSections(record, file), involved: involvedIn(record.data, config) } };
  },
} satisfies FactSource;

/** What a change of a procedure must be like, as a condition. */
export function conditionOf({ when }: Pick<StandardTerms, 'when'>): Condition {
  return new Map(when.map(([field, values]) => [field, values]));
}

/** The files of the open standard changes that go by the procedure of a file. */
export function standardChangesOf(file: string, index: RecordIndex): string[] {
  const summary = index.entry(file)?.summary;
  if (!summary?.id || !factsOf(summary, standardFacts)?.terms) return [];
  const followers = index.referrersOf(summary.id, 'procedure');
  return followers.filter((entry) => factsOf(entry.summary, standardFacts)?.use).map((entry) => entry.file);
}

type Standard = NonNullable<RecordOf<'procedure'>['data']['standard']>;

function termsOf(
  record: RecordOf<'procedure'>,
  file: string,
  { when, until, max_failures }: Standard,
  zone: string,
): StandardTerms {
  const last = until ? dayOf(until) : undefined;
  return withoutNothing({
    when: [...readCondition(when)],
    until,
    end: last === undefined ? undefined : momentAt(last + 1, 0, zone),
    mostFailures: Math.max(1, max_failures ?? usualFailures),
    ...writtenSections(record, file),
  });
}
