import type { RecordIndex } from '../index/recordIndex';

/** Whether fewer tests passed than a threshold in percent asks for. */
export function isBelow(
  tests: { readonly passed: number; readonly total: number },
  threshold: number,
): boolean {
  return tests.total > 0 && tests.passed * 100 < threshold * tests.total;
}

/** Whether another change that was not given up follows one up. */
export function isFollowedUp(id: string, index: RecordIndex): boolean {
  return index.referrersOf(id).some((file) => {
    const summary = index.entry(file)?.summary;
    const given = summary?.status === 'rejected' || summary?.status === 'cancelled';
    // One that names itself is followed up by nothing.
    return (
      !given &&
      summary?.id !== id &&
      summary?.references.some((part) => part.kind === 'supersedes' && part.id === id)
    );
  });
}
