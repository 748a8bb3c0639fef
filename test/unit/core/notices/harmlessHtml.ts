import { strict as assert } from 'node:assert';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

const allowed = /^(?:p|ul|ol|li|a|h[1-6]|br|strong|em)$/;
const page = /^(?:html|head|body|meta|title)$/;

/** Reads HTML as a browser does: it holds nothing that runs, is fetched or sent, and links to web and mail alone. */
export function harmlessHtml(html: string, name: string): void {
  const elements = [...elementsIn(parse(html))];
  assert.ok(elements.length > 3, name);
  for (const { tagName, attrs } of elements) {
    if (page.test(tagName)) continue;
    assert.match(tagName, allowed, name);
    for (const attribute of attrs) {
      assert.equal(`${tagName} ${attribute.name}`, 'a href', name);
      assert.match(new URL(attribute.value).protocol, /^(?:https?|mailto):$/, name);
    }
  }
}

/** The words of a page. */
export function wordsOf(html: string): string {
  const words: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text' && 'value' in node) words.push(node.value);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return words.join('');
}

function* elementsIn(node: DefaultTreeAdapterTypes.ParentNode): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}
