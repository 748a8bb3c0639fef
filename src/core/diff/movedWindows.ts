import { type WorkspaceConfig, zoneOrUtc } from '../config/workspaceConfig';
import type { RecordIndex } from '../index/recordIndex';
import { isoWithOffset } from '../model/time/isoWithOffset';
import { isOpen } from '../workflow/stages';

/** An open change whose window moved with its time zone. Times in milliseconds since 1970. */
export interface MovedWindow {
  readonly file: string;
  readonly name: string;
  readonly customer: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** The open changes whose windows moved because the configuration gives them another time zone. */
export function movedWindows(before: RecordIndex, after: RecordIndex): MovedWindow[] {
  const now = new Map([...after.allKeys()].map(([file, { change }]) => [file, change?.start]));
  return [...before.allKeys()].flatMap(([file, { id, stage, change }]): MovedWindow[] => {
    const [from, to] = [change?.start, now.get(file)];
    if (from === undefined || to === undefined || from === to || !isOpen(stage)) return [];
    return [{ file, name: id ?? file, customer: change?.customer, from, to }];
  });
}

/** Both moments in the previous zone, so that the difference shows. */
export function movedWindowTexts(
  { from, to, customer }: Pick<MovedWindow, 'from' | 'to' | 'customer'>,
  before: WorkspaceConfig,
): { readonly from: string; readonly to: string } {
  const shown = zoneOrUtc(before, customer);
  return { from: isoWithOffset(from, shown), to: isoWithOffset(to, shown) };
}
