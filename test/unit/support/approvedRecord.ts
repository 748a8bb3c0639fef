import fc from 'fast-check';
import { changeFields } from '../../../src/core/model/vocabulary/changeFields';
import type { FieldTable, FieldType } from '../../../src/core/model/vocabulary/fieldType';
import { Random } from '../../bench/records/random';

/** A value as the format means it, whatever way it is written in. */
export type Meant = string | readonly Meant[] | { readonly [name: string]: Meant };
type Fields = { readonly [name: string]: Meant };

/** A change by what it means: `moving` is what no approval is about. */
export interface MeantChange {
  readonly approved: Fields;
  readonly body: string;
}

const words = fc.constantFrom(
  ...[
    'portal',
    'año 2',
    'an~o',
    'a#b',
    'c: d',
    '3.10',
    '0012',
    'yes',
    'null',
    "it's",
    '"said"',
    ' edge ',
    'é',
    'é',
  ],
  ...[
    'rm -rf /tmp/x',
    'two\nlines',
    '{x}',
    '- a',
    '\u200bhidden',
    '<b>x</b>',
    '~',
    '12:30:45',
    '#',
    '1e3',
    '',
  ],
);
const texts = fc.array(words, { maxLength: 3 });
const optional = <T>(values: { [name: string]: fc.Arbitrary<T> }) =>
  fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<{ [name: string]: T }>;
const flag = fc.constantFrom('true', 'false');
const objects = (values: { [name: string]: fc.Arbitrary<Meant> }) =>
  fc.array(optional(values), { maxLength: 3 });

const approved: fc.Arbitrary<Fields> = optional<Meant>({
  title: words,
  owner: words,
  language: fc.constantFrom('en', 'es'),
  change_type: fc.constantFrom('standard', 'normal', 'emergency'),
  deployment_type: fc.constantFrom('1', '4', '9'),
  performed_by: fc.constantFrom('provider', 'customer', 'somebody'),
  severity: fc.constantFrom('major', 'minor'),
  customer: words,
  environments: texts,
  features: texts,
  schedule: optional({ start: words, duration: fc.constantFrom('1h', 'PT1H'), outage: words }),
  impact: optional({ level: fc.constantFrom('low', 'high', 'huge'), description: words }),
  components: objects({ name: words, from: words, to: words }),
  database: objects({ migration: words, reversible: flag, restore: words }),
  tickets: objects({ id: words, title: words, mail: words }),
  tests: optional<Meant>({ validated_in: texts, artifact: words }),
  notify: fc.array(fc.constantFrom('project_team', 'end_users', 'a@b.example'), { maxLength: 3 }),
  rollback: optional({ to: words, steps_section: words }),
  waivers: objects({
    rule: fc.constantFrom('schedule/friday', 'approval/missing'),
    by: words,
    reason: words,
  }),
  related: texts,
  'x-run': words,
  ownr: words,
  'x-map': optional<Meant>({ a: words, title: texts, status: words, __proto__x: words }),
});

const line = fc.constantFrom(
  ...[
    '# Title',
    '## Notes',
    '## Notes',
    '## Notes (2)',
    '### Below',
    'Text <!-- hidden -->  ',
    '<!-- run it -->',
    '',
  ],
  ...[
    '',
    '- [ ] step <!-- step: one evidence -->',
    '- [x] step',
    '* [ ] [link](http://a.example/b)',
    '1. [ ] `a  b`',
  ],
  ...[
    '  - [ ] nested',
    '    - [x] deeper',
    '\t- [ ] tab',
    '      code',
    '```sh',
    '- [ ] in code',
    '```',
    '> - [ ] quoted',
  ],
  ...[
    '- [x] ~~gone~~ (n/a: no need)',
    '  - [x] ~~two\n    lines~~ (n/a) <!-- step: two -->',
    '~~gone~~ (n/a: no step)',
  ],
  ...[
    '- [x] ~~a~~ (n/a: ) run b (c)',
    '- [ ] ~~a~~ (n/a: x)~~ (n/a: y)',
    '- [x] ~~~~a~~ (n/a: x)~~ (n/a: y)',
  ],
  ...[
    '- [x] ~~a\n  ***~~ (n/a: r)',
    '- [ ] a\n  ***',
    '- [x] ~~a\n  ===~~ (n/a: r)',
    '- [ ] a\n  ===',
    '- [x]',
  ],
  ...[
    '<div>',
    '</div>',
    '| a | b |\n| - | - |',
    '[ref]: other.md',
    '---',
    'caf\u00e9',
    'cafe\u0301',
    'a\rb',
    'a\\',
    '\u00a0',
  ],
);

/** Changes with known, unknown and wrong fields, and a body of fragments in which steps are not always steps. */
export const meantChange: fc.Arbitrary<MeantChange> = fc.record({
  approved,
  body: fc
    .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('', '\n', '\n\n'))
    .map(([lines, end]) => lines.join('\n') + end),
});

/** What moves on while a change is carried out, in some state. */
const moving: readonly Fields[] = [
  { status: 'to_be_released' },
  { status: 'done', outcome: 'successful', actual: { start: 'x', end: 'y' } },
  {
    approvals: [{ role: 'peer', by: 'Nil Roca', decision: 'approved' }, { role: 'operations' }],
    hold: { reason: 'x' },
  },
  { agreement: { by: 'Anna Serra' }, notifications: [{ kind: 'start' }, { kind: 'end' }] },
];

/**
 * A front matter that says what is meant, in one of the ways to say it: names of either language, any order, any
 * quotes, in braces or in lines, with whatever moves on in some state of its own.
 */
export function written({ approved, body }: MeantChange, seed: number): string {
  const random = new Random(seed);
  const fields = { id: 'CHG-2026-0001', type: 'change', ...approved, ...random.pick(moving) };
  const lines = new Writer(random).entries(withFigures(fields, random), changeFields).join('\n');
  return `---\n${lines}\n---\n${body}`;
}

/** The figures that are left out inside of fields that are not. */
function withFigures(fields: Fields, random: Random): Fields {
  const more: { [name: string]: Meant } = { ...fields };
  const { tests, tickets, waivers } = fields;
  // Where nothing stands in a field it is another one than none.
  if (random.chance(0.5) && !isEmpty(tests)) more.tests = { ...(tests as Fields), passed: '3', run: 'R31' };
  if (Array.isArray(tickets))
    more.tickets = tickets.map((ticket) => (random.chance(0.5) ? { ...ticket, status: 'done' } : ticket));
  const late = { rule: 'closure/review', by: 'Rita Mas', reason: 'x' };
  if (random.chance(0.5) && !isEmpty(waivers))
    more.waivers = [...((waivers as readonly Meant[] | undefined) ?? []), late];
  return more;
}

function isEmpty(value: Meant | undefined): boolean {
  return value !== undefined && Object.keys(value).length === 0;
}

class Writer {
  constructor(private readonly random: Random) {}

  entries(fields: Fields, table: FieldTable | undefined, indent = ''): string[] {
    return this.shuffled(Object.entries(fields)).map(([name, value]) => {
      const row = table && Object.hasOwn(table, name) ? table[name] : undefined;
      return `${indent}${this.key(name, table)}:${this.value(value, row?.type, indent)}${this.random.chance(0.1) ? '\n' : ''}`;
    });
  }

  private key(name: string, table: FieldTable | undefined): string {
    const row = table && Object.hasOwn(table, name) ? table[name] : undefined;
    const key = row && this.random.chance(0.5) ? row.es : name;
    return this.random.chance(0.1) ? JSON.stringify(key) : key;
  }

  /** A value behind its key, on its line or below it. */
  private value(value: Meant, type: FieldType | undefined, indent: string): string {
    if (typeof value === 'string') return ` ${this.scalar(value, type)}`;
    if (Object.keys(value).length === 0 || this.random.chance(0.5)) return ` ${this.flow(value, type)}`;
    if (!Array.isArray(value))
      return `\n${this.entries(value as Fields, type?.fields, `${indent}  `).join('\n')}`;
    if (type?.loneItem && value.length === 1) return ` ${this.flow(value[0] ?? '', type.item)}`;
    return value.map((item: Meant) => `\n${indent}- ${this.flow(item, type?.item)}`).join('');
  }

  private flow(value: Meant, type: FieldType | undefined): string {
    if (typeof value === 'string') return this.scalar(value, type, true);
    if (Array.isArray(value))
      return `[${value.map((item: Meant) => this.flow(item, type?.item)).join(', ')}]`;
    const { shorthand } = type ?? {};
    const fields = value as Fields;
    const alone = shorthand && Object.keys(fields).length === 1 ? fields[shorthand] : undefined;
    if (typeof alone === 'string' && this.random.chance(0.5)) return JSON.stringify(alone);
    const pairs = this.shuffled(Object.entries(fields)).map(([name, part]) => {
      const row = type?.fields && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
      return `${this.key(name, type?.fields)}: ${this.flow(part, row?.type)}`;
    });
    return `{ ${pairs.join(', ')} }`;
  }

  private scalar(value: string, type: FieldType | undefined, inFlow = false): string {
    if (type?.kind === 'integer' || type?.kind === 'boolean') return value;
    const choice = type?.choices && Object.hasOwn(type.choices, value) ? type.choices[value] : undefined;
    const said = choice && this.random.chance(0.5) ? choice[0] : value;
    const asText = type !== undefined && /^[\p{L}\d][\p{L}\d.]*$/u.test(said) && said !== 'null';
    const plain = asText || /^(?!yes$|null$)\p{L}+$/u.test(said);
    const ways = [JSON.stringify(said)];
    if (plain) ways.push(said);
    if (!/[\n\u200b]/.test(said)) ways.push(`'${said.replaceAll("'", "''")}'`);
    if (!inFlow && type && said === 'two\nlines')
      ways.push(this.random.chance(0.5) ? '"two\\nlines"' : '"two\n\n        lines"');
    return this.random.pick(ways);
  }

  private shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    const taken: T[] = [];
    while (left.length > 0) taken.push(...left.splice(this.random.between(0, left.length - 1), 1));
    return taken;
  }
}
