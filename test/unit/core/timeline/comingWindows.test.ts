import { strict as assert } from 'node:assert';
import { comingWindows, nextWindow } from '../../../../src/core/timeline/comingWindows';
import { filterChoices, type TimelineFilter } from '../../../../src/core/timeline/timelineFilter';
import type { TimelineSource } from '../../../../src/core/timeline/timelineSource';
import { configOf, indexOf, type Texts } from '../../support/memoryWorkspace';

const now = Date.parse('2026-11-16T12:00Z');

function change(id: string, front: string, window = ''): [string, string] {
  const schedule = window && `schedule: ${window}\n`;
  return [`${id}.md`, `---\nid: ${id}\ntype: change\ntitle: T\n${front}${schedule}---\n`];
}

const texts: Texts = new Map([
  ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
  ['.changebook/customers/acme.yaml', 'name: Acme\nenvironments: [{ name: PRO }, { name: UAT }]\n'],
  ['.changebook/customers/far.yaml', 'name: Far\ntimezone: America/Bogota\nenvironments: [{ name: Pro }]\n'],
  change('CHG-0', 'customer: acme\nenvironments: [PRO]\n', '{ start: 2026-11-10 22:00, duration: 1h }'),
  change('CHG-1', 'customer: acme\nenvironments: [PRO, UAT]\n', '{ start: 2026-11-17 22:00, duration: 1h }'),
  change('CHG-2', 'customer: acme\nenvironments: [PRO]\n', '{ start: 2026-11-17 22:00, duration: 2h }'),
  change('CHG-3', 'customer: far\nenvironments: [PRO]\n', '{ start: 2026-11-16 05:00, duration: 4h }'),
  change(
    'CHG-4',
    'status: done\ncustomer: far\nenvironments: [PRO]\n',
    '{ start: 2026-11-18 05:00, duration: 4h }',
  ),
  change(
    'CHG-5',
    'customer: far\nenvironments: [PRO]\n',
    '{ phases: [{ start: 2026-11-20 05:00, duration: 1h }, { start: 2026-12-20 05:00, duration: 1h }] }',
  ),
]);
const { config } = configOf(texts);
const sources: readonly TimelineSource[] = [{ config, index: indexOf(texts, configOf(texts)) }];

function coming(filter: TimelineFilter = {}): string[] {
  return [...comingWindows(sources, now, { ...filter, now })].map(
    ({ id, customer, environments }) => `${id} ${customer} ${environments.join('+')}`,
  );
}

/** The ids of what is found when one looks again and again. */
function walk(what: 'deployment' | 'conflict', times: number, filter: TimelineFilter = {}): string[] {
  let after: Parameters<typeof nextWindow>[2] = { start: now };
  return Array.from({ length: times }, () => {
    const found = nextWindow(sources, what, after, { ...filter, now });
    if (found) after = { key: found.key, start: found.start };
    return found?.id ?? '-';
  });
}

describe('The windows to come', () => {
  it('are those of open changes that are on or begin later, each phase for itself', () => {
    assert.deepEqual(coming(), [
      'CHG-3 Far Pro',
      'CHG-1 Acme PRO+UAT',
      'CHG-2 Acme PRO',
      'CHG-5 Far Pro',
      'CHG-5 Far Pro',
    ]);
  });

  it('are those of a customer or an environment', () => {
    assert.deepEqual(coming({ customer: 'Acme' }), ['CHG-1 Acme PRO+UAT', 'CHG-2 Acme PRO']);
    assert.deepEqual(coming({ environment: 'uat' }), ['CHG-1 Acme UAT']);
    assert.deepEqual(coming({ customer: 'nobody' }), []);
    assert.deepEqual(filterChoices([config], {}), {
      customers: ['Acme', 'Far'],
      environments: ['PRO', 'UAT'],
    });
    assert.deepEqual(filterChoices([config], { customer: 'Far' }).environments, ['Pro']);
  });

  it('follow each other, and begin again behind the last', () => {
    assert.deepEqual(walk('deployment', 6), ['CHG-1', 'CHG-2', 'CHG-5', 'CHG-5', 'CHG-3', 'CHG-1']);
    assert.deepEqual(walk('conflict', 3), ['CHG-1', 'CHG-2', 'CHG-1']);
    assert.deepEqual(walk('conflict', 1, { customer: 'Far' }), ['-']);
    assert.deepEqual(walk('deployment', 2, { environment: 'UAT' }), ['CHG-1', '-']);
  });

  it('are taken from several workspaces in the order of time', () => {
    const two = [...comingWindows([...sources, ...sources], now, { now })].map(({ key, start }) => [
      start,
      key,
    ]);
    assert.equal(two.length, 10);
    assert.deepEqual(
      two.map(([start]) => start),
      two.map(([start]) => Number(start)).sort((a, b) => a - b),
    );
    assert.ok(two.some(([, key]) => String(key).startsWith('1:')));
  });
});
