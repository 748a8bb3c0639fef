import { strict as assert } from 'node:assert';
import { newChangeText } from '../../../../src/core/create/newChangeText';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { SourceProcedure } from '../../../../src/core/procedure/takenSections';
import type { CountingSide, UpdateConflict } from '../../../../src/core/update/takeOver';
import { type UpdatedText, updatedText } from '../../../../src/core/update/updatedText';

const old = `---
id: PROC-A
type: procedure
version: 1.0.0
---
# A procedure

Read it first.

## 1. Prepare

- [ ] Tell everybody
- [ ] Make a backup <!-- step: backup -->
- [ ] Stop the jobs

## 2. Deploy

- [ ] Install it
- [ ] Start the jobs

## Rollback

- [ ] Restore the backup

## Checklist

- [ ] Mail sent
`;

type Change = readonly [from: string, to: string];

function made(text: string, changes: readonly Change[]): string {
  return changes.reduce((own, [from, to]) => {
    assert.ok(own.includes(from), from);
    return own.replace(from, () => to);
  }, text);
}

function procedure(text: string): SourceProcedure {
  const record = parseRecord(text, { expected: true });
  assert.ok(record?.type === 'procedure');
  return { file: 'procedures/PROC-A.md', record };
}

const file = 'changes/CHG-2026-0001.md';

function newText(text: string, language: 'en' | 'es' = 'en'): string {
  return newChangeText({
    language,
    id: 'CHG-2026-0001',
    file,
    title: 'A change',
    changeType: 'normal',
    created: '2026-01-01',
    procedure: procedure(text),
  });
}

function updated(
  change: string,
  now: string,
  answer?: CountingSide | ((conflict: UpdateConflict) => CountingSide | undefined),
): UpdatedText {
  const decide = typeof answer === 'function' ? answer : () => answer;
  const made = updatedText(change, file, { from: procedure(old), to: procedure(now) }, decide);
  return made ?? assert.fail('not updated');
}

/** What a newer version makes of a change that was made from the old one and edited since. */
function check(edits: readonly Change[], news: readonly Change[], expected: readonly Change[]): void {
  const now = made(old, [['1.0.0', '1.1.0'], ...news]);
  const { text, open } = updated(made(newText(old), edits), now);
  assert.deepEqual(open, []);
  assert.equal(text, made(newText(old), [['PROC-A@1.0.0', 'PROC-A@1.1.0'], ...expected]));
}

describe('A change that takes over a newer version of its procedure', () => {
  it('is what a new one would be, where nobody edited it', () => {
    const versions: readonly (readonly Change[])[] = [
      [['- [ ] Stop the jobs\n', '- [ ] Stop the jobs\n- [ ] Lock the door\n']],
      [['- [ ] Tell everybody\n', '']],
      [['Read it first.', 'Read it twice.']],
      [['## 2. Deploy', '## 2. Look\n\n- [ ] Look at it\n\n## 3. Deploy']],
      [['- [ ] Mail sent\n', '- [ ] Mail sent\n- [ ] Tickets closed\n']],
      [['- [ ] Restore the backup\n', '- [ ] Restore the backup\n\n### Then\n\n1. [ ] Tell them\n']],
      [['## Rollback', '## Tests\n\n- [ ] Log in\n\n## Rollback']],
      [['- [ ] Install it\n', '- [ ] Install it by hand <!-- step: install by=ops takes=10m -->\n']],
    ];
    for (const language of ['en', 'es'] as const)
      for (const [at, news] of versions.entries()) {
        const now = made(old, [['1.0.0', '1.1.0'], ...news]);
        const { text, open } = updated(newText(old, language), now);
        assert.deepEqual(open, []);
        assert.equal(text, newText(now, language), `${language} ${at}`);
      }
  });

  it('keeps what is ticked, what does not apply, and its own steps', () => {
    check(
      [
        ['- [ ] Tell everybody', '- [x] Tell everybody'],
        ['- [ ] Stop the jobs', '- [x] ~~Stop the jobs~~ (n/a: none run)\n- [ ] My own step'],
        ['TBD: what changes, and why.', 'All of it.'],
      ],
      [
        ['- [ ] Tell everybody\n', '- [ ] Tell everybody\n- [ ] Tell nobody\n'],
        ['- [ ] Install it\n', '- [ ] Install it\n- [ ] Look at it\n'],
      ],
      [
        ['- [ ] Tell everybody', '- [x] Tell everybody\n- [ ] Tell nobody'],
        ['- [ ] Stop the jobs', '- [x] ~~Stop the jobs~~ (n/a: none run)\n- [ ] My own step'],
        ['TBD: what changes, and why.', 'All of it.'],
        ['- [ ] Install it', '- [ ] Install it\n- [ ] Look at it'],
      ],
    );
  });

  it('puts new steps behind its own ones at the same place', () => {
    check(
      [['- [ ] Stop the jobs', '- [ ] Stop the jobs\n- [ ] My own step\n  with more']],
      [['- [ ] Stop the jobs', '- [ ] Stop the jobs\n- [ ] Lock the door']],
      [['- [ ] Stop the jobs', '- [ ] Stop the jobs\n- [ ] My own step\n  with more\n- [ ] Lock the door']],
    );
  });

  it('keeps what was done though the procedure has it no more', () => {
    check(
      [['- [ ] Tell everybody', '- [x] Tell everybody']],
      [['- [ ] Tell everybody\n', '']],
      [['- [ ] Tell everybody', '- [x] Tell everybody']],
    );
    check(
      [['- [ ] Tell everybody', '- [x] Tell everybody']],
      [['- [ ] Tell everybody', '- [ ] Tell the customer']],
      [['- [ ] Tell everybody', '- [x] Tell everybody\n- [ ] Tell the customer']],
    );
  });

  it('gives a named step its new words and keeps who does it', () => {
    check(
      [['<!-- step: backup -->', '<!-- step: backup by=Ana -->']],
      [['Make a backup <!-- step: backup -->', 'Make two backups <!-- step: backup takes=10m -->']],
      [['Make a backup <!-- step: backup -->', 'Make two backups <!-- step: backup by=Ana takes=10m -->']],
    );
  });

  it('keeps a tick where only the words behind the step are new', () => {
    check(
      [['- [ ] Install it', '- [x] Install it']],
      [['- [ ] Install it', '- [ ] Install it <!-- step: install by=ops -->']],
      [['- [ ] Install it', '- [x] Install it <!-- step: install by=ops -->']],
    );
  });

  it('moves a tick along with its step', () => {
    check(
      [['- [ ] Stop the jobs', '- [x] Stop the jobs']],
      [
        ['- [ ] Stop the jobs\n', ''],
        ['- [ ] Install it', '- [ ] Stop the jobs\n- [ ] Install it'],
      ],
      [
        ['- [ ] Stop the jobs\n', ''],
        ['- [ ] Install it', '- [x] Stop the jobs\n- [ ] Install it'],
      ],
    );
  });

  it('asks which words of a ticked step count', () => {
    const change = made(newText(old), [['- [ ] Make a backup', '- [x] Make a backup']]);
    const now = made(old, [
      ['1.0.0', '1.1.0'],
      ['Make a backup', 'Make two backups'],
    ]);
    const conflict = {
      change: ['- [x] Make a backup <!-- step: backup -->'],
      procedure: ['- [ ] Make two backups <!-- step: backup -->'],
    };
    assert.deepEqual(updated(change, now).open, [conflict]);
    const kept = updated(change, now, 'change');
    assert.deepEqual(kept.open, []);
    assert.equal(kept.text, change.replace('@1.0.0', '@1.1.0'));
    assert.equal(updated(change, now, 'procedure').text, newText(now));
  });

  it('asks where both have other words', () => {
    const change = made(newText(old), [['Read it first.', 'Read it, please.']]);
    const now = made(old, [
      ['1.0.0', '1.1.0'],
      ['Read it first.', 'Read it twice.'],
    ]);
    const { open } = updated(change, now);
    assert.deepEqual(open, [{ change: ['Read it, please.'], procedure: ['Read it twice.'] }]);
    assert.equal(updated(change, now, 'change').text, change.replace('@1.0.0', '@1.1.0'));
    assert.equal(updated(change, now, 'procedure').text, newText(now));
  });

  it('leaves a section empty that the procedure has no more', () => {
    check(
      [],
      [['## Rollback\n\n- [ ] Restore the backup\n\n', '']],
      [['## Rollback\n\n- [ ] Restore the backup\n', '## Rollback\n']],
    );
  });

  it('changes nothing a second time', () => {
    const now = made(old, [
      ['1.0.0', '1.1.0'],
      ['- [ ] Install it\n', '- [ ] Install it\n- [ ] Look\n'],
    ]);
    const once = updated(made(newText(old), [['- [ ] Mail', '- [x] Mail']]), now).text;
    assert.equal(updated(once, now).text, once);
  });

  it('keeps line breaks and the byte order mark', () => {
    const now = made(old, [
      ['1.0.0', '1.1.0'],
      ['- [ ] Install it\n', '- [ ] Install it\n- [ ] Look\n'],
    ]);
    const crlf = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    assert.equal(updated(crlf(newText(old)), now).text, crlf(newText(now)));
    const mixed = newText(old).replace('\n', '\r\n');
    assert.equal(
      updatedText(mixed, file, { from: procedure(old), to: procedure(now) }, () => 'change'),
      undefined,
    );
  });
});
