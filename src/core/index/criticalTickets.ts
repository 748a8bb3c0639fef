import { plainName } from '../model/text/plainName';
import { hasReached, isOpen } from '../workflow/stages';
import type { IndexKeys } from './indexKeys';
import { FilesBy } from './indexPart';
import type { KeyStore } from './keyStore';
import type { RecordSummary } from './recordSummary';

/** The open tickets that stand against a release, and the changes that look at them: both by component. */
export class CriticalTickets {
  private readonly tickets: FilesBy;
  private readonly releases: FilesBy;
  readonly parts: readonly FilesBy[];

  /** @param records what is in the index */
  constructor(records: KeyStore) {
    this.tickets = new FilesBy(records, 'criticals', ({ criticalFor = [] }) => criticalFor);
    this.releases = new FilesBy(records, 'releases', (keys) => (isToCome(keys) ? componentsOf(keys) : []));
    this.parts = [this.tickets, this.releases];
  }

  /** The files of the open critical tickets of a component, in the order of their paths. */
  of(component: string): readonly string[] {
    return this.tickets.sorted(plainName(component));
  }

  /** The changes of whose components a critical ticket came, went, or is delivered by another change. */
  affectedBy(before: RecordSummary | undefined, after: RecordSummary | undefined): string[] {
    if (seen(before) === seen(after)) return [];
    const components = new Set([...(before?.criticalFor ?? []), ...(after?.criticalFor ?? [])]);
    return [...components].flatMap((component) => [...this.releases.of(component)]);
  }
}

/** Whether a change is looked at before it is released, and may still be. */
export function isToCome({ stage }: Pick<IndexKeys, 'stage'>): boolean {
  return isOpen(stage) && hasReached(stage, 'to_be_reviewed') && !hasReached(stage, 'in_testing');
}

function componentsOf({ change }: IndexKeys): string[] {
  return [...new Set(change?.components.map(plainName))];
}

/** What a change sees of a ticket, as one text to compare. */
function seen(summary: RecordSummary | undefined): string {
  if (!summary?.criticalFor) return '';
  const { id, criticalFor, references } = summary;
  return JSON.stringify([id, criticalFor, references.map(({ kind, id: named }) => [kind, named])]);
}
