import type { ChangeData } from '../schema/recordData';

/**
 * Whether a change is being rolled back, or was: somebody has begun to, or its outcome says so. Then the steps of its
 * rollback count, and no others.
 */
export function goesBack({ actual, outcome }: Pick<ChangeData, 'actual' | 'outcome'>): boolean {
  return actual?.rollback !== undefined || outcome === 'rolled_back';
}
