import type { DeliveryFacts } from '../delivery/deliveryFacts';
import type { Localized } from '../model/text/localized';
import { clockReaches, dayOf } from '../model/time/zoneClock';
import type { Period } from './packOptions';

/** Why a change belongs to a period. */
export const periodReasonTexts = {
  requested: { en: 'requested', es: 'solicitado' },
  decided: { en: 'decided', es: 'decidido' },
  planned: { en: 'planned', es: 'previsto' },
  carriedOut: { en: 'carried out', es: 'realizado' },
  created: { en: 'created', es: 'creado' },
  removed: { en: 'record removed', es: 'registro eliminado' },
} as const satisfies { [reason: string]: Localized };

export type PeriodReason = keyof typeof periodReasonTexts;

/** What git says of a record's file on the branch that is looked at, in milliseconds since 1970. */
export interface FileMoments {
  /** When it came. */
  readonly came?: number;
  /** When it went, where it did. */
  readonly went?: number;
}

/**
 * Everything for which a change belongs to a period: what it says of itself, and where it says nothing of the kind, when
 * its file came. None where it belongs to another one.
 */
export function periodReasons(facts: DeliveryFacts, file: FileMoments, period: Period): PeriodReason[] {
  const { requestedAt, approvals = [], agreement, cab, rollbackAt, zone } = facts;
  const planned = facts.phases?.length ? facts.phases : spanOf(facts.start, facts.end);
  const carriedOut = [...spanOf(facts.actualStart, facts.actualEnd), ...spanOf(rollbackAt, rollbackAt)];
  const decided = [...approvals.map(({ at }) => at), agreement?.at, cab?.at];
  const own: readonly (readonly [PeriodReason, readonly Span[]])[] = [
    ['requested', spanOf(requestedAt, requestedAt)],
    ['decided', decided.flatMap((at) => spanOf(at, at))],
    ['planned', planned],
    ['carriedOut', carriedOut],
  ];
  const reasons = own.flatMap(([reason, spans]) =>
    spans.some((span) => meets(span, period)) ? [reason] : [],
  );
  const isDated = own.some(([, spans]) => spans.length > 0);
  const created = facts.created === undefined ? file.came : startOfDay(facts.created, zone);
  if (!isDated && spanOf(created, created).some((span) => meets(span, period))) reasons.push('created');
  if (spanOf(file.went, file.went).some((span) => meets(span, period))) reasons.push('removed');
  return reasons;
}

/** Start and end, both of which belong to it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is known of a span; none where nothing is. */
function spanOf(start: number | undefined, end: number | undefined): Span[] {
  const first = start ?? end;
  return first === undefined ? [] : [{ start: first, end: Math.max(first, end ?? first) }];
}

function meets(span: Span, period: Period): boolean {
  return span.start < period.end && span.end >= period.start;
}

function startOfDay(text: string, zone: string): number | undefined {
  const day = dayOf(text);
  return day === undefined ? undefined : clockReaches(day, 0, zone);
}
