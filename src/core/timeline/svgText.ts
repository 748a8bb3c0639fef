import { escapeMarkup } from '../model/text/markup';
import { oneLineValue } from '../model/text/oneLineValue';

/** Escapes a text for XML content and attributes: on one line, without control and invalid characters. */
export function xmlText(text: string, most = 400): string {
  return escapeMarkup(oneLineValue(text, most).replace(/[\ufffe\uffff]/g, ''));
}

/** What an attribute may hold; one that is undefined is left out. */
type Attributes = { readonly [name: string]: string | number | undefined };

/** One element. Attributes are escaped here; the content is markup. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let opening = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    opening += ` ${key}="${typeof value === 'number' ? rounded(value) : xmlText(value, 2000)}"`;
  }
  const inside = content.join('');
  return inside === '' ? `${opening}/>` : `${opening}>${inside}</${name}>`;
}

/** A line of text at a place. */
export function textAt(className: string, x: number, y: number, size: number, text: string): string {
  return element('text', { class: className, x, y, 'font-size': size }, xmlText(text));
}

/** A straight line between two places. */
export function lineBetween(className: string, [x1, x2]: Ends, [y1, y2]: Ends): string {
  return element('line', { class: className, x1, x2, y1, y2 });
}

type Ends = readonly [from: number, to: number];

/** A number with at most two decimals. */
function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const narrow = /[ilj.,:;'|!·()[\]ftrI\s]/;
const wide = /[mwMW@%—…]/;
const upper = /\p{Lu}/u;
const mark = /\p{M}/u;
/** Scripts with square characters, and pictographs. */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** The approximate width of a text in pixels, as no browser can measure it here. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

function widthOf(character: string): number {
  if (character >= '0' && character <= '9') return 0.61;
  if (narrow.test(character)) return 0.36;
  if (wide.test(character)) return 0.95;
  if (character > '\u02ff') return mark.test(character) ? 0 : square.test(character) ? 1.1 : 0.68;
  return upper.test(character) ? 0.71 : 0.6;
}

/** A text cut to a width, with an ellipsis if it was cut; empty where not even that fits. */
export function clipText(text: string, size: number, most: number): string {
  const plain = oneLineValue(text, 400);
  if (textWidth(plain, size) <= most) return plain;
  const room = most - textWidth('…', size);
  if (room <= 0) return '';
  let [kept, width] = ['', 0];
  for (const character of plain) {
    width += widthOf(character) * size;
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
