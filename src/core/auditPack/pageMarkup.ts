import { escapeMarkup } from '../model/text/markup';
import { oneLineValue } from '../model/text/oneLineValue';

/** A piece of HTML: made here, and never what somebody wrote. */
export type Markup = string & { readonly markup: unique symbol };

/** Longer values are cut short on the page; the files of the pack have them whole. */
const longest = 1000;

/** What somebody wrote, on one line: nothing of it steers a browser or a reader's eye. */
export function shown(text: string | number | undefined): Markup {
  return escapeMarkup(oneLineValue(String(text ?? ''), longest)) as Markup;
}

/** Pieces of HTML one after the other, between words of our own. */
export function markup(
  parts: TemplateStringsArray,
  ...values: readonly (Markup | readonly Markup[])[]
): Markup {
  const text = (value: Markup | readonly Markup[] | undefined): string =>
    value === undefined ? '' : typeof value === 'string' ? value : value.join('');
  return parts.map((part, place) => part + text(values[place])).join('') as Markup;
}

/** A sentence with pieces of HTML in the places of `{name}`; its own words are shown as they stand. */
export function sentence(text: string, pieces: { readonly [name: string]: Markup }): Markup {
  const parts = text.split(/\{(\w+)\}/);
  return parts
    .map((part, place) => (place % 2 === 1 ? (pieces[part] ?? '') : escapeMarkup(part)))
    .join('') as Markup;
}

/** A link to a file of the pack, whose path is a safe name. */
export function fileLink(path: string, words: string = path): Markup {
  return markup`<a href="${shown(path)}">${shown(words)}</a>`;
}

/** A table for eyes and for readers of screens. */
export interface PageTable {
  readonly caption: string;
  readonly titles: readonly string[];
  /** The first cell of each is its heading. */
  readonly rows: readonly (readonly Markup[])[];
}

/** Makes a table, in a box that scrolls where there is no room for it. */
export function tableMarkup({ caption, titles, rows }: PageTable): Markup {
  const head = titles.map((title) => markup`<th scope="col">${shown(title)}</th>`);
  const body = rows.map(([first, ...others]) => {
    const cells = others.map((cell) => markup`<td>${cell}</td>`);
    return markup`<tr><th scope="row">${first ?? shown('')}</th>${cells}</tr>\n`;
  });
  return markup`<div class="wide" role="group" aria-label="${shown(caption)}" tabindex="0"><table><caption>${shown(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}
