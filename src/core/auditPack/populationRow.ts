import type { DeliveryFacts } from '../delivery/deliveryFacts';
import type { PeriodReason } from './periodReasons';

/** The commit with which a record left the branch. */
export interface Removal {
  readonly commit: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A change of the period. */
export interface PopulationRow {
  /** What it is drawn by: its id, else its file; both where another one has the same id. */
  readonly key: string;
  /** Path in the workspace; of a record that was removed the last one. */
  readonly file: string;
  /** Id of its bytes in git. */
  readonly blob: string;
  readonly facts: DeliveryFacts;
  /** Name of the customer, as the configuration has it. */
  readonly customer: string | undefined;
  readonly reasons: readonly PeriodReason[];
  readonly removed?: Removal;
}

/** A row before all others are known. */
export type OpenRow = Omit<PopulationRow, 'key'>;

/** Rows in the order in which a pack lists them, with the names by which they are drawn. */
export function orderedRows(rows: readonly OpenRow[]): PopulationRow[] {
  const counts = new Map<string, number>();
  for (const { facts } of rows) if (facts.id) counts.set(facts.id, (counts.get(facts.id) ?? 0) + 1);
  return rows
    .map((row) => {
      const { id } = row.facts;
      const key = !id ? row.file : counts.get(id) === 1 ? id : `${id} ${row.file}`;
      return { ...row, key };
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}
