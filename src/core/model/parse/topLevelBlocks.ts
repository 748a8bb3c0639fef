/** The parts of some YAML that begin at its left margin, each with its offset. Most are a key with its value. */
export function topLevelBlocks(source: string): { start: number; text: string }[] {
  const starts: number[] = [];
  // A word without a colon begins one too, or the key above it could not be read.
  for (const match of source.matchAll(/(?<=^|[\r\n])[^\s#\-\]}]/g)) starts.push(match.index);
  // Indented text above the first one is a part of its own.
  if (starts[0] && source.slice(0, starts[0]).trim() !== '') starts.unshift(0);
  return starts.map((start, index) => ({
    start,
    text: source.slice(start, starts[index + 1] ?? source.length),
  }));
}
