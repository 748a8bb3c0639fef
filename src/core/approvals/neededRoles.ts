import {
  bareId,
  type Condition,
  type ConditionFacts,
  meetsCondition,
  readCondition,
} from '../config/conditions';
import { perConfig } from '../config/perConfig';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RiskLevel } from '../model/vocabulary/choices';
import { roleNamed } from '../model/vocabulary/roleNamed';

/** Roles that approve the changes that meet a condition. */
interface RoleRow {
  readonly when: Condition;
  readonly roles: readonly string[];
  /** Whether the row has a condition and an empty list of roles, so that such changes need no approval. */
  readonly nobody?: boolean;
}

/** The default rows: three roles always, and project and product for risky changes. */
const usualRows: readonly RoleRow[] = [
  { when: readCondition({}), roles: ['quality_assurance', 'peer', 'operations'] },
  { when: readCondition({ deployment_type: [3, 4] }), roles: ['project', 'product'] },
  { when: readCondition({ risk: 'high' }), roles: ['project', 'product'] },
];

/** The rows that decide which roles are needed: the configuration's, else the default ones. */
export const approvalRows = perConfig(({ data }: WorkspaceConfig): readonly RoleRow[] => {
  if (!data.approvals) return usualRows;
  return data.approvals.map(({ when: written, roles }) => {
    const when = readCondition(written);
    return {
      when,
      roles: (roles ?? []).map(roleNamed),
      ...(roles?.length === 0 && when.size > 0 ? { nobody: true } : {}),
    };
  });
});

/**
 * The roles that must approve a change. An emergency needs some of them only before it is done. A standard change was
 * approved with the procedure that it names, so only the rows for standard changes apply to it, if there are any.
 */
export function neededRoles(facts: ConditionFacts, risk: RiskLevel, config: WorkspaceConfig): string[] {
  const roles = rowsFor(facts, risk, config).flatMap((row) => row.roles);
  return [...new Set([...(facts.changeType === 'emergency' ? emergencyRoles(config) : []), ...roles])];
}

/**
 * The roles that approve a procedure for all of its standard changes: those that any such change would need. Where the
 * configuration says that nobody approves standard changes, those of normal ones.
 *
 * @param when what such a change must be like
 * @param procedure its id
 */
export function standardRoles(when: Condition, procedure: string, config: WorkspaceConfig): string[] {
  const rows = approvalRows(config);
  const standard = new Map([
    ...when,
    ['change_type', ['standard']],
    ['procedure', [bareId(procedure)]],
  ] as const);
  const met = rows.filter((row) => mayMeet(row, standard));
  const own = met.filter((row) => row.when.get('change_type')?.includes('standard'));
  const roles = rolesOf(own.length > 0 ? own : met);
  if (roles.length > 0) return roles;
  const normal = new Map([...when, ['change_type', ['normal']]] as const);
  return rolesOf(rows.filter((row) => mayMeet(row, normal)));
}

/** Whether some change of which this much is known may meet the condition of a row. */
function mayMeet({ when }: RoleRow, known: Condition): boolean {
  return [...when].every(
    ([field, values]) => known.get(field)?.some((value) => values.includes(value)) ?? true,
  );
}

function rolesOf(rows: readonly RoleRow[]): string[] {
  return [...new Set(rows.flatMap(({ roles }) => roles))];
}

/** The roles that an emergency needs before it is deployed; empty where any needed role suffices. */
export function emergencyRoles({ data }: WorkspaceConfig): string[] {
  return [...new Set((data.emergency?.approvals ?? []).map(roleNamed))];
}

/** Whether the configuration explicitly says that a change needs no approval. */
export function needsNobody(facts: ConditionFacts, risk: RiskLevel, config: WorkspaceConfig): boolean {
  return rowsFor(facts, risk, config).some((row) => row.nobody && meetsCondition(row.when, facts, risk));
}

function rowsFor(facts: ConditionFacts, risk: RiskLevel, config: WorkspaceConfig): readonly RoleRow[] {
  const rows = approvalRows(config);
  const fits = ({ when }: RoleRow): boolean =>
    meetsCondition(effectiveCondition(when, facts, config), facts, risk);
  const own = rows.filter(({ when }) => when.get('change_type')?.includes('standard'));
  if (facts.changeType !== 'standard' || !facts.procedure || own.length === 0) return rows.filter(fits);
  const met = own.filter(fits);
  // What only some types are spared is not spared where the type is not told.
  const isUntyped = met.length > 0 && !met.some(({ when }) => meetsCondition(when, facts, risk));
  return isUntyped ? rows.filter(fits) : met;
}

/** Without a deployment type a change may be of any type, so it needs the roles of all types. */
function effectiveCondition(
  when: Condition,
  { deploymentType }: ConditionFacts,
  { data }: WorkspaceConfig,
): Condition {
  if (deploymentType !== undefined || !data.approvals || !when.has('deployment_type')) return when;
  return new Map([...when].filter(([field]) => field !== 'deployment_type'));
}
