import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Language, Localized } from '../model/text/localized';
import { isAddress, type Mailbox } from '../notices/recipients';
import { type CalendarEntry, noHost } from './calendarEntry';

const deployments: Localized = { en: 'Deployments', es: 'Despliegues' };

/** The name of a calendar: the title of its only entry, else the deployments of a customer or of all. */
export function calendarName(
  language: Language,
  customer: string | undefined,
  [first, ...more]: readonly CalendarEntry[],
): string {
  if (first && more.length === 0) return first.title;
  return customer ? `${deployments[language]} · ${customer}` : deployments[language];
}

/**
 * The contact for the entries: the team's support, which is more permanent than a person. Without its address it is one
 * that does not exist, because files must name one. Then people cannot be invited.
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
