import * as z from 'zod/mini';

const day = z.int().check(z.gte(-30_000), z.lte(3_000_000));
const view = z.enum(['week', 'month']);
/** Of a customer or an environment. */
const name = z.string().check(z.maxLength(400));
const key = z.string().check(z.maxLength(2000));

/** Which days the calendar shows, in days since 1970, and of what. A window keeps this state across a reload. */
export const timelineStateSchema = z.strictObject({
  view,
  day: z.optional(day),
  customer: z.optional(name),
  environment: z.optional(name),
  /** Whether environments are shown to which nothing is deployed in these days. */
  empty: z.optional(z.boolean()),
});

/** Requests that the calendar's view may send; anything else is ignored. */
export const timelineRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('width'), width: z.int().check(z.gte(0), z.lte(20_000)) }),
  z.strictObject({ kind: z.literal('view'), view }),
  z.strictObject({ kind: z.literal('step'), step: z.enum(['previous', 'today', 'next']) }),
  /** An empty name stands for all. */
  z.strictObject({ kind: z.literal('filter'), customer: name, environment: name }),
  z.strictObject({ kind: z.literal('empty'), shown: z.boolean() }),
  z.strictObject({
    kind: z.literal('find'),
    what: z.enum(['deployment', 'conflict']),
    /** The bar behind which it is looked for; without one, from now or from the days that are shown. */
    after: z.optional(z.strictObject({ key, start: z.number() })),
  }),
  z.strictObject({ kind: z.literal('open'), bar: key }),
  z.strictObject({ kind: z.literal('print') }),
]);

export type TimelineState = z.infer<typeof timelineStateSchema>;
export type TimelineRequest = z.infer<typeof timelineRequestSchema>;

/** A deployment that is to come, as the list below the picture shows it. */
export interface ShownComing {
  /** Names its record, as a bar does. */
  readonly bar: string;
  readonly title: string;
  readonly when: string;
  /** Where it is, in which state, and what speaks against it. */
  readonly about: string;
}

/** What the calendar's view shows. */
export interface TimelinePicture {
  readonly kind: 'picture';
  /** The days, as the heading says them. */
  readonly heading: string;
  readonly svg: string;
  readonly state: TimelineState;
  /** What may be chosen; what is chosen stands among it. */
  readonly customers: readonly string[];
  readonly environments: readonly string[];
  readonly coming: readonly ShownComing[];
}

/** A bar to which the focus goes once it is in the picture. */
export interface TimelineFocus {
  readonly kind: 'focus';
  readonly key: string;
  readonly start: number;
}

/** A sentence for the calendar to show. */
export interface TimelineSaying {
  readonly kind: 'said';
  readonly text: string;
}
