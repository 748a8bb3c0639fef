/** The parts of some YAML that begin at its margin, each with its offset: mostly a key with its value. */
export function topLevelBlocks(source: string): { start: number; text: string }[] {
  const starts: number[] = [];
  // A word without its colon begins one too, or it would spoil the key above it.
  for (const match of source.matchAll(/(?<=^|[\r\n])[^\s#\-\]}]/g)) starts.push(match.index);
  // What is indented above the first one belongs to none of them.
  if (starts[0] && source.slice(0, starts[0]).trim() !== '') starts.unshift(0);
  return starts.map((start, index) => ({
    start,
    text: source.slice(start, starts[index + 1] ?? source.length),
  }));
}
