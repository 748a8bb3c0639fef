import type { ParsedRecord } from '../model/parse/record';
import { type WorkspaceConfig, zoneOrUtc } from './workspaceConfig';

/** The zone of a record's local times; UTC where none is configured. */
export function zoneFor(record: ParsedRecord, config: WorkspaceConfig): string {
  return zoneOrUtc(config, record.type === 'procedure' ? undefined : record.data.customer);
}
