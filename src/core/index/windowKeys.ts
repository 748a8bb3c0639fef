import { isOpen } from '../workflow/stages';
import type { ChangeKeys, IndexKeys } from './indexKeys';
import type { Interval } from './intervalList';

/** What is rejected or cancelled takes place nowhere. */
export function countingChange({ change, stage }: IndexKeys): ChangeKeys | undefined {
  return stage === 'rejected' || stage === 'cancelled' ? undefined : change;
}

/** When a change takes place; a window without a length is its first moment. */
export function windowOf(file: string, { start, end = start }: ChangeKeys): Interval | undefined {
  if (start === undefined || end === undefined) return undefined;
  return { file, start, end: Math.max(end, start + 1) };
}

/** Product code that reached an environment. */
export function isUpdate({ stage }: IndexKeys, { deploymentType }: ChangeKeys): boolean {
  return stage === 'done' && deploymentType === 4;
}

/** A fix, which looks at the updates before and after it. */
export function isFix({ stage }: IndexKeys, { severity }: ChangeKeys): boolean {
  return isOpen(stage) && severity !== undefined;
}
