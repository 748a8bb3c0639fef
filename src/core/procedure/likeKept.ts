import type { Token } from 'markdown-it';
import type { ParsedRecord } from '../model/parse/record';
import { bareTitle, sectionTitled } from '../model/vocabulary/sections';
import { type KeptName, type KeptPlace, keptNames } from './keptPlaces';

/** Letters of other scripts that look like Latin ones, each behind the one that it looks like. */
const twins: { readonly [latin: string]: string } = {
  a: 'аαɑ',
  b: 'Ьв',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еεҽ',
  h: 'һн',
  i: 'іιıⅰ',
  k: 'кκ',
  l: 'ӏ|ⅼ',
  m: 'м',
  n: 'ոη',
  o: 'оοօσ',
  p: 'рρ',
  r: 'гᴦ',
  s: 'ѕ',
  t: 'тτ',
  v: 'νѵ',
  x: 'х',
  y: 'уγү',
};
const latinOf = new Map(
  Object.entries(twins).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);
const ownWord = /deployment|despliegue|rollback|reversion|checklist/;

/** The section that stays whose name a title reads as, also in letters that only look like those of the name. */
export function likeKept(title: string): KeptName | undefined {
  const read = latin(title);
  const found = sectionTitled(read);
  const name = keptNames.find((own) => own === found?.name);
  // “Steps” and “Recovery” are what sections of other kinds are called, too.
  return name && (found?.own || ownWord.test(latin(bareTitle(read)))) ? name : undefined;
}

/** A title in small Latin letters without accents, as it looks. */
function latin(title: string): string {
  const letters = [
    ...title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}]/gu, ''),
  ];
  const plain = letters.map((letter) => latinOf.get(letter) ?? letter).join('');
  return plain.replace(/(?<=\p{L})0(?=\p{L})/gu, 'o').replace(/(?<=\p{L})1(?=\p{L})/gu, 'l');
}

const htmlHeading = /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1/gi;

/** A heading that reads as that of a section that stays, and is none. */
export type LikeKept = readonly [name: KeptName, title: string];

/**
 * All headings outside of the sections that stay which read as theirs: of any level, in lists and quotes, and in HTML.
 *
 * @param tokens of the body
 */
export function headingsLikeKept(
  { body, lines, bodyStart }: ParsedRecord,
  kept: readonly KeptPlace[],
  tokens: readonly Token[],
): LikeKept[] {
  const firstLine = lines.lineAt(bodyStart);
  const [first] = body.headings;
  return tokens.flatMap(({ type, map, content }, index): LikeKept[] => {
    const at = lines.startOf(firstLine + (map?.[0] ?? 0));
    if (!map || kept.some(({ start, end }) => at >= start && at < end)) return [];
    // The first one is the title of the change, which may be any.
    const isTitle = first?.level === 1 && first.line === firstLine + map[0];
    const titles = type === 'heading_open' && !isTitle ? [tokens[index + 1]?.content ?? ''] : [];
    if (type === 'html_block' || type === 'inline')
      titles.push(...[...content.matchAll(htmlHeading)].map(([, , title = '']) => title.trim()));
    return titles.flatMap((title) => {
      const name = likeKept(title);
      return name ? [[name, title] as const] : [];
    });
  });
}
