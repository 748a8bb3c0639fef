import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { DeliveryFacts } from '../delivery/deliveryFacts';
import { startGraceMs } from '../model/time/startGrace';
import { effectiveRules } from '../rules/effectiveRules';
import type { FigureRow, TimedNotice, Told } from './figureRow';

type Rules = ReturnType<typeof effectiveRules>;

/**
 * Whether the notices of a deployment that has ended went out in time. Only those are owed that a rule asks for which
 * counts for the change: that of the start by the time it began, that to users so many hours before, that of a delay
 * before the end.
 */
export function toldInTime(
  file: string,
  facts: DeliveryFacts,
  config: WorkspaceConfig,
): FigureRow['told'] | undefined {
  const { stage, changeType, cameClosed, start, end, actualStart: began, actualEnd: ended = 0 } = facts;
  const rules = effectiveRules('change', { stage, changeType, cameClosed }, { file, config });
  const told: { [Kind in TimedNotice]?: Told } = {};
  const isEmergency = changeType === 'emergency';
  const sent = (kinds: readonly string[]): Sent => sentOf(facts, kinds);
  if (hasRule(rules, 'notify/start'))
    told.start = isEmergency
      ? 'emergency'
      : began === undefined
        ? 'untimed'
        : judged(sent(['start']), (at) => at <= began + startGraceMs);
  const users = rules.record.find(({ rule }) => rule.id === 'notify/users');
  if (users && (facts.outageMinutes ?? 0) > 0) {
    const latest = start === undefined ? undefined : start - Number(users.option('hours')) * 3_600_000;
    told.users = isEmergency
      ? 'emergency'
      : latest === undefined
        ? 'untimed'
        : judged(sent(['users', 'banner']), (at) => at <= latest);
  }
  // One that took longer than its window.
  if (
    hasRule(rules, 'notify/delay') &&
    end !== undefined &&
    start !== undefined &&
    end > start &&
    ended > end
  )
    told.delay = judged(sent(['delay']), (at) => at >= start && at <= ended);
  return Object.keys(told).length > 0 ? told : undefined;
}

function hasRule({ record, workspace }: Rules, id: string): boolean {
  return [...record, ...workspace].some(({ rule }) => rule.id === id);
}

interface Sent {
  readonly times: readonly number[];
  /** Whether some have no time, or one that cannot be read. */
  readonly untimed: boolean;
}

function sentOf({ notices = [] }: DeliveryFacts, kinds: readonly string[]): Sent {
  const own = notices.filter(({ kind = '' }) => kinds.includes(kind));
  const times = own.flatMap(({ at }) => (at === undefined ? [] : [at]));
  return { times, untimed: times.length < own.length };
}

/** One that was not sent at all was not sent in time. */
function judged({ times, untimed }: Sent, isInTime: (at: number) => boolean): Told {
  if (times.some(isInTime)) return 'inTime';
  return untimed ? 'untimed' : 'late';
}
