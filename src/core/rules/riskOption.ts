import { impactLevelChoice, type RiskLevel } from '../model/vocabulary/choices';
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

/** The risk of the change at hand where it is so high that its rule asks for something; else undefined. */
export function riskAsked({
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
