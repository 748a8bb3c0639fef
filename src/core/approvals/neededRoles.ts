import { type Condition, meets, readCondition } from '../config/conditions';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { ChangeFacts } from '../index/changeFacts';
import type { RiskLevel } from '../risk/riskOf';

/** Roles that approve the changes that meet a condition. */
export interface RoleRow {
  readonly when: Condition;
  readonly roles: readonly string[];
}

/** Who approves where the configuration does not say: three always, project and product for what is risky. */
const usualRows: readonly RoleRow[] = [
  { when: readCondition({}), roles: ['quality_assurance', 'peer', 'operations'] },
  { when: readCondition({ deployment_type: [3, 4] }), roles: ['project', 'product'] },
  { when: readCondition({ risk: 'high' }), roles: ['project', 'product'] },
];

const rowsByConfig = new WeakMap<WorkspaceConfig, readonly RoleRow[]>();

/** The rows by which roles are needed: the configuration's, else the usual ones. */
export function approvalRows(config: WorkspaceConfig): readonly RoleRow[] {
  if (!config.data.approvals) return usualRows;
  let rows = rowsByConfig.get(config);
  if (!rows) {
    rows = config.data.approvals.map(({ when, roles }) => ({
      when: readCondition(when),
      roles: roles ?? [],
    }));
    rowsByConfig.set(config, rows);
  }
  return rows;
}

/**
 * The roles that must approve a change. A standard change was approved with its procedure: rows that the
 * configuration gives for standard changes are then the only ones.
 */
export function neededRoles(facts: ChangeFacts, risk: RiskLevel, config: WorkspaceConfig): string[] {
  const rows = approvalRows(config);
  const own = rows.filter(({ when }) => when.get('change_type')?.includes('standard'));
  const counting = facts.changeType === 'standard' && own.length > 0 ? own : rows;
  return [...new Set(counting.filter(({ when }) => meets(when, facts, risk)).flatMap(({ roles }) => roles))];
}
