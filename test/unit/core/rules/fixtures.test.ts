import { strict as assert } from 'node:assert';
import type { FileFinding, Fix } from '../../../../src/core/findings/finding';
import { processNames } from '../../../../src/core/language/ruleFacts';
import { applyEdits, type TextEdit } from '../../../../src/core/model/text/edit';
import { LineMap } from '../../../../src/core/model/text/lineMap';
import { rules } from '../../../../src/core/rules/registry';
import { messageOf } from '../../../../src/core/rules/renderFinding';
import { checkTexts, type Texts, unreadList } from '../../support/memoryWorkspace';
import { type FixtureFiles, type RuleFixture, ruleFixtures } from '../../support/ruleFixture';

const fixtures = ruleFixtures();

describe('Rules on their fixtures', () => {
  for (const fixture of fixtures) {
    it(`${fixture.rule}: ${fixture.name}`, () => {
      const texts = textsOf(fixture.files);
      const reported = reportsOf(fixture);
      const found = checkTexts(texts);
      checkMessages(found);
      assert.deepEqual(linesAbout(fixture, found), marked(fixture.files));
      checkAfter(texts, fixture.afterFix, reported, (before) => fixedForGood(before, fixture));
      checkAfter(texts, fixture.afterQuickFixes, reported, (before) =>
        fixedOnce(before, fixture, (fixes) => fixes[0]),
      );
      checkVariants(fixture, reported);
      checkMended(fixture);
    });
  }
});

describe('Fixtures of rules', () => {
  for (const { id } of rules) {
    it(`show ${id} hit, and nearly`, () => {
      const own = fixtures.filter(({ rule }) => rule === id);
      const marksOf = ({ files }: RuleFixture) => [...files.values()].flatMap(({ marks }) => marks);
      const hits = own.filter((fixture) => marksOf(fixture).some(({ rule }) => rule === id));
      const misses = own.filter(({ name }) => name.startsWith('near-miss'));
      assert.ok(hits.length > 0, 'no fixture has a mark of it');
      assert.ok(misses.length > 0, 'no fixture is named near-miss');
      for (const miss of misses) assert.deepEqual(marksOf(miss), [], `${miss.name} has a mark`);
    });

    it(`give ${id} an example for its page: hit.md, with the wrong file mended`, () => {
      const example = fixtures.find(({ rule, name }) => rule === id && name === 'hit');
      assert.ok(example, 'no hit.md');
      // In a file that cannot be read there is nothing to mend.
      if (example.files.has(unreadList)) return;
      const mended = [...example.mended.keys()];
      assert.equal(mended.length, 1, 'exactly one file is mended');
      assert.ok(mended.every((file) => example.files.has(file)));
    });
  }

  it('name rules that exist', () => {
    const known = new Set(rules.map(({ id }) => id));
    for (const { rule, name } of fixtures) assert.ok(known.has(rule), `${rule}/${name}`);
  });

  it('are there for every process that rules come from', () => {
    const processes = new Set(rules.flatMap(({ sources }) => sources));
    assert.deepEqual([...processes].sort(), Object.keys(processNames).sort());
  });
});

/** With the files that somebody mended in the place of the wrong ones, the rule has nothing more to say anywhere. */
function checkMended({ rule, files, mended }: RuleFixture): void {
  if (mended.size === 0) return;
  const found = checkTexts(new Map([...textsOf(files), ...textsOf(mended)]));
  assert.ok(!found.some(({ finding }) => finding.rule === rule), 'mended, and found all the same');
}

/** Each message ends with one sentence mark, in both languages. */
function checkMessages(found: readonly FileFinding[]): void {
  const messages = found.flatMap(({ finding }) => [messageOf(finding, 'en'), messageOf(finding, 'es')]);
  const clumsy = messages.filter((message) => /[?!.…][”»]?\.$|[^.?!)”»\]…"`]$/.test(message));
  assert.deepEqual(clumsy, []);
}

/** Line breaks change nothing; a byte order mark is a character of the first line. */
function checkVariants({ files }: RuleFixture, reported: Reported): void {
  const expected = marked(files);
  for (const lineBreak of ['\r\n', '\r']) {
    const texts = new Map(
      [...textsOf(files)].map(([file, text]) => [file, text.replaceAll('\n', lineBreak)]),
    );
    assert.deepEqual(reported(texts), expected, `with ${JSON.stringify(lineBreak)}`);
  }
  const texts = new Map([...textsOf(files)].map(([file, text]) => [file, `\uFEFF${text}`]));
  // Of a text without front matter it is the very beginning that is pointed at, mark or not.
  const moved = expected.map((line) =>
    / 1:1-1:1 /.test(line)
      ? line
      : line.replaceAll(/(?<=[ -])1:(\d+)/g, (_, column: string) => `1:${Number(column) + 1}`),
  );
  assert.deepEqual(reported(texts), moved.sort(), 'with a byte order mark');
}

function textsOf(files: FixtureFiles): Texts {
  return new Map([...files].map(([file, { text }]) => [file, text]));
}

type Reported = (texts: Texts) => string[];

/**
 * What is reported of some texts by the rules that a fixture is about: those of its own family and those that it
 * marks. One line a finding, sorted, so that a difference reads well. Lines and columns count from 1.
 */
function reportsOf(fixture: RuleFixture): Reported {
  return (texts) => linesAbout(fixture, checkTexts(texts));
}

function linesAbout(fixture: RuleFixture, found: readonly FileFinding[]): string[] {
  return linesOf(found.filter(({ finding }) => concerns(fixture, finding.rule)));
}

function concerns({ rule, files }: RuleFixture, reported: string): boolean {
  const family = rule.slice(0, rule.indexOf('/') + 1);
  if (reported.startsWith(family)) return true;
  return [...files.values()].some(({ marks }) => marks.some((mark) => mark.rule === reported));
}

function linesOf(findings: readonly FileFinding[]): string[] {
  const lines = findings.map(({ file, finding: { range, rule, severity } }) => {
    const [start, end] = [range.start, range.end];
    return place(file, [start.line, start.column, end.line, end.column], rule, severity);
  });
  return lines.sort();
}

function marked(files: FixtureFiles): string[] {
  const lines = [...files].flatMap(([file, { text, marks }]) => {
    const map = new LineMap(text);
    return marks.map(({ range, rule, severity }) => {
      const [start, end] = [map.positionAt(range.start), map.positionAt(range.end)];
      return place(file, [start.line, start.column, end.line, end.column], rule, severity);
    });
  });
  return lines.sort();
}

function place(file: string, at: readonly number[], rule: string, severity: string): string {
  const [line, column, endLine, endColumn] = at.map((number) => number + 1);
  return `${file} ${line}:${column}-${endLine}:${endColumn} ${severity} ${rule}`;
}

function checkAfter(
  before: Texts,
  expected: FixtureFiles,
  reported: Reported,
  repair: (texts: Texts) => Texts,
): void {
  if (expected.size === 0) return;
  const after = repair(before);
  for (const [file, { text }] of expected) assert.equal(after.get(file), text, file);
  const whole = new Map([...expected].filter(([file]) => after.has(file)));
  const others = reported(after).filter((line) => whole.has(line.slice(0, line.indexOf(' '))));
  assert.deepEqual(others, marked(whole), 'after the fixes');
}

/** What `check --fix` does: certain fixes in rounds, until nothing changes. */
function fixedForGood(texts: Texts, fixture: RuleFixture): Texts {
  let now = texts;
  for (let round = 0; round < 6; round++) {
    const next = fixedOnce(now, fixture, (fixes) => fixes.find(({ certain }) => certain));
    if ([...next].every(([file, text]) => now.get(file) === text)) return now;
    now = next;
  }
  return assert.fail('fixes go on for ever');
}

function fixedOnce(
  texts: Texts,
  fixture: RuleFixture,
  choose: (fixes: readonly Fix[]) => Fix | undefined,
): Texts {
  const findings = checkTexts(texts).filter(({ finding }) => concerns(fixture, finding.rule));
  return new Map([...texts].map(([file, text]) => [file, applied(file, text, findings, choose)]));
}

function applied(
  file: string,
  text: string,
  findings: readonly FileFinding[],
  choose: (fixes: readonly Fix[]) => Fix | undefined,
): string {
  const map = new LineMap(text);
  const own = findings
    .filter((found) => found.file === file)
    .map(({ finding }) => choose(finding.fixes ?? []));
  const edits: TextEdit[] = own.flatMap((fix) =>
    (fix?.edits ?? []).map((edit) => ({
      range: { start: map.offsetAt(edit.range.start), end: map.offsetAt(edit.range.end) },
      text: edit.text,
    })),
  );
  return applyEdits(text, edits).text;
}
