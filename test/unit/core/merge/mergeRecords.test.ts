import { strict as assert } from 'node:assert';
import type { Merged } from '../../../../src/core/merge/conflict';
import { usualStyle } from '../../../../src/core/merge/conflict';
import { mergeRecords } from '../../../../src/core/merge/mergeRecords';

const base = `---
# Whose it is
id: CHG-2026-0001
type: change
status: to_do
environments: [UAT]
schedule: { start: "2026-01-01 22:00", duration: 1h }
impact:
  level: low
  description: none # yet
components:
  - { name: core, from: "1.0", to: "1.1" }
  - name: web
    to: "2.0"
approvals:
  - { role: peer, by: Ana, at: 2026-01-01T10:00+01:00, decision: approved }
---
# A change

Text of one
paragraph.

## Deployment

- [ ] one
- [ ] two
- [ ] three <!-- step: third -->

## Changelog

- a

| Time | What |
| --- | --- |
| 10:00 | begun |
`;

type Change = readonly [from: string, to: string];

function made(text: string, changes: readonly Change[]): string {
  return changes.reduce((own, [from, to]) => {
    assert.ok(own.includes(from), from);
    return own.replace(from, () => to);
  }, text);
}

function merge(ours: readonly Change[], theirs: readonly Change[], from = base): Merged {
  return mergeRecords(from, made(from, ours), made(from, theirs)) ?? assert.fail('not merged');
}

/** What both sides did is there, and nothing else. */
function keepsBoth(ours: readonly Change[], theirs: readonly Change[], both = [...ours, ...theirs]): void {
  assert.deepEqual(merge(ours, theirs), { text: made(base, both), conflicts: 0 });
}

/** Both sides stand between markers, and nothing else does. */
function asks(ours: readonly Change[], theirs: readonly Change[], place: Change): void {
  assert.deepEqual(merge(ours, theirs), { text: made(base, [place]), conflicts: 1 });
}

function marked(ours: string, theirs: string): string {
  return `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`;
}

describe('Merging records', () => {
  it('keeps ticks of neighbouring steps', () => {
    keepsBoth([['[ ] one', '[x] one']], [['[ ] two', '[x] two']]);
    keepsBoth([['[ ] two', '[x] ~~two~~ (n/a: why)']], [['[ ] three', '[X] three']]);
    keepsBoth([['[ ] one', '[x] one']], [['[ ] one', '[x] one']], [['[ ] one', '[x] one']]);
  });

  it('keeps a tick of a step that another one gives a name, and of a named one that is reworded', () => {
    keepsBoth([['[ ] one', '[x] one']], [['one\n', 'one <!-- step: first -->\n']]);
    keepsBoth([['[ ] three', '[x] three']], [['three <', 'three and four <']]);
    keepsBoth(
      [['[ ] three', '[x] ~~three~~ (n/a: why)']],
      [['three <', 'three and four <']],
      [['[ ] three', '[x] ~~three and four~~ (n/a: why)']],
    );
  });

  it('keeps words that both give a step, and asks where they give one word two values', () => {
    keepsBoth([['two\n', 'two <!-- step: by=dba -->\n']], [['[ ] two', '[x] two']]);
    keepsBoth(
      [['third -->', 'third by="Ana Serra" -->']],
      [['third -->', 'third takes=10m evidence -->']],
      [['third -->', 'third by="Ana Serra" takes=10m evidence -->']],
    );
    const words = (by: string): string => `- [ ] three <!-- step: third by=${by} -->\n`;
    const line = '- [ ] three <!-- step: third -->\n';
    asks([[line, words('a')]], [[line, words('b')]], [line, marked(words('a'), words('b'))]);
  });

  it('asks which step of a choice it is where both ticked another one', () => {
    const steps = ['mail', 'phone', 'chat'].map((way) => `- [ ] ${way} <!-- step: choice=way -->\n`);
    const from = base.replace('- [ ] two\n', steps.join(''));
    const [ours, theirs]: Change[] = [
      ['[ ] mail', '[x] mail'],
      ['[ ] phone', '[x] phone'],
    ];
    const merged = merge(ours ? [ours] : [], theirs ? [theirs] : [], from);
    const [, phone = ''] = steps;
    const place: Change = [phone, marked(phone, phone.replace('[ ]', '[x]'))];
    assert.deepEqual(merged, { text: made(from, [['[ ] mail', '[x] mail'], place]), conflicts: 1 });
    assert.equal(merge(ours ? [ours] : [], ours ? [ours] : [], from).conflicts, 0);
  });

  it('asks where one ticks what the other rewords, skips or removes', () => {
    const ticked = '- [x] one\n';
    const place = (theirs: string): Change => ['- [ ] one\n', marked(ticked, theirs)];
    for (const theirs of ['- [ ] one more\n', '- [x] ~~one~~ (n/a: why)\n', ''])
      asks([['- [ ] one\n', ticked]], [['- [ ] one\n', theirs]], place(theirs));
  });

  it('keeps steps beside those that somebody moves, adds or removes', () => {
    keepsBoth([['[ ] one', '[x] one']], [['- [ ] two\n', '']]);
    keepsBoth(
      [['[ ] two', '[x] two']],
      [['- [ ] two\n', '- [ ] between\n- [ ] two\n']],
      [['- [ ] two\n', '- [ ] between\n- [x] two\n']],
    );
  });

  it('ticks a step where the other side has put it, and has it once where both moved it', () => {
    const moved: Change[] = [
      ['- [ ] one\n', ''],
      ['third -->\n', 'third -->\n- [ ] one\n'],
    ];
    keepsBoth(moved, [['[ ] one', '[x] one']], [...moved, ['[ ] one', '[x] one']]);
    keepsBoth([['[ ] one', '[x] one']], moved, [...moved, ['[ ] one', '[x] one']]);
    const elsewhere: Change[] = [
      ['- [ ] one\n', ''],
      ['two\n', 'two\n- [x] one\n'],
    ];
    keepsBoth(moved, elsewhere, [...moved, ['[ ] one', '[x] one']]);
  });

  it('asks in which order new steps are', () => {
    const added = (step: string): Change => ['[ ] two\n', `[ ] two\n${step}`];
    const [ours, theirs] = ['- [ ] ours\n', '- [ ] theirs\n'];
    asks([added(ours)], [added(theirs)], added(marked(ours, theirs)));
  });

  it('keeps items, rows and sections that both add', () => {
    keepsBoth([['- a\n', '- a\n- b\n']], [['- a\n', '- a\n- c\n']], [['- a\n', '- a\n- b\n- c\n']]);
    keepsBoth(
      [['begun |\n', 'begun |\n| 11 | b |\n']],
      [['begun |\n', 'begun |\n| 12 | c |\n']],
      [['begun |\n', 'begun |\n| 11 | b |\n| 12 | c |\n']],
    );
    keepsBoth(
      [['begun |\n', 'begun |\n\n## Review\n\nGood.\n']],
      [['begun |\n', 'begun |\n\n## Notes\n\nBad.\n']],
      [['begun |\n', 'begun |\n\n## Review\n\nGood.\n\n## Notes\n\nBad.\n']],
    );
  });

  it('asks of lines of one paragraph, as git does', () => {
    const whole = 'Text of one\nparagraph.\n';
    asks(
      [['Text', 'Words']],
      [['paragraph.', 'part.']],
      [whole, marked('Words of one\nparagraph.\n', 'Text of one\npart.\n')],
    );
  });

  it('keeps fields of both sides, wherever they stand', () => {
    keepsBoth([['status: to_do', 'status: in_progress']], [['type: change\n', 'type: change\nowner: Ana\n']]);
    keepsBoth([['duration: 1h', 'duration: 2h']], [['22:00', '23:00']]);
    keepsBoth([['level: low', 'level: high']], [['description: none', 'description: some']]);
    keepsBoth([['level: low', 'level: high']], [['none # yet', 'none # any more']]);
    keepsBoth([['# Whose it is', '# Whose it was']], [['id: CHG-2026-0001', 'id: CHG-2026-0001\ntitle: A']]);
    keepsBoth([['[UAT]', '[UAT, PRO]']], [['[UAT]', '[UAT, DES]']], [['[UAT]', '[UAT, PRO, DES]']]);
    keepsBoth([['[UAT]', '[]']], [['[UAT]', '[UAT, DES]']], [['[UAT]', '[DES]']]);
    keepsBoth([['to: "1.1"', 'to: "1.2"']], [['to: "2.0"', 'to: "2.1"']]);
    keepsBoth(
      [['to: "2.0"\n', 'to: "2.0"\n  - { name: db }\n']],
      [['  - name: web\n    to: "2.0"\n', '']],
      [['  - name: web\n    to: "2.0"\n', '  - { name: db }\n']],
    );
  });

  it('keeps all approvals and notices, also two of one role, and the first ones of both sides', () => {
    const entry = (by: string): string => `  - { role: operations, by: ${by}, decision: approved }\n`;
    const last = 'decision: approved }\n---';
    const added = (...names: string[]): Change => [
      last,
      last.replace('---', `${names.map(entry).join('')}---`),
    ];
    keepsBoth([added('Ana')], [added('Ben')], [added('Ana', 'Ben')]);
    const inner = (...names: string[]): Change => [
      '---\n# A',
      `x-own:\n  approvals:\n${names.map((by) => `    - { role: peer, by: ${by} }\n`).join('')}---\n# A`,
    ];
    keepsBoth([inner('Ana')], [inner('Ben')], [inner('Ana', 'Ben')]);
    const first = (channel: string): string => `  - { kind: start, channel: ${channel} }\n`;
    const sent = (entries: string): Change => ['---\n# A', `notifications:\n${entries}---\n# A`];
    keepsBoth([sent(first('mail'))], [sent(first('chat'))], [sent(first('mail') + first('chat'))]);
  });

  it('keeps parts of what the vocabulary does not know', () => {
    const own = 'x-hosts:\n  - name: one\n    size: 1\n  - name: two\n    size: 2\n';
    const from = base.replace('components:\n', `${own}components:\n`);
    const both: Change[] = [
      ['size: 1', 'size: 3'],
      ['size: 2\n', 'size: 2\n    zone: b\n'],
    ];
    assert.deepEqual(merge(both.slice(0, 1), both.slice(1), from), { text: made(from, both), conflicts: 0 });
  });

  it('asks of a field that both changed, in its own lines', () => {
    asks(
      [['status: to_do', 'status: in_progress']],
      [['status: to_do', 'status: cancelled']],
      ['status: to_do\n', marked('status: in_progress\n', 'status: cancelled\n')],
    );
    asks(
      [['level: low', 'level: high']],
      [['level: low', 'level: medium']],
      ['  level: low\n', marked('  level: high\n', '  level: medium\n')],
    );
    asks(
      [['status: to_do\n', '']],
      [['status: to_do', 'status: cancelled']],
      ['status: to_do\n', marked('', 'status: cancelled\n')],
    );
  });

  it('takes the same said in two ways for the same', () => {
    const ours: Change = ['status: to_do', 'status: in_progress'];
    keepsBoth([ours], [['status: to_do', 'estado: en_curso']], [ours]);
  });

  it('keeps line breaks, the byte order mark and the end of the text', () => {
    const windows = `\uFEFF${base.replaceAll('\n', '\r\n')}`;
    const both: Change[] = [
      ['[ ] one', '[x] one'],
      ['[ ] two', '[x] two'],
    ];
    assert.equal(merge(both.slice(0, 1), both.slice(1), windows).text, made(windows, both));
    const unended = base.trimEnd();
    assert.equal(merge(both.slice(0, 1), both.slice(1), unended).text, made(unended, both));
    const unix = mergeRecords(windows, made(windows, both.slice(0, 1)), made(base, both.slice(1)));
    assert.equal(unix?.text, made(base, both));
  });

  it('shows what both came from where that is asked for, with as many signs as are wanted', () => {
    const style = { ...usualStyle, ours: 'HEAD', theirs: 'other', base: '1234', size: 9, showsBase: true };
    const [ours, theirs] = ['in_progress', 'cancelled'].map((to) =>
      made(base, [['status: to_do', `status: ${to}`]]),
    );
    const merged = mergeRecords(base, ours ?? '', theirs ?? '', style);
    const lines = ['<<<<<<<<< HEAD', 'status: in_progress', '||||||||| 1234', 'status: to_do', '========='];
    const text = [...lines, 'status: cancelled', '>>>>>>>>> other'].join('\n');
    assert.deepEqual(merged, { text: made(base, [['status: to_do', text]]), conflicts: 1 });
  });

  it('leaves to git what is no record, or none that it can take apart', () => {
    const change = (text: string): unknown => mergeRecords(text, `${text}a\n`, `${text}b\n`);
    assert.equal(change('# Readme\n'), undefined);
    assert.equal(change('---\nid: CHG-1\ntype: change\nstatus: [\n---\n'), undefined);
    assert.equal(change('---\nid: CHG-1\ntype: change\nstatus: to_do\nstatus: done\n---\n'), undefined);
    assert.equal(change(`${base}<<<<<<< a\n=======\n>>>>>>> b\n`), undefined);
    assert.equal(change(base.replace('\n', '\r\n')), undefined);
  });
});
