import type { ChangeData } from '../model/schema/recordData';
import { plainName } from '../model/text/plainName';
import { customerNamed, type WorkspaceConfig } from './workspaceConfig';

/** Names that mean production to everybody, for customers whose environments nobody configured. */
const productionName = /^(?:pro|prod|production|producci[oó]n)$/i;

/**
 * The environments of a change that count as production: those that the customer's file says so of, and, where it
 * lists none, those whose name says so.
 */
export function productionEnvironments(
  data: Pick<ChangeData, 'customer' | 'environments'>,
  config: WorkspaceConfig,
): string[] {
  const known = customerNamed(config, data.customer)?.environments;
  return (data.environments ?? []).filter((name) => {
    const environment = known?.find((candidate) => sameName(candidate.name, name));
    return environment ? environment.production === true : !known && productionName.test(name);
  });
}

/** Names are compared as people see them, without regard to case. */
export function sameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plainName(one) === plainName(other);
}
