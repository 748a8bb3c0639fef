import { type TextRange, textRange } from '../text/range';
import type { FieldType } from '../vocabulary/fieldType';
import { choiceNamed, isOwnField, type NamedField } from '../vocabulary/vocabulary';
import type { FieldPath, Problem } from './problem';
import { isNothing, type YamlEntry, type YamlMap, type YamlScalar } from './yamlTree';
import { quoted } from './yamlTypos';

/** A text that stands where a list belongs, taken apart as a reader would. */
export interface TextAsList {
  readonly items: readonly YamlScalar[];
  /** Nothing where a lone item is as good as a list. */
  readonly problem?: Problem;
}

/** Commas and semicolons, but for those inside of brackets, as in globs; a number's own comma is one between words. */
const separator = /[,;](?![^{([]*[})\]])/;
const separatorOfWords = /(?:;|(?<!\d),|,(?!\d))(?![^{([]*[})\]])/;
/** What a list is to whoever writes a block of text: a line an item, with a bullet or without. */
const lineBreak = /\r?\n(?:[ \t]*[-*•][ \t]+)?/;
/** The same where the lines of the block have become one. */
const longestFolded = 1000;
const folded = /^\s+-\s+|(?<=^\s+-\s.*)\s+-\s+/;
/** Ids and addresses have no blank in them, so blanks stand between them. */
const id = /(?:[A-Z][A-Z0-9]*-[A-Z0-9.-]+|[^\s@]+@[^\s@]+)/.source;
const ids = new RegExp(`^${id}(?:\\s+${id})+$`);
const conjunction = /\s+(?:and|y|e|&)\s+/i;
/** What needs no quotes between brackets. */
const bare = /^[\p{L}\p{N}_/][\p{L}\p{N}_./*@+ -]*$/u;

/** Reads a text in the place of a list; nothing where its items are no texts either. */
export function readTextAsList(
  node: YamlScalar,
  type: FieldType,
  path: FieldPath,
  key: string,
): TextAsList | undefined {
  const { item } = type;
  if (!item || item.kind === 'object' || item.kind === 'list') return undefined;
  const parts = partsOf(node, item);
  const lone = parts.items.length === 1 && parts.items[0]?.value === node.value;
  // Only a text may hold an "and" of its own.
  const isOne = lone || (parts.joined === 'and' && item.kind === 'text');
  const kept = type.loneItem && isOne ? [node] : parts.items;
  // What is no value of the list in any form is told as that.
  const isOther = lone && (item.choices ?? item.values) && !parts.items.every(isNamed(item));
  if ((type.loneItem && lone) || isOther) return { items: kept };
  const replacement = `[${parts.items.map(({ value }) => listed(value)).join(', ')}]`;
  const value = node.value.trim().slice(0, 80);
  const also = parts.joined && !type.loneItem ? { also: `[${listed(node.value)}]` } : {};
  const args = { key, value, list: replacement.slice(0, 120), ...also };
  const code = kept === parts.items ? 'notList' : 'maybeList';
  const problem: Problem = { code, range: node.range, path: [...path], args };
  // A block of text begins behind its key, where its place does not.
  if (node.style === 'block') return { items: kept, problem };
  return { items: kept, problem: { ...problem, replacement, certain: !parts.joined } };
}

interface Parts {
  readonly items: readonly YamlScalar[];
  /** By what the items are told apart where that is a guess. */
  readonly joined?: 'and' | 'other';
}

function partsOf(node: YamlScalar, item: FieldType): Parts {
  // What is in quotes counts with its blanks; a block ends with a line break.
  const value = node.style === 'block' ? node.value.trim() : node.value;
  if (node.style === 'block') {
    const several = value.includes('\n') || value.length > longestFolded;
    const lines = split({ ...node, value: `\n${value}` }, several ? lineBreak : folded);
    if (several || lines.length > 1) return { items: lines, joined: 'other' };
  }
  if (ids.test(value)) return { items: split(node, /\s+/), joined: 'other' };
  const separated = split(node, /\s/.test(value) ? separatorOfWords : separator);
  if (separated.length > 1 || /^\s*[,;]|[,;]\s*$/.test(value)) {
    const items = separated.flatMap((part) => split(part, conjunction));
    const plain = items.every((part) => !/\s/.test(part.value)) && !/\d,\d/.test(value);
    const sure = items.length === separated.length && (plain || items.every(isNamed(item)));
    return sure ? { items } : { items, joined: 'other' };
  }
  // A bullet that nothing separates from its item.
  if (/^-[^\s-]/.test(value))
    return { items: split({ ...node, value: ` ${value}` }, /\s+-/), joined: 'other' };
  // A list whose items stand one a line, without dashes.
  const onLines = node.style === 'plain' && node.range.end - node.range.start !== value.length;
  if (onLines && /^\S+(?: \S+)+$/.test(value) && value.length < 60)
    return { items: split(node, /\s+/), joined: 'other' };
  const joined = split(node, conjunction);
  const several = joined.length > 1 && joined.every((part) => part.value.split(/\s+/).length < 3);
  return several ? { items: joined, joined: 'and' } : { items: [{ ...node, value }] };
}

function isNamed({ choices, values }: FieldType): (part: YamlScalar) => boolean {
  return ({ value }) =>
    (choices && choiceNamed(choices, value) !== undefined) || (values?.map(String).includes(value) ?? false);
}

/** The parts of a scalar, each at its place where the source shows it as it is. */
function split(node: YamlScalar, by: RegExp): YamlScalar[] {
  const quotes = node.style === 'quoted' ? 1 : 0;
  const asWritten = node.range.end - node.range.start - 2 * quotes === node.value.length;
  let from = 0;
  return node.value.split(by).flatMap((text): YamlScalar[] => {
    const value = text.trim();
    const at = node.value.indexOf(value, from);
    from = at + value.length;
    const start = node.range.start + quotes + at;
    const range: TextRange = asWritten ? textRange(start, start + value.length) : node.range;
    return value === '' ? [] : [{ kind: 'scalar', style: node.style, value, range }];
  });
}

function listed(value: string): string {
  const plain = bare.test(value) && !/^\d+\.|^(?:true|false|null)$/i.test(value);
  return plain || /^\d+$/.test(value) ? value : JSON.stringify(value);
}

/**
 * The entries of a mapping in braces, in which `{ validated_in: QA, UAT }` is a key without a value behind another
 * one: what follows the text of a list, or any plain text, and is no field, is a part of that text.
 *
 * @param report takes what is wrong with a text that is no list's; that of a list is told where it is read
 */
export function rejoinSplitTexts(
  map: YamlMap,
  names: ReadonlyMap<string, NamedField>,
  report: (problem: Problem) => void,
): readonly YamlEntry[] {
  if (!map.entries.some(({ value }) => isNothing(value))) return map.entries;
  const kindOf = (key: string) => (isOwnField(key) ? 'list' : names.get(key)?.field.type.kind);
  const entries: YamlEntry[] = [];
  const cut = new Set<YamlEntry>();
  for (const entry of map.entries) {
    const before = entries.at(-1);
    const value = before?.value;
    const kind = before && kindOf(before.key);
    const text = value?.kind === 'scalar' && !isNothing(value) ? value : undefined;
    const goesOn = kind === 'list' || (kind === 'text' && text?.style === 'plain' && !/:\S/.test(entry.key));
    if (!before || !text || !goesOn || names.has(entry.key) || !isNothing(entry.value)) {
      entries.push(entry);
      continue;
    }
    const range = textRange(text.range.start, entry.keyRange.end);
    const joined = { ...before, value: { ...text, range, value: `${text.value}, ${entry.key}` } };
    entries[entries.length - 1] = joined;
    cut.delete(before);
    if (kind === 'text') cut.add(joined);
  }
  for (const { value } of cut)
    if (value.kind === 'scalar')
      report({ code: 'textComma', range: value.range, replacement: quoted(value.value), certain: false });
  return entries;
}
