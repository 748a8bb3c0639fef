import type { AccountedTick } from '../model/ports';
import { accountedSkip, accountedTick } from '../rules/checklist/tickFacts';
import { isRenaming, trailerActions } from './trailerActions';

const steps: ReadonlySet<string> = new Set(['tick', 'untick', 'unskip']);

/**
 * The ticks that commits account for and that no later commit took back, by the record's name in its commits. A skipped
 * step is accounted for where the commit gives the evidence that the step asks for.
 *
 * @param messages of commits, oldest first
 */
export function tickLedger(messages: Iterable<string>): Map<string, AccountedTick[]> {
  const ledger = new Map<string, AccountedTick[]>();
  for (const message of messages) {
    for (const { record, action, details } of trailerActions(message)) {
      // What was ticked under the id that the record had before is its own.
      if (isRenaming(action, details))
        ledger.set(record, [...(ledger.get(details.Was ?? '') ?? []), ...(ledger.get(record) ?? [])]);
      const label = details.Step;
      if (label === undefined || !(steps.has(action) || (action === 'skip' && details.Evidence))) continue;
      const tick = /skip$/.test(action) ? accountedSkip(label) : accountedTick(label);
      const ticks = ledger.get(record) ?? [];
      if (action === 'tick' || action === 'skip') ticks.push(tick);
      else takeBack(ticks, tick);
      ledger.set(record, ticks);
    }
  }
  return ledger;
}

function takeBack(ticks: AccountedTick[], tick: AccountedTick): void {
  const last = ticks.findLastIndex((known) => known[0] === tick[0]);
  if (last >= 0) ticks.splice(last, 1);
}
