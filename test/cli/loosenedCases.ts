import { base, change, diba, type Edit, main, off, other, procedure, startAt, touch } from './loosenedBase';

const shortProcedure =
  '---\nid: PROC-PORTAL\ntype: procedure\nversion: 1.0.0\n---\n# Portal\n\n## 2. After\n\n- [ ] Start\n';

/** What a branch does to the configuration, and what it does to a record that profits; where that is reported. */
export const loosened: readonly (readonly [
  what: string,
  config: readonly Edit[],
  records: readonly Edit[],
  at: RegExp,
])[] = [
  [
    'a rule that is off',
    [off('schedule/friday')],
    startAt('2026-11-27 22:00'),
    /config\.yml:\d+ .*schedule\/friday/,
  ],
  [
    'a rule that is off in some files, under its Spanish names',
    [
      [
        main,
        'rules:',
        'excepciones: [{ ficheros: ["changes/**"], reglas: { schedule/friday: "off" } }]\nrules:',
      ],
    ],
    startAt('2026-11-27 22:00'),
    /config\.yml:\d+ .*schedule\/friday/,
  ],
  [
    'business hours that are fewer',
    [[main, '09:00-18:00', '09:00-10:00']],
    [...startAt('2026-11-24 12:00'), [change, 'schedule', 'schedule']],
    /config\.yml:2 .*09:00-18:00.*09:00-10:00.*schedule\/business-hours/,
  ],
  [
    'a maintenance window that is wider',
    [[diba, '"20:00"', '"10:00"']],
    startAt('2026-11-24 18:30'),
    /diba\.yaml:6 .*schedule\/window/,
  ],
  [
    'a vacation that is gone',
    [[diba, /vacations: .*\n/, '']],
    startAt('2026-12-01 22:00'),
    /diba\.yaml:1 .*vacation/,
  ],
  [
    'a vacation that is shorter',
    [[diba, 'from: 2026-12-02', 'from: 2026-12-03']],
    startAt('2026-12-01 22:00'),
    /diba\.yaml:7 .*schedule\/before-vacation/,
  ],
  [
    'a contract that ends later',
    [[diba, '2027-06-30', '2028-06-30']],
    startAt('2027-07-06 22:00'),
    /diba\.yaml:8 .*2028-06-30.*customer\/contract-expired/,
  ],
  [
    'production that is none',
    [[diba, ', production: true', '']],
    [
      [change, /agreement: .*\n/, ''],
      [change, 'in_progress', 'to_be_released'],
    ],
    /diba\.yaml:4 .*agreement\/missing/,
  ],
  [
    'production under another name',
    [[diba, 'PRO, production: true', 'PR0']],
    [
      [change, '[PRO]', '[PR0]'],
      [change, /agreement: .*\n/, ''],
      [change, 'in_progress', 'to_be_released'],
    ],
    /diba\.yaml:4 .*agreement\/missing/,
  ],
  [
    'another environment in the place of production',
    [[diba, '{ name: UAT }', '{ name: UAT }, { name: PR0 }']],
    [
      [change, '[PRO]', '[PR0]'],
      [change, /agreement: .*\n/, ''],
      [change, 'in_progress', 'to_be_released'],
    ],
    /diba\.yaml:4 .*agreement\/missing/,
  ],
  [
    'a customer under another key',
    [
      [diba, /[\s\S]*/, ''],
      ['.changebook/customers/dibb.yaml', /^/, 'name: Dibb\nenvironments: [{ name: PRO }]\n'],
    ],
    [[change, 'customer: diba', 'customer: dibb'], ...startAt('2026-12-22 22:00')],
    /customers\/dibb\.yaml:\d .*|schedule\/freeze/,
  ],
  [
    'a record of another customer, who is new',
    [['.changebook/customers/dibb.yaml', /^/, 'name: Dibb\nenvironments: [{ name: PRO }]\n']],
    [[change, 'customer: diba', 'customer: dibb'], ...startAt('2026-12-22 22:00')],
    /dibb\.yaml:\d .*schedule\/freeze/,
  ],
  [
    'a person who is another one now',
    [['.mailmap', /[\s\S]*/, '# nobody\n']],
    [[change, 'by: Nil Roca', 'by: crius@home.example']],
    /\.mailmap:1 .*approval\/self/,
  ],
  [
    'a pattern of ids',
    [[main, 'timezone', 'id_pattern: ".*"\ntimezone']],
    [[change, 'id: CHG-2026-0042', 'id: CHG_x']],
    /config\.yml:1 .*format\/id/,
  ],
  [
    'other globs of records',
    [[main, 'timezone', 'records: ["changes/*.md"]\ntimezone']],
    [['more/CHG-2026-0050.md', /^/, other('CHG-2026-0050').replace('2026-11-24 22:00', '2026-11-27 22:00')]],
    /config\.yml:1 .*schedule\/friday/,
  ],
  [
    'what git ignores',
    [['.gitignore', 'out/', 'out/\nmore/']],
    [['more/CHG-2026-0050.md', /^/, other('CHG-2026-0050').replace('2026-11-24 22:00', '2026-11-27 22:00')]],
    /\.gitignore:1 .*schedule\/friday/,
  ],
  [
    'a workspace of its own around a record',
    [
      [main, 'timezone', 'nested: [more]\ntimezone'],
      ['more/.changebook/config.yaml', /^/, 'rules: { schedule/friday: "off" }\n'],
    ],
    [['more/CHG-2026-0050.md', /^/, other('CHG-2026-0050').replace('2026-11-24 22:00', '2026-11-27 22:00')]],
    /config\.yml:1 .*nested.*schedule\/friday/,
  ],
  [
    'what git shows of records',
    [['.gitattributes', /^/, '* text=auto\n"changes/*.md" -diff\n']],
    [touch],
    /\.gitattributes:2 .*changes\/\*\.md" -diff.*CHG-2026-0042/,
  ],
  [
    'a second main file that stands before the first',
    [['.changebook/config.yaml', /^/, 'timezone: Europe/Madrid\n']],
    startAt('2026-12-22 22:00'),
    /config\.yaml:1 .*schedule\/freeze/,
  ],
  [
    'a gate of the procedure, and its number',
    [
      [procedure, /gates: .*\n/, ''],
      [procedure, '1.0.0', '1.1.0'],
    ],
    [
      [change, '@1.0.0', '@1.1.0'],
      [change, '[x] Back up', '[ ] Back up'],
      [change, '- [ ] Start\n', '- [x] Start\n'],
    ],
    /PROC-PORTAL\.md:\d .*checklist\/gate/,
  ],
  [
    'a step of the procedure',
    [[procedure, '- [ ] Back up\n', '']],
    [[change, '- [x] Back up\n', '']],
    /PROC-PORTAL\.md:\d .*Back up.*checklist\/diverged/,
  ],
  [
    'another procedure in the place of one that has another id now',
    [
      [procedure, 'id: PROC-PORTAL', 'id: PROC-OLD'],
      ['procedures/PROC-NEW.md', /^/, shortProcedure],
    ],
    [[change, '- [x] Back up\n', '']],
    /PROC-NEW\.md:\d .*Back up.*checklist\/diverged/,
  ],
  [
    'a zone',
    [[diba, 'Europe/Madrid', 'America/New_York']],
    [touch],
    /diba\.yaml:2 .*2026-11-24T22:00\+01:00 to 2026-11-25T04:00\+01:00 \(\+6 h\)/,
  ],
  [
    'a rule that would speak of a record that nobody touched',
    [off('schedule/conflict')],
    [['changes/CHG-2026-0041.md', /^/, other('CHG-2026-0041')]],
    /config\.yml:\d .*CHG-2026-0042.*schedule\/conflict/,
  ],
];

/** What people do in one branch and nobody should mind. */
export const honest: readonly (readonly [what: string, edits: readonly Edit[]])[] = [
  [
    'a new customer with its first change',
    [
      [
        '.changebook/customers/acme.yaml',
        /^/,
        'name: Acme\nenvironments: [{ name: LIVE, production: true }]\n',
      ],
      [
        'changes/CHG-2026-0050.md',
        /^/,
        other('CHG-2026-0050')
          .replace('diba', 'acme')
          .replace('PRO]', 'LIVE]')
          .replace('11-24 22', '11-25 22'),
      ],
    ],
  ],
  [
    'a new environment',
    [
      [diba, '{ name: UAT }', '{ name: UAT }, { name: QA }'],
      [change, '[PRO]', '[PRO, QA]'],
    ],
  ],
  [
    'a stricter procedure that the change follows',
    [
      [procedure, '1.0.0', '1.1.0'],
      [procedure, '- [ ] Start\n', '- [ ] Start\n- [ ] Look\n'],
      [change, '@1.0.0', '@1.1.0'],
      [change, '- [ ] Start\n', '- [ ] Start\n- [ ] Look\n'],
    ],
  ],
  [
    'a new procedure with its first change',
    [
      ['procedures/PROC-NEW.md', /^/, (base[procedure] ?? '').replaceAll('PROC-PORTAL', 'PROC-NEW')],
      [
        'changes/CHG-2026-0050.md',
        /^/,
        other('CHG-2026-0050').replace('PROC-PORTAL', 'PROC-NEW').replace('11-24', '11-25'),
      ],
    ],
  ],
  ['a rule that is stricter', [[main, 'rules:', 'rules:\n  schedule/friday: error'], touch]],
  [
    'line endings and a folder that is ignored',
    [['.gitattributes', /^/, '* text=auto eol=lf\n'], ['.gitignore', 'out/', 'out/\nbuild/'], touch],
  ],
  [
    'a workspace of its own beside the records',
    [['lib/.changebook/config.yaml', /^/, 'timezone: Europe/Madrid\n'], touch],
  ],
];
