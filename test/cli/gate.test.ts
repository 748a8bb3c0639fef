import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { change, config, gate, inside, procedure, reasons, type Wishes, workspace } from './gateWorkspace';
import { changebook, folderOf } from './program';

describe('changebook gate', () => {
  const one = (wishes: Wishes, more: { readonly [id: string]: Wishes } = {}): string =>
    workspace({ 'CHG-2026-0001': wishes, ...more });
  const id = 'CHG-2026-0001';

  it('is open for an approved change in its window, by id, file, tag and environment', () => {
    const folder = one({ front: 'release: { version: 1.1.0 }\n' });
    for (const asked of [
      [id],
      [`${id}.md`],
      ['--tag', 'v1.1.0'],
      ['--environment', 'pro'],
      [id, '--tag', '1.1.0'],
    ])
      assert.deepEqual(reasons(folder, [...asked, ...inside]), [], asked.join(' '));
    const { out, code } = changebook(['gate', id, ...inside], folder);
    assert.equal(code, 0);
    assert.equal(out, `${id}  may be deployed now  ${id}\n`);
  });

  it('reads a record again where the cache is damaged', () => {
    const [folder, cache] = [
      one({}, { 'CHG-2026-0002': { environment: 'DES', person: 'Diana' } }),
      folderOf({}),
    ];
    const asked = ['gate', id, ...inside];
    const first = changebook(asked, folder, { cache });
    assert.equal(first.code, 0, first.out);
    const names = readdirSync(cache, { recursive: true, encoding: 'utf8' });
    const name = names.find((each) => each.endsWith('.pack')) ?? assert.fail();
    const bytes = readFileSync(path.join(cache, name));
    // The records come first, and behind them what they are found by.
    const rows = bytes.lastIndexOf('{"files":');
    assert.ok(rows > 100);
    bytes.fill(0, 0, rows);
    writeFileSync(path.join(cache, name), bytes);
    assert.deepEqual(changebook(asked, folder, { cache }), first);
  });

  it('is open while it is being deployed, until the window ends', () => {
    const folder = one({ status: 'releasing', front: 'actual: { start: 2026-11-24 22:01 }\n' });
    assert.deepEqual(reasons(folder, [id, ...inside]), []);
    assert.deepEqual(reasons(folder, [id, '--now', '2026-11-24T22:59']), []);
    assert.deepEqual(reasons(folder, [id, '--now', '2026-11-24T23:00']), ['over']);
  });

  const shut: readonly (readonly [what: string, wishes: Wishes, now: string, reasons: readonly string[]])[] =
    [
      ['before its window', {}, '2026-11-24T21:59', ['notYet']],
      ['after it', {}, '2026-11-24T23:00', ['over']],
      ['without approval', { approved: false }, '2026-11-24T22:30', ['approval/missing']],
      ['with a step of its gate open', { copied: false }, '2026-11-24T22:30', ['checklist/incomplete']],
      ['with an error', { front: 'supersedes: CHG-2026-7777\n' }, '2026-11-24T22:30', ['links/record']],
      ['that is not as far', { status: 'to_be_reviewed' }, '2026-11-24T22:30', ['notReady']],
      [
        'that is on hold',
        { status: 'on_hold', front: 'hold: { reason: x, from: to_be_released }\n' },
        '2026-11-24T22:30',
        ['notReady'],
      ],
      [
        'that is rolled back',
        {
          status: 'releasing',
          front: 'actual: { start: 2026-11-24 22:00, rollback: { at: 2026-11-24 22:20, reason: x } }\n',
        },
        '2026-11-24T22:30',
        ['goesBack'],
      ],
      [
        'that is done',
        { status: 'done', front: 'outcome: successful\n' },
        '2026-11-25T12:00',
        ['notReady', 'over'],
      ],
    ];
  for (const [what, wishes, now, expected] of shut) {
    it(`is shut for a change ${what}`, () => {
      const found = reasons(one(wishes), [id, '--now', now]);
      for (const reason of expected) assert.ok(found.includes(reason), `${reason} in ${found.join(', ')}`);
    });
  }

  it('is shut for a release whose tag nobody made, however far the change is', () => {
    for (const status of ['to_be_released', 'releasing']) {
      const front = 'release: { tag: v1.1.0 }\nactual: { start: 2026-11-24 22:01 }\n';
      const folder = one({ status, front });
      // Nothing else is asked of git here.
      const rules = config.replace('release/tag', 'checklist/unattributed');
      writeFileSync(path.join(folder, '.changebook/config.yaml'), rules);
      const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
      git('init', '--quiet');
      git('add', '--all');
      git('-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', 'commit', '--quiet', '-m', 'Begin');
      assert.deepEqual(reasons(folder, [id, ...inside]), ['release/tag'], status);
      git('tag', 'v1.1.0');
      assert.deepEqual(reasons(folder, [id, ...inside]), [], status);
    }
  });

  it('is shut by a conflict, for both, unless it is waived', () => {
    const other = { environment: 'TEST' };
    const folder = one({}, { 'CHG-2026-0002': other });
    for (const name of [id, 'CHG-2026-0002'])
      assert.deepEqual(reasons(folder, [name, ...inside]), ['schedule/conflict'], name);
    const waiver = 'waivers: [{ rule: schedule/conflict, by: Eva, reason: agreed }]\n';
    assert.deepEqual(reasons(one({ front: waiver }, { 'CHG-2026-0002': other }), [id, ...inside]), []);
  });

  it('judges all changes that are on in an environment, and needs one', () => {
    const folder = one(
      {},
      {
        'CHG-2026-0002': { person: 'Dora', approved: false },
        'CHG-2026-0003': { person: 'Eva', environment: 'TEST' },
      },
    );
    const { allowed, changes } = gate(folder, ['--environment', 'PRO', ...inside]);
    assert.equal(allowed, false);
    assert.deepEqual(
      changes.map((judged) => [judged.id, judged.allowed]),
      [
        [id, true],
        ['CHG-2026-0002', false],
      ],
    );
    assert.equal(gate(folder, ['--environment', 'TEST', ...inside]).allowed, true);
    const none = gate(folder, ['--environment', 'UAT', ...inside]);
    assert.deepEqual(
      none.reasons.map(({ code }) => code),
      ['noChange'],
    );
    assert.equal(none.code, 1);
    const unknown = gate(folder, ['CHG-2026-9999', ...inside]);
    assert.deepEqual([unknown.code, unknown.reasons.map(({ code }) => code)], [2, ['noChange']]);
  });

  it('is open by a tag or an environment only where every change that they name is allowed', () => {
    const other = 'CHG-2026-0002';
    const tagged = { front: 'release: { version: 1.1.0 }\n' };
    const emergency = { type: 'emergency', person: 'Dora', start: '2026-11-26 22:00' };
    for (const [wishes, asked] of [
      [{ ...emergency, approved: false }, ['--environment', 'PRO']],
      [{ person: 'Dora', start: '2026-11-24 2z:00' }, ['--environment', 'PRO']],
      [{ person: 'Dora', environment: '{ name: PRO }', approved: false }, ['--environment', 'PRO']],
      [{ ...tagged, person: 'Dora', status: 'to_do', environment: 'DES' }, ['--tag', 'v1.1.0']],
    ] as const) {
      const { allowed, changes } = gate(one(tagged, { [other]: wishes }), [...asked, ...inside]);
      assert.equal(allowed, false);
      assert.deepEqual(
        changes.map((judged) => [judged.id, judged.allowed]).sort(),
        [
          [id, true],
          [other, false],
        ],
        JSON.stringify(asked),
      );
    }
  });

  it('is shut for an emergency that nobody approved, and open for one that somebody else did', () => {
    const emergency = { type: 'emergency' };
    assert.deepEqual(reasons(one(emergency), [id, ...inside]), []);
    assert.deepEqual(reasons(one({ type: 'emergencia', approved: false }), [id, ...inside]), [
      'approval/missing',
    ]);
    assert.deepEqual(reasons(one({ ...emergency, status: 'releasing', approved: false }), [id, ...inside]), [
      'approval/missing',
    ]);
    assert.deepEqual(reasons(one({ ...emergency, person: 'Ana' }), [id, ...inside]), ['approval/self']);
    assert.ok(
      reasons(one({ type: 'emergncy', approved: false }), [id, ...inside]).includes('approval/missing'),
    );
  });

  it('is shut where an approval lacks a part, or a denial or a time speaks against it', () => {
    const text = change(id);
    const entry = /\{ role: peer.* \}/.exec(text)?.[0] ?? assert.fail();
    const cases: readonly [entries: string, expected: readonly string[]][] = [
      [entry, []],
      [entry.replace('by: Ana, ', ''), ['approval/unbound']],
      [entry.replace('by: Ana, ', 'by: "--", '), ['approval/unbound']],
      [entry.replace(/at: [^,]*, /, ''), ['approval/unbound']],
      [entry.replace(/, digest: "[^"]*"/, ''), ['approval/unbound']],
      [entry.replace('2026-11-20 10:00', '2026-11-24 22:36'), ['approval/missing']],
      [entry.replace('2026-11-20 10:00', '2026-11-24 22:34'), []],
      [
        `{ role: peer, by: Ana, at: 2026-11-20T10:00+01:00, decision: denied }, ${entry}`,
        ['approval/denied'],
      ],
      [`{ role: par, by: Ana, decision: denegado }, ${entry}`, ['approval/denied']],
      [
        `{ role: peer, by: Ana, at: 2026-11-20T10:01+01:00, decision: denied }, ${entry}`,
        ['approval/denied'],
      ],
      [`{ role: peer, by: Ana, at: 2026-11-20T09:00Z, decision: denied }, ${entry}`, ['approval/denied']],
      [`${entry}, { role: peer, by: Ana, at: 2026-11-20T08:59Z, decision: denied }`, []],
    ];
    for (const [entries, expected] of cases) {
      const folder = folderOf({
        '.changebook/config.yaml': config,
        'PROC-DEPLOY.md': procedure,
        [`${id}.md`]: text.replace(entry, entries),
      });
      // Of a denial the role has not approved either.
      const found = reasons(folder, [id, ...inside]).filter(
        (rule) => !expected.includes('approval/denied') || rule !== 'approval/missing',
      );
      assert.deepEqual(found, expected, entries);
    }
  });

  it('is shut without a configuration, and by one with an error', () => {
    const codes = (yaml: string | undefined): string[] => {
      const files = { 'PROC-DEPLOY.md': procedure, [`${id}.md`]: change(id) };
      const folder = folderOf(yaml === undefined ? files : { ...files, '.changebook/config.yaml': yaml });
      const { allowed, changes, reasons: general } = gate(folder, [id, ...inside]);
      assert.ok(
        changes.every((one) => one.allowed === allowed),
        yaml,
      );
      return general.map(({ code }) => code);
    };
    assert.deepEqual(codes(config), []);
    assert.deepEqual(codes(undefined), ['noConfig']);
    assert.deepEqual(codes(config.replace('{ roles: [peer] }', '{ roles: { peer: yes } }')), ['config']);
    for (const rows of ['[]', '[{ roles: [] }]', '[{ when: { deployment_type: [1] }, roles: [] }]']) {
      const folder = one({ approved: false });
      writeFileSync(
        path.join(folder, '.changebook/config.yaml'),
        config.replace('[{ roles: [peer] }]', rows),
      );
      assert.deepEqual(reasons(folder, [id, ...inside]), ['approval/missing'], rows);
    }
  });

  it('is shut on a state of the team’s own that is one of waiting', () => {
    const folder = one({ status: 'paused', front: 'hold: { reason: x, from: to_be_released }\n' });
    const states = [
      'to_do',
      'in_progress',
      'to_be_reviewed',
      'to_be_released',
      'releasing',
      'in_testing',
      'done',
    ];
    const workflow = `workflow:\n  states:\n${states
      .map((state, at) => `    ${state}: { moves: [${states[at + 1] ?? ''}${at === 3 ? ', paused' : ''}] }\n`)
      .join('')}    paused: { stage: on_hold, moves: [to_be_released] }\n`;
    writeFileSync(path.join(folder, '.changebook/config.yaml'), config + workflow);
    assert.deepEqual(reasons(folder, [id, ...inside]), ['notReady']);
  });

  it('says why in the language that is asked for', () => {
    const { out, code } = changebook(['gate', id, '--now', '2026-11-24T20:00', '--language', 'es'], one({}));
    assert.equal(code, 1);
    assert.match(
      out,
      /no se puede desplegar ahora.*\n {2}- Su ventana se abre el 2026-11-24 22:00 y ahora es 2026-11-24 20:00 \(Europe\/Madrid\)\.\n$/,
    );
  });

  it('takes no call that names nothing', () => {
    for (const args of [[], [id, 'CHG-2026-0002'], ['--customer', 'x']]) {
      const { code, out, err } = changebook(['gate', ...args], one({}));
      assert.equal(code, 2);
      assert.match(err, /^changebook: Say which change/);
      assert.equal(out, '');
    }
  });
});
