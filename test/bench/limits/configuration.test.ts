import { strict as assert } from 'node:assert';
import { calendarFor } from '../../../src/core/config/calendarFor';
import { dayMs, dayOf } from '../../../src/core/model/time/zoneClock';
import { checkTexts, configOf } from '../../unit/support/memoryWorkspace';
import { millisecondsOf } from '../milliseconds';

describe('Limits of time: configuration', () => {
  const check = (text: string) => configOf(new Map([['.changebook/config.yaml', text]]));

  it('has no patterns that take for ever', () => {
    const patterns = [
      ...[
        '(a+)+$',
        '(a*)*$',
        '(a|a)*$',
        '(a|aa)+$',
        '^(\\w+\\s?)*$',
        '(.*a){20}',
        '(x+x+)+y',
        '([a-z]+)*[0-9]',
        'a{1000}{1000}',
      ],
      ...[
        '(?:a+){5,}$',
        '((a+))+$',
        '(a?){50}a{50}',
        '^(([a-z])+.)+[A-Z]([a-z])+$',
        '(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x',
      ],
      ...[
        '(?=(a+))*b',
        '(a(b)*)*c',
        '(\\d+|\\w+)*!',
        '.*.*.*.*.*.*.*.*=.*',
        'a*a*a*a*a*a*a*a*a*a*b',
        '(?<x>a+)\\k<x>*$',
      ],
    ];
    const id = `CHG-${'a'.repeat(3000)}!`;
    for (const pattern of patterns) {
      const { config } = check(`id_pattern: '${pattern}'`);
      const took = millisecondsOf(() => config.idPattern.test(id), 200);
      assert.ok(took < 200, `${pattern} took ${Math.round(took)} ms`);
    }
  });

  it('has no globs that take for ever', () => {
    const globs = [
      ...[
        '*a'.repeat(60),
        '**/'.repeat(60),
        '{a,b}'.repeat(40),
        '{1..100000000}',
        '+(a|aa)+',
        '@(a*)*b',
        '[[[[',
      ],
      ...[
        '?*'.repeat(100),
        '{a,aa}*{a,aa}*{a,aa}*b',
        '**/*a/**/*a/*a/*a/*a/b',
        '*a*a*ab',
        '**/*a*a*ab',
        '../**',
      ],
    ];
    const paths = [
      `${'a'.repeat(120)}.md`,
      `${'a/'.repeat(100)}${'a'.repeat(100)}`,
      `${'aa/'.repeat(30)}${'a'.repeat(60)}.md`,
    ];
    for (const glob of globs) {
      const { config } = check(`overrides: [{ files: ["${glob}"], rules: {} }]`);
      const fits = config.overrides[0]?.matches ?? assert.fail('no override');
      const took = millisecondsOf(() => paths.map((path) => fits(path)), 200);
      assert.ok(took < 200, `${glob} took ${Math.round(took)} ms`);
    }
  });

  for (const [what, text, limit] of [
    ['five megabytes', `timezone: Europe/Madrid\n${'# a comment\n'.repeat(450_000)}`, 1000],
    ['too much for a list', `records: [${'"a", '.repeat(1_000_000)}]`, 500],
    ['too deep', `records: ${'['.repeat(60_000)}`, 500],
    ['a thousand freezes', `freezes:\n${freezes(1000)}`, 2000],
  ] as const) {
    it(`of ${what} is read, and a change checked by it`, () => {
      const record =
        '---\nid: CHG-1\ntype: change\nschedule: { start: 2027-06-01 10:00Z, duration: 1h }\n---\n';
      const texts = new Map([
        ['.changebook/config.yaml', text],
        ['CHG-1.md', record],
      ]);
      const took = millisecondsOf(() => checkTexts(texts), limit);
      assert.ok(took < limit, `${Math.round(took)} ms`);
    });
  }

  it('with a thousand freezes answers for three thousand days', () => {
    const { config } = check(`freezes:\n${freezes(1000)}`);
    const calendar = calendarFor(config, undefined);
    const first = dayOf('2026-01-01') ?? 0;
    const took = millisecondsOf(() => {
      for (let day = first; day < first + 3000; day++) calendar.freezesIn(day * dayMs, (day + 1) * dayMs);
    }, 500);
    assert.ok(took < 500, `${took} ms`);
  });

  it('has a thousand times that recur for at most one and a half times of what dated ones cost', function () {
    this.timeout(60_000);
    const [one, other] = [workspaceWith(dated), workspaceWith(recurring)];
    const ratios: number[] = [];
    // The least disturbed one counts.
    while (ratios.length < 3 && !ratios.some((ratio) => ratio <= 1.5)) {
      const usual = millisecondsOf(() => checkTexts(one), 0);
      ratios.push(millisecondsOf(() => checkTexts(other), 0) / usual);
    }
    assert.ok(Math.min(...ratios) <= 1.5, ratios.map((each) => each.toFixed(2)).join(', '));
  });
});

/** Freezes of one day each, from the beginning of 2027 on. */
function freezes(count: number): string {
  const days = Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10),
  );
  return days.map((day) => `  - { from: ${day}, to: ${day}, reason: Party, hard: true }\n`).join('');
}

/** A day some days after the beginning of 2026. */
function dayAfter(days: number): string {
  return new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dated(at: number): string {
  return `from: ${dayAfter(at % 700)} 18:${two(at % 60)}, to: ${dayAfter((at % 700) + 1)} 08:00`;
}

function recurring(at: number): string {
  const day = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][at % 7];
  const weeks = at % 2 === 0 ? `, weeks: [${(at % 5) + 1}]` : '';
  return `days: [${day}], from: "18:${two(at % 60)}", to: "19:30"${weeks}`;
}

/** Three hundred changes, with five hundred freezes and as many maintenance windows. */
function workspaceWith(when: (at: number) => string): Map<string, string> {
  const list = Array.from({ length: 500 }, (_, at) => `  - { ${when(at)} }\n`).join('');
  const config = `timezone: Europe/Madrid\nfreezes:\n${list}maintenance_windows:\n${list}`;
  const texts = new Map([['.changebook/config.yaml', config]]);
  for (let at = 0; at < 300; at++) {
    const id = `CHG-2026-${String(at).padStart(4, '0')}`;
    const schedule = `{ start: ${dayAfter((at * 37) % 700)} ${two(at % 24)}:30, duration: 1h }`;
    texts.set(`${id}.md`, `---\nid: ${id}\ntype: change\nschedule: ${schedule}\n---\n# ${id}\n`);
  }
  return texts;
}
