import * as z from 'zod/mini';
import { figureGroupings } from './figureGroupings';
import { type LeftOutReason, leftOutWords, shareNames, spanNames } from './figureNames';

const count = z.int().check(z.nonnegative());
const why = z.enum(Object.keys(leftOutWords) as [LeftOutReason, ...LeftOutReason[]]);
const leftOut = z.array(z.strictObject({ why, count }));

const span = z.strictObject({
  /** How many deployments it is made of. */
  count,
  median: z.nullable(z.number()),
  p90: z.nullable(z.number()),
  leftOut,
});

const share = z.strictObject({
  count,
  /** How many deployments it is a share of. */
  of: count,
  /** From 0 to 1; null where it is a share of nothing. */
  share: z.nullable(z.number()),
  leftOut,
});

/** By name, an object of the same shape each. */
function each<Name extends string, Shape extends z.ZodMiniType>(
  names: readonly Name[],
  shape: Shape,
): { [Key in Name]: Shape } {
  return Object.fromEntries(names.map((name) => [name, shape])) as { [Key in Name]: Shape };
}

const figures = {
  deployments: count,
  /** How many of the days had a deployment, and how many days there are. */
  activeDays: count,
  days: count,
  /** Null where there are fewer days than a week has. */
  perWeek: z.nullable(z.number()),
  /** The waivers of all deployments together. */
  waivers: count,
  spans: z.strictObject(each(spanNames, span)),
  shares: z.strictObject(each(shareNames, share)),
};

/** The machine-readable answer of `figures`. Lengths of time are minutes. */
export const figuresReportSchema = z.strictObject({
  version: z.literal(1),
  /** The moment as of which deployments are counted, and the zone by which days and months are told. */
  now: z.string(),
  timezone: z.string(),
  /** First and last day; null where nothing is counted and none was asked for. */
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  customer: z.optional(z.string()),
  /** Changes that were read, and why some are no deployments of the period. */
  changes: count,
  leftOut,
  /** Files that could not be read, whose changes nobody counted. */
  unreadable: count,
  total: z.strictObject(figures),
  groupedBy: z.optional(z.enum(figureGroupings)),
  groups: z.optional(
    z.array(
      z.strictObject({
        /** A month as `2026-11`, the key of a customer, the name of a component or the id of a procedure; null without. */
        key: z.nullable(z.string()),
        name: z.nullable(z.string()),
        ...figures,
      }),
    ),
  ),
});

export type FiguresReport = z.infer<typeof figuresReportSchema>;
export type Figures = FiguresReport['total'];
export type SpanFigure = Figures['spans']['restore'];
export type ShareFigure = Figures['shares']['failed'];
export type LeftOut = SpanFigure['leftOut'];
export type FigureGroup = NonNullable<FiguresReport['groups']>[number];
