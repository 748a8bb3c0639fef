import * as z from 'zod/mini';

const day = z.int().check(z.gte(-30_000), z.lte(3_000_000));
const view = z.enum(['week', 'month']);

/** Which days the calendar shows, in days since 1970. A window keeps this state across a reload. */
export const timelineStateSchema = z.strictObject({ view, day: z.optional(day) });

/** Requests that the calendar's view may send; anything else is ignored. */
export const timelineRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('width'), width: z.int().check(z.gte(0), z.lte(20_000)) }),
  z.strictObject({ kind: z.literal('view'), view }),
  z.strictObject({ kind: z.literal('step'), step: z.enum(['previous', 'today', 'next']) }),
  z.strictObject({ kind: z.literal('open'), bar: z.string().check(z.maxLength(2000)) }),
  z.strictObject({ kind: z.literal('print') }),
]);

export type TimelineState = z.infer<typeof timelineStateSchema>;
export type TimelineRequest = z.infer<typeof timelineRequestSchema>;

/** What the calendar's view shows. */
export interface TimelinePicture {
  readonly kind: 'picture';
  /** The days, as the heading says them. */
  readonly heading: string;
  readonly svg: string;
  readonly state: TimelineState;
}
