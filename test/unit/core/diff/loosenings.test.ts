import { strict as assert } from 'node:assert';
import { causesOf } from '../../../../src/core/diff/causesOf';
import { changedKeys } from '../../../../src/core/diff/changedKeys';
import { looseningText } from '../../../../src/core/diff/diffText';
import { loosenings } from '../../../../src/core/diff/loosenings';
import { placeLoosening } from '../../../../src/core/diff/placedLoosening';
import { configOf } from '../../support/memoryWorkspace';

const file = '.changebook/config.yaml';

function loosened(before: string, after: string, customers: readonly [string, string] = ['', '']): string[] {
  const config = (text: string, customer: string) =>
    configOf(
      new Map([[file, text], ...(customer ? [['.changebook/customers/diba.yaml', customer] as const] : [])]),
    ).config;
  return loosenings(config(before, customers[0]), config(after, customers[1])).map((loosening) =>
    looseningText(loosening, 'en'),
  );
}

/** A configuration, one that asks for less, and what is said of it. The other way round nothing is loosened. */
const cases: readonly (readonly [
  what: string,
  before: string,
  after: string,
  said: RegExp,
  back?: RegExp,
])[] = [
  [
    'a rule that is off',
    '',
    'rules: { schedule/friday: "off" }',
    /^Rule schedule\/friday switched off \(it was error\)$/,
  ],
  [
    'a milder rule',
    'rules: { schedule/friday: error }',
    'rules: { schedule/friday: info }',
    /^Rule schedule\/friday lowered from error to info$/,
  ],
  [
    'a rule that no longer becomes an error',
    '',
    'rules: { format/sections: warning }',
    /lowered from warning\/error to warning$/,
  ],
  [
    'a smaller demand',
    '',
    'rules: { schedule/lead-time: { hours: 24 } }',
    /^Option schedule\/lead-time\.hours changed from 48 to 24$/,
  ],
  [
    'a larger allowance',
    '',
    'rules: { schedule/outage-limit: { type_3: 30 } }',
    /outage-limit\.type_3 changed from 10 to 30$/,
  ],
  [
    'a time that something is owed within, which is gone',
    'rules: { closure/review: { error_days: 10 } }',
    '',
    /closure\/review\.error_days changed from 10/,
  ],
  [
    'a longer time',
    'rules: { approval/overdue: { days: 2 } }',
    '',
    /approval\/overdue\.days changed from 2 to 3$/,
  ],
  [
    'a higher risk',
    'rules: { rollback/responsible: { risk: medio } }',
    'rules: { rollback/responsible: { risk: high } }',
    /rollback\/responsible\.risk changed from medium to high$/,
  ],
  [
    'a risk that nothing is asked for any more',
    'rules: { tests/expected-outcome: { risk: high } }',
    'rules: { tests/expected-outcome: {} }',
    /tests\/expected-outcome\.risk changed from high/,
  ],
  [
    'a later state',
    'rules: { closure/justification: { from: releasing } }',
    'rules: { closure/justification: { from: in_testing } }',
    /closure\/justification\.from changed from releasing to in_testing$/,
  ],
  [
    'a rule that is off in some files',
    '',
    'overrides: [{ files: ["old/**"], rules: { schedule/friday: "off" } }]',
    /switched off .* \(in old\/\*\*\)$/,
  ],
  [
    'deployments that need no record',
    'language: en',
    'unrecorded: [{ match: "cert-*", by: Ana, reason: A job }]',
    /^Deployments need no record now: match: cert-\*/,
  ],
  [
    'deployments that need no record for longer',
    'unrecorded: [{ match: "cert-*", by: Ana, reason: A job, until: 2026-06-30 }]',
    'unrecorded: [{ match: "cert-*", by: Ana, reason: A job, until: 2026-12-31 }]',
    /^Deployments need no record now: .*2026-12-31$/,
  ],
  [
    'a freeze that is gone',
    'freezes: [{ from: 2026-12-18, to: 2027-01-07, hard: true }]',
    'language: en',
    /^Freeze taken away: from: 2026-12-18/,
  ],
  [
    'a shorter freeze',
    'freezes: [{ from: 2026-12-18, to: 2027-01-07 }]',
    'freezes: [{ from: 2026-12-18, to: 2027-01-02 }]',
    /^Freeze softened: .*2027-01-07 → .*2027-01-02$/,
  ],
  [
    'a softer freeze',
    'freezes: [{ from: 2026-12-18, to: 2027-01-07, hard: true }]',
    'freezes: [{ from: 2026-12-18, to: 2027-01-07 }]',
    /^Freeze softened/,
  ],
  [
    'a freeze for fewer customers',
    'freezes: [{ from: 2026-12-18, to: 2027-01-07 }]',
    'freezes: [{ from: 2026-12-18, to: 2027-01-07, customers: [diba] }]',
    /^Freeze softened/,
  ],
  [
    'a weekly freeze that is gone, though others stand there',
    'freezes: [{ days: [fri], from: "15:00", to: "24:00" }, { days: [sat] }]',
    'freezes: [{ days: [sat] }]',
    /^Freeze taken away: from: 15:00/,
  ],
  [
    'a weekly freeze that begins later',
    'freezes: [{ days: [fri], from: "15:00", to: "24:00" }]',
    'freezes: [{ days: [fri], from: "16:00", to: "24:00" }]',
    /^Freeze softened: from: 15:00.*→ from: 16:00/,
  ],
  [
    'a freeze that ends some hours earlier',
    'freezes: [{ from: 2026-12-18, to: 2027-01-07 }]',
    'freezes: [{ from: 2026-12-18 00:00, to: 2027-01-07 08:00 }]',
    /^Freeze softened/,
  ],
  [
    'a freeze with a day left out',
    'freezes: [{ days: [fri] }]',
    'freezes: [{ days: [fri], except: [2026-12-18] }]',
    /^Freeze softened/,
  ],
  [
    'a freeze that more roles may waive',
    'freezes: [{ days: [fri], overridable_by: [operations] }]',
    'freezes: [{ days: [fri], overridable_by: [operations, peer] }]',
    /^Freeze softened/,
  ],
  [
    'a freeze for fewer environments',
    'freezes: [{ days: [fri] }]',
    'freezes: [{ days: [fri], environments: [PRO] }]',
    /^Freeze softened/,
  ],
  [
    'a vacation that is gone',
    'vacations: [{ from: 2026-12-24, to: 2026-12-31 }]',
    'language: en',
    /^Day off or vacation taken away: from: 2026-12-24/,
  ],
  ['a working day more', '', 'working_days: [mon, tue, wed, thu, fri, sat]', /^Counts as a working day now/],
  [
    'a role that no longer approves',
    'approvals: [{ roles: [peer, operations] }]',
    'approvals: [{ roles: [peer] }]',
    /^No longer approves: operations \(\*\)$/,
  ],
  [
    'a role for fewer changes',
    'approvals: [{ roles: [peer] }]',
    'approvals: [{ when: { deployment_type: 4 }, roles: [peer] }]',
    /^No longer approves: peer/,
  ],
  [
    'a holder more',
    'approvals: [{ holders: { peer: [a@x.example] } }]',
    'approvals: [{ holders: { par: [a@x.example, b@x.example] } }]',
    /^Holds the role peer now: b@x\.example$/,
  ],
  [
    'holders that are gone',
    'approvals: [{ holders: { peer: a@x.example } }]',
    'approvals: [{ roles: [] }]',
    /^Anybody may approve as peer now; only a@x\.example could$/,
  ],
  [
    'signatures that are gone',
    'commit: { signed: true }',
    'commit: { push: ask }',
    /no longer need a signed commit$/,
  ],
  [
    'a signer of receipts more',
    'receipts: { signers: [a@x.example] }',
    'justificantes: { firmantes: [a@x.example, b@x.example] }',
    /^May sign receipts now: b@x\.example$/,
  ],
  [
    'signers of receipts that are gone',
    'receipts: { signers: a@x.example }',
    'receipts: { signers: [] }',
    /^Receipts count now whoever signs them; only a@x\.example could$/,
  ],
  [
    'a performer more',
    'performers: [{ deployment_type: 3, people: [Jordi] }]',
    'performers: [{ deployment_type: 3, people: [Jordi, Mal] }]',
    /^May perform type 3 now: Mal$/,
  ],
  ['a move more', workflow('[b]'), workflow('[b, done]'), /^New move from a to done$/],
  [
    'a guard less',
    workflow('[b]', ', guards: [schedule/friday]'),
    workflow('[b]'),
    /^Rule schedule\/friday no longer guards b$/,
  ],
  [
    'fewer files',
    'language: en',
    'records: ["changes/**"]',
    /^Other files count as records now: \*\*\/\*\.md → changes\/\*\*$/,
  ],
  [
    'releases in another repository',
    'release: { repository: . }',
    'release: { repository: other/portal }',
    /^Releases are made in other\/portal now, not in this repository$/,
  ],
];

function workflow(moves: string, more = ''): string {
  return `workflow: { states: { a: { stage: to_do, moves: ${moves} }, b: { stage: releasing, moves: [done]${more} }, done: {} } }\n`;
}

describe('What a configuration loosens', () => {
  for (const [what, before, after, said] of cases) {
    it(`is told: ${what}`, () => {
      const found = loosened(before, after);
      assert.equal(found.length, 1, JSON.stringify(found));
      assert.match(found[0] ?? '', said);
      assert.deepEqual(loosened(before, before), []);
    });

    it(`is nothing the other way round: ${what}`, () => {
      assert.deepEqual(loosened(after, before), []);
    });
  }

  it('is no setting of another rule', () => {
    const text = 'language: es\nrules: { schedule/friday: "off" }\n';
    const changed = changedKeys([{ file, text: '' }], [{ file, text }]).map((one) => placeLoosening(one, []));
    const record = { file: 'a.md', customer: undefined };
    const blamed = causesOf('schedule/window', record, [], changed, { guarded: [], procedures: [] });
    assert.deepEqual(
      blamed.map(({ about }) => about),
      ['language'],
    );
  });

  it('is told of customers', () => {
    const customer = 'environments: [{ name: PRO, production: true }, { name: DES }]\n';
    assert.deepEqual(loosened('', '', [customer, customer.replace('true', 'false')]), [
      'diba: PRO no longer counts as production',
    ]);
    assert.deepEqual(loosened('', '', [customer, '']), ['Customer diba is no longer configured']);
    // What counted by its name alone no longer does once it is listed as something else.
    const renamed = 'environments: [{ name: DES, aliases: [PRD] }]\n';
    assert.deepEqual(loosened('', '', ['name: Diba\n', `name: Diba\n${renamed}`]), [
      'diba: PRD no longer counts as production',
    ]);
    assert.deepEqual(loosened('', renamed), ['PRD no longer counts as production']);
    assert.deepEqual(loosened(renamed, ''), []);
    assert.deepEqual(loosened('', '', ['', customer]), []);
  });
});
