import { nameIn } from './records/recordWords';

interface Schema {
  readonly [keyword: string]: unknown;
}

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };
const part: Schema = { type: 'object' };
const parts: Schema = { type: 'array', items: part };
const states = [
  'to_do',
  'in_progress',
  'to_be_reviewed',
  'to_be_released',
  'releasing',
  'in_testing',
  'done',
];
const beside = ['on_hold', 'rejected', 'cancelled'];

/** Fields of a change as far as a schema of the peers tells them: type, form and closed values. */
const fields: { readonly [name: string]: Schema } = {
  id: { type: 'string', pattern: '^CHG-[A-Z0-9][A-Z0-9.-]*$' },
  type: oneOf(['change']),
  title: text,
  status: oneOf([...states, ...beside]),
  category: text,
  change_type: oneOf(['standard', 'normal', 'emergency']),
  deployment_type: { type: 'integer', minimum: 1, maximum: 4 },
  customer: text,
  partner: text,
  environments: texts,
  performed_by: oneOf(['provider', 'customer', 'partner']),
  owner: text,
  created: text,
  requested_by: text,
  requested_at: text,
  assignee: text,
  reviewers: part,
  schedule: { ...part, required: [] },
  actual: part,
  impact: part,
  features: texts,
  components: parts,
  restarts: texts,
  feature_flags: texts,
  tickets: parts,
  procedure: text,
  release: part,
  database: parts,
  tests: part,
  rollback: part,
  agreement: part,
  notify: texts,
  approvals: parts,
  notifications: parts,
  outcome: text,
  hold: part,
  related: texts,
};

/** A JSON Schema for the front matter of changes, under both names of each field. */
export function peerSchema(): object {
  const english = Object.entries(fields);
  const spanish = english.map(([name, schema]) => [nameIn('es', name), schema] as const);
  const properties: { readonly [name: string]: Schema } = Object.fromEntries([...spanish, ...english]);
  return { type: 'object', required: ['id'], properties, additionalProperties: false };
}

function oneOf(values: readonly string[]): Schema {
  return { enum: [...new Set(values.flatMap((value) => [value, nameIn('es', value)]))] };
}
