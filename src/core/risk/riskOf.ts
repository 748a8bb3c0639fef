import type { ChangeSummary } from '../index/changeSummary';
import type { RecordIndex } from '../index/recordIndex';
import { dayMs } from '../model/time/zoneClock';
import type { RiskLevel } from '../model/vocabulary/choices';

/** A factor of a change's risk, with its figure if it has one. */
export interface RiskFactor {
  readonly factor:
    | 'impact'
    | 'likelihood'
    | 'statedImpact'
    | 'deploymentType'
    | 'outage'
    | 'irreversible'
    | 'expensive'
    | 'majorSteps'
    | 'recentFailures';
  readonly level: RiskLevel;
  readonly figure?: number;
}

/** The risk of a change: the highest level of its factors, with all factors, the deciding ones first. */
export interface Risk {
  readonly level: RiskLevel;
  readonly factors: readonly RiskFactor[];
}

const order: readonly RiskLevel[] = ['low', 'medium', 'high'];
/** How long a failure counts as recent. */
const recentMs = 90 * dayMs;
const typeLevels: { readonly [type: number]: RiskLevel } = { 1: 'low', 2: 'medium', 3: 'medium', 4: 'high' };

/**
 * Assesses the risk of a change. Deployment types have the impact in their descriptions. Only the riskiest type allows
 * an outage of over ten minutes.
 *
 * @param file the change's own file, to tell it from the customer's other changes
 * @param hasPassed whether a moment, in milliseconds since 1970, is past
 */
export function riskOf(
  facts: ChangeSummary,
  file: string,
  index: RecordIndex,
  hasPassed: (moment: number) => boolean,
): Risk {
  const factors: RiskFactor[] = [];
  const add = (factor: RiskFactor['factor'], level: RiskLevel | undefined, figure?: number): void => {
    if (level) factors.push(figure === undefined ? { factor, level } : { factor, level, figure });
  };
  add('impact', facts.impact);
  add('likelihood', facts.likelihood);
  add('statedImpact', facts.statedImpact);
  const type = facts.deploymentType;
  if (type !== undefined) add('deploymentType', typeLevels[type], type);
  const outage = facts.outageMinutes ?? 0;
  if (outage > 0) add('outage', outage > 10 ? 'high' : 'medium', outage);
  if (facts.irreversible) add('irreversible', 'high');
  if (facts.expensive) add('expensive', 'medium');
  if (facts.majorSteps) add('majorSteps', severalOrOne(facts.majorSteps), facts.majorSteps);
  const failures = recentFailures(facts, file, index, hasPassed);
  if (failures > 0) add('recentFailures', severalOrOne(failures), failures);
  factors.sort((a, b) => order.indexOf(b.level) - order.indexOf(a.level));
  return { level: factors[0]?.level ?? 'low', factors };
}

function severalOrOne(count: number): RiskLevel {
  return count > 1 ? 'high' : 'medium';
}

/** The number of the customer's changes that recently failed or were rolled back. */
function recentFailures(
  facts: ChangeSummary,
  file: string,
  index: RecordIndex,
  hasPassed: (moment: number) => boolean,
): number {
  if (!facts.customer) return 0;
  // A change that has begun is assessed by the failures before its start.
  const { start } = facts;
  const began = start !== undefined && hasPassed(start);
  const isRecent = (end: number): boolean =>
    began ? end <= start && end > start - recentMs : hasPassed(end) && !hasPassed(end + recentMs);
  let count = 0;
  for (const other of index.failuresOf(facts.customer)) {
    const end = other.summary.change?.actualEnd ?? other.summary.change?.end;
    if (other.file !== file && end !== undefined && isRecent(end)) count++;
  }
  return count;
}
