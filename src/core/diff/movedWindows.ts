import type { RecordIndex } from '../index/recordIndex';
import { isOpen } from '../workflow/stages';

/** An open change whose window another configuration puts at another moment. Milliseconds since 1970. */
export interface MovedWindow {
  readonly file: string;
  readonly name: string;
  readonly customer: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** The open changes of which the same text names another moment by another configuration: their zone is another one. */
export function movedWindows(before: RecordIndex, after: RecordIndex): MovedWindow[] {
  const now = new Map([...after.allKeys()].map(([file, { change }]) => [file, change?.start]));
  return [...before.allKeys()].flatMap(([file, { id, stage, change }]): MovedWindow[] => {
    const [from, to] = [change?.start, now.get(file)];
    if (from === undefined || to === undefined || from === to || !isOpen(stage)) return [];
    return [{ file, name: id ?? file, customer: change?.customer, from, to }];
  });
}
