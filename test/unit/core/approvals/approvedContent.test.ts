import { strict as assert } from 'node:assert';
import {
  approvedContent,
  bindingDigests,
  changedParts,
  digestOf,
  isBound,
  isOlderDigest,
} from '../../../../src/core/approvals/approvedContent';
import { closingRules } from '../../../../src/core/approvals/partsNotApproved';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { RecordOf } from '../../../../src/core/model/parse/record';
import { rules } from '../../../../src/core/rules/registry';

function change(text: string): RecordOf<'change'> {
  const record = parseRecord(text);
  return record?.type === 'change' ? record : assert.fail(`no change: ${text}`);
}

const withFront = (front: string, body = '# Title\n') =>
  `---\nid: CHG-2026-0001\ntype: change\n${front}---\n${body}`;
const digestIn = (text: string) => digestOf(change(text));
const ofFront = (front: string) => digestIn(withFront(front));
const ofBody = (body: string) => digestIn(withFront('', body));

describe('What an approval is about', () => {
  const bodies: readonly (readonly [what: string, one: string, other: string])[] = [
    ['a section of a repeated title', '## A\n1\n## A\n2\n## A (2)\n3\n', '## A\n1\n## A\n4\n## A (2)\n3\n'],
    ['the order of sections', '## A\n1\n## B\n2\n', '## B\n2\n## A\n1\n'],
    ['the level of a heading', '## A\n', '### A\n'],
    ['text behind a mark', '- [x] ~~a~~ (n/a: r)\n', '- [x] ~~a~~ (n/a: r) b\n'],
    ['text between the brackets of a mark', '- [x] ~~a~~ (n/a: r)\n', '- [x] ~~a~~ (n/a: r) b (c)\n'],
    ['text as if a mark were not there', '- [ ] a b\n', '- [x] ~~a~~ (n/a: r) b\n'],
    ['a mark that is no step', 'a\n', '~~a~~ (n/a: r)\n'],
    ['a mark in a mark', '- [x] ~~~~a~~ (n/a: x)~~ (n/a: y)\n', '- [x] ~~a~~ (n/a: x)\n'],
    ['a block that a mark keeps in the step', '- [ ] a\n  ===\n', '- [x] ~~a\n  ===~~ (n/a: r)\n'],
    ['a line that a mark keeps in the step', '- [ ] a\n  ***\n', '- [x] ~~a\n  ***~~ (n/a: r)\n'],
    ['a box in code', '```\n- [ ] a\n```\n', '```\n- [x] a\n```\n'],
    ['a box in HTML', '<div>\n- [ ] a\n</div>\n', '<div>\n- [x] a\n</div>\n'],
    ['what is hidden', 'a <!-- b -->\n', 'a <!-- c -->\n'],
    ['words behind the name of a step', '- [ ] a <!-- step: b -->\n', '- [ ] a <!-- step: b c -->\n'],
    [
      'a comment that is hidden in a mark',
      '- [x] ~~a <!-- b -->~~ (n/a)\n',
      '- [x] ~~a <!-- c -->~~ (n/a)\n',
    ],
    ['the target of a link', '[a](b)\n', '[a](c)\n'],
    ['blanks in code', '`a  b`\n', '`a b`\n'],
    ['indentation', '- a\n  - [ ] b\n', '- a\n\n- [ ] b\n'],
    ['the nesting of steps', '- [ ] a\n  - [ ] b\n', '- [ ] a\n- [ ] b\n'],
    ['a hard break', 'a  \nb\n', 'a\nb\n'],
    ['a tab', '\ta\n', '    a\n'],
    ['a CR by itself', 'a\rb\n', 'a\nb\n'],
    ['lines of a step', '- [ ] a\n  b\n', '- [ ] a b\n'],
    ['composed letters', 'caf\u00e9\n', 'cafe\u0301\n'],
    ['what cannot be seen', 'a\n', 'a\u200b\n'],
    ['a byte order mark inside', 'a\n', 'a\ufeff\n'],
    ['the last line break', 'a\n', 'a'],
    ['half of a character', 'a\ud800\n', 'a\ud801\n'],
  ];
  for (const [what, one, other] of bodies)
    it(`is ${what}`, () => assert.notEqual(ofBody(one), ofBody(other)));

  const fronts: readonly (readonly [what: string, one: string, other: string])[] = [
    ['a field that is not known', 'x-run: a\n', 'x-run: b\n'],
    ['a field of a wrong type', 'schedule: a\n', 'schedule: b\n'],
    ['a value that is none of its field', 'performed_by: a\n', 'performed_by: b\n'],
    ['a key that is not known, deeper', 'impact: { level: low, x: a }\n', 'impact: { level: low, x: b }\n'],
    ['the second of two', 'title: a\ntitle: b\n', 'title: a\ntitle: c\n'],
    ['the second of two in two languages', 'title: a\ntitulo: b\n', 'title: a\ntitulo: c\n'],
    ['which of two comes first', 'title: a\ntitle: b\n', 'title: b\ntitle: a\n'],
    ['the order of a list', 'features: [a, b]\n', 'features: [b, a]\n'],
    ['where a text of a list ends', 'features: [a, b]\n', 'features: ["a, b"]\n'],
    ['a list that is none', 'features: [a]\n', 'features: a\n'],
    ['nothing', 'owner:\n', ''],
    ['a word for nothing', 'owner: null\n', 'owner: "null"\n'],
    ['a number beside a text of the same', 'x-run: 1\n', 'x-run: "1"\n'],
    ['a key that is a number', '1: a\n', '"1": a\n'],
    ['a comment', 'owner: a # b\n', 'owner: a # c\n'],
    ['what a comment stands above', '# c\nowner: a\ntitle: b\n', 'owner: a\n# c\ntitle: b\n'],
    ['a comment above what is left out', '# c\nstatus: done\n', 'status: done\n'],
    ['a comment at the end', 'owner: a\n', 'owner: a\n# c\n'],
    ['figures at another place', 'tests: [{ passed: 1 }]\n', 'tests: [{ passed: 2 }]\n'],
    ['a state at another place', 'components: [{ status: a }]\n', 'components: [{ status: b }]\n'],
    ['a waiver', 'waivers: [{ rule: schedule/friday }]\n', ''],
    ['a waiver of two rules', 'waivers: [{ rule: closure/review, regla: schedule/friday }]\n', ''],
    ['a tag', 'owner: !a b\n', 'owner: !c b\n'],
    ['an anchor', 'owner: &a b\n', 'owner: &c b\n'],
    ['what cannot be read', 'owner: {\n', 'owner: [\n'],
    ['what would be a prototype', '__proto__: a\n', '__proto__: b\n'],
    ['half of a character', 'owner: "\\ud800"\n', 'owner: "\\ud801"\n'],
  ];
  for (const [what, one, other] of fronts)
    it(`is ${what}`, () => assert.notEqual(ofFront(one), ofFront(other)));

  const same: readonly (readonly [what: string, one: string, other: string])[] = [
    ['quotes', 'title: a\ndeployment_type: 4\n', `title: 'a'\n"deployment_type": 4\n`],
    ['a version that is quoted', 'release: { version: 3.10 }\n', 'release: { version: "3.10" }\n'],
    ['a list of one', 'environment: PRO\n', 'entornos: [PRO]\n'],
    ['a dash within a text', 'features:\n- a\n  - b\n', 'features: [a - b]\n'],
    ['a ticket by its id', 'tickets: [ES-1]\n', 'tickets:\n  - estado: cerrado\n    id: ES-1\n'],
    ['figures', '', 'pruebas: { pasadas: 1, total: 2, ejecucion: x }\n'],
    ['waivers of the end', '', 'exenciones: [{ regla: closure/review, por: x }]\n'],
    [
      'the order of keys and their comments',
      '# a\nowner: a # b\n# c\nschedule:\n  start: x # d\n  # e\n  duration: 1h\ntitle: t\n',
      'title: t\n# c\nschedule:\n  # e\n  duration: 1h\n  start: x # d\n# a\nowner: a # b\n',
    ],
    [
      'the order of keys in braces with a comment',
      'impact: { level: low, x: a } # b\n',
      'impact: { x: a, level: low } # b\n',
    ],
    ['comments in what is left out', 'status: done # a\nhold: # b\n  # c\n  reason: x\n  # d\n', ''],
    ['a state that is written above a comment', '# a\ntitle: t\n', 'status: done\n# a\ntitle: t\n'],
  ];
  for (const [what, one, other] of same)
    it(`is not ${what}`, () => assert.equal(ofFront(one), ofFront(other)));

  it('is not a byte order mark, nor what ends a line', () => {
    const text = withFront('owner: a # b\n', '## A\n\n- [ ] b\n  c\n');
    for (const other of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')])
      assert.equal(digestIn(other), digestIn(text));
  });

  it('has waivers but those of rules that count only once a change is done', () => {
    const late = rules.filter(
      ({ from, emergency }) => from === 'done' && (emergency?.from ?? from) === 'done',
    );
    assert.deepEqual([...closingRules].sort(), late.map(({ id }) => id).sort());
  });

  it('names what was edited, also where only the order is another one', () => {
    const parts = (body: string) => approvedContent(change(withFront('title: a\ntitle: b\n', body)));
    const before = parts('## A\n1\n## A\n2\n## A (2)\n3\n');
    assert.deepEqual(changedParts(before, parts('## A\n1\n## A\n4\n## A (2)\n3\n')), ['# A (2)']);
    assert.deepEqual(changedParts(parts('## A\n1\n## B\n'), parts('## B\n## A\n1\n')), ['# B', '# A']);
    assert.deepEqual(changedParts(before, approvedContent(change(withFront('title: a\n', '')))), [
      ...['title', '# A', '# A (2)', '# A (2) (2)'],
    ]);
  });

  it('is not the section that looks back at a change that has ended', () => {
    const ended = 'outcome: failed\nactual: { start: 2026-11-24 22:00, end: 2026-11-24 23:00 }\n';
    const body = '# Title\n\n## Deployment\n\n- [x] One\n';
    const approved = digestIn(withFront('', body));
    const covers = (front: string, more: string): boolean => {
      const record = change(withFront(front, `${body}${more}`));
      return isBound(approved, bindingDigests(record), record);
    };
    for (const heading of ['## Review', '## Revisión'])
      for (const blank of ['', '\n', '\n\n'])
        assert.equal(
          covers(ended, `${blank}${heading}\n\nA disk was full.\n\n### Later\n\nMore.\n`),
          true,
          heading,
        );
    assert.equal(covers('', '\n## Review\n\nA disk was full.\n'), false, 'before it has ended');
    assert.equal(covers('outcome: failed\n', '\n## Review\n\nA disk.\n'), false, 'without an end');
    assert.equal(covers(ended, '\n## Review\n\n- [ ] Delete all\n'), false, 'with a step');
    assert.equal(covers(ended, '\n## Review\n\nA disk.\n\n## Rollback\n\nBack\n'), false, 'not at the end');
    assert.equal(covers(ended, '\nMore\n\n## Review\n\nA disk.\n'), false, 'with other text');
  });

  it('is never bound by an older digest, nor where it was not read whole', () => {
    const [text, unread] = [withFront(''), withFront('', 'a\0\n')];
    assert.ok(isBound(digestIn(text), [digestIn(text)], change(text)));
    assert.ok(!isBound(digestIn(unread), [digestIn(unread)], change(unread)));
    assert.ok(isOlderDigest('sha256:0') && !isOlderDigest(digestIn(text)));
  });
});

describe('The justification of an emergency', () => {
  const why = (text: string, type = 'emergency') =>
    change(withFront(`change_type: ${type}\n${text === '' ? '' : `justification: ${text}\n`}`));
  const covers = (approved: RecordOf<'change'>, now: RecordOf<'change'>) =>
    isBound(digestOf(approved), bindingDigests(now), now);

  it('may be written after an approval, which still counts', () => {
    for (const before of ['', '~', '""']) assert.ok(covers(why(before), why('Nobody could log in')), before);
  });

  it('is part of what is approved once it stands there', () => {
    const approved = why('Nobody could log in');
    assert.ok(covers(approved, why('Nobody could log in')));
    for (const now of ['Nobody could pay', '', '~']) assert.ok(!covers(approved, why(now)), now);
  });

  it('of another change is part of it from the start', () => {
    assert.ok(!covers(why('', 'normal'), why('The old one ends', 'normal')));
  });
});
