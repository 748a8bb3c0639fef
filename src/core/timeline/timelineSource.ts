import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';

/** A workspace whose changes are drawn. */
export interface TimelineSource {
  readonly config: WorkspaceConfig;
  readonly index: RecordIndex;
  /** Its name, where there are several workspaces. */
  readonly label?: string;
}
