import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ReconcileReport, reconcileReportSchema } from '../../src/core/reconcile/reconcileReport';
import { type IrregularityName, irregularities } from '../irregularities/irregularities';
import { makeIrregularities } from '../irregularities/makeIrregularities';
import { changebook, folderOf } from './program';
import { git } from './repository';

/** What `reconcile` calls the irregularities that deployments show; the others show in the records or in their rules. */
const kinds: { readonly [name in IrregularityName]?: ReconcileReport['exceptions'][number]['kind'] } = {
  noRecord: 'noRecord',
  noDeployment: 'noDeployment',
  outsideWindow: 'outsideWindow',
  freeze: 'freeze',
  beforeApproval: 'beforeApproval',
  otherContent: 'otherContent',
  otherArtifact: 'otherArtifact',
  otherVersion: 'otherVersion',
  byApprover: 'byApprover',
  byAuthor: 'byAuthor',
  emergencyUnapproved: 'unapproved',
  tagMoved: 'tagMoved',
};

describe('changebook reconcile, in the repository with irregularities', () => {
  let folder: string;
  let period: readonly string[];
  let lists: readonly string[];

  before(() => {
    ({ folder, period, lists } = makeIrregularities(folderOf({})));
  });

  /** The report of a call, which is what its schema says. */
  function reconciled(args: readonly string[], cwd = folder): ReconcileReport & { code: number | null } {
    const { code, out, err } = changebook(['reconcile', ...args, '--format', 'json'], cwd);
    assert.ok(out.startsWith('{'), err);
    return { ...reconcileReportSchema.parse(JSON.parse(out)), code };
  }

  function called(name: string, content: string): string {
    const file = path.join(folderOf({}), name);
    writeFileSync(file, content);
    return file;
  }

  const told = ({ exceptions }: ReconcileReport): string[] =>
    exceptions.map(({ kind, record, deployment }) => `${kind} ${record?.id ?? deployment?.version}`).sort();

  it('finds each that deployments show, with what shows it, and nothing else', () => {
    const report = reconciled([...period, ...lists]);
    const expected = Object.entries(kinds).map(([name, kind]) => {
      const { change, version } = irregularities[name as IrregularityName] as {
        change?: string;
        version: string;
      };
      // Neither names a record: nothing is about the one, and the tag is wrong for whatever it is of.
      return `${kind} ${kind === 'noRecord' || kind === 'tagMoved' ? version : change}`;
    });
    assert.deepEqual(told(report), expected.sort());
    assert.equal(report.code, 1);
    assert.equal(report.complete, true);
    const late = report.exceptions.find(({ kind }) => kind === 'beforeApproval');
    assert.ok(late?.commit && late.deployment && late.committed);
    assert.ok(Date.parse(late.committed) > Date.parse(late.deployment.at));
    const alone = report.exceptions.find(({ kind }) => kind === 'noRecord');
    assert.deepEqual(alone?.deployment?.place, { list: lists[0], row: 3, id: null });
  });

  it('says them in markdown, in SARIF and in Spanish', () => {
    const call = (...args: string[]) => changebook(['reconcile', ...period, ...lists, ...args], folder);
    const pretty = call('--language', 'es');
    assert.equal(pretty.code, 1);
    assert.match(pretty.out, /Desplegado sin registro\n {2}1\.4\.1 se desplegó en production/);
    const markdown = call('--format', 'markdown').out;
    assert.match(markdown, /^<!-- changebook-reconcile -->\n/);
    assert.match(markdown, /### ❌ In a freeze\n\n- 1\\?\.7\\?\.0 ran in production/);
    const sarif = JSON.parse(call('--format', 'sarif').out) as {
      runs: {
        results: { ruleId: string; locations: { physicalLocation: { artifactLocation: object } }[] }[];
      }[];
    };
    const results = sarif.runs[0]?.results ?? [];
    assert.equal(results.length, Object.keys(kinds).length);
    const moved = results.find(({ ruleId }) => ruleId === 'reconcile/tagMoved');
    assert.deepEqual(moved?.locations[0]?.physicalLocation.artifactLocation, {
      uri: lists[0],
      uriBaseId: '%SRCROOT%',
    });
  });

  it('compares the tags where there is no list', () => {
    const report = reconciled([...period, '--tags', 'v1.4.*', '--tags', 'v1.19.0']);
    assert.deepEqual(report.lists, [{ list: 'v1.4.*, v1.19.0', form: 'tags', rows: 3, notRun: 0 }]);
    assert.ok(told(report).includes('noRecord v1.4.1'));
    assert.ok(!told(report).includes('noRecord v1.4.0'));
    // Of the others no tag that is asked about tells anything.
    assert.ok(told(report).includes('noDeployment CHG-2026-0006'));
  });

  it('lists as such what the configuration says needs no record', () => {
    const clone = path.join(folderOf({}), 'clone');
    git(folder, 'clone', '--quiet', folder, clone);
    const config = git(clone, 'show', 'HEAD:.changebook/config.yaml');
    const row = (until: string): string =>
      `unrecorded: [{ match: "production/1.4.*", by: Elena Font, reason: A job, until: ${until} }]\n`;
    writeFileSync(path.join(clone, '.changebook/config.yaml'), config + row('2026-02-05'));
    const report = reconciled([...period, ...lists], clone);
    assert.equal(report.unrecorded.length, 1);
    const [excused] = report.unrecorded;
    // Who deployed it says so, which is told.
    assert.deepEqual([excused?.by, excused?.reason, excused?.own], ['Elena Font', 'A job', true]);
    assert.ok(!told(report).includes('noRecord 1.4.1'));
    // What it says of versions does not excuse a deployment that has a record.
    assert.equal(report.exceptions.length, Object.keys(kinds).length - 1);
    writeFileSync(path.join(clone, '.changebook/config.yaml'), config + row('2026-02-04'));
    assert.ok(told(reconciled([...period, ...lists], clone)).includes('noRecord 1.4.1'));
  });

  it('says at its head that a row excuses all of an environment, and takes none that excuses everything', () => {
    const clone = path.join(folderOf({}), 'sweeping');
    git(folder, 'clone', '--quiet', folder, clone);
    const file = path.join(clone, '.changebook/config.yaml');
    const config = readFileSync(file, 'utf8');
    const excusing = (match: string): string =>
      `${config}unrecorded: [{ match: "${match}", by: Elena Font, reason: A job }]\n`;
    writeFileSync(file, excusing('*'));
    const refused = reconciled([...period, ...lists], clone);
    assert.deepEqual([refused.unrecorded, refused.sweeping], [[], []]);
    assert.equal(refused.exceptions.length, Object.keys(kinds).length);
    writeFileSync(file, excusing('production'));
    const { sweeping, unrecorded } = reconciled([...period, ...lists], clone);
    assert.deepEqual([unrecorded.length, sweeping.length, sweeping[0]?.environment], [1, 1, 'production']);
    const { out } = changebook(['reconcile', ...period, ...lists, '--format', 'markdown'], clone);
    assert.match(
      out,
      /1 deployment needs no record .*\n\n### ❌ The configuration lets everything run without/,
    );
  });

  it('is never complete in a shallow clone', () => {
    const clone = path.join(folderOf({}), 'shallow');
    git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
    const report = reconciled([...period, ...lists], clone);
    assert.equal(report.complete, false);
    assert.equal(report.code, 2);
    assert.match(report.missing.join('\n'), /shallow: commits, tags and approvals/);
  });

  it('has nothing to say of a period in which nothing ran, and no green answer', () => {
    const report = reconciled([
      '--from',
      '2027-01-01',
      '--to',
      '2027-01-31',
      ...lists,
      '--now',
      '2027-02-01T00:00Z',
    ]);
    assert.equal(report.code, 2);
    assert.match(report.missing.join(), /nothing to compare: .* from 2027-01-01 to 2027-01-31/);
  });

  it('counts a doubled row once, and says so', () => {
    const header = 'time,environment,version,by';
    const row = '2026-02-03T20:55:00Z,production,1.4.0,Elena Font';
    const list = called('doubled.csv', `\ufeff${header}\n${row}\n${row}\n`);
    const report = reconciled(['--from', '2026-02-03', '--to', '2026-02-03', list]);
    assert.equal(report.deployments, 1);
    assert.deepEqual(report.doubled[0]?.again, [{ list, row: 3, id: null }]);
    assert.deepEqual(told(report), []);
    assert.equal(report.code, 0);
  });

  it('takes nothing that is still to come for something that ran', () => {
    const rows =
      '2026-02-03T20:55:00Z,production,1.4.0,Elena Font\n2126-02-03T20:55:00Z,production,1.4.0,Elena Font';
    const list = called('later.csv', `time,environment,version,by\n${rows}\n`);
    const report = reconciled(['--from', '2026-02-03', '--to', '2126-02-04', list]);
    assert.equal(report.deployments, 1);
    assert.match(report.missing.join(), /^1 row says a moment that is still to come, .*later\.csv:3\.$/);
    assert.equal(report.complete, false);
  });

  it('says that nobody knows a version or a commit', () => {
    const list = called(
      'unknown.csv',
      'time,environment,version,commit\n2026-02-04T10:00Z,production,9.9.9,1234567890123456789012345678901234567890\n',
    );
    const report = reconciled(['--from', '2026-02-04', '--to', '2026-02-04', list]);
    assert.deepEqual(told(report), ['noRecord 9.9.9', 'unknownCommit 9.9.9']);
    assert.match(report.exceptions[0]?.message ?? '', /No tag, record or commit here is called that/);
  });

  const broken: readonly (readonly [what: string, text: string, said: RegExp])[] = [
    [
      'JSON cut short',
      '[{"sha":"abc","ref":"v1","environment":"production","created',
      /no JSON, or was cut short/,
    ],
    ['words around JSON', 'rate limited\n[{"time":"2026-02-03T20:55Z"}]', /quotes in .* do not close/],
    [
      'a row inside of a cell',
      'time,version\n2026-02-03T20:55Z,"1.4.0\n2026-02-03T21:55Z,9.9.9"\n',
      /row 2 of .* several lines/,
    ],
    [
      'a quote that never closes',
      'time,version\n2026-02-03T20:55Z,"1.4.0\n2026-02-04T20:55Z,9\n',
      /quotes in .* do not close/,
    ],
    ['a quote in a cell', 'time,version\n2026-02-03T20:55Z,1.4".0\n', /quotes in .* do not close/],
    ['a NUL', 'time,version\n2026-02-03T20:55Z,1.4.0\0\n', /is no text/],
    [
      'two columns of one name',
      'time,version,version\n2026-02-03T20:55Z,1.4.0,1.4.1\n',
      /two columns of the same meaning/,
    ],
    [
      'two columns of one meaning',
      'time,version,tag\n2026-02-03T20:55Z,1.4.0,v1.4.1\n',
      /two columns of the same meaning/,
    ],
    [
      'a row with fewer cells',
      'time,environment,version\n2026-02-03T20:55Z,production\n',
      /Row 2 of .* has 2 cells/,
    ],
    ['no times', 'environment,version\nproduction,1.4.0\n', /no column of times/],
    ['a time that is none', 'time,version\nyesterday,1.4.0\n', /Row 2 of .* no time that can be read/],
    ['a time without a zone', 'time,version\n2026-02-03 20:55,1.4.0\n', /Row 2 of .* in which zone/],
    [
      'entries of several forms',
      '[{"time":"2026-02-03T20:55Z","version":"1.4.0"},7]',
      /Entry 2 of .* not like the ones before/,
    ],
    [
      'a key that stands twice in an entry',
      '[{"time":"2026-02-03T20:55Z","version":"1.4.0","ti\\u006de":"2020-01-01T00:00Z"}]',
      /two columns of the same meaning \(“time”\)/,
    ],
    [
      'a list beside the one that would be read',
      '{"items":[],"deployments":[{"time":"2026-02-03T20:55Z","version":"9.9.9"}]}',
      /holds several lists \(items, deployments\)/,
    ],
    [
      'a version that stands deeper than it is looked for',
      '[{"time":"2026-02-03T20:55Z","environment":"production","version":{"name":"9.9.9"}}]',
      /Entry 1 of .* of no form that is known/,
    ],
  ];
  for (const [what, text, said] of broken)
    it(`refuses ${what}`, () => {
      const list = called('list.txt', text);
      const report = reconciled(['--from', '2026-02-03', '--to', '2026-02-03', list]);
      assert.equal(report.code, 2);
      assert.equal(report.complete, false);
      assert.match(report.missing.join('\n'), said);
    });

  it('reads times without a zone in the one that the call says', () => {
    const list = called('local.csv', 'time;environment;version\n2026-02-03 21:55;production;1.4.0\n');
    const call = ['--from', '2026-02-03', '--to', '2026-02-03', '--deployments', list];
    assert.equal(reconciled([...call, '--zone', 'Europe/Madrid']).code, 0);
    const { code, err } = changebook(['reconcile', ...call, '--zone', 'Europe/Nowhere'], folder);
    assert.equal(code, 2);
    assert.match(err, /--zone/);
  });

  it('compares 100,000 rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => {
      const at = new Date(Date.UTC(2026, 0, 1) + index * 600_000).toISOString();
      return `${at},staging,0.0.${index}`;
    });
    const list = called('long.csv', `time,environment,version\n${rows.join('\n')}\n`);
    const report = reconciled(['--from', '2026-06-01', '--to', '2026-06-01', list]);
    assert.equal(report.lists[0]?.rows, 100_000);
    assert.equal(report.deployments, 144);
    assert.equal(report.exceptions.length, 144);
    assert.equal(report.code, 1);
  });
});
