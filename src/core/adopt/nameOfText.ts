import type { Heading } from '../model/parse/step';
import type { Language } from '../model/text/localized';
import { baseName } from '../model/text/paths';
import { visibleText } from '../model/text/plainName';
import { sectionTitled } from '../model/vocabulary/sections';
import type { ForeignFrontMatter } from './foreignFrontMatter';

/** Longer titles are no names. */
const longestTitle = 200;

/**
 * What a text that becomes a procedure is called: what its front matter says, else its first top heading, else its
 * file's name in words. `title` of an issue template is only the beginning of a title, and `name` is its own.
 */
export function titleOf(
  { texts, keys }: ForeignFrontMatter,
  headings: readonly Heading[],
  file: string,
): string {
  const isTemplate = keys.some((key) => /^(?:about|labels|assignees)$/i.test(key));
  const named = isTemplate ? ['name', 'title'] : ['title', 'titulo', 'name'];
  const said = named.map((key) => plainTitle(texts.get(key) ?? '')).find((title) => title !== '');
  const heading = headings.find(({ level }) => level === 1);
  return said ?? (plainTitle(heading?.title ?? '') || nameInWords(file));
}

/** The heading that a change made from the procedure leaves out: its title, which the only top heading is in any case. */
export function titleHeading(headings: readonly Heading[], title: string): Heading | undefined {
  const [first] = headings;
  if (first?.level !== 1) return undefined;
  return first.title === title || headings.every((heading) => heading === first || heading.level > 1)
    ? first
    : undefined;
}

/** A title as people read it: without marks for emphasis, code, links and comments. */
function plainTitle(written: string): string {
  const words = written
    .slice(0, 1000)
    .replace(/<!--(?:(?!-->)[\s\S])*-->|<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
  // Rows of signs above a title underline it from above.
  return visibleText(words.replace(/(?<=^|\s)([=~^*#-])\1{3,}(?=\s|$)/g, ''))
    .slice(0, longestTitle)
    .trim();
}

/** The name of a file in words: `deploy-portal.md` is Deploy portal. */
function nameInWords(file: string): string {
  const words = baseName(file)
    .replace(/\.\w+$/, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim();
  return words === words.toUpperCase() && words.length > 4
    ? words.slice(0, 1) + words.slice(1).toLowerCase()
    : words.slice(0, 1).toUpperCase() + words.slice(1);
}

const words: { readonly [language in Language]: RegExp } = {
  en: /(?<![\p{L}])(?:the|to|of|and|is|for|with|on|in|that|be)(?![\p{L}])/giu,
  es: /(?<![\p{L}])(?:el|la|los|las|de|del|que|para|con|en|por|una?|se|al)(?![\p{L}])/giu,
};

/** The language that a text is written in, by its headings and its smallest words; undefined where nothing tells. */
export function languageOfText(text: string, headings: readonly Heading[]): Language | undefined {
  const score = { en: 0, es: 0 };
  for (const { title } of headings) {
    const language = sectionTitled(title)?.language;
    if (language) score[language] += 3;
  }
  const sample = text.slice(0, 20_000);
  for (const language of ['en', 'es'] as const) score[language] += sample.match(words[language])?.length ?? 0;
  if (score.en === score.es) return undefined;
  return score.en > score.es ? 'en' : 'es';
}
