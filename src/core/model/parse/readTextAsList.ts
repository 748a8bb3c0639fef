import { type TextRange, textRange } from '../text/range';
import type { FieldType } from '../vocabulary/fieldType';
import { choiceNamed, isOwnField, type NamedField } from '../vocabulary/vocabulary';
import type { FieldPath, Problem } from './problem';
import { isNothing, type YamlEntry, type YamlMap, type YamlScalar } from './yamlTree';
import { quoted } from './yamlTypos';

/** The items of a text that was written in place of a list. */
interface TextAsList {
  readonly items: readonly YamlScalar[];
  /** Undefined where the field allows a lone item. */
  readonly problem?: Problem;
}

/** Commas and semicolons, but not inside brackets, as globs have them. Between words a decimal comma separates nothing. */
const separator = /[,;](?![^{([]*[})\]])/;
const separatorOfWords = /(?:;|(?<!\d),|,(?!\d))(?![^{([]*[})\]])/;
/** In a block of text each line is an item, with a bullet or without. */
const lineBreak = /\r?\n(?:[ \t]*[-*•][ \t]+)?/;
/** In a folded block the lines have become one, and bullets separate the items. */
const longestFolded = 1000;
const folded = /^\s+-\s+|(?<=^\s+-\s.*)\s+-\s+/;
/** Ids and addresses contain no blanks, so blanks may separate them. */
const id = /(?:[A-Z][A-Z0-9]*-[A-Z0-9.-]+|[^\s@]+@[^\s@]+)/.source;
const ids = new RegExp(`^${id}(?:\\s+${id})+$`);
const conjunction = /\s+(?:and|y|e|&)\s+/i;
/** Items that need no quotes between brackets. */
const bare = /^[\p{L}\p{N}_/][\p{L}\p{N}_./*@+ -]*$/u;

/** Splits a text in place of a list into items; undefined where the items of the list are not scalars. */
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
  // Free text may contain an "and" of its own.
  const isOne = lone || (parts.joined === 'and' && item.kind === 'text');
  const items = type.loneItem && isOne ? [node] : parts.items;
  // A text that is not a value of the list gets the problem of a wrong value instead.
  const isOther = lone && (item.choices ?? item.values) && !parts.items.every(isNamed(item));
  if ((type.loneItem && lone) || isOther) return { items };
  const replacement = `[${parts.items.map(({ value }) => listed(value)).join(', ')}]`;
  const value = node.value.trim().slice(0, 80);
  const also = parts.joined && !type.loneItem ? { also: `[${listed(node.value)}]` } : {};
  const args = { key, value, list: replacement.slice(0, 120), ...also };
  const code = items === parts.items ? 'notList' : 'maybeList';
  const problem: Problem = { code, range: node.range, path: [...path], args };
  // The range of a block does not begin right after its key, so it cannot be replaced.
  if (node.style === 'block') return { items, problem };
  return { items, problem: { ...problem, replacement, certain: !parts.joined } };
}

interface Parts {
  readonly items: readonly YamlScalar[];
  /** What separates the items, where that is a guess. */
  readonly joined?: 'and' | 'other';
}

function partsOf(node: YamlScalar, item: FieldType): Parts {
  // A block ends with a line break; in quotes blanks count.
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
  // A bullet without a blank before its item.
  if (/^-[^\s-]/.test(value))
    return { items: split({ ...node, value: ` ${value}` }, /\s+-/), joined: 'other' };
  // Items on a line each, without dashes.
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

/** The parts of a scalar. Each has its own range if the source is the value unchanged, else the whole range. */
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
 * The entries of a mapping in braces, with texts rejoined that a comma split: in `{ validated_in: QA, UAT }` YAML reads
 * `UAT` as a key without a value. Such a key that is not a field is appended to the list or the plain text before it.
 *
 * @param report takes the problem of a text that was split; a list gets its problem where it is read
 */
export function rejoinSplitTexts(
  map: YamlMap,
  names: ReadonlyMap<string, NamedField>,
  report: (problem: Problem) => void,
): readonly YamlEntry[] {
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
