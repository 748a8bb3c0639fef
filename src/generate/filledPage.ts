import type { GeneratedFile, ReadProjectFile } from './generatedFile';

/** What stands in a template for a table on lines of its own, or for a figure or a few words within a line. */
const placePattern = /<!-- (?:table|value): (.+?) -->/g;

/**
 * A page of `docs/`: the template of the same name in `src/generate/pages`, with a text in each of its places.
 *
 * @param from where the texts come from, for the note below the page's title
 * @param texts by the names of the places; throws an Error where the template has other places
 */
export function filledPage(
  read: ReadProjectFile,
  name: string,
  from: string,
  texts: { readonly [place: string]: string },
): GeneratedFile {
  const source = `src/generate/pages/${name}`;
  const template = read(source);
  if (template === undefined) throw new Error(`${source} is missing.`);
  const unused = new Set(Object.keys(texts));
  const filled = template.replace(placePattern, (_, place: string) => {
    const text = texts[place];
    if (text === undefined) throw new Error(`${source} has a place “${place}”, for which there is no text.`);
    unused.delete(place);
    return text;
  });
  if (unused.size > 0) throw new Error(`${source} has no place for ${[...unused].join(', ')}.`);
  const note = `<!-- Made by \`npm run generate\` from ${source} and ${from}; change those, not this page. -->`;
  return { path: `docs/${name}`, content: filled.replace('\n', `\n\n${note}\n`) };
}
