import type { AuditPack } from './auditPack';
import type { PackWord } from './packWords';
import { approvedBefore } from './populationColumns';
import type { PopulationRow } from './populationRow';

/** A number that says something of a period. */
export interface GlanceTile {
  readonly word: PackWord;
  readonly n: number;
  /** Whether somebody should look at it where it is not zero. */
  readonly isBad?: true;
}

/** The numbers at the head of a pack. */
export function glanceTiles({ rows, rules, reconciliation }: AuditPack): GlanceTile[] {
  const count = (fits: (row: PopulationRow) => boolean | undefined): number => rows.filter(fits).length;
  return [
    { word: 'tileChanges', n: rows.length },
    { word: 'tileCarriedOut', n: count(({ facts }) => facts.actualStart !== undefined) },
    { word: 'tileEmergency', n: count(({ facts }) => facts.changeType === 'emergency') },
    { word: 'tileFailed', n: count(({ facts }) => facts.outcome === 'failed' || facts.goesBack) },
    { word: 'tileRejected', n: count(({ facts }) => facts.stage === 'rejected') },
    { word: 'tileCancelled', n: count(({ facts }) => facts.stage === 'cancelled') },
    { word: 'tileWaived', n: count(({ facts }) => (facts.waivers?.length ?? 0) > 0) },
    { word: 'tileUnapproved', n: count(({ facts }) => approvedBefore(facts) === false), isBad: true },
    { word: 'tileRemoved', n: count(({ removed }) => removed !== undefined), isBad: true },
    ...(reconciliation
      ? [{ word: 'tileExceptions', n: reconciliation.report.exceptions.length, isBad: true } as const]
      : []),
    { word: 'tileLoosened', n: rules.loosened.length, isBad: true },
  ];
}
