import type { Located } from '../model/parse/located';
import type { Problem } from '../model/parse/problem';
import { plainValue, readFields } from '../model/parse/readFields';
import type { ParsedRecord } from '../model/parse/record';
import { isNothing, type YamlMap } from '../model/parse/yamlTree';
import { type FieldTable, objectSchema } from '../model/vocabulary/fieldType';
import { ownFields } from './ownFields';
import { perConfig } from './perConfig';
import type { WorkspaceConfig } from './workspaceConfig';

/** What a record says in fields that its configuration declares. */
interface OwnValues {
  readonly problems: readonly Problem[];
  /** The places of dates and times. */
  readonly moments: readonly Located[];
}

const nothing: OwnValues = { problems: [], moments: [] };

const schemas = perConfig((table: FieldTable) => objectSchema(table));

/** Reads the declared fields of a record, and of what a procedure gives to its changes, by their types. */
export function readOwnValues(record: ParsedRecord, config: WorkspaceConfig): OwnValues {
  const table = ownFields(config);
  if (Object.keys(table).length === 0) return nothing;
  const read = ownMaps(record).map((map) => {
    const entries = map.entries.filter(({ key }) => Object.hasOwn(table, key));
    return readFields({ ...map, entries }, table, schemas(table));
  });
  return {
    problems: read.flatMap(({ problems }) => problems),
    moments: read.flatMap(({ moments }) => moments),
  };
}

/** The mappings that may hold fields of the team's own: the record itself, and the defaults of a procedure. */
function ownMaps({ located }: ParsedRecord): YamlMap[] {
  return [located.node, located.fields?.defaults?.node].flatMap((node) =>
    node?.kind === 'map' ? [node] : [],
  );
}

/** Every field of the team's own that a record has, declared or beginning with `x-`, with its plain value. */
export function ownValuesOf({ located }: ParsedRecord, config: WorkspaceConfig): { [name: string]: unknown } {
  const { node } = located;
  if (node.kind !== 'map') return {};
  const table = ownFields(config);
  const own = node.entries.filter(
    ({ key, value }) => (Object.hasOwn(table, key) || /^x-/i.test(key)) && !isNothing(value),
  );
  return Object.fromEntries(own.map(({ key, value }) => [key, plainValue(value)]));
}
