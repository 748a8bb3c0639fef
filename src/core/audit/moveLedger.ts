import type { StateMove } from '../model/ports';
import { passNames } from './nameChange';
import { isSquashed, type LedgerCommit } from './tickLedger';
import { isRenaming, trailerActions } from './trailerActions';

/** A commit that says who made it. */
export type AuthoredCommit = LedgerCommit & Required<Pick<LedgerCommit, 'author'>>;

/**
 * The last move of each record that a commit tells of, by the record's name in its commits. In the message of a squashed
 * merge, who made it is the author of the original commit; where the message does not say who that was, nobody knows.
 *
 * @param commits oldest first
 */
export function moveLedger(commits: Iterable<AuthoredCommit>): Map<string, StateMove> {
  const ledger = new Map<string, StateMove>();
  for (const { author, message, names = [] } of commits) {
    passNames(ledger, names);
    if (!/Changebook-Action: (?:advance|set)/.test(message)) continue;
    const own = isSquashed(message) ? undefined : author;
    for (const { record, action, details, origin } of trailerActions(message)) {
      const before = ledger.get(isRenaming(action, details) ? (details.Was ?? '') : record);
      if (isRenaming(action, details) && before) ledger.set(record, before);
      if (action !== 'advance' || !details.State) continue;
      const by = origin ? { name: origin.name, address: origin.address } : own;
      const from = before ? { from: before.to } : {};
      ledger.set(record, { to: details.State, ...from, ...(by ? { author: by } : {}) });
    }
  }
  return ledger;
}
