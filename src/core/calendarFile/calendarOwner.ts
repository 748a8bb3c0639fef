import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Language, Localized } from '../model/text/localized';
import { isAddress, type Mailbox } from '../notices/recipients';
import { type CalendarEntry, noHost } from './calendarEntry';

const deployments: Localized = { en: 'Deployments', es: 'Despliegues' };

/** What calendar programs call a file: its one entry, else the deployments of a customer or of all. */
export function calendarName(
  language: Language,
  customer: string | undefined,
  [first, ...more]: readonly CalendarEntry[],
): string {
  if (first && more.length === 0) return first.title;
  return customer ? `${deployments[language]} · ${customer}` : deployments[language];
}

/**
 * Who answers for the entries: the team's support, which stays when people change. Without an address it is one that
 * exists nowhere, since files must name somebody; then nobody can be invited.
 */
export function organizerOf(
  { data }: WorkspaceConfig,
  language: Language,
): { readonly organizer: Mailbox; readonly reachable: boolean } {
  const name = data.signature?.[language] ?? 'Changebook';
  const address = data.support?.email?.trim() ?? '';
  if (isAddress(address)) return { organizer: { name, address }, reachable: true };
  return { organizer: { name, address: `nobody@${noHost}` }, reachable: false };
}
