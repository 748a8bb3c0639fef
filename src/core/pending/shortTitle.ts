/** A title without its last words, where it is longer than `most` characters: what follows it stays in sight. */
export function shortTitle(title: string, most: number): string {
  const characters = [...title];
  if (characters.length <= most) return title;
  const cut = characters.slice(0, most - 1).join('');
  const isWhole = /\s/.test(characters[most - 1] ?? '');
  const atWord = isWhole ? cut.length : cut.search(/\s\S*$/);
  // A long word is cut rather than left out.
  const kept = atWord > cut.length / 2 ? cut.slice(0, atWord) : cut;
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`;
}
