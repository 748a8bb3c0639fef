import { endOfSaidMinute } from '../model/time/endOfSaidMinute';
import { dayMs } from '../model/time/zoneClock';
import { type LeftOutReason, type ShareName, type SpanName, shareNames, spanNames } from './figureNames';
import type { FigureRow, Told } from './figureRow';
import type { Figures, LeftOut } from './figuresReport';
import { spreadOf } from './spread';

/** A longer time is a mistyped year. */
const longestMs = 3653 * dayMs;

/** How often each reason was given. */
export class LeftOutCounts {
  private readonly counts = new Map<LeftOutReason, number>();

  add(why: LeftOutReason): void {
    this.counts.set(why, (this.counts.get(why) ?? 0) + 1);
  }

  /** The most frequent first. */
  list(): LeftOut {
    const all = [...this.counts].map(([why, count]) => ({ why, count }));
    return all.sort((one, other) => other.count - one.count);
  }
}

/** A deployment that has ended. */
export type Deployment = FigureRow & { readonly ended: number };

/** Takes in the deployments of a group one by one, and says what comes of them. */
export class FigureTally {
  private deployments = 0;
  private waivers = 0;
  private readonly days = new Set<number>();
  private readonly spans = forEach(spanNames, () => ({
    values: [] as number[],
    leftOut: new LeftOutCounts(),
  }));
  private readonly shares = forEach(shareNames, () => ({ yes: 0, of: 0, leftOut: new LeftOutCounts() }));

  /** @param mendedAt when the change that follows up a failed one went well */
  constructor(private readonly mendedAt: (deployment: Deployment) => number | undefined) {}

  /** @param day on which it ended, by the calendar of the figures */
  add(row: Deployment, day: number): void {
    this.deployments++;
    this.days.add(day);
    this.waivers += row.waivers ?? 0;
    this.addLeads(row);
    this.addRestore(row);
    this.addPlanned(row);
    const { type, result, told } = row;
    this.addShare('failed', isBad(row), whyUnknown(result));
    this.addShare('emergency', type === 'emergency', type ? undefined : 'noType');
    this.addShare('standard', type === 'standard', type ? undefined : 'noType');
    this.addShare('waived', (row.waivers ?? 0) > 0);
    this.addNotice('startNotice', told?.start);
    this.addNotice('usersNotice', told?.users);
    this.addNotice('delayNotice', told?.delay);
  }

  /** @param days how many the period has */
  figures(days: number): Figures {
    return {
      deployments: this.deployments,
      activeDays: this.days.size,
      days,
      perWeek: days < 7 ? null : rounded(this.deployments / (days / 7), 2),
      waivers: this.waivers,
      spans: forEach(spanNames, (name) => {
        const { values, leftOut } = this.spans[name];
        const { median, p90 } = spreadOf(values);
        return {
          count: values.length,
          median: median === null ? null : minutes(median),
          p90: p90 === null ? null : minutes(p90),
          leftOut: leftOut.list(),
        };
      }),
      shares: forEach(shareNames, (name) => {
        const { yes, of, leftOut } = this.shares[name];
        return {
          count: yes,
          of,
          share: of === 0 ? null : rounded(yes / of, 4),
          leftOut: leftOut.list(),
        };
      }),
    };
  }

  /** How long it took until what somebody wanted was there: what failed or was replaced brought nothing. */
  private addLeads(row: Deployment): void {
    const { ended, asked, approved, reported, result } = row;
    const nothing = isBad(row) ? 'failed' : result === 'superseded' ? result : undefined;
    this.addSpan('askedToDeployed', asked, ended, nothing ?? (asked === undefined ? 'noRequest' : undefined));
    this.addSpan(
      'approvedToDeployed',
      approved,
      ended,
      nothing ?? (approved === undefined ? 'noApproval' : undefined),
    );
    // Most changes fix no incident, and nobody misses it there.
    if (reported !== undefined) this.addSpan('reportedToFixed', reported, ended, nothing);
  }

  private addRestore(row: Deployment): void {
    const { result, ended, backAt } = row;
    if (result === 'rolledBack' || (result === 'failed' && backAt !== undefined))
      this.addSpan('restore', backAt, ended, backAt === undefined ? 'noBegin' : undefined);
    else if (result === 'failed') {
      const mended = this.mendedAt(row);
      this.addSpan('restore', ended, mended, mended === undefined ? 'noFollowUp' : undefined);
    }
  }

  private addPlanned({ start, due, began, ended }: Deployment): void {
    const why = start === undefined ? 'noWindow' : began === undefined ? 'noBegin' : undefined;
    this.addSpan('startDelay', start, began, why, true);
    this.addSpan('endDelay', due, ended, due === undefined ? 'noWindow' : undefined, true);
    this.addShare('withinWindow', ended <= (due ?? ended), due === undefined ? 'noWindow' : undefined);
  }

  /** @param signed whether it may be below zero */
  private addSpan(
    name: SpanName,
    from: number | undefined,
    to: number | undefined,
    why: LeftOutReason | undefined,
    signed = false,
  ): void {
    const { values, leftOut } = this.spans[name];
    const between = (to ?? 0) - (from ?? 0);
    // An end in the minute of its begin is none before it.
    const value = !signed && between < 0 && (from ?? 0) <= endOfSaidMinute(to ?? 0) ? 0 : between;
    const reason =
      why ?? (value < 0 && !signed ? 'backwards' : Math.abs(value) > longestMs ? 'tooLong' : undefined);
    if (reason) leftOut.add(reason);
    else values.push(value);
  }

  private addShare(name: ShareName, yes: boolean, why?: LeftOutReason): void {
    const share = this.shares[name];
    if (why) share.leftOut.add(why);
    else {
      share.of++;
      if (yes) share.yes++;
    }
  }

  private addNotice(name: ShareName, told: Told | undefined): void {
    // One that is owed to nobody is missed by nobody.
    if (told === undefined) return;
    this.addShare(name, told === 'inTime', told === 'emergency' || told === 'untimed' ? told : undefined);
  }
}

/** Whether a deployment failed or was rolled back. */
function isBad({ result }: FigureRow): boolean {
  return result === 'failed' || result === 'rolledBack';
}

function whyUnknown(result: FigureRow['result']): LeftOutReason | undefined {
  if (result === undefined) return 'noOutcome';
  return result === 'superseded' ? result : undefined;
}

function minutes(ms: number): number {
  return rounded(ms / 60_000, 1);
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Zero without a sign.
  return Math.round(value * factor) / factor + 0;
}

function forEach<Name extends string, To>(
  names: readonly Name[],
  make: (name: Name) => To,
): { [Key in Name]: To } {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as { [Key in Name]: To };
}
