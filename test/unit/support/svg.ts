import { SaxesParser } from 'saxes';

/** An element of a picture, with its own text. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly text: string;
  /** Classes of the element and of everything around it. */
  readonly classes: ReadonlySet<string>;
}

/** Every element of a picture, as a strict XML parser reads it; throws where it is not well-formed. */
export function readSvg(text: string): SvgElement[] {
  const parser = new SaxesParser();
  const found: (Omit<SvgElement, 'text'> & { text: string })[] = [];
  const open: (typeof found)[number][] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const around = open.at(-1)?.classes ?? [];
    const classes = new Set([...around, ...(attributes.class ?? '').split(' ')]);
    const element = { name, attributes, text: '', classes };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element) element.text += part;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return found;
}
