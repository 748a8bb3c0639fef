import type { RecordVersion } from './recordVersion';

/**
 * Whether two versions are one record that got another id: nothing differs but the id, wherever the text names it. So
 * every tick and decision is that of the record before.
 */
export function isRenamedVersion(
  before: RecordVersion | undefined,
  after: RecordVersion | undefined,
): boolean {
  const [was, id] = [before?.id, after?.id];
  if (!before || !after || was === undefined || id === undefined || was === id) return false;
  // One may be the beginning of the other.
  const [long, short] = was.length > id.length ? [was, id] : [id, was];
  const unnamed = ({ text }: RecordVersion): string => text.replaceAll(long, '\0').replaceAll(short, '\0');
  return unnamed(before) === unnamed(after);
}
