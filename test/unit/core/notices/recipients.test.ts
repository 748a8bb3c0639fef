import { strict as assert } from 'node:assert';
import { addressesIn, inChunks, isAddress, recipientsOf } from '../../../../src/core/notices/recipients';
import { configOf } from '../../support/memoryWorkspace';

const { config } = configOf(
  new Map([
    [
      '.changebook/customers/orfeo.yaml',
      `name: Orfeo
partner: { name: Socio, contacts: [{ email: ops@socio.example }] }
contacts:
  - { name: Ana, email: ana@orfeo.example, role: manager }
  - { name: Mesa, email: mesa@orfeo.example, role: helpdesk }
  - { name: Pau, email: pau@orfeo.example, role: project }
  - { name: Mal, email: "not an address", role: support }
`,
    ],
  ]),
);
const of = (...call: [Parameters<typeof recipientsOf>[0], Parameters<typeof recipientsOf>[2], string?]) =>
  recipientsOf({ customer: 'Orfeo', ...call[0] }, config, call[1], () => call[2]);
const addresses = (list: readonly { address: string }[]): string[] => list.map(({ address }) => address);

describe('Recipients', () => {
  it('are the parties and addresses of notify, each once, without end users', () => {
    const notify = [
      'customer_managers',
      'project_team',
      'partner',
      'end_users',
      'ANA@orfeo.example',
      'x@y.example',
    ];
    const { to, bcc, unreached } = of({ notify }, 'parties');
    assert.deepEqual(addresses(to), [
      ...['ana@orfeo.example', 'mesa@orfeo.example', 'pau@orfeo.example', 'ops@socio.example', 'x@y.example'],
    ]);
    assert.deepEqual(bcc, []);
    assert.deepEqual(unreached, []);
  });

  it('are a team’s own people, too, where all parties are told', () => {
    const texts = new Map([
      [
        '.changebook/config.yaml',
        'people: [{ name: Pau Vila, addresses: [pau@us.example] }]\npartes: { equipo_proyecto: [Pau Vila], support_team: Help <help@us.example> }\n',
      ],
    ]);
    const own = configOf(texts).config;
    const notify = ['project_team', 'support_team', 'customer_managers'];
    const told = recipientsOf({ notify }, own, 'parties', () => undefined);
    assert.deepEqual(told.to, [
      { name: 'Pau Vila', address: 'pau@us.example' },
      { name: 'Help', address: 'help@us.example' },
    ]);
    assert.deepEqual(told.unreached, ['customer_managers']);
    // What is for the customer goes to the customer alone.
    assert.deepEqual(recipientsOf({ notify }, own, 'customer', () => undefined).to, []);
  });

  it('tell whom they do not reach, and what is no address', () => {
    const { to, unreached, refused } = of({ notify: ['support_team', 'a@b@c', 'end_users'] }, 'parties');
    assert.deepEqual(to, []);
    assert.deepEqual(refused, ['not an address', 'a@b@c']);
    assert.deepEqual(unreached, []);
    assert.deepEqual(of({ customer: 'nobody', notify: ['project_team'] }, 'parties').unreached, [
      'project_team',
    ]);
    assert.deepEqual(of({}, 'users').unreached, ['end_users']);
  });

  it('are the customer’s managers, help desk and project team for the customer', () => {
    assert.deepEqual(addresses(of({}, 'customer').to), [
      'ana@orfeo.example',
      'mesa@orfeo.example',
      'pau@orfeo.example',
    ]);
  });

  it('are our own people by address, or by a name whose address is known', () => {
    const reviewers = { project: 'Ana', support: 'Nil Roca <nil@team.example>', qa: 'Nobody Knows' };
    const { to, unreached } = of({ reviewers }, 'team');
    assert.deepEqual(to, [
      { name: 'Ana', address: 'ana@orfeo.example' },
      { name: 'Nil Roca', address: 'nil@team.example' },
    ]);
    assert.deepEqual(unreached, ['Nobody Knows']);
  });

  it('are none where a merge left both sides in the file of end users', () => {
    const csv = 'email\n<<<<<<< HEAD\na@example.org\n=======\nb@example.org\n>>>>>>> other\n';
    const { bcc, unreached, refused } = of({}, 'users', csv);
    assert.deepEqual([bcc, unreached], [[], ['end_users']]);
    assert.deepEqual(refused, ['<<<<<<< HEAD', '=======', '>>>>>>> other']);
  });

  it('are blind copies where they are end users, in chunks', () => {
    const csv =
      '\uFEFFname;address\r\n"Ana";"a@x.example"\r\nb;b@x.example\r\n;\r\nevil;e@x.example\nBcc: z@x.example';
    const { to, bcc, refused } = of({}, 'users', csv);
    assert.deepEqual(to, []);
    assert.deepEqual(addresses(bcc), ['a@x.example', 'b@x.example', 'e@x.example']);
    assert.deepEqual(refused, ['Bcc: z@x.example']);
    const many = addressesIn(Array.from({ length: 250 }, (_, index) => `u${index}@x.example`).join('\n'));
    assert.deepEqual(
      inChunks(many.map((address) => ({ address }))).map(({ length }) => length),
      [100, 100, 50],
    );
  });

  it('know what an address is', () => {
    for (const good of ['a@b.example', 'a.b+c@d-e.example', 'ñandú@correo.example'])
      assert.ok(isAddress(good), good);
    for (const bad of [
      'a',
      'a@',
      '@b',
      'a b@c.example',
      'a@b.example, c@d.example',
      'a@b\r\nBcc: c@d',
      '<a@b.example>',
      'a..b@c.example',
      'a@b.example\u0000',
    ]) {
      assert.ok(!isAddress(bad), bad);
    }
  });
});
