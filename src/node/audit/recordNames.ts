import type { AuditCommit } from '../../core/audit/auditCommit';

/**
 * The paths that a record had, from the top of the repository. The file that it was copied from has its own history and
 * is left out.
 *
 * @param commits newest first
 */
export function recordNames(
  commits: Iterable<Pick<AuditCommit, 'file' | 'fileBefore' | 'change'>>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { file, fileBefore, change } of commits) {
    names.add(file);
    if (change === 'copied') break;
    if (fileBefore !== undefined) names.add(fileBefore);
  }
  return names;
}
