import { strict as assert } from 'node:assert';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { config } from './gateWorkspace';
import { changebook, checkJson } from './program';
import { git, repositoryOf } from './repository';

const now = ['--now', '2026-11-25T22:30+01:00'];
const freeze =
  'freezes: [{ days: [wed], from: "15:00", to: "24:00", hard: true, overridable_by: [operations] }]\n';
const people =
  'people: [{ name: Nil Roca, addresses: [nil.roca@example.org] }, { name: Rita Mas, addresses: [rita.mas@example.org] }]\n';
const holders = 'approvals: [{ roles: [], holders: { operations: [Nil Roca] } }]\n';
const file = 'CHG-2026-0001.md';

function repository(who: string): string {
  const settings = config.replace('approvals: [{ roles: [peer] }]\n', holders);
  const folder = repositoryOf(
    {
      '.changebook/config.yaml': `${settings}${people}${freeze}`,
      [file]: `---
id: CHG-2026-0001
type: change
status: to_be_released
title: Portal
schedule: { start: 2026-11-25 22:00, duration: 1h }
---
# Portal
`,
    },
    who,
  );
  git(folder, 'config', 'user.email', `${who.toLowerCase().replace(' ', '.')}@example.org`);
  return folder;
}

/** What is found about freezes and waivers. */
function found(folder: string): string[] {
  return checkJson(now, folder)
    .findings.filter(({ rule }) => /freeze|waiver/.test(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`)
    .sort();
}

/** Writes a waiver as anybody may, and commits it. */
function write(folder: string, by: string): void {
  const place = path.join(folder, file);
  const waiver = `waivers: [{ rule: schedule/freeze, by: ${by}, reason: The shop is closed }]\n---\n# Portal`;
  writeFileSync(place, readFileSync(place, 'utf8').replace('---\n# Portal', waiver));
  git(folder, 'commit', '--quiet', '-am', 'Waived');
}

function waive(folder: string, ...args: string[]) {
  return changebook(
    ['waive', 'CHG-2026-0001', 'schedule/freeze', '--reason', 'The shop is closed', ...args],
    folder,
  );
}

describe('A freeze that only some roles override', () => {
  it('gives way to the waiver that a holder committed', () => {
    const folder = repository('Nil Roca');
    assert.deepEqual(found(folder), ['schedule/freeze error']);
    assert.equal(waive(folder).code, 0);
    assert.deepEqual(found(folder), ['schedule/freeze info']);
  });

  it('stays for the waiver of anybody else, also under the name of a holder', () => {
    const folder = repository('Rita Mas');
    for (const by of [[], ['--by', 'Nil Roca']]) {
      const { code, err } = waive(folder, ...by);
      assert.deepEqual(
        [code, /Only operations may waive this freeze.*Nil Roca can/.test(err)],
        [1, true],
        err,
      );
    }
    write(folder, 'Rita Mas');
    assert.deepEqual(found(folder), ['schedule/freeze error', 'waiver/unverified error']);
    const other = repository('Rita Mas');
    write(other, 'Nil Roca');
    assert.deepEqual(found(other), ['schedule/freeze error', 'waiver/unverified error']);
    const { out } = changebook(['check', ...now, '--language', 'es'], other);
    assert.match(out, /Debe darla Nil Roca/);
  });

  it('is waived by a text that nobody committed as long as no gate asks', () => {
    const folder = repository('Nil Roca');
    const place = path.join(folder, file);
    const waiver =
      'waivers: [{ rule: schedule/freeze, by: Nil Roca, reason: The shop is closed }]\n---\n# Portal';
    writeFileSync(place, readFileSync(place, 'utf8').replace('---\n# Portal', waiver));
    assert.deepEqual(found(folder), ['schedule/freeze info', 'waiver/unverified info']);
    const gate = (...args: string[]) => changebook(['gate', 'CHG-2026-0001', ...args, ...now], folder);
    assert.match(gate().out, /The waiver of Nil Roca is not committed yet/);
    assert.equal(gate().code, 1);
    appendFileSync(place, '\n');
    git(folder, 'commit', '--quiet', '-am', 'Waived');
    assert.doesNotMatch(gate().out, /waiver/);
  });

  it('finds a slot in it only where the waiver counts', () => {
    for (const [who, free] of [
      ['Nil Roca', true],
      ['Rita Mas', false],
    ] as const) {
      const folder = repository(who);
      write(folder, who);
      const call = ['slot', 'CHG-2026-0001', '--count', '1', '--now', '2026-11-25T21:50+01:00'];
      const { out } = changebook(call, folder);
      assert.equal(/2026-11-25 22:00 →/.test(out), free, out);
    }
  });
});
