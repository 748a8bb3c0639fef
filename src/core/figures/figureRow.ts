/** How far a change has come, as far as figures go. */
export type FigureState = 'open' | 'calledOff' | 'noEnd' | 'endsFirst' | 'ended';

/** How a deployment ended; undefined where the record does not say. */
export type FigureResult = 'well' | 'failed' | 'rolledBack' | 'superseded';

/** Whether a notice that was owed went out in time; `untimed` where nobody can tell. */
export type Told = 'inTime' | 'late' | 'untimed' | 'emergency';

/** The kinds of notice that have a time by which they go out. */
export const timedNotices = ['start', 'users', 'delay'] as const;

export type TimedNotice = (typeof timedNotices)[number];

/**
 * What figures need of a change: small enough to be kept of all changes of a workspace together. Moments are
 * milliseconds since 1970.
 */
export interface FigureRow {
  readonly state: FigureState;
  /** Of one that failed, by which it is found what followed it up. */
  readonly id?: string | undefined;
  readonly supersedes?: string | undefined;
  readonly customer?: string | undefined;
  readonly components?: readonly string[] | undefined;
  readonly procedure?: string | undefined;
  readonly type?: 'standard' | 'normal' | 'emergency' | undefined;
  readonly result?: FigureResult | undefined;
  /** When the deployment began and ended. */
  readonly began?: number | undefined;
  readonly ended?: number | undefined;
  /** When it was to begin and to end. */
  readonly start?: number | undefined;
  readonly due?: number | undefined;
  readonly asked?: number | undefined;
  readonly approved?: number | undefined;
  /** When the incident that it fixes was reported. */
  readonly reported?: number | undefined;
  /** When it was decided to roll it back. */
  readonly backAt?: number | undefined;
  /** How many findings somebody answers for. */
  readonly waivers?: number | undefined;
  /** The notices that were owed. */
  readonly told?: { readonly [Kind in TimedNotice]?: Told | undefined } | undefined;
}
