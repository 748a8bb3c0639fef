import type { ParsedRecord } from '../model/parse/record';
import { zoneExists } from '../model/time/dateTime';
import { type WorkspaceConfig, zoneOf } from './workspaceConfig';

/** The zone of a record's local times; UTC where none is configured. */
export function zoneFor(record: ParsedRecord, config: WorkspaceConfig): string {
  const zone = zoneOf(config, record.type === 'procedure' ? undefined : record.data.customer);
  return zone !== undefined && zoneExists(zone) ? zone : 'UTC';
}
