import { type Located, locate } from '../model/parse/located';
import { previousEntry } from '../model/parse/previousEntry';
import type { FieldPath } from '../model/parse/problem';
import type { ParsedRecord } from '../model/parse/record';
import { isNothing, type YamlEntry } from '../model/parse/yamlTree';
import type { TextRange } from '../model/text/range';
import { recordTypes } from '../model/vocabulary/vocabulary';

/** The place of a value that is present; undefined where the key is missing or empty. */
export function given(record: ParsedRecord, path: FieldPath): Located | undefined {
  const place = locate(record.located, path);
  return place && !isNothing(place.node) ? place : undefined;
}

/**
 * Where a finding about a field is reported: at its value, or at its key where the value is empty. If the field is
 * missing, at the key after which it belongs by the order of the vocabulary, else at the opening fence.
 */
export function placeOf(record: ParsedRecord, path: FieldPath): TextRange {
  const place = locate(record.located, path);
  if (place) return isNothing(place.node) ? (place.keyRange ?? place.node.range) : place.node.range;
  const [above, name] = [path.slice(0, -1), String(path.at(-1))];
  if (above.length === 0) return previousKey(record, name)?.keyRange ?? record.fence;
  const holder = locate(record.located, above);
  if (!holder) return placeOf(record, above);
  // The parent should be a mapping and is a scalar, which is wrong itself.
  if (holder.node.kind === 'scalar' && !isNothing(holder.node)) return holder.node.range;
  const map = holder.node.kind === 'map' ? holder.node : undefined;
  const before = map && previousEntry(map, holder.type.fields ?? {}, name);
  return before?.keyRange ?? holder.keyRange ?? holder.node.range;
}

/**
 * Where a finding about something that a list or a mapping lacks is reported: at its key rather than at its whole
 * content; without a key, where it belongs.
 */
export function gapIn(record: ParsedRecord, path: FieldPath): TextRange {
  const place = locate(record.located, path);
  const isText = place?.node.kind === 'scalar' && !isNothing(place.node);
  return isText ? place.node.range : (place?.keyRange ?? placeOf(record, path));
}

function previousKey(record: ParsedRecord, name: string): YamlEntry | undefined {
  const root = record.located.node;
  return root.kind === 'map' ? previousEntry(root, recordTypes[record.type].fields, name) : undefined;
}
