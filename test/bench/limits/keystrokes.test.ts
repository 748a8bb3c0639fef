import { strict as assert } from 'node:assert';
import { completionsAt } from '../../../src/core/language/completionsAt';
import { documentSymbols } from '../../../src/core/language/documentSymbols';
import { hoverAt } from '../../../src/core/language/hoverAt';
import { linksIn } from '../../../src/core/language/linksIn';
import { selectionsAt } from '../../../src/core/language/selectionsAt';
import { templateCompletionsAt } from '../../../src/core/notices/templateLanguage';
import { movableChange, slotsOf } from '../../../src/core/schedule/slotFix';
import { inputOf } from '../../unit/core/language/cursorText';
import { drafted, requestFor, workspaceWith } from '../../unit/core/notices/noticeWorkspace';
import { configOf, indexOf, MemoryFacts, testNow } from '../../unit/support/memoryWorkspace';
import { millisecondsOf } from '../milliseconds';

const front = 'id: CHG-2026-0009\ntype: change\n';

describe('Limits of time: while somebody types', () => {
  for (const [name, unit] of [
    ['keys', 'a: b\n'],
    ['brackets', '['],
    ['dashes', '- '],
    ['braces', '{a: '],
    ['blank lines', '\n'],
    ['quotes', '"'],
    ['unclosed brackets', 'a: [\n'],
  ] as const) {
    it(`completion reads as much of 64 KB of ${name} as it has time for`, () => {
      const text = `---\n${front}${unit.repeat(65_536 / unit.length)}\nstatus: `;
      assert.ok(millisecondsOf(() => completionsAt(text, text.length, inputOf()), 100) < 100);
    });
  }

  it('hover below 64 KB of dashes', () => {
    const text = `---\n${front}${'- '.repeat(32_000)}\n---\n${'A'.repeat(100_000)}`;
    assert.ok(millisecondsOf(() => hoverAt(text, text.length - 5, inputOf()), 20) < 20);
  });

  for (const [name, unit] of [
    ['headings', '# a\n'],
    ['headings with steps', '# a\n- [ ] b\n'],
    ['deep headings', '# a\n## b\n### c\n#### d\n##### e\n###### f\n'],
  ] as const) {
    it(`the parts of 64 KB of ${name}`, () => {
      const text = `---\n${front}---\n${unit.repeat(65_536 / unit.length)}`;
      assert.ok(millisecondsOf(() => documentSymbols(text, 'record', 'en'), 200) < 200);
      assert.ok(millisecondsOf(() => selectionsAt(text, text.length - 2, 'record'), 200) < 200);
    });
  }

  it('the links in 64 KB of ids and tickets', () => {
    const config = configOf(
      new Map([
        ['.changebook/config.yaml', 'trackers: [{ pattern: "^S-\\d+$", url: "https://e.example/{id}" }]'],
      ]),
    );
    const input = { ...inputOf(), config: config.config };
    const text = `---\n${front}---\n${'S-1 TKT-7 CHG-2026-0001 '.repeat(2800)}`;
    const place = { file: 'a.md', kind: 'record' } as const;
    assert.ok(linksIn(text, place, input).length > 5000);
    assert.ok(millisecondsOf(() => linksIn(text, place, input), 150) < 150);
  });

  it('an id in the text, of two thousand', () => {
    const texts = new Map<string, string>();
    for (let number = 0; number < 2000; number++) texts.set(`CHG-${number}.md`, changeText(number, ''));
    const input = { ...inputOf(), index: indexOf(texts) };
    const text = `---\n${front}---\nAs in CHG-`;
    assert.equal(completionsAt(text, text.length, input).items.length, 1000);
    assert.ok(millisecondsOf(() => completionsAt(text, text.length, input), 50) < 50);
  });

  it('completion in a long template whose bracket is never closed', () => {
    const text = `{{ ${'a "'.repeat(5000)}`;
    assert.ok(millisecondsOf(() => templateCompletionsAt(text, text.length, [], 'en'), 40) < 40);
  });

  it('a draft is made again in a frame', () => {
    const fields =
      'title: Portal\nenvironments: [PRO]\nschedule: { start: 2026-11-24 22:00, duration: 1h30m, outage: 10m }\n';
    const request = requestFor(workspaceWith(fields), 'CHG-1.md', 'es');
    drafted('start', request);
    assert.ok(millisecondsOf(() => drafted('start', request), 16) < 16);
  });

  it('the next slots among two thousand changes are found in 50 milliseconds', () => {
    const texts = new Map([
      [
        '.changebook/config.yaml',
        'timezone: Europe/Madrid\nbusiness_hours: "09:00-18:00"\nfreezes: [{ from: 2026-12-18, to: 2027-01-07, hard: true }]\n',
      ],
      [
        '.changebook/customers/diba.yaml',
        'name: Diba\nmaintenance_windows: [{ days: [tue, wed, thu], from: "22:00", to: "02:00" }]\n',
      ],
      ['CHG-1.md', changeText(1, 'deployment_type: 4\nschedule: { start: 2026-11-17 10:00, duration: 1h }')],
    ]);
    for (let number = 10; number < 2000; number++) {
      const day = String((number % 28) + 1).padStart(2, '0');
      const start = `2026-${number % 2 ? 11 : 12}-${day} ${String(number % 24).padStart(2, '0')}:00`;
      const fields = `assignee: P${number % 5}\nschedule: { start: ${start}, duration: 3h }`;
      texts.set(`CHG-${number}.md`, changeText(number, fields));
    }
    const { config } = configOf(texts);
    const index = indexOf(texts);
    const input = { config, index, files: new MemoryFacts(texts), git: undefined, now: testNow };
    const entry = index.entry('CHG-1.md') ?? assert.fail('no record');
    const change = movableChange(texts.get('CHG-1.md') ?? '', entry, input) ?? assert.fail('no change');
    const took = millisecondsOf(() => slotsOf(change, input, 5), 50);
    assert.ok(took < 50, `${took} ms`);
  });
});

function changeText(number: number, fields: string): string {
  return `---\nid: CHG-${number}\ntype: change\ncustomer: diba\nenvironments: [PRO]\n${fields}\n---\n`;
}
