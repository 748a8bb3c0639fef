import type { AccountedTick, CommitPerson } from '../model/ports';
import { accountedSkip, accountedTick } from '../rules/checklist/tickFacts';
import { type NameChange, passNames } from './nameChange';
import { isRenaming, trailerActions } from './trailerActions';

/** A commit as far as it tells of ticks. */
export interface LedgerCommit {
  readonly message: string;
  readonly author?: CommitPerson;
  /** Other names that records have from it on, without a word in the message. */
  readonly names?: readonly NameChange[];
}

/** Whether a message is put together of several: whoever squashed them did none of what they tell. */
export function isSquashed(message: string): boolean {
  return message.split(/\n[ \t\r]*\n/).filter((part) => part.includes('Changebook-Record: ')).length > 1;
}

const steps: ReadonlySet<string> = new Set(['tick', 'untick', 'unskip']);

/**
 * The ticks that commits account for and that no later commit took back, by the record's name in its commits. A skipped
 * step is accounted for where the commit gives the evidence that the step asks for.
 *
 * @param commits oldest first
 */
export function tickLedger(commits: Iterable<LedgerCommit>): Map<string, AccountedTick[]> {
  const ledger = new Map<string, AccountedTick[]>();
  for (const { message, author, names = [] } of commits) {
    passNames(ledger, names);
    const own = isSquashed(message) ? undefined : author;
    for (const { record, action, details, origin } of trailerActions(message)) {
      // What was ticked under the id that the record had before is its own.
      if (isRenaming(action, details))
        ledger.set(record, [...(ledger.get(details.Was ?? '') ?? []), ...(ledger.get(record) ?? [])]);
      const label = details.Step;
      if (label === undefined || !(steps.has(action) || (action === 'skip' && details.Evidence))) continue;
      const by = origin ?? own;
      const tick = {
        hashes: /skip$/.test(action) ? accountedSkip(label) : accountedTick(label),
        ...(by ? { by: { name: by.name, address: by.address } } : {}),
        ...(details.Evidence ? { evidence: true as const } : {}),
      };
      const ticks = ledger.get(record) ?? [];
      if (action === 'tick' || action === 'skip') ticks.push(tick);
      else takeBack(ticks, tick);
      ledger.set(record, ticks);
    }
  }
  return ledger;
}

function takeBack(ticks: AccountedTick[], tick: AccountedTick): void {
  const last = ticks.findLastIndex(({ hashes }) => hashes[0] === tick.hashes[0]);
  if (last >= 0) ticks.splice(last, 1);
}
