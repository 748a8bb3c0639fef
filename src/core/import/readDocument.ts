import { type Block, type ImportedText, type LostMarkup, shownCode, shownLink, shownWords } from './block';

/** A node of the documents that an issue tracker sends as JSON. */
interface DocumentNode {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly content?: unknown;
  readonly attrs?: { readonly [name: string]: unknown };
  readonly marks?: unknown;
}

const deepest = 30;

/** Whether data is such a document. */
export function isDocument(value: object): boolean {
  const { type, content } = value as DocumentNode;
  return type === 'doc' && Array.isArray(content);
}

/** Reads such a document, given as JSON; undefined where it is none. */
export function readDocument(text: string): ImportedText | undefined {
  if (!/^\{"/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !isDocument(value)) return undefined;
    const lost = new Set<LostMarkup>();
    return { blocks: childrenOf(value).flatMap((node) => blocksOf(node, 0, lost)), lost };
  } catch {
    return undefined;
  }
}

function childrenOf({ content }: DocumentNode): DocumentNode[] {
  return Array.isArray(content) ? content.filter((node) => typeof node === 'object' && node !== null) : [];
}

function blocksOf(node: DocumentNode, depth: number, lost: Set<LostMarkup>): Block[] {
  if (depth > deepest) return [];
  const children = childrenOf(node);
  switch (node.type) {
    case 'paragraph':
      return paragraph(children, lost);
    case 'heading':
      return [{ kind: 'heading', lines: wordsOf(children, lost) }];
    case 'codeBlock':
      return [
        {
          kind: 'code',
          lines: children
            .map(({ text }) => String(text ?? ''))
            .join('')
            .split('\n'),
        },
      ];
    case 'taskList':
    case 'bulletList':
    case 'orderedList':
      return children.flatMap((item) => itemBlocks(item, node.type === 'orderedList', depth, lost));
    case 'media':
    case 'mediaSingle':
    case 'mediaGroup':
      lost.add('pictures');
      return [];
    case 'tableRow': {
      const cells = children.map((cell) =>
        blocksOf(cell, depth + 1, lost)
          .flatMap(({ lines }) => lines)
          .join(' '),
      );
      return [{ kind: 'paragraph', lines: [cells.join(' · ')] }];
    }
    default:
      return children.flatMap((child) => blocksOf(child, depth, lost));
  }
}

function paragraph(children: readonly DocumentNode[], lost: Set<LostMarkup>): Block[] {
  const lines = wordsOf(children, lost).filter((line) => line.trim() !== '');
  return lines.length > 0 ? [{ kind: 'paragraph', lines }] : [];
}

function itemBlocks(item: DocumentNode, ordered: boolean, depth: number, lost: Set<LostMarkup>): Block[] {
  if (item.type === 'taskList') return blocksOf(item, depth + 1, lost);
  const isTask = item.type === 'taskItem';
  const children = childrenOf(item);
  const isBlock = ({ type }: DocumentNode): boolean => /^(?:paragraph|.*List|codeBlock)$/.test(String(type));
  const inside = children.filter((child) => isBlock(child) && child.type !== 'paragraph');
  const said = children.flatMap((child) =>
    child.type === 'paragraph' ? childrenOf(child) : isBlock(child) ? [] : [child],
  );
  const checked = isTask ? item.attrs?.state === 'DONE' : undefined;
  const own: Block = { kind: 'item', lines: wordsOf(said, lost), depth, ordered, checked };
  return [own, ...inside.flatMap((child) => blocksOf(child, depth + 1, lost))];
}

function wordsOf(nodes: readonly DocumentNode[], lost: Set<LostMarkup>): string[] {
  const lines = [''];
  const add = (words: string): void => {
    lines.push((lines.pop() ?? '') + words);
  };
  for (const node of nodes) {
    const { type, attrs = {} } = node;
    if (type === 'hardBreak') lines.push('');
    else if (type === 'text') add(markedText(node, lost));
    else if (typeof attrs.url === 'string') add(shownLink('', attrs.url, lost));
    else add(shownWords(String(attrs.text ?? attrs.shortName ?? '')));
  }
  return lines;
}

function markedText({ text, marks }: DocumentNode, lost: Set<LostMarkup>): string {
  const words = String(text ?? '');
  const list = (Array.isArray(marks) ? marks : []) as readonly DocumentNode[];
  const link = list.find((mark) => mark?.type === 'link')?.attrs?.href;
  if (typeof link === 'string') return shownLink(words, link, lost);
  if (list.some((mark) => mark?.type === 'code')) return shownCode(words);
  const shown = shownWords(words);
  return list.some((mark) => mark?.type === 'strong') && words.trim() === words && words !== ''
    ? `**${shown}**`
    : shown;
}
