import { personPaths, timedPath } from '../valueNames';
import type { LanguageKind } from '../yamlPart';
import type { NamedKind } from './mention';

/** What the value of a field names. */
export interface FieldName {
  readonly kind: NamedKind | 'path';
  /** Whether the field describes the thing rather than referring to it. */
  readonly defines: boolean;
  /** Of a heading, whether its whole title is named and not how it begins. */
  readonly whole: boolean;
  /** Whether it belongs to what people decided, or answer for. */
  readonly decided: boolean;
}

type Names = { readonly [path: string]: NamedKind | 'path' };

/** What fields of records name, by their canonical paths; people besides. */
const inRecords: Names = {
  id: 'record',
  related: 'record',
  procedure: 'record',
  supersedes: 'record',
  change: 'record',
  tickets: 'record',
  'tickets.id': 'record',
  customer: 'customer',
  environments: 'environment',
  'tests.validated_in': 'environment',
  'approvals.role': 'role',
  'gates.section': 'heading',
  'gates.requires': 'heading',
  'rollback.steps_section': 'heading',
  'database.restore': 'step',
  'links.url': 'path',
};

/** The same in the configuration, where most things are described. */
const inConfig: Names = {
  'environments.name': 'environment',
  'environments.aliases': 'environment',
  'approvals.roles': 'role',
  'emergency.approvals': 'role',
  'freezes.overridable_by': 'role',
  'approvals.holders.*': 'person',
  'people.name': 'person',
  'people.addresses': 'person',
  'contacts.email': 'person',
  'partner.contacts.name': 'person',
  'partner.contacts.email': 'person',
};

const defining = new Set([
  'id',
  'environments.name',
  'people.name',
  'contacts.name',
  'partner.contacts.name',
]);

const decisions = /^(?:approvals|agreement|waivers|notifications|hold)\./;

/** Records have the same few fields; to look a path up again is a third of reading what a record names. */
const known = new Map<string, FieldName | undefined>();

/** What the field at a canonical path names; undefined where it names nothing. */
export function nameOfField(kind: LanguageKind, path: string): FieldName | undefined {
  const key = `${kind} ${path}`;
  if (known.has(key)) return known.get(key);
  if (known.size > 2000) known.clear();
  const name = readName(kind, path);
  known.set(key, name);
  return name;
}

function readName(kind: LanguageKind, path: string): FieldName | undefined {
  // Defaults of a procedure hold what changes hold, and what it is approved by is written as there.
  const own = kind === 'record' ? path.replace(/^(?:defaults|standard)\./, '') : path;
  const named = kindOf(kind, own);
  const defines =
    kind === 'record' ? path === 'id' : defining.has(own) || (kind === 'customer' && own === 'name');
  const decided = kind === 'record' && decisions.test(own);
  return named && { kind: named, defines, whole: own === 'rollback.steps_section', decided };
}

function kindOf(kind: LanguageKind, path: string): FieldName['kind'] | undefined {
  if (personPaths.has(path) || (kind === 'record' && path === 'owner')) return 'person';
  if (kind === 'record') return Object.hasOwn(inRecords, path) ? inRecords[path] : undefined;
  const timed = timedPath.exec(path)?.[1];
  if (timed === 'customers') return 'customer';
  if (timed === 'environments') return 'environment';
  if (kind === 'customer' && path === 'name') return 'customer';
  return Object.hasOwn(inConfig, path) ? inConfig[path] : undefined;
}
