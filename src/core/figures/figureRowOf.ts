import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { DeliveryFacts } from '../delivery/deliveryFacts';
import { withoutNothing } from '../index/withoutNothing';
import { hasReached, isOpen } from '../workflow/stages';
import type { FigureResult, FigureRow, FigureState } from './figureRow';
import { toldInTime } from './toldInTime';

/**
 * Takes from what a change says of its delivery what figures need.
 *
 * @param file its path in the workspace, by which the team may have set rules
 */
export function figureRowOf(file: string, facts: DeliveryFacts, config: WorkspaceConfig): FigureRow {
  const state = stateOf(facts);
  const { components, waivers = [] } = facts;
  return withoutNothing({
    state,
    id: facts.outcome === 'failed' ? facts.id : undefined,
    supersedes: facts.supersedes,
    customer: facts.customer,
    components: components.length > 0 ? [...new Set(components)] : undefined,
    procedure: facts.procedure,
    type: facts.changeType,
    result: resultOf(facts),
    began: facts.actualStart,
    ended: facts.actualEnd,
    start: facts.start,
    // A window without a length says nothing of when it was to end.
    due: facts.end === facts.start ? undefined : facts.end,
    asked: facts.requestedAt,
    approved: facts.approvedAt,
    reported: facts.reportedAt,
    backAt: facts.rollbackAt,
    waivers: waivers.length > 0 ? waivers.length : undefined,
    told: state === 'ended' ? toldInTime(file, facts, config) : undefined,
  });
}

function stateOf({ stage, actualStart, actualEnd }: DeliveryFacts): FigureState {
  // One that was sent back has yet to be deployed again.
  const stillOpen = isOpen(stage) && !hasReached(stage, 'in_testing');
  if (stillOpen) return 'open';
  if (actualEnd !== undefined) return actualEnd < (actualStart ?? actualEnd) ? 'endsFirst' : 'ended';
  return stage === 'rejected' || stage === 'cancelled' ? 'calledOff' : 'noEnd';
}

function resultOf({ outcome, goesBack }: DeliveryFacts): FigureResult | undefined {
  if (outcome === 'failed') return 'failed';
  if (goesBack) return 'rolledBack';
  if (outcome === 'superseded') return 'superseded';
  return outcome === 'successful' ? 'well' : undefined;
}
