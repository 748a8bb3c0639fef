/** What a commit did to the name by which commits tell of a record, without saying so in its message. */
export interface NameChange {
  readonly commit: string;
  readonly id: string;
  /** The id before; undefined where the record begins, which has nothing of what was told under its id before that. */
  readonly was?: string;
}

/** Takes what a ledger knows along to the new names: it is told of one record at a time. */
export function passNames<Told>(ledger: Map<string, Told>, names: readonly NameChange[]): void {
  for (const { id, was } of names) {
    const before = was === undefined ? undefined : ledger.get(was);
    ledger.delete(id);
    if (was !== undefined) ledger.delete(was);
    if (before !== undefined) ledger.set(id, before);
  }
}
