import type { Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** What is compared between the fast path and the reference. */
export interface Structure {
  /** Offset at which the front matter ends; 0 for none. */
  readonly frontMatterLines: number;
  readonly steps: readonly { checked: boolean; line: number }[];
  readonly headings: readonly { level: number; words: string; empty: boolean }[];
}

const withFrontMatter = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm);
const withoutFrontMatter = unified().use(remarkParse).use(remarkGfm);
const closedFence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\n)?---[ \t]*(\r?\n|$)/;

/** The structure of a text as remark-gfm sees it. */
export function referenceStructure(text: string): Structure {
  // An unclosed fence makes remark-frontmatter misread the list below it, so it is asked only where one is closed.
  const tree: Root = (closedFence.test(text) ? withFrontMatter : withoutFrontMatter).parse(text);
  const steps: { checked: boolean; line: number }[] = [];
  const headings: { level: number; words: string; empty: boolean }[] = [];
  let frontMatterLines = 0;
  visit(tree, (node, _index, parent) => {
    if (node.type === 'yaml') frontMatterLines = node.position?.end.line ?? 0;
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      steps.push({ checked: node.checked, line: node.children[0]?.position?.start.line ?? 0 });
    }
    if (node.type === 'heading' && parent?.type === 'root') {
      const below = tree.children.slice(tree.children.indexOf(node) + 1);
      const end = below.findIndex((next) => next.type === 'heading' && next.depth <= node.depth);
      const empty = !below.slice(0, end < 0 ? undefined : end).some(isShown);
      headings.push({ level: node.depth, words: words(plainText(node)), empty });
    }
  });
  return { frontMatterLines, steps, headings };
}

/** Whether a block shows something where it stands. */
function isShown(node: RootContent): boolean {
  if (node.type === 'html') return !/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value);
  return !['heading', 'definition', 'footnoteDefinition', 'yaml'].includes(node.type);
}

/** Letters and digits alone: the fast path keeps a title as written, the reference without its markup. */
export function words(title: string): string {
  return title.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Texts on which the reference itself leaves CommonMark or GFM as cmark-gfm has them, or in which one of two
 * readings is as good as the other. None of them is a step that a person would write.
 */
export function isDisputed(text: string): boolean {
  return disputed.some((pattern) => pattern.test(text));
}

const disputed = [
  // micromark takes the line below indented code for one that may not begin an ordered list or an empty item.
  /^(?: {0,3}\t| {4}).*\r?\n(?=\s{0,3}(?:\d+[.)]|[-+*]))/m,
  // The same for an ordered list inside an item, quote or footnote that interrupts a paragraph.
  /\S[^\n]*\n[ \t]*(?:[-+*>]|\d[.)]|\[\^1\]:)[^\n]*(?:[02-9]\d*[.)]|[-+*](?=[ \t]*$))/m,
  // One-column tables without a pipe in the first row.
  /^[^|]*\n[>\s]*\|?:?-+:?\|?[ \t]*$/m,
  // Link definitions that text follows without a blank line: micromark begins headings and items at them.
  /\]:(?<!\[\^1\]:)/,
  // A tag on a line of its own below a list item, which markdown-it joins to the item.
  /\n<a>/,
];
