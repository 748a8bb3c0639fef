/** Puts an element in the place of each of some texts, wherever they stand; `.gap` is left alone. */
export function markEach(
  within: HTMLElement,
  texts: readonly string[],
  mark: (at: number) => HTMLElement,
): void {
  if (texts.length === 0) return;
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest('.gap')) nodes.push(node);
  for (const node of nodes) markIn(node, texts, mark);
}

function markIn(text: Text, texts: readonly string[], mark: (at: number) => HTMLElement): void {
  for (const [at, wanted] of texts.entries()) {
    const start = text.data.indexOf(wanted);
    if (start < 0) continue;
    const rest = text.splitText(start).splitText(wanted.length);
    rest.previousSibling?.replaceWith(mark(at));
    markIn(text, texts, mark);
    markIn(rest, texts, mark);
    return;
  }
}
