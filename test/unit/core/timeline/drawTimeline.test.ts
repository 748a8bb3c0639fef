import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import type { IndexEntry } from '../../../../src/core/index/indexEntry';
import { RecordIndex } from '../../../../src/core/index/recordIndex';
import { dayOf } from '../../../../src/core/model/time/zoneClock';
import { drawForEditor, drawForPrint } from '../../../../src/core/timeline/drawTimeline';
import { readTimeline, type TimelineOptions } from '../../../../src/core/timeline/readTimeline';
import type { Timeline, TimelineBar } from '../../../../src/core/timeline/timeline';
import { momentsOf } from '../../../../src/core/timeline/timelineDays';
import { anyText } from '../../support/anyText';
import { configOf, entryOf, indexOf, type Texts, testNow } from '../../support/memoryWorkspace';
import { readSvg } from '../../support/svg';

const hour = 3_600_000;
const monday = dayOf('2026-11-16') ?? 0;
const wish: TimelineOptions = { first: monday, last: monday + 6, now: testNow, language: 'en' };

/** A week of one row, with these bars in it. */
function weekOfBars(
  bars: readonly Partial<TimelineBar>[],
  names: { customer?: string; environment?: string; name?: string } = {},
): Timeline {
  const days = { first: monday, last: monday + 6 };
  const moments = momentsOf(days, 'UTC');
  const row = {
    environment: names.environment ?? 'PRO',
    more: 0,
    bars: bars.map((bar, at) => ({
      ...{
        key: `0:${at}.md`,
        id: `CHG-${at}`,
        title: 'A title',
        status: 'to_do',
        stage: 'to_do',
        zone: 'UTC',
      },
      ...{ start: moments.start + 20 * hour, end: moments.start + 22 * hour, outageMinutes: 30 },
      ...{ overdue: false, conflicts: [], ...bar },
    })),
  };
  const backgrounds = [{ kind: 'freeze' as const, ...moments, name: names.name ?? 'Audit' }];
  const group = { customer: names.customer ?? 'Acme', zone: 'UTC', backgrounds, rows: [row] };
  return {
    ...days,
    zone: 'UTC',
    now: testNow,
    language: 'en',
    bands: [{ ...days, ...moments, groups: [group], more: 0 }],
  };
}

const hostile = fc.oneof(
  anyText(300),
  fc.constantFrom(
    '</svg><script>alert(1)</script>',
    '"><image href="https://evil.example/x.png" onload="alert(1)"/>',
    '\u202etxt.exe\u202c \u0000\u001b[31m\ufffe\ud800',
    '&lt; ]]> <!-- <?xml ?> &#0;',
    'x'.repeat(10_000),
    'שלום '.repeat(2_000),
  ),
);

describe('The picture of a timeline', () => {
  it('is well-formed, with nothing in it that anybody wrote but texts', () => {
    const known = new Set('svg title style defs pattern rect line g text'.split(' '));
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, id, customer, name) => {
        const bar = { title, id, key: `0:${id}`, status: id, conflicts: [id], stage: title };
        const timeline = weekOfBars([bar], { customer, environment: name, name });
        for (const svg of [drawForPrint(timeline), drawForEditor(timeline, 900)]) {
          for (const element of readSvg(svg)) {
            assert.ok(known.has(element.name), element.name);
            for (const attribute of Object.keys(element.attributes))
              assert.doesNotMatch(attribute, /^on|href|^style$/i);
            assert.doesNotMatch(element.text, /[\u202a-\u202e\u2066-\u2069]/);
          }
          assert.ok(svg.length < 40_000, `${svg.length}`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says a title of right-to-left letters, markup and length as it is, shortened', () => {
    const svg = drawForPrint(weekOfBars([{ title: '</svg><script>' }, { title: 'A'.repeat(10_000) }]));
    const names = readSvg(svg).filter(({ classes, name }) => name === 'text' && classes.has('name'));
    assert.equal(names[0]?.text, '</svg><script>');
    assert.match(names[1]?.text ?? '', /^A{10,40}…$/);
  });

  it('tells each bar in one sentence by its customer’s clock, for who hears and who points', () => {
    const start = Date.UTC(2026, 10, 18, 21);
    const bar = {
      ...{ id: 'CHG-7', title: 'Portal 4.2', status: 'to_be_released', stage: 'to_be_released', start },
      ...{
        end: start + hour,
        outageMinutes: 90,
        zone: 'Europe/Madrid',
        overdue: true,
        conflicts: ['CHG-8', 'CHG-9'],
      },
    };
    const wanted =
      'CHG-7 Portal 4.2, to be released, Wed 18 Nov 2026 22:00–23:00 (Europe/Madrid), outage 1 h 30 min, overdue, conflicts with CHG-8, CHG-9';
    const elements = readSvg(drawForEditor(weekOfBars([bar]), 900));
    const button = elements.find(({ attributes }) => attributes['data-bar']);
    assert.deepEqual(
      [button?.attributes['aria-label'], button?.attributes.role, button?.attributes['data-bar']],
      [wanted, 'button', '0:0.md'],
    );
    assert.ok(elements.some(({ name, text }) => name === 'title' && text === wanted));
    assert.ok(
      elements.some(
        ({ classes, name }) => name === 'rect' && classes.has('conflict') && classes.has('reach'),
      ),
    );
    assert.ok(elements.some(({ attributes }) => attributes.fill === 'url(#outage)' && attributes.x !== '4'));
  });

  it('of a week is a week at every width: its number, its seven days, two lines for each change', () => {
    for (const width of [190, 300, 420, 560, 700, 1200]) {
      const elements = readSvg(drawForEditor(weekOfBars([{}]), width));
      const textsOf = (name: string): string[] =>
        elements
          .filter(({ classes, name: tag }) => tag === 'text' && classes.has(name))
          .map(({ text }) => text);
      assert.deepEqual(textsOf('corner'), ['Week 47'], `${width}`);
      assert.equal(textsOf('date').length, 7, `${width}`);
      // The narrowest has no room beside its bars; the list below it names them.
      if (width > 190) assert.match(textsOf('when').join(), /^20:0/, `${width}`);
      const [svg] = elements;
      assert.equal(svg?.attributes.width, String(width));
    }
  });

  it('is an image with a title on paper, and the same bytes each time', () => {
    const timeline = weekOfBars([{}, {}]);
    const svg = drawForPrint(timeline);
    assert.equal(svg, drawForPrint(timeline));
    const [root, title] = readSvg(svg);
    assert.deepEqual(
      [root?.attributes.role, title?.text],
      ['img', 'Calendar of deployments, 16–22 November 2026'],
    );
    assert.doesNotMatch(svg, /tabindex|data-bar|var\(/);
    assert.match(svg, /16–22 November 2026 · times in UTC · as of 2026-11-16 11:00/);
  });

  it('gives the day of a clock change its own width', () => {
    const first = dayOf('2026-10-19') ?? 0;
    const config = configOf(new Map([['.changebook/config.yaml', 'timezone: Europe/Madrid\n']])).config;
    const timeline = readTimeline([{ config, index: new RecordIndex() }], {
      ...wish,
      first,
      last: first + 6,
    });
    const lines = readSvg(drawForEditor(timeline, 150 + 1690)).filter(({ classes }) => classes.has('day'));
    const days = lines.map(({ attributes }) => Number(attributes.x1));
    // The week has 169 hours, ten pixels each; its Sunday is the longest day.
    assert.deepEqual(days, [150, 390, 630, 870, 1110, 1350, 1590]);
  });

  it('draws thousands of changes in one week, and counts those that have no room', () => {
    const entries = Array.from({ length: 4000 }, (_, at) => crowded(at));
    const index = new RecordIndex();
    for (const entry of entries) index.load(entry);
    const svg = drawForEditor(readTimeline([{ config: emptyConfig, index }], wish), 1100);
    const elements = readSvg(svg);
    const bars = elements.filter(({ attributes }) => attributes['data-bar']).length;
    const more = elements.find(({ classes, name }) => name === 'text' && classes.has('more'))?.text ?? '';
    assert.equal(bars + Number(/^and (\d+) more$/.exec(more)?.[1]), 4000);
    assert.ok(svg.length < 400_000);
  });

  it('of a week asks only for the records of that week, whatever there is', () => {
    class CountingIndex extends RecordIndex {
      asked = 0;
      override entry(file: string): IndexEntry | undefined {
        this.asked++;
        return super.entry(file);
      }
      override all(): Iterable<IndexEntry> {
        throw new Error('every record was asked for');
      }
    }
    const index = new CountingIndex();
    for (let at = 0; at < 10_000; at++) index.load(crowded(at, at < 12 ? 0 : 7 + (at % 3000)));
    const { bands } = readTimeline([{ config: emptyConfig, index }], wish);
    assert.equal(bands[0]?.groups[0]?.rows[0]?.bars.length, 12);
    assert.ok(index.asked < 500, `${index.asked}`);
  });

  it('of the same records in another order is the same', () => {
    const texts = [1, 2, 3, 4].map((at): [string, string] => [
      `CHG-${at}.md`,
      `---\nid: CHG-${at}\ntype: change\ncustomer: acme\nenvironments: [PRO]\nschedule: { start: 2026-11-1${7 - (at % 2)}T22:00Z, duration: 1h }\n---\n`,
    ]);
    const draw = (some: Texts): string =>
      drawForPrint(readTimeline([{ config: emptyConfig, index: indexOf(some) }], wish));
    assert.equal(draw(new Map(texts)), draw(new Map(texts.reverse())));
  });
});

const template = entryOf(
  'CHG-0.md',
  '---\nid: CHG-0\ntype: change\ncustomer: acme\nenvironments: [PRO]\nschedule: { start: 2026-11-16T20:00Z, duration: 2h }\n---\n',
);

/** A change of one customer's only environment, at eight in the evening of some day. */
function crowded(at: number, days = at % 7): IndexEntry {
  const change = template?.summary.change;
  assert.ok(template && change?.start !== undefined && change.end !== undefined);
  const [start, end] = [change.start + days * 24 * hour, change.end + days * 24 * hour];
  const summary = {
    ...template.summary,
    id: `CHG-${at}`,
    title: `Change ${at}`,
    change: { ...change, start, end },
  };
  return { ...template, file: `changes/CHG-${at}.md`, summary };
}
