import type { RawChange } from './deliveredChanges';

// The figures once more, from what the files say and in another way than the program reckons them: no code of its own.

type Row = { readonly [name: string]: string | undefined };
type List = readonly Row[] | undefined;

const part = (change: RawChange, name: string): Row => (change[name] ?? {}) as Row;
const time = (text: string | undefined): number => (text === undefined ? Number.NaN : Date.parse(text));
const isThere = (value: number): boolean => !Number.isNaN(value);

/** What one change says, in plain numbers; those that it does not say are not a number. */
function told(change: RawChange) {
  const [actual, schedule] = [part(change, 'actual'), part(change, 'schedule')];
  const start = time(schedule.start);
  const { outcome } = change;
  const rolledBack = actual.rollback !== undefined || outcome === 'rolled_back';
  return {
    change,
    start,
    due: start + Number.parseInt(schedule.duration ?? '', 10) * 60_000,
    begin: time(actual.start),
    end: time(actual.end),
    back: time((actual.rollback as unknown as Row | undefined)?.at),
    asked: time(change.requested_at as string | undefined),
    reported: time(change.reported_at as string | undefined),
    bad: outcome === 'failed' || rolledBack,
    failed: outcome === 'failed',
    well: outcome === 'successful' && !rolledBack,
    superseded: outcome === 'superseded' && !rolledBack,
    known: outcome !== undefined || rolledBack,
  };
}

type Told = ReturnType<typeof told>;

function isDeployed({ change, begin, end }: Told, now: number): boolean {
  const deployed = ['done', 'in_testing', 'cancelled', 'rejected'].includes(String(change.status));
  return deployed && isThere(end) && !(end < begin) && end <= now;
}

function approved({ change }: Told): number {
  const byRole = new Map<string, Row>();
  for (const one of (change.approvals as List) ?? []) {
    const role = one.role ?? '';
    const before = byRole.get(role);
    if (
      !before ||
      weight(one) > weight(before) ||
      (weight(one) === weight(before) && !(before.decision === 'denied' && one.decision === 'approved'))
    )
      byRole.set(role, one);
  }
  const last = [...byRole.values()];
  return last.length > 0 && last.every(({ decision }) => decision === 'approved')
    ? Math.max(...last.map(({ at }) => time(at)))
    : Number.NaN;
}

/** A denial without a time is the latest of all, an approval without one the earliest. */
function weight({ at, decision }: Row): number {
  if (at !== undefined) return time(at);
  return decision === 'denied' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** The value below which a share of all lies, found by walking along the line between neighbours. */
function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const line = values.slice().sort((a, b) => a - b);
  const steps = share * (line.length - 1);
  const [left, right] = [line[Math.trunc(steps)] ?? 0, line[Math.ceil(steps)] ?? 0];
  return left * (1 - (steps - Math.trunc(steps))) + right * (steps - Math.trunc(steps));
}

function span(all: readonly Told[], length: (one: Told) => number, signed = false) {
  const values = all.map(length).filter((value) => isThere(value) && (signed || value >= 0));
  const minutes = (value: number | null): number | null =>
    value === null ? null : Math.round((value / 60_000) * 10) / 10 + 0;
  return {
    count: values.length,
    median: minutes(quantile(values, 0.5)),
    p90: minutes(quantile(values, 0.9)),
  };
}

function share(all: readonly Told[], isAmong: (one: Told) => boolean) {
  const count = all.filter(isAmong).length;
  return {
    count,
    of: all.length,
    share: all.length === 0 ? null : Math.round((count / all.length) * 1e4) / 1e4,
  };
}

function notices({ change }: Told, ...kinds: string[]): number[] {
  return ((change.notifications as List) ?? [])
    .filter(({ kind }) => kinds.includes(kind ?? ''))
    .map(({ at }) => time(at));
}

/** Figures of some changes by name, without what is left out. */
export function figuresAnew(changes: readonly RawChange[], all: readonly RawChange[], now: number) {
  const everything = all.map(told);
  const rows = changes.map(told).filter((one) => isDeployed(one, now));
  const good = rows.filter((one) => !one.bad && !one.superseded);
  const mended = ({ change, end }: Told): number =>
    Math.min(
      ...everything
        .filter(
          (one) => one.change.supersedes === change.id && one.well && isDeployed(one, now) && one.end >= end,
        )
        .map((one) => one.end),
    );
  const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);
  const typed = rows.filter(({ change }) => change.change_type !== undefined);
  const closed = rows.filter(({ change }) => change.status !== 'cancelled' && change.status !== 'rejected');
  const calm = closed.filter(({ change }) => change.change_type !== 'emergency');
  // Of those whose notice has no time nobody can tell, unless another one was in time.
  const judged = (some: readonly Told[], kinds: string[], inTime: (one: Told, at: number) => boolean) => {
    const tell = (one: Told): boolean => notices(one, ...kinds).some((at) => inTime(one, at));
    return share(
      some.filter((one) => tell(one) || notices(one, ...kinds).every(isThere)),
      tell,
    );
  };
  return {
    deployments: rows.length,
    activeDays: new Set(rows.map(({ end }) => new Date(end).toISOString().slice(0, 10))).size,
    waivers: rows.reduce((sum, { change }) => sum + ((change.waivers as List) ?? []).length, 0),
    spans: {
      askedToDeployed: span(good, ({ end, asked }) => end - asked),
      approvedToDeployed: span(good, (one) => one.end - approved(one)),
      restore: span(
        rows.filter(({ bad }) => bad),
        (one) => (!one.failed || isThere(one.back) ? one.end - one.back : finite(mended(one)) - one.end),
      ),
      reportedToFixed: span(good, ({ end, reported }) => end - reported),
      startDelay: span(rows, ({ begin, start }) => begin - start, true),
      endDelay: span(rows, ({ end, due }) => end - due, true),
    },
    shares: {
      failed: share(
        rows.filter(({ known, superseded }) => known && !superseded),
        ({ bad }) => bad,
      ),
      withinWindow: share(
        rows.filter(({ due }) => isThere(due)),
        ({ end, due }) => end <= due,
      ),
      emergency: share(typed, ({ change }) => change.change_type === 'emergency'),
      standard: share(typed, ({ change }) => change.change_type === 'standard'),
      waived: share(rows, ({ change }) => change.waivers !== undefined),
      startNotice: judged(
        calm.filter(({ begin }) => isThere(begin)),
        ['start'],
        ({ begin }, at) => at <= begin + 15 * 60_000,
      ),
      usersNotice: judged(
        calm.filter(({ change }) => part(change, 'schedule').outage !== undefined),
        ['users', 'banner'],
        ({ start }, at) => at <= start - 24 * 3_600_000,
      ),
      delayNotice: judged(
        closed.filter(({ end, due }) => end > due),
        ['delay'],
        ({ start, end }, at) => at >= start && at <= end,
      ),
    },
  };
}
