import { isKnownNonHolder } from '../approvals/approvalFlaw';
import { roleHolders } from '../approvals/roleHolders';
import { calendarFor } from '../config/calendarFor';
import { environmentScope } from '../config/environments';
import { overridableRule } from '../index/overrides';
import { inBoth, type Language } from '../model/text/localized';
import { momentOf } from '../model/time/dateTime';
import { windowMinutes } from '../model/time/duration';
import { roleArgs } from '../model/vocabulary/roleArgs';
import type { ActedOn } from './action';
import { type Refusal, refusal } from './refusals';

const nobody = (language: Language): string => (language === 'en' ? 'nobody' : 'nadie');

/**
 * Why a waiver would not count: of the freezes that a change lies in, each takes a role that whoever gives it does not
 * hold. Said at once, rather than by the check that finds it later.
 */
export function overrideRefusal(
  { record, input: { config }, committer }: ActedOn,
  rule: string,
  by: string,
): Refusal | undefined {
  if (rule !== overridableRule || record.type !== 'change') return undefined;
  const { schedule, customer } = record.data;
  const calendar = calendarFor(config, customer);
  const start = momentOf(schedule?.start, calendar.zone);
  if (start === undefined) return undefined;
  const end = start + windowMinutes(schedule?.duration) * 60_000;
  const freezes = calendar.freezesIn(start, end, environmentScope(record.data, config));
  const roles = freezes.flatMap(({ entry }) => entry.overridableBy ?? []);
  const isAnybodys = freezes.length === 0 || freezes.some(({ entry }) => !entry.overridableBy);
  const given = committer ? `${committer.name} <${committer.address}>` : by;
  const isTheirs = !committer || config.people.isBy(by, committer);
  const holds = roles.some((role) => !isKnownNonHolder({ role, by }, config));
  if (isAnybodys || (isTheirs && holds)) return undefined;
  const holders = roles.flatMap((role) => roleHolders(config).get(role) ?? []);
  const args = { by: isTheirs ? by : given, holders: [...new Set(holders)].join(', ') || '?' };
  const named = roles.length > 0 ? roleArgs('roles', ...new Set(roles)) : inBoth('roles', nobody);
  return refusal('notOverrider', { ...args, ...named });
}
