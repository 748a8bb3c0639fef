import MarkdownIt, { type Options } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

/** A parser of markdown that knows footnotes; the library and its part for them are one file beside the programs. */
export function footnotedMarkdown(preset: 'commonmark' | 'default', options: Options = {}): MarkdownIt {
  return new MarkdownIt(preset, options).use(footnotes);
}
