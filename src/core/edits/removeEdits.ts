import type { ParsedRecord } from '../model/parse/record';
import { entryRange, type YamlList, type YamlMap } from '../model/parse/yamlTree';
import type { TextEdit } from '../model/text/edit';
import { type TextRange, textRange } from '../model/text/range';
import { type NamedPath, placeNamed } from './namedPlace';
import { setFields } from './setFields';

/** Edits that take a field, a part or an item out; what is left empty by it goes as well. */
export function removeEdits(record: ParsedRecord, path: NamedPath): TextEdit[] | undefined {
  const [name = ''] = path;
  if (path.length === 1) return setFields(record, { [name]: undefined });
  const holder = placeNamed(record.located, path.slice(0, -1));
  const place = placeNamed(record.located, path);
  const node = holder?.node;
  if (!place || !node) return undefined;
  // A list that is written as its only item.
  if (node.kind === 'scalar') return removeEdits(record, path.slice(0, -1));
  const ranges =
    node.kind === 'list'
      ? node.items.map(({ range }) => range)
      : node.entries.map((entry) => entryRange(entry));
  const at =
    node.kind === 'list'
      ? node.items.indexOf(place.node)
      : node.entries.findIndex(({ keyRange }) => keyRange.start === place.keyRange?.start);
  if (at < 0) return undefined;
  if (ranges.length === 1) return removeEdits(record, path.slice(0, -1));
  return [{ range: node.flow ? between(ranges, at) : lines(record, node, ranges, at), text: '' }];
}

/** In brackets an element goes with the comma behind it; the last one with the comma before it. */
function between(ranges: readonly TextRange[], at: number): TextRange {
  const [before, own, next] = [ranges[at - 1], ranges[at], ranges[at + 1]];
  if (next) return textRange(own?.start ?? 0, next.start);
  return textRange(before?.end ?? 0, own?.end ?? 0);
}

/** Below each other an element goes with its lines; the first part of an item leaves the dash to the next one. */
function lines(
  { lines: map }: ParsedRecord,
  node: YamlList | YamlMap,
  ranges: readonly TextRange[],
  at: number,
): TextRange {
  const [own, next] = [ranges[at] ?? textRange(0), ranges[at + 1]];
  const line = map.lineAt(own.start);
  const alone = node.kind === 'list' || /^[ \t]*$/.test(map.text.slice(map.startOf(line), own.start));
  if (!alone && next) return textRange(own.start, next.start);
  const end = next ? map.startOf(map.lineAt(next.start)) : map.startAfter(own);
  return textRange(map.startOf(line), Math.min(end, map.startAfter(own)));
}
