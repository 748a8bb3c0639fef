import type { WorkspaceConfig } from '../config/workspaceConfig';
import { zoneOf } from '../config/workspaceConfig';
import { type Located, locate } from '../model/parse/located';
import { type FieldPath, unreadCodes } from '../model/parse/problem';
import type { ParsedRecord } from '../model/parse/record';
import { isNothing, type YamlEntry, type YamlMap } from '../model/parse/yamlTree';
import type { TextRange } from '../model/text/range';
import { readDateTime, zoneExists } from '../model/time/dateTime';
import type { FieldTable } from '../model/vocabulary/fieldType';
import { fieldsByName, recordTypes } from '../model/vocabulary/vocabulary';
import { type RuledFile, settingOf } from './ruleSetting';

/** A value that is there and says something; nothing where the key is missing or empty. */
export function given(record: ParsedRecord, path: FieldPath): Located | undefined {
  const place = locate(record.located, path);
  return place && !isNothing(place.node) ? place : undefined;
}

/** Whether something at a path or below it could not be read, which is an error, and might be what is looked for. */
export function isUnsure(record: ParsedRecord, path: FieldPath, context: RuledFile): boolean {
  const severity = settingOf('format/field', context)?.severity ?? 'error';
  if (severity !== 'error') return false;
  return record.problems.some(
    ({ code, path: own = [] }) => unreadCodes.has(code) && path.every((part, index) => own[index] === part),
  );
}

/**
 * Where a finding about a field goes: its value; the key where the value is empty; else the key behind which it
 * belongs by the order of the vocabulary, or the opening fence.
 */
export function placeOf(record: ParsedRecord, path: FieldPath): TextRange {
  const place = locate(record.located, path);
  if (place) return isNothing(place.node) ? (place.keyRange ?? place.node.range) : place.node.range;
  const [above, name] = [path.slice(0, -1), String(path.at(-1))];
  if (above.length === 0) return previousKey(record, name)?.keyRange ?? record.fence;
  const holder = locate(record.located, above);
  if (!holder) return placeOf(record, above);
  // What is no mapping says nothing of the field, and is wrong itself.
  if (holder.node.kind === 'scalar' && !isNothing(holder.node)) return holder.node.range;
  const map = holder.node.kind === 'map' ? holder.node : undefined;
  const before = map && previousEntry(map, holder.type.fields ?? {}, name);
  return before?.keyRange ?? holder.keyRange ?? holder.node.range;
}

/**
 * Where a finding goes about something that a list or a mapping lacks: its key, rather than all that it holds; else
 * the place where it belongs.
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

/** The existing key behind which a new one belongs, by the order of the vocabulary. */
export function previousEntry(map: YamlMap, table: FieldTable, name: string): YamlEntry | undefined {
  const order = Object.keys(table);
  const names = fieldsByName(table);
  const wanted = order.indexOf(name);
  const places = map.entries.map((entry) => order.indexOf(names.get(entry.key)?.name ?? ''));
  let best = -1;
  places.forEach((place, index) => {
    if (place >= 0 && place < wanted && (best < 0 || place >= (places[best] ?? -1))) best = index;
  });
  return map.entries[best];
}

/** The zone in which a record's local times are read; UTC where none is known. */
export function zoneFor(record: ParsedRecord, config: WorkspaceConfig): string {
  const zone = zoneOf(config, record.type === 'procedure' ? undefined : record.data.customer);
  return zone !== undefined && zoneExists(zone) ? zone : 'UTC';
}

/** Milliseconds since 1970 of a date-time in a record's zone; nothing where it is none, or not given. */
export function momentOf(text: string | undefined, zone: string): number | undefined {
  const result = text ? readDateTime(text, zone) : undefined;
  return result?.ok ? result.epochMs : undefined;
}
