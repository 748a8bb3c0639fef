import { strict as assert } from 'node:assert';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, checkJson } from './program';
import { repositoryOf } from './repository';

const now = ['--now', '2026-11-20T12:00+01:00'];

describe('A record that says that it was imported', () => {
  it('gains nothing by that where it is a record of one’s own', () => {
    const own = (status: string, front = '') => `---
id: CHG-2026-0001
type: change
status: ${status}
change_type: normal
environments: [PRO]
performed_by: provider
schedule: { start: 2026-11-20 11:00, duration: 2h }
${front}---
# Portal

## Deployment

- [ ] Deploy
`;
    const claim = 'imported: { from: servicenow, id: CHG0030009 }\n';
    const file = 'changes/CHG-2026-0001.md';
    const cwd = repositoryOf(
      { '.changebook/config.yaml': 'timezone: Europe/Madrid\n', [file]: own('in_testing') },
      'Ana Gil',
    );
    const write = (text: string): void => writeFileSync(path.join(cwd, file), text);
    const advance = [
      'advance',
      'CHG-2026-0001',
      '--to',
      'done',
      '--outcome',
      'successful',
      '--dry-run',
      ...now,
    ];
    const refusal = (): unknown[] => {
      const { code, out } = changebook([...advance, '--format', 'json'], cwd);
      return [code, (JSON.parse(out).findings as { rule: string }[]).map(({ rule }) => rule)];
    };
    const before = refusal();
    assert.deepEqual(before[0], 1);
    write(own('in_testing', claim));
    assert.deepEqual(refusal(), before);
    write(own('to_be_released', claim));
    assert.equal(changebook(['gate', 'CHG-2026-0001', ...now], cwd).code, 1);
    write(own('done', claim));
    assert.equal(changebook(['gate', 'CHG-2026-0001', ...now], cwd).code, 1);
    const { findings, code } = checkJson(['--since', 'HEAD', ...now], cwd);
    assert.equal(code, 1);
    const loosened = findings.find(({ rule }) => rule === 'config/loosened');
    assert.equal(loosened?.file, file);
    assert.match(
      loosened.message,
      /now says that it was closed before it was imported .*, and would not pass .*approval\/missing, /,
    );
    // Nor does it help to write the key in another way, or the record into another file.
    const moved = 'changes/CHG-2026-0001-portal.md';
    for (const [place, text] of [
      [file, own('done', claim.replace('imported', '"\\x69mported"'))],
      [moved, `${own('done', claim)}\n${'Another line of text.\n'.repeat(40)}`],
    ] as const) {
      rmSync(path.join(cwd, file));
      writeFileSync(path.join(cwd, place), text);
      const again = checkJson(['--since', 'HEAD', ...now], cwd);
      assert.equal(again.findings.find(({ rule }) => rule === 'config/loosened')?.file, place);
    }
    rmSync(path.join(cwd, moved));
    // What only work here leaves behind speaks for itself.
    write(
      own(
        'done',
        `${claim}approvals: [{ role: peer, by: Nil Roca, at: 2026-11-13 10:05, decision: denied }]\n`,
      ),
    );
    assert.ok(checkJson(now, cwd).findings.some(({ rule }) => rule === 'approval/denied'));
  });
});
