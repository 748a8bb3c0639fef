import { entryRange, isNothing, type YamlMap, type YamlNode } from '../model/parse/yamlTree';
import { textRange } from '../model/text/range';
import type { DocumentPart } from './documentPart';
import { oneLine } from './plainText';

/** Stands for a part that says nothing of itself. */
const nameless = '…';

/** The keys of a mapping, each with what it holds. */
export function yamlParts(map: YamlMap): DocumentPart[] {
  return map.entries.map((entry) => ({
    kind: 'field',
    name: oneLine(entry.key) || nameless,
    detail: scalarText(entry.value),
    range: entryRange(entry),
    nameRange: entry.keyRange,
    ...(isNothing(entry.value) ? {} : { content: entry.value.range }),
    children: partsIn(entry.value),
  }));
}

function partsIn(node: YamlNode): DocumentPart[] {
  if (node.kind === 'map') return yamlParts(node);
  return node.kind === 'list' ? node.items.map(itemPart) : [];
}

/** An item of a list is called by what it says first. */
function itemPart(item: YamlNode): DocumentPart {
  const [name = '', detail = ''] = firstTexts(item);
  return {
    kind: 'item',
    name: name || nameless,
    detail,
    range: item.range,
    nameRange: item.kind === 'scalar' ? item.range : textRange(item.range.start),
    children: partsIn(item),
  };
}

function firstTexts(node: YamlNode): string[] {
  if (node.kind === 'scalar') return [scalarText(node)];
  const inside = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  return inside.flatMap((value) => scalarText(value) || []).slice(0, 2);
}

function scalarText(node: YamlNode): string {
  return node.kind === 'scalar' && !isNothing(node) ? oneLine(node.value, 60) : '';
}
