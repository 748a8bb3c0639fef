import { recordFields } from '../config/ownFields';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Language } from '../model/text/localized';
import type { Field, FieldTable, FieldType } from '../model/vocabulary/fieldType';
import { templateFields } from '../model/vocabulary/templateFields';
import { configTypes, fieldsByName } from '../model/vocabulary/vocabulary';
import type { OutlineMap, OutlineNode, OutlineStep } from './outline';
import { openField } from './ruleFields';
import { type LanguageKind, outlinedType } from './yamlPart';

/** What the vocabulary says of a place. */
export interface FieldPlace {
  /** Canonical names from the root down, joined by dots; items of lists add nothing. */
  readonly path: string;
  readonly type: FieldType;
  /** The row of the last key. */
  readonly field: Field | undefined;
}

/** The fields of a whole text; those of a record with the team's own. */
export function tableOf(kind: LanguageKind, root: OutlineMap, config: WorkspaceConfig): FieldTable {
  if (kind === 'template') return templateFields;
  return kind === 'record' ? recordFields(outlinedType(root) ?? 'change', config) : configTypes[kind].fields;
}

/** Follows keys, in either language, through the vocabulary; undefined where it does not know one. */
export function fieldAt(
  kind: LanguageKind,
  table: FieldTable,
  steps: readonly OutlineStep[],
): FieldPlace | undefined {
  let fields: FieldTable | undefined = table;
  let place: FieldPlace | undefined;
  for (const step of steps) {
    place = step === undefined ? itemOf(place) : fieldOf(kind, place, fields, step);
    if (!place) return undefined;
    fields = place.type.fields;
  }
  return place;
}

function itemOf(place: FieldPlace | undefined): FieldPlace | undefined {
  const item = place?.type.item;
  return place && item ? { ...place, type: item } : undefined;
}

function fieldOf(
  kind: LanguageKind,
  place: FieldPlace | undefined,
  fields: FieldTable | undefined,
  key: string,
): FieldPlace | undefined {
  if (place?.type.kind === 'map' && place.type.item) return { ...place, type: place.type.item };
  const named = fields && fieldsByName(fields).get(key);
  if (!named) return undefined;
  const path = place ? `${place.path}.${named.name}` : named.name;
  const open = openField(kind, path);
  return { path, type: open ?? named.field.type, field: named.field };
}

/** The language that most keys of a text are written in; `otherwise` where none tells. */
export function writtenLanguage(root: OutlineMap, table: FieldTable, otherwise: Language): Language {
  const balance = spanishKeys(root, table, 0);
  if (balance === 0) return otherwise;
  return balance > 0 ? 'es' : 'en';
}

/** How many more keys are Spanish than English. */
function spanishKeys(node: OutlineNode, table: FieldTable, depth: number): number {
  if (node.kind === 'list')
    return node.items.reduce((sum, { value }) => sum + (value ? spanishKeys(value, table, depth) : 0), 0);
  if (node.kind === 'scalar' || depth > 20) return 0;
  const names = fieldsByName(table);
  let sum = 0;
  for (const { key, value } of node.entries) {
    const named = names.get(key.value);
    if (named?.language) sum += named.language === 'es' ? 1 : -1;
    const { fields, item } = named?.field.type ?? {};
    const inner = fields ?? item?.fields;
    if (value && inner) sum += spanishKeys(value, inner, depth + 1);
  }
  return sum;
}
