import { type PackedRange, unpackRange } from '../model/text/range';
import { impactLevelChoice, type RiskLevel } from '../model/vocabulary/choices';
import { levelArgs } from '../model/vocabulary/levelArgs';
import { riskOf } from '../risk/riskOf';
import type { RuleOption, WorkspaceContext } from './rule';

const levels: readonly RiskLevel[] = ['low', 'medium', 'high'];

/** The option of a rule about changes from some risk on. */
export const riskOption = {
  risk: {
    type: impactLevelChoice,
    default: undefined,
    strictestFirst: levels,
    description: {
      en: 'The risk from which it is asked for. Without it, it is not.',
      es: 'El riesgo desde el que se pide. Sin ella no se pide.',
    },
  },
} as const satisfies { readonly [name: string]: RuleOption };

/**
 * What a rule with the option finds in a change that lacks something.
 *
 * @param place where it would stand
 */
export function* missingByRisk(place: PackedRange, context: WorkspaceContext) {
  const risk = riskAsked(context);
  if (risk) yield { message: 'none' as const, range: unpackRange(place), args: levelArgs('risk', risk) };
}

/** The risk of the change at hand where it is so high that its rule asks for something; else undefined. */
function riskAsked({
  summary: { change },
  file,
  index,
  hasPassed,
  option,
}: Pick<WorkspaceContext, 'summary' | 'file' | 'index' | 'hasPassed' | 'option'>): RiskLevel | undefined {
  const least = option('risk');
  if (!change || least === undefined) return undefined;
  const { level } = riskOf(change, file, index, hasPassed);
  return levels.indexOf(level) >= levels.indexOf(least as RiskLevel) ? level : undefined;
}
