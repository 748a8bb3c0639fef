import fc from 'fast-check';

/** A record as text, with the values that were put into it, by canonical name. */
export interface WrittenRecord {
  readonly text: string;
  readonly values: { readonly [name: string]: string };
}

const words = fc.constantFrom(
  ...[
    'portal',
    'año',
    '😀',
    '👩‍💻',
    'a#b',
    'c:d',
    '3.10',
    '0012',
    'x\ty',
    'l’été',
    '中文',
    'yes',
    "it's",
    'é',
  ],
);
const plainText = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => `v ${parts.join(' ')}`);
const anyText = fc.oneof(plainText, fc.string({ unit: 'grapheme', maxLength: 12 }));

/** A scalar in one of YAML's styles that fit on a line. */
const scalar = fc.oneof(
  plainText.map((value) => ({ source: value, value })),
  anyText
    .filter((value) => !/\p{C}/u.test(value))
    .map((value) => ({ source: `'${value.replaceAll("'", "''")}'`, value })),
  anyText.map((value) => ({ source: JSON.stringify(value), value })),
);
const block = fc.array(plainText, { minLength: 1, maxLength: 3 }).map((lines) => ({
  source: `|\n${lines.map((line) => `  ${line}`).join('\n')}`,
  value: `${lines.join('\n')}\n`,
}));

/** Text fields with both names, and a few of other kinds whose values are fixed. */
const textFields = [
  ['title', 'titulo'],
  ['category', 'categoria'],
  ['owner', 'propietario'],
  ['assignee', 'ejecutor'],
  ['requested_by', 'solicitante'],
] as const;
const otherLines = [
  'estado: en_curso',
  'components:\n  - { name: portal, from: 3.9, to: "3.10" }\n  - nombre: 😀\n    a: 00.30',
  'schedule:\n    start: 2026-11-25 22:00\n    duracion: 1h',
  'tickets: [ES-1, { id: TKT-1, titulo: "é" }]',
  'impact: { level: hgih, description: <name> }   # comment 😀',
  'entorno: PRO',
  'ownr: x',
  'related:\n- PROC-A\n- CHG-2\n',
  '# only a comment',
  '"features": [ "a, b" , c ]',
  'tests:\n  validated_in:\n    - UAT\n\n  passed: three',
];
const bodyLines = fc.constantFrom(
  ...[
    '# Título 😀',
    '## Summary',
    '## Components',
    '### Below',
    '- [ ] step <!-- step: one evidence -->',
    '',
    '',
  ],
  ...[
    '- [x] ~~gone~~ (n/a: 😀 reason)',
    '  - [ ] nested\n    on two lines',
    '1. [X] ordered',
    '\t- [ ] tab',
    'TBD',
  ],
  ...[
    'Text <name> and [link](a%20b.md#x) 😀',
    '```\n- [ ] code\n```',
    '| a | b |\n| - | - |\n| TBD | [x](y.md) |',
  ],
  ...[
    '[ref]: other.md',
    '> - [ ] quoted',
    '<div>\n- [ ] html\n</div>',
    'password: s3cr3t!!',
    'Heading\n-----',
  ],
);

/** Changes with random fields under either name, in every style, with a body of fragments. */
export const randomRecord: fc.Arbitrary<WrittenRecord> = fc
  .record({
    fields: fc.shuffledSubarray([...textFields]),
    spanish: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    scalars: fc.array(fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: block }), {
      minLength: 5,
      maxLength: 5,
    }),
    others: fc.shuffledSubarray(otherLines),
    body: fc.array(bodyLines, { maxLength: 10 }),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ fields, spanish, scalars, others, body, end }) => {
    const values: { [name: string]: string } = {};
    const lines = ['id: CHG-2026-0001', 'type: change'];
    fields.forEach(([en, es], index) => {
      const { source, value } = scalars[index] ?? { source: '', value: '' };
      lines.push(`${spanish[index] ? es : en}: ${source}`, ...others.splice(0, 2));
      values[en] = value;
    });
    return { text: `---\n${[...lines, ...others].join('\n')}\n---\n${body.join('\n')}${end}`, values };
  });
