import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dump, JSON_SCHEMA, load } from 'js-yaml';
import { type Figures, type FiguresReport, figuresReportSchema } from '../../src/core/figures/figuresReport';
import { readSvg } from '../unit/support/svg';
import { deliveredChanges, type RawChange } from './deliveredChanges';
import { figuresAnew } from './figuresAnew';
import { changebook, folderOf } from './program';

const at = ['--now', '2026-11-30T12:00Z'];
const now = Date.UTC(2026, 10, 30, 12);
const config = 'timezone: UTC\nlanguage: en\n';

function workspace(changes: readonly RawChange[], more: { [file: string]: string } = {}): string {
  const files = changes.map((change): [string, string] => {
    const front = dump({ type: 'change', ...change }, { skipInvalid: true, schema: JSON_SCHEMA });
    return [`changes/${change.id}.md`, `---\n${front}---\n# ${change.id}\n`];
  });
  return folderOf({ '.changebook/config.yaml': config, ...Object.fromEntries(files), ...more });
}

function figures(cwd: string, ...args: string[]): FiguresReport {
  const { code, out, err } = changebook(['figures', '--format', 'json', ...at, ...args], cwd);
  assert.deepEqual([code, err], [0, '']);
  return figuresReportSchema.parse(JSON.parse(out));
}

/** What the files themselves say. */
function rawOf(cwd: string, changes: readonly RawChange[]): RawChange[] {
  return changes.map(({ id }) => {
    const text = readFileSync(path.join(cwd, `changes/${id}.md`), 'utf8');
    return load(text.split('---\n')[1] ?? '', { schema: JSON_SCHEMA }) as RawChange;
  });
}

/** Figures without what is left out, which the other way of reckoning does not tell. */
function bare({ deployments, activeDays, waivers, spans, shares }: Figures) {
  const without = (all: object): object =>
    Object.fromEntries(Object.entries(all).map(([name, { leftOut: _, ...rest }]) => [name, rest]));
  return { deployments, activeDays, waivers, spans: without(spans), shares: without(shares) };
}

describe('changebook figures', () => {
  const changes = deliveredChanges(200, 20261130);
  const cwd = workspace(changes);
  const raw = (): RawChange[] => rawOf(cwd, changes);

  it('says what another computation from the same files says, of all and of each group', () => {
    const all = raw();
    const groupsBy = {
      month: (one: RawChange) => [(one.actual as { end?: string }).end?.slice(0, 7)],
      customer: (one: RawChange) => [one.customer],
      component: (one: RawChange) =>
        new Set((one.components as { name: string }[] | undefined)?.map(({ name }) => name) ?? [undefined]),
      procedure: (one: RawChange) => [(one.procedure as string | undefined)?.split('@')[0]],
    };
    for (const [group, keysOf] of Object.entries(groupsBy)) {
      const { total, groups = [] } = figures(cwd, '--group', group);
      assert.deepEqual(bare(total), figuresAnew(all, all, now));
      assert.ok(groups.length >= 3);
      for (const { key, ...own } of groups) {
        const inside = all.filter((one) => [...keysOf(one)].includes(key ?? undefined));
        assert.deepEqual(bare(own), figuresAnew(inside, all, now), `${group} ${key}`);
      }
    }
  });

  it('says of each figure how many deployments it leaves out, and counts none twice', () => {
    const { total, changes: read, leftOut } = figures(cwd);
    const sum = (list: { count: number }[]): number => list.reduce((all, { count }) => all + count, 0);
    assert.equal(total.deployments + sum(leftOut), read);
    assert.equal(read, changes.length);
    for (const name of ['askedToDeployed', 'approvedToDeployed', 'startDelay', 'endDelay'] as const) {
      const { count, leftOut: out } = total.spans[name];
      assert.equal(count + sum(out), total.deployments, name);
    }
    for (const name of ['failed', 'withinWindow', 'emergency', 'standard', 'waived'] as const) {
      const { of, leftOut: out } = total.shares[name];
      assert.equal(of + sum(out), total.deployments, name);
    }
  });

  it('counts the days and the customer that are asked for, and says the same at every call', () => {
    const part = figures(cwd, '--from', '2026-03-01', '--to', '2026-04-30', '--customer', 'ACME');
    const inside = raw().filter((one) => {
      const end = (one.actual as { end?: string }).end?.slice(0, 10) ?? '';
      return one.customer === 'acme' && end >= '2026-03-01' && end <= '2026-04-30';
    });
    assert.deepEqual(bare(part.total), figuresAnew(inside, raw(), now));
    assert.deepEqual([part.from, part.to, part.total.days], ['2026-03-01', '2026-04-30', 61]);
    assert.equal(part.total.perWeek, Math.round((part.total.deployments / (61 / 7)) * 100) / 100);
    assert.deepEqual(part, figures(cwd, '--from', '2026-03-01', '--to', '2026-04-30', '--customer', 'acme'));
  });

  it('follows the records: what was kept of them is not told once they say something else', () => {
    const own = deliveredChanges(30, 7);
    const folder = workspace(own);
    const cache = path.join(folder, 'cache');
    const call = () => changebook(['figures', '--format', 'json', ...at], folder, { cache }).out;
    const first = call();
    assert.equal(call(), first);
    const [one = assert.fail()] = own.filter(
      ({ status, outcome, actual }) =>
        status === 'done' && outcome === 'successful' && !(actual as { rollback?: object }).rollback,
    );
    const file = path.join(folder, `changes/${one.id}.md`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('outcome: successful', 'outcome: failed'));
    const before = (JSON.parse(first) as FiguresReport).total.shares.failed;
    assert.equal((JSON.parse(call()) as FiguresReport).total.shares.failed.count, before.count + 1);
    rmSync(file);
    assert.equal((JSON.parse(call()) as FiguresReport).changes, own.length - 1);
  });

  it('prints them for people, as markdown, as CSV and as a picture, with what is counted beside each', () => {
    const shown = (...args: string[]): string => changebook(['figures', ...at, ...args], cwd).out;
    const pretty = shown('--group', 'month');
    assert.match(
      pretty,
      /^Delivery figures\n2026-\d\d-\d\d to 2026-11-30 · days of UTC · as of 2026-11-30 12:00\n/,
    );
    assert.match(
      pretty,
      /\n {4}From requested_at to actual\.end of deployments that did not fail\. Left out: \d+/,
    );
    const spanish = shown('--language', 'es', '--format', 'markdown', '--group', 'cliente');
    assert.match(spanish, /^# Cifras de entrega\n/);
    assert.match(
      spanish,
      /\| Fallidos o revertidos \| \d+(,\d)? % \| \d+ \| \d+ \| De los despliegues con `resultado`/,
    );
    assert.match(spanish, /\n\| ribera \|/);
    const [titles = '', first = '', ...rows] = shown('--format', 'csv', '--group', 'procedure')
      .trim()
      .split('\r\n');
    assert.equal(titles.split(',')[0], 'procedure');
    assert.equal(first.split(',')[0], '*');
    assert.deepEqual(rows.map((row) => row.split(',')[0]).sort(), ['', 'PROC-A', 'PROC-B']);
    for (const row of [first, ...rows]) assert.equal(row.split(',').length, titles.split(',').length);
    const svg = readSvg(shown('--format', 'svg', '--group', 'month'));
    assert.deepEqual(svg.find(({ name }) => name === 'title')?.text, 'Delivery figures');
    assert.match(svg.find(({ name }) => name === 'desc')?.text ?? '', /deployments/);
    assert.match(svg.find(({ name }) => name === 'style')?.text ?? '', /prefers-color-scheme:dark/);
    assert.ok(!svg.some(({ name }) => name === 'script' || name === 'image' || name === 'foreignObject'));
  });

  it('keeps names of records as text, whatever they are', () => {
    const name = '=1+1 <script>alert(1)</script> | [x](http://evil.example) `a`\u001b[31m';
    const own = [
      { id: 'CHG-2026-0001', status: 'done', customer: name, actual: { end: '2026-03-01T10:00Z' } },
    ];
    const folder = workspace(own);
    const shown = (format: string): string =>
      changebook(['figures', '--format', format, '--group', 'customer', ...at], folder).out;
    assert.ok(readSvg(shown('svg')).every(({ name: tag }) => tag !== 'script'));
    assert.match(shown('csv'), /\r\n"?'=1\+1 /);
    assert.ok(!shown('markdown').includes('](http'));
    for (const format of ['pretty', 'csv', 'markdown', 'svg'])
      assert.ok(!shown(format).includes('\u001b'), format);
  });

  it('says in one sentence that there is nothing to count, and gives no figure then', () => {
    const own = [
      { id: 'CHG-2026-0001', status: 'to_do' },
      { id: 'CHG-2026-0002', status: 'done' },
      {
        id: 'CHG-2026-0003',
        status: 'done',
        actual: { start: '2026-03-01T10:00Z', end: '2026-03-01T09:00Z' },
      },
      { id: 'CHG-2026-0004', status: 'done', actual: { end: '2027-03-01T09:00Z' } },
      { id: 'CHG-2026-0005', status: 'done', actual: { end: 'tomorrow' } },
      { id: 'CHG-2026-0006', status: 'done', actual: { end: '0206-03-01T09:00Z' } },
    ];
    const folder = workspace(own);
    const { code, out } = changebook(['figures', ...at], folder);
    assert.equal(code, 0);
    assert.equal(
      out,
      'Delivery figures\ndays of UTC · as of 2026-11-30 12:00\n' +
        'No deployment has ended that could be counted, so there are no figures.\n' +
        'Left out: 2 closed without actual.end; 1 still open; 1 with an end before the start; 1 with an end after now; 1 with an end more than fifty years ago.\n',
    );
    assert.match(
      changebook(['figures', ...at], workspace([])).out,
      /\nThere are no changes here yet, so there are no figures\.\n$/,
    );
    const { total, from } = figures(folder);
    assert.equal(from, null);
    assert.ok(Object.values(total.spans).every(({ median }) => median === null));
    assert.ok(Object.values(total.shares).every(({ share }) => share === null));
    const none = changebook(['figures', '--from', '2026-01-01', '--to', '2026-01-31', ...at], folder).out;
    assert.match(none, /No deployment ended from 2026-01-01 to 2026-01-31, so there are no figures\./);
  });

  it('says no rate of a few days, and leaves out what is below zero or takes longer than ten years', () => {
    const done = { status: 'done', outcome: 'successful', actual: { end: '2026-11-29T10:00Z' } };
    const own = [
      { id: 'CHG-2026-0001', ...done, requested_at: '2026-11-30T10:00Z' },
      { id: 'CHG-2026-0002', ...done, requested_at: '2006-11-30T10:00Z' },
      { id: 'CHG-2026-0003', ...done, requested_at: '2026-11-29T09:00Z' },
    ];
    const { total } = figures(workspace(own));
    assert.deepEqual([total.deployments, total.days, total.perWeek], [3, 2, null]);
    const leftOut = [
      { why: 'backwards', count: 1 },
      { why: 'tooLong', count: 1 },
    ];
    assert.deepEqual(total.spans.askedToDeployed, { count: 1, median: 60, p90: 60, leftOut });
    assert.match(changebook(['figures', ...at], workspace(own)).out, /too few days to say how many a week/);
  });

  it('tells months by the clock of the workspace, and asks for no notice that no rule asks for', () => {
    const own = [
      {
        id: 'CHG-2026-0001',
        status: 'done',
        actual: { start: '2026-03-31T22:10Z', end: '2026-03-31T22:30Z' },
      },
    ];
    const rules = 'timezone: Europe/Madrid\nrules: { notify/start: off }\n';
    const { groups, total } = figures(workspace(own, { '.changebook/config.yaml': rules }), '--group', 'mes');
    assert.deepEqual(
      groups?.map(({ key, days }) => [key, days]),
      [['2026-04', 30]],
    );
    assert.deepEqual(total.shares.startNotice, { count: 0, of: 0, share: null, leftOut: [] });
  });

  it('refuses what it cannot reckon in one sentence', () => {
    for (const [args, sentence] of [
      [['--group', 'week'], /--group does not take “week”/],
      [['--customer', 'nobody'], /nobody/],
      [['--from', '2026-05-01', '--to', '2026-04-01'], /last day \(--to\) lies before/],
      [['--from', 'someday'], /--from does not take “someday”/],
      [['nowhere'], /nowhere/],
    ] as const) {
      const { code, out, err } = changebook(['figures', ...at, ...args], cwd);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, sentence);
    }
    assert.ok(!existsSync(path.join(cwd, 'figures.svg')));
  });
});
