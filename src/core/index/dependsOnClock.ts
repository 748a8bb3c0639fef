import { isOpen } from '../workflow/stages';
import type { RecordSummary } from './recordSummary';

/** Whether what is found in a record may change with time alone: windows pass, waivers end, watching ends. */
export function dependsOnClock({ change, stage, waivers }: RecordSummary): boolean {
  if (waivers?.some(({ end }) => end !== undefined)) return true;
  if (!change) return false;
  return change.actualEnd !== undefined || (isOpen(stage) && change.start !== undefined);
}
