import type { RecordIndex } from '../index/recordIndex';
import type { ParsedRecord } from '../model/parse/record';
import type { SourceProcedure } from '../procedure/takenSections';

/** The procedure that an emergency follows, and others that may have been meant. */
export interface HotfixProcedure {
  readonly procedure: SourceProcedure | undefined;
  readonly others: readonly string[];
}

/** Ids of procedures for emergencies: `PROC-HOTFIX`. */
const usualId = /(?:^|-)(?:HOTFIX|EMERGENCY|EMERGENCIA)$/i;

/**
 * The workspace's procedure for emergencies: one whose changes are emergencies by default, else one whose id says so.
 *
 * @param read the record in a file
 */
export function hotfixProcedure(
  index: Pick<RecordIndex, 'all'>,
  read: (file: string) => ParsedRecord | undefined,
): HotfixProcedure {
  const found = [...index.all()]
    .filter(({ summary }) => summary.type === 'procedure' && !summary.retired)
    .flatMap(({ file }) => {
      const record = read(file);
      if (record?.type !== 'procedure') return [];
      const { id = '', defaults } = record.data;
      const rank = (defaults?.change_type === 'emergency' ? 2 : 0) + (usualId.test(id) ? 1 : 0);
      return rank > 0 ? [{ procedure: { file, record }, id, rank }] : [];
    })
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  const [first, ...others] = found;
  return {
    procedure: first?.procedure,
    others: others.filter(({ rank }) => rank === first?.rank).map(({ id }) => id),
  };
}
