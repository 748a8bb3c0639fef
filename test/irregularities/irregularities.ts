/** Something that is not as it should be in the prepared repository. */
export interface Irregularity {
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** The version that it is about. */
  readonly version: string;
  /** Id of the change that it is about; undefined where there is none. */
  readonly change?: string;
}

/** The fourteen irregularities of the prepared repository, each in one deployment or record of its own. */
export const irregularities = {
  noRecord: {
    what: 'A deployment without a record.',
    version: '1.4.1',
  },
  noDeployment: {
    what: 'A record that is closed as deployed, of which no list knows a deployment.',
    version: '1.5.0',
    change: 'CHG-2026-0005',
  },
  outsideWindow: {
    what: 'A deployment three hours after the window closed.',
    version: '1.6.0',
    change: 'CHG-2026-0006',
  },
  freeze: {
    what: 'A deployment in a freeze, in the window that the record names.',
    version: '1.7.0',
    change: 'CHG-2026-0007',
  },
  beforeApproval: {
    what: 'A deployment before operations approved; the approval is dated back, but its commit is not.',
    version: '1.8.0',
    change: 'CHG-2026-0008',
  },
  otherContent: {
    what: 'A record that was edited between its approvals and its deployment.',
    version: '1.9.0',
    change: 'CHG-2026-0009',
  },
  otherArtifact: {
    what: 'A deployment of another artifact than the one that the record names.',
    version: '1.10.0',
    change: 'CHG-2026-0010',
  },
  otherVersion: {
    what: 'A deployment of another version, in the window of a record that names 1.11.0.',
    version: '1.11.1',
    change: 'CHG-2026-0011',
  },
  byApprover: {
    what: 'A deployment by the person who approved it for operations.',
    version: '1.12.0',
    change: 'CHG-2026-0012',
  },
  byAuthor: {
    what: 'A deployment by the person who wrote what is deployed.',
    version: '1.13.0',
    change: 'CHG-2026-0013',
  },
  emergencyUnapproved: {
    what: 'An emergency that its peer never approved afterwards.',
    version: '1.13.1',
    change: 'CHG-2026-0014',
  },
  failedUnreviewed: {
    what: 'A change that failed, without a review.',
    version: '1.14.0',
    change: 'CHG-2026-0015',
  },
  loosened: {
    what: 'The rule about lead times, turned off before a deployment and on again after it.',
    version: '1.15.0',
    change: 'CHG-2026-0016',
  },
  tagMoved: {
    what: 'A tag that was moved to another commit after it was deployed.',
    version: '1.16.0',
    change: 'CHG-2026-0017',
  },
} as const satisfies { readonly [name: string]: Irregularity };

export type IrregularityName = keyof typeof irregularities;
