import { type IrregularityName, irregularities } from './irregularities';

export const hour = 3_600_000;
export const day = 24 * hour;

/** A change of the prepared repository. */
export interface PlannedChange {
  readonly id: string;
  /** The version that the record names. */
  readonly version: string;
  /** When its window opens, in milliseconds since 1970; it is two hours long. */
  readonly opens: number;
  readonly type: 'normal' | 'emergency';
  readonly ends: 'successful' | 'failed' | 'rolled_back' | 'rejected' | 'cancelled';
  /** What is wrong with it. */
  readonly wrong?: IrregularityName;
}

/** The Tuesday of the first week of deployments, at the hour at which windows open. */
const first = Date.UTC(2026, 0, 13, 20);

function planned(
  week: number,
  version: string,
  more: Partial<Omit<PlannedChange, 'version' | 'opens'>> = {},
): PlannedChange {
  const known = more.wrong && irregularities[more.wrong];
  const id = known && 'change' in known ? known.change : '';
  return { id, type: 'normal', ends: 'successful', version, opens: first + week * 7 * day, ...more };
}

/** All changes, in the order of their windows: those with something wrong, and some with nothing. */
export const plannedChanges: readonly PlannedChange[] = [
  planned(0, '1.1.0', { id: 'CHG-2026-0001' }),
  planned(1, '1.2.0', { id: 'CHG-2026-0002', ends: 'rolled_back' }),
  planned(2, '1.2.1', { id: 'CHG-2026-0003', type: 'emergency' }),
  planned(3, '1.4.0', { id: 'CHG-2026-0004' }),
  planned(4, '1.5.0', { wrong: 'noDeployment' }),
  planned(5, '1.6.0', { wrong: 'outsideWindow' }),
  planned(6, '1.7.0', { wrong: 'freeze' }),
  planned(7, '1.8.0', { wrong: 'beforeApproval' }),
  planned(8, '1.9.0', { wrong: 'otherContent' }),
  planned(9, '1.10.0', { wrong: 'otherArtifact' }),
  planned(10, '1.11.0', { wrong: 'otherVersion' }),
  planned(11, '1.12.0', { wrong: 'byApprover' }),
  planned(12, '1.13.0', { wrong: 'byAuthor' }),
  planned(13, '1.13.1', { wrong: 'emergencyUnapproved', type: 'emergency' }),
  planned(14, '1.14.0', { wrong: 'failedUnreviewed', ends: 'failed' }),
  planned(15, '1.15.0', { wrong: 'loosened' }),
  planned(16, '1.16.0', { wrong: 'tagMoved' }),
  planned(17, '1.17.0', { id: 'CHG-2026-0018', ends: 'rejected' }),
  planned(18, '1.18.0', { id: 'CHG-2026-0019', ends: 'cancelled' }),
  planned(19, '1.19.0', { id: 'CHG-2026-0020' }),
];

/** The freeze in which one of them is deployed: the days of its week. */
export const freeze = { from: '2026-02-23', to: '2026-02-27' };
