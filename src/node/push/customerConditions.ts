import { join } from 'node:path';
import { conditionsFor } from '../../core/config/forCustomer';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { loadConfig } from '../loadConfig';
import { workspaceRootOf } from '../workspaceRoot';
import type { Reapplying } from './reapplying';

/**
 * Reads the conditions of records' customers from the configuration around each record, once for each workspace: what a step
 * counts by has to be the same where its commit is made again.
 *
 * @param top of the work tree
 */
export function customerConditions(top: string): Reapplying['conditionsOf'] {
  const configs = new Map<string, WorkspaceConfig>();
  return (path, record) => {
    // Most records have no step that asks.
    if (!record.body.steps.some((step) => step.if !== undefined)) return [];
    const root = workspaceRootOf(join(top, path));
    const config = configs.get(root) ?? loadConfig(root).config;
    configs.set(root, config);
    return conditionsFor(record, config);
  };
}
