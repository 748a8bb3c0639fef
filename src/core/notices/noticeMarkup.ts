import type { Nodes, Root, RootContent } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { oneLine } from '../language/plainText';
import { escapeMarkdown, linkTarget } from './escapeMarkdown';

// The only file that knows the markdown tree. It is slow to load: import it, and what imports it, only to draft a
// notice.

/** What mail may contain: no pictures, which would be fetched, and no forms. */
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (name) => !/^(?:img|picture|source|input|details|summary)$/.test(name),
  ),
  protocols: { href: ['http', 'https', 'mailto'] },
  clobberPrefix: 'notice-',
};

const reader = unified().use(remarkParse).use(remarkGfm);
const writer = unified().use(remarkRehype).use(rehypeSanitize, schema).use(rehypeStringify).freeze();

/** A notice as HTML and as plain text. */
interface RenderedMarkdown {
  /** Safe HTML without a page around it. */
  readonly html: string;
  readonly plain: string;
}

/** Rendered texts are kept, because most keystrokes in a record do not change its notice. */
const remembered = new Map<string, RenderedMarkdown>();

/** Renders markdown as HTML, without anything that runs or is fetched, and as plain text. */
export function renderMarkdown(markdown: string): RenderedMarkdown {
  const known = remembered.get(markdown);
  if (known) return known;
  if (remembered.size > 30) remembered.clear();
  const rendered = rendering(markdown);
  remembered.set(markdown, rendered);
  return rendered;
}

function rendering(markdown: string): RenderedMarkdown {
  const tree = reader.parse(markdown);
  return { html: writer.stringify(writer.runSync(tree)), plain: plainBlocks(tree.children) };
}

/**
 * Whether parsing a text may take seconds. Thousands of emphasis marks, or very deep lists and quotes, cost far more
 * than their length.
 */
export function isCostlyMarkdown(markdown: string): boolean {
  const marks = markdown.match(/[*_~[\]]/g)?.length ?? 0;
  return marks > 4000 || /[*_~]{100}/.test(markdown) || /^[ \t>*+-]{100}/m.test(markdown);
}

/** An item of a list. */
export interface ListItem {
  /** Its words. */
  readonly plain: string;
  /** The same as markdown with code, emphasis and web links. Everything else is reduced to its words. */
  readonly markdown: string;
}

/** The list items under one heading, with the first paragraph under it. */
export interface ItemGroup {
  /** Empty for the text before the first heading. */
  readonly heading: string;
  readonly opening: string | undefined;
  readonly items: readonly ListItem[];
}

/** The top-level items of all lists in a text, by heading. */
export function itemGroups(markdown: string): ItemGroup[] {
  type OpenGroup = Omit<ItemGroup, 'opening' | 'items'> & { opening: string | undefined; items: ListItem[] };
  const groups: OpenGroup[] = [];
  let group: OpenGroup = { heading: '', opening: undefined, items: [] };
  for (const node of withLinks(reader.parse(markdown)).children) {
    if (node.type === 'heading') {
      groups.push(group);
      group = { heading: inlineText(node), opening: undefined, items: [] };
    } else if (node.type === 'list') {
      for (const item of node.children) {
        const first = item.children.find(({ type }) => type === 'paragraph');
        if (first)
          group.items.push({ plain: inlineText(first).trim(), markdown: inlineMarkdown(first).trim() });
      }
    } else if (node.type === 'paragraph') group.opening ??= inlineText(node).trim();
  }
  groups.push(group);
  return groups.filter(({ items, opening }) => items.length > 0 || opening);
}

/** Resolves links whose address is given in a definition. */
function withLinks(tree: Root): Root {
  const targets = new Map<string, string>();
  for (const node of tree.children)
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
  const visit = (node: Nodes): void => {
    const url = node.type === 'linkReference' ? targets.get(node.identifier) : undefined;
    if (url !== undefined) Object.assign(node, { type: 'link', url });
    if ('children' in node) node.children.forEach(visit);
  };
  if (targets.size > 0) visit(tree);
  return tree;
}

function plainBlocks(nodes: readonly RootContent[]): string {
  const blocks = nodes.map((node) => plainBlock(node)).filter((block) => block !== '');
  return blocks.join('\n\n');
}

function plainBlock(node: RootContent): string {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return inlineText(node).trim();
    case 'list': {
      const first = node.start ?? 1;
      const items = node.children.map((item, index) => {
        const bullet = node.ordered ? `${first + index}. ` : '- ';
        const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
        const text = item.children
          .map((child) => plainBlock(child))
          .filter((block) => block !== '')
          .join('\n');
        return `${bullet}${box}${text.replace(/\n/g, `\n${' '.repeat(bullet.length)}`)}`;
      });
      return items.join('\n');
    }
    case 'blockquote':
      return plainBlocks(node.children).replace(/^/gm, '> ');
    case 'code':
      return node.value;
    case 'thematicBreak':
      return '--';
    case 'table':
      return node.children
        .map((row) => row.children.map((cell) => inlineText(cell).trim()).join(' | '))
        .join('\n');
    default:
      return '';
  }
}

const marks: { readonly [type: string]: string } = { strong: '**', emphasis: '*', delete: '~~' };

/** A node written as markdown again. Only a few marks are kept; the rest is escaped or reduced to its words. */
function inlineMarkdown(node: Nodes): string {
  if (node.type === 'text') return escapedWords(node.value);
  if (node.type === 'inlineCode') return codeSpan(node.value);
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const inside = node.children.map((child) => inlineMarkdown(child)).join('');
  const mark = marks[node.type];
  if (mark !== undefined) return inside.trim() === '' ? inside : `${mark}${inside}${mark}`;
  if (node.type !== 'link' || inside.trim() === '' || !/^(?:https?|mailto):/i.test(node.url)) return inside;
  const target = `<${linkTarget(node.url)}>`;
  return inlineText(node) === node.url ? target : `[${inside}](${target})`;
}

/** Escaped words, with a space where they begin or end with white space. */
function escapedWords(words: string): string {
  // No regular expression: one for trailing spaces takes quadratic time where many stand in the middle.
  const inner = words.trim();
  if (inner === '') return words && ' ';
  const [before, after] = [words !== words.trimStart(), words !== words.trimEnd()];
  return `${before ? ' ' : ''}${escapeMarkdown(inner)}${after ? ' ' : ''}`;
}

/** A code span with as many backquotes as it needs. */
function codeSpan(code: string): string {
  const line = oneLine(code, 500);
  if (line === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${blank}${line}${blank}${fence}`;
}

/**
 * Line breaks with the spaces around them become one space. Done by lines, as a regular expression may take quadratic
 * time.
 */
function withoutBreaks(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, at) =>
      at === 0 ? (last === 0 ? line : line.trimEnd()) : at === last ? line.trimStart() : line.trim(),
    )
    .filter((line, at) => line !== '' || at === 0 || at === last)
    .join(' ');
}

/** The words of a node. A link whose words are not its address is followed by the address. */
function inlineText(node: Nodes): string {
  if (node.type === 'text') return withoutBreaks(node.value);
  if (node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  const words = node.children.map((child) => inlineText(child)).join('');
  if (node.type !== 'link') return words;
  const address = node.url.replace(/^mailto:/, '');
  return words === address || words === '' || !/^(?:https?|mailto):/i.test(node.url)
    ? words
    : `${words} <${address}>`;
}
