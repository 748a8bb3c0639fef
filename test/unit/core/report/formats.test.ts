import { strict as assert } from 'node:assert';
import { githubFormat } from '../../../../src/core/report/formats/githubFormat';
import { gitlabFormat } from '../../../../src/core/report/formats/gitlabFormat';
import { junitFormat } from '../../../../src/core/report/formats/junitFormat';
import { markdownFormat } from '../../../../src/core/report/formats/markdownFormat';
import { sarifFormat } from '../../../../src/core/report/formats/sarifFormat';
import { gitlabComplaints, junitComplaints, sarifComplaints } from './schemas';
import { found, foundIn, hostileTexts, sourceOf } from './sources';

const record = [
  '---',
  'id: CHG-2026-0001',
  'type: change',
  'statsu: to_do',
  'components:',
  '  - { name: portal, from: 4.1, to: "4.2.0" }',
  'waivers: [{ rule: format/placeholder, by: Ana, reason: "later" }]',
  '---',
  '# Portal',
  '',
  '## Summary',
  '',
  'TBD',
  '',
].join('\n');

const many = Array.from({ length: 200 }, (_, index) =>
  found(`Number ${index}.`, { line: index, severity: index % 2 === 0 ? 'error' : 'warning' }),
);
const hostile = hostileTexts.flatMap((text) => [
  found(text),
  found('plain', { file: `a/${text}` }),
  found('plain', { file: text }),
]);
const sets = [
  { what: 'nothing', findings: [] },
  { what: 'a record', findings: foundIn(record) },
  { what: '200 findings', findings: many },
  { what: 'hostile texts', findings: hostile },
  { what: 'older ones', findings: many.map((one, index) => ({ ...one, older: index % 3 === 0 })) },
];

describe('The reports of a check', () => {
  for (const { what, findings } of sets) {
    it(`are what their schemas say, of ${what}`, async () => {
      const source = sourceOf(findings, ['changes/CHG-1.md', 'tickets/TKT-1.md']);
      assert.deepEqual(sarifComplaints(sarifFormat.render(source)), []);
      assert.deepEqual(gitlabComplaints(gitlabFormat.render(source)), []);
      assert.deepEqual(await junitComplaints(junitFormat.render(source)), []);
    });
  }

  it('would be told apart by those schemas from others', async () => {
    assert.notDeepEqual(sarifComplaints('{"version":"2.1.0","runs":[{"results":[]}]}'), []);
    assert.notDeepEqual(gitlabComplaints('[{"description":"x"}]'), []);
    assert.notDeepEqual(await junitComplaints('<testsuites><test/></testsuites>'), []);
  });

  it('hold every finding, each with fingerprints of its own', () => {
    const source = sourceOf([...many, ...many]);
    const sarif = JSON.parse(sarifFormat.render(source)) as {
      runs: { results: { partialFingerprints: { primaryLocationLineHash: string } }[] }[];
    };
    const results = sarif.runs[0]?.results ?? [];
    const hashes = results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    assert.equal(new Set(hashes).size, 400);
    const gitlab = JSON.parse(gitlabFormat.render(source)) as { fingerprint: string }[];
    assert.equal(new Set(gitlab.map(({ fingerprint }) => fingerprint)).size, 400);
    const xml = junitFormat.render(source);
    assert.equal([...xml.matchAll(/<failure /g)].length, 200);
    assert.equal([...xml.matchAll(/ warning Number /g)].length, 200);
  });

  it('give the same bytes again', () => {
    for (const format of [sarifFormat, gitlabFormat, junitFormat, markdownFormat, githubFormat])
      assert.equal(format.render(sourceOf(foundIn(record))), format.render(sourceOf(foundIn(record))));
  });

  it('name rules with what they say, and what is waived with the reason', () => {
    const { runs } = JSON.parse(sarifFormat.render(sourceOf(foundIn(record)))) as {
      runs: {
        tool: { driver: { rules: { id: string; help: { markdown: string } }[] } };
        results: { ruleId: string; ruleIndex: number; suppressions?: { justification: string }[] }[];
      }[];
    };
    const [run = assert.fail()] = runs;
    const { rules } = run.tool.driver;
    assert.ok(run.results.length >= 3);
    for (const { ruleId, ruleIndex } of run.results) {
      assert.equal(rules[ruleIndex]?.id, ruleId);
      assert.ok((rules[ruleIndex]?.help.markdown.length ?? 0) > 60, ruleId);
    }
    const waived = run.results.find(({ ruleId }) => ruleId === 'format/placeholder');
    assert.equal(waived?.suppressions?.[0]?.justification, 'Ana: later');
  });
});

describe('The annotations for GitHub', () => {
  const commands = (text: string): string[] => text.split('\n').filter((line) => /^\s*::|##\[/.test(line));

  it('are ten of a kind, and the rest is in the log and in the summary', () => {
    const source = sourceOf(many);
    const text = githubFormat.render(source);
    assert.equal(commands(text).filter((line) => line.startsWith('::error ')).length, 10);
    assert.equal(commands(text).filter((line) => line.startsWith('::warning ')).length, 10);
    const summary = githubFormat.overflow?.(source) ?? '';
    for (let index = 0; index < 200; index++) {
      const sentence = `Number ${index}.`;
      assert.ok(text.includes(sentence), sentence);
      const annotated = commands(text).some((line) => line.endsWith(`::${sentence}`));
      assert.equal(summary.includes(`${sentence} `), !annotated, sentence);
    }
    assert.equal(githubFormat.overflow?.(sourceOf(many.slice(0, 20))), undefined);
  });

  it('show what a change brings before what was there', () => {
    const older = many.map((one) => ({ ...one, older: true }));
    const text = githubFormat.render(sourceOf([...older, found('Brought by this change.')]));
    assert.match(commands(text)[0] ?? '', /::Brought by this change\.$/);
  });

  it('cannot be forged', () => {
    for (const one of hostile) {
      const alone = githubFormat.render(sourceOf([one]));
      assert.equal(alone.split('\n').length, 2, alone);
      const [, properties = '', message] = /^::error ([^:]*)::(.*)\n$/s.exec(alone) ?? assert.fail(alone);
      const names = properties.split(',').map((part) => part.split('=')[0]);
      assert.deepEqual(names, ['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
      assert.doesNotMatch(message ?? '', /[\r\n]/);
      // Decoded as the runner does, it is what was meant, on one line.
      const decoded = (message ?? '').replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
      const meant = one.finding.message.en.replace(
        /[\p{Cc}\p{Zl}\p{Zp}\u061c\u202a-\u202e\u2066-\u2069]+/gu,
        ' ',
      );
      assert.equal(decoded, meant);
      const full = githubFormat.render(sourceOf([...many, one]));
      assert.equal(commands(full).length, 20, full);
    }
  });
});

describe('The summary in markdown', () => {
  it('names its place first, and holds every finding', () => {
    const text = markdownFormat.render(sourceOf(many));
    assert.ok(text.startsWith('<!-- changebook-report -->\n'));
    for (let index = 0; index < 200; index++) assert.ok(text.includes(`Number ${index}. `));
    assert.ok(text.length < 65_536);
  });

  it('keeps markup, mentions and references of records what they are: text', () => {
    const text = markdownFormat.render(sourceOf(hostileTexts.map((one) => found(one))));
    assert.equal(text.indexOf('<!--', 5), text.indexOf('\\<!--') + 1);
    assert.doesNotMatch(text, /(?<!\\)<script|(?<!\\)\]\(|@everybody|#12|www\.|https:\/\//);
    assert.doesNotMatch(text.replace(/\n/g, ''), /[\p{Cc}\u202e\u2066]/u);
    assert.equal(text.split('\n').filter((line) => line.startsWith('- ')).length, hostileTexts.length);
  });

  it('says how much it leaves out where the page would be too long', () => {
    const long = Array.from({ length: 3000 }, () => found('x'.repeat(500)));
    const text = markdownFormat.render(sourceOf(long));
    assert.ok(text.length < 1_000_000);
    assert.match(text, /\d+ more; `changebook check` lists them all\./);
  });
});
