import { changeSectionNames } from '../model/vocabulary/sections';
import type { TakenName } from '../procedure/takenSections';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { effectiveRules } from '../rules/effectiveRules';
import { sections } from '../rules/format/sections';
import { rollbackMissing } from '../rules/rollback/missing';
import { testsScenarios } from '../rules/tests/scenarios';
import type { NewChange } from './newChange';

/** The sections of a new change that no rule of the team asks for; its deployment is always there. */
export function optionalSections(
  { file, changeType }: Pick<NewChange, 'file' | 'changeType'>,
  { config }: Pick<WorkspaceCheckInput, 'config'>,
): ReadonlySet<TakenName> {
  const { record: counting } = effectiveRules(
    'change',
    { stage: 'to_be_released', changeType },
    { file, config },
  );
  const counts = (id: string): boolean => counting.some(({ rule }) => rule.id === id);
  if (counts(sections.id)) return new Set();
  const asked = new Set<TakenName>([
    'deployment',
    ...(counts(rollbackMissing.id) ? (['rollback'] as const) : []),
    ...(counts(testsScenarios.id) ? (['tests'] as const) : []),
  ]);
  return new Set(changeSectionNames.filter((name) => !asked.has(name)));
}
