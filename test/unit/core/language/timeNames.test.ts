import { strict as assert } from 'node:assert';
import { fixEdits } from '../../../../src/core/language/certainEdits';
import { completionsAt } from '../../../../src/core/language/completionsAt';
import type { KnownRelease, LanguageInput } from '../../../../src/core/language/languageInput';
import { startsFor } from '../../../../src/core/language/offeredStarts';
import { saidFixes } from '../../../../src/core/language/saidFixes';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { LineMap } from '../../../../src/core/model/text/lineMap';
import { fixTitleOf } from '../../../../src/core/rules/renderFinding';
import { checkText, configOf, indexOf, MemoryFacts, testNow } from '../../support/memoryWorkspace';
import { atCursor, inputOf, labels, offered, taken } from './cursorText';

const front = 'id: CHG-2026-0001\ntype: change\ncustomer: diba\n';
const file = 'changes/CHG-2026-0001.md';
const texts = new Map([
  ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
  [
    '.changebook/customers/diba.yaml',
    'name: Diba\nfreezes: [{ from: 2026-11-17, to: 2026-11-18, hard: true }]\n',
  ],
  [file, `---\n${front}schedule: { duration: 1h }\n---\n# Change\n`],
]);
const { config } = configOf(texts);
const index = indexOf(texts);
const checked = { config, index, files: new MemoryFacts(texts), git: undefined, now: testNow };

/** The usual surroundings of the change, which is Monday 2026-11-16 at noon. */
function around(text: string, changed: Partial<LanguageInput> = {}): LanguageInput {
  const starts = startsFor(text, file, checked, 'en');
  return inputOf({ config, index, now: testNow, starts, ...changed });
}

function offeredStarts(start: string, changed: Partial<LanguageInput> = {}) {
  const { text, offset } = atCursor(`---\n${front}schedule: { start: ${start}, duration: 1h }\n---\n# x\n`);
  return completionsAt(text, offset, around(text, changed));
}

describe('Times that may be written', () => {
  it('are for a start the next slots, which leave out what no rule allows', () => {
    const { items, cut } = offeredStarts('|');
    assert.equal(items.length, 5);
    assert.match(items[0]?.label ?? '', /^2026-11-16 \d\d:\d\d$/);
    assert.ok(!items.some(({ label }) => /^2026-11-1[78]/.test(label)));
    assert.match(items[0]?.detail ?? '', /^\w+day, until 2026-11-/);
    // Letters may still begin a day in words.
    assert.ok(cut);
    assert.equal(offeredStarts('2026-11|').cut, false);
  });

  it('are understood in words, in both languages, as their own text is typed', () => {
    const said = (words: string) => offeredStarts(`${words}|`).items.map(({ label }) => label);
    assert.deepEqual(said('tomorrow 22:00'), ['2026-11-17 22:00']);
    assert.deepEqual(said('martes 21:00'), ['2026-11-17 21:00']);
    assert.equal(said('in 3 days')[0], '2026-11-19 12:00');
    // Today is Monday: this one and the one in a week.
    assert.deepEqual(said('lunes 21:00'), ['2026-11-16 21:00', '2026-11-23 21:00']);
    // While they mean nothing yet, the slots stay, those from a day on once one is named.
    assert.equal(said('whenever').length, 5);
    assert.ok(said('friday 2').every((label) => label >= '2026-11-20'));
    for (const words of ['tomorrow ', 'tomorrow 22:', 'tomorrow 22:0']) {
      const [still] = offeredStarts(`${words}|`).items;
      assert.equal(still?.filterText, words);
    }
    const [first] = offeredStarts('tomorrow 22:00|').items;
    assert.equal(first?.filterText, 'tomorrow 22:00');
    assert.equal(first?.detail, 'Tuesday');
    assert.match(first?.documentation ?? '', /tomorrow 22\\:00” is Tuesday/);
    const after = taken(
      `${front}schedule:\n  start: mañana 22:00|\n`,
      undefined,
      around('', { language: 'es' }),
    );
    assert.match(after, /\n {2}start: 2026-11-17 22:00\n/);
  });

  it('are the slots from a day on, where that is all that is said', () => {
    const found = offeredStarts('friday|').items;
    assert.ok(found.length > 0 && found.every(({ label }) => label >= '2026-11-20'));
    assert.ok(found.every(({ filterText }) => filterText === 'friday'));
  });

  it('are now for what has happened, and with an offset where no zone is known', () => {
    const inNow = { now: testNow, config, index };
    assert.deepEqual(labels(`${front}requested_at: |`, inNow), ['2026-11-16 12:00']);
    assert.deepEqual(labels(`${front}created: |`, inNow), ['2026-11-16']);
    assert.deepEqual(labels(`${front}actual: { start: 22:00| }`, inNow), ['2026-11-15 22:00']);
    const { config: bare } = configOf(new Map());
    assert.deepEqual(labels(`${front}requested_at: |`, { now: testNow, config: bare }), [
      '2026-11-16T11:00+00:00',
    ]);
    assert.deepEqual(labels(`${front}requested_at: |`), []);
  });
});

describe('A moment in words that stands in a record', () => {
  function mended(start: string): string[] {
    const text = `---\n${front}schedule: { start: ${start}, duration: 1h }\n---\n# x\n`;
    const lines = new LineMap(text);
    return checkText(text).flatMap((finding) =>
      saidFixes(text, finding, { config, now: testNow }).map((fix) => {
        const after = applyEdits(text, fixEdits(lines, fix)).text;
        return `${fixTitleOf(finding, fix, 'es')}: ${/start: ([^,]*)/.exec(after)?.[1]}`;
      }),
    );
  }

  it('can be written as records do, with a fix for each that it may mean', () => {
    assert.deepEqual(mended('tomorrow 22:00'), ['Escribir 2026-11-17 22:00: 2026-11-17 22:00']);
    assert.deepEqual(mended('"martes 21:00"'), ['Escribir 2026-11-17 21:00: 2026-11-17 21:00']);
    assert.equal(mended('lunes 21:00').length, 2);
    assert.deepEqual(mended('whenever'), []);
    assert.deepEqual(mended('2026-11-31 22:00'), []);
  });
});

describe('Durations, versions and tickets that may be written', () => {
  const release: KnownRelease = {
    tag: 'v4.1.0',
    before: new Map([['portal', '4.1.0']]),
    versions: new Map([
      ['api', '1.10'],
      ['portal', '4.2.0'],
    ]),
    tickets: ['SUP-1', 'TKT-7'],
  };

  it('are durations as other changes have them, then the usual ones', () => {
    const found = labels(`${front}schedule: { duration: | }`);
    assert.equal(found[0], '1h');
    assert.ok(found.includes('1h30m') && new Set(found).size === found.length);
  });

  it('are versions of the component beside them, before and after', () => {
    const at = (part: string) => labels(`${front}components: [{ name: portal, ${part}: | }]`, { release });
    assert.equal(at('to')[0], '4.2.0');
    assert.equal(at('from')[0], '4.1.0');
    assert.ok(
      taken(`${front}components: [{ name: api, to: | }]`, '1.10', { release }).includes('to: "1.10"'),
    );
    assert.ok(labels(`${front}components: [{ name: |`, { release }).includes('api'));
    assert.equal(labels(`${front}rollback: { to: |`, { release })[0], '4.1.0');
  });

  it('are tickets since the last tag first, each once', () => {
    const found = offered(`${front}tickets: [|`, { release });
    assert.deepEqual(
      found.slice(0, 2).map(({ label, detail }) => `${label} ${detail}`),
      ['TKT-7 since v4.1.0', 'SUP-1 since v4.1.0'],
    );
    assert.equal(found.filter(({ label }) => label === 'TKT-7').length, 1);
  });

  it('ask for what git knows only where that is among them', () => {
    const wants = (text: string, changed = {}) => {
      const place = atCursor(`---\n${front}${text}\n---\n`);
      return completionsAt(place.text, place.offset, inputOf(changed)).wantsRelease === true;
    };
    assert.ok(wants('tickets: [|'));
    assert.ok(!wants('tickets: [|', { release }));
    assert.ok(!wants('status: |'));
  });
});
