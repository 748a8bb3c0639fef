import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { layOutBars, monthSizes, type Scale, weekSizes, xOf } from '../../../../src/core/timeline/layOutBars';
import { clipText, textWidth } from '../../../../src/core/timeline/svgText';
import type { TimelineBar } from '../../../../src/core/timeline/timeline';
import { anyText } from '../../support/anyText';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 16);
const scale: Scale = { start, end: start + 168 * hour, left: 150, width: 1000 };

function bar(id: string, from: number, hours: number, more: Partial<TimelineBar> = {}): TimelineBar {
  return {
    ...{ key: `0:${id}.md`, id, title: `Title of ${id}`, status: 'to_do', stage: 'to_do' },
    ...{ start: start + from * hour, end: start + (from + hours) * hour, outageMinutes: 0, zone: 'UTC' },
    ...{ overdue: false, conflicts: [] },
    ...more,
  };
}

const anyBar = fc
  .record({
    from: fc.integer({ min: -400, max: 400 }),
    hours: fc.integer({ min: 0, max: 500 }),
    title: fc.oneof(anyText(), fc.string({ maxLength: 40 })),
    outageMinutes: fc.integer({ min: 0, max: 5000 }),
    overdue: fc.boolean(),
  })
  .map(
    ({ from, hours, ...more }) =>
      (at: number) =>
        bar(`CHG-${at}`, from, hours, more),
  );

describe('Bars in lanes', () => {
  it('never meet in a lane, and never leave the row', () => {
    fc.assert(
      fc.property(
        fc.array(anyBar, { maxLength: 60 }),
        fc.constantFrom(weekSizes, monthSizes),
        fc.constantFrom('en' as const, 'es' as const),
        (made, sizes, language) => {
          const bars = made.map((make, at) => make(at));
          const { bars: laid, lanes, more } = layOutBars(bars, scale, sizes, language);
          assert.equal(laid.length + more, bars.length);
          for (const box of laid) {
            const { left, right, barLeft, barWidth, labelLeft, labelWidth, outage } = box;
            assert.ok(left >= scale.left && right <= scale.left + scale.width + 0.01, JSON.stringify(box));
            assert.ok(barLeft >= left && barLeft + barWidth <= right && barWidth > 0);
            assert.ok(labelWidth === 0 || (labelLeft >= left && labelLeft + labelWidth <= right));
            assert.ok(outage >= 0 && outage <= barWidth);
            assert.ok(box.lane < lanes);
          }
          for (let lane = 0; lane < lanes; lane++) {
            const inLane = laid.filter((box) => box.lane === lane).sort((a, b) => a.left - b.left);
            inLane.forEach((box, at) => {
              const next = inLane[at + 1];
              assert.ok(!next || box.right <= next.left, `${box.bar.id} meets ${next?.bar.id}`);
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stand in the order of their starts, whatever the order in which they came', () => {
    const bars = ['C', 'A', 'B'].map((id, at) => bar(id, [40, 10, 30][at] ?? 0, 1));
    const names = layOutBars(bars, scale, weekSizes, 'en').bars.map((laid) => laid.bar.id);
    assert.deepEqual(names, ['A', 'B', 'C']);
  });

  it('are so many at most, the others counted', () => {
    const bars = Array.from({ length: 500 }, (_, at) => bar(`CHG-${at}`, 10, 4));
    const { bars: laid, lanes, more } = layOutBars(bars, scale, weekSizes, 'en');
    assert.deepEqual([laid.length, lanes, more], [10, 10, 490]);
  });

  it('carry their label inside, right of them, or left of them, where there is room', () => {
    const [inside, right, left] = layOutBars(
      [bar('A', 0, 60), bar('B', 80, 1), bar('C', 167, 1)],
      scale,
      weekSizes,
      'en',
    ).bars;
    assert.ok(inside?.inside && inside.labelLeft > inside.barLeft);
    assert.ok(right && right.labelLeft > right.barLeft + right.barWidth);
    assert.ok(left && left.labelLeft + left.labelWidth < left.barLeft);
  });

  it('are as long as their windows, and outages as long as they last', () => {
    const [laid] = layOutBars([bar('A', 24, 48, { outageMinutes: 720 })], scale, weekSizes, 'en').bars;
    assert.ok(laid);
    assert.ok(Math.abs(laid.barLeft - xOf(scale, start + 24 * hour)) < 0.01);
    assert.ok(Math.abs(laid.barWidth - (48 / 168) * 1000) < 0.01);
    assert.ok(Math.abs(laid.outage - (12 / 168) * 1000) < 0.01);
  });
});

describe('Texts cut to a width', () => {
  it('fit, end with an ellipsis where they are cut, and cut no character in two', () => {
    fc.assert(
      fc.property(anyText(), fc.integer({ min: 0, max: 300 }), (text, most) => {
        const cut = clipText(text, 12, most);
        assert.ok(textWidth(cut, 12) <= most || cut === '');
        assert.doesNotMatch(cut, /\p{Cs}|\p{Cc}/u);
      }),
    );
    assert.match(clipText('A rather long title of a change', 12, 100), /^A rather.*…$/);
    assert.equal(clipText('Short', 12, 100), 'Short');
  });
});
