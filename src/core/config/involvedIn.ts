import type { RecordOf } from '../model/parse/record';
import type { WorkspaceConfig } from './workspaceConfig';

/** Keys of whoever asked for a change or performs it: they decide nothing about it. */
export function involvedIn(data: RecordOf<'change'>['data'], config: WorkspaceConfig): string[] {
  const { requested_by, assignee } = data;
  const keys = [requested_by, assignee].flatMap((person) => config.people.allKeys(person));
  return [...new Set(keys)];
}
