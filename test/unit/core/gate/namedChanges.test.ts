import { strict as assert } from 'node:assert';
import { namedChanges } from '../../../../src/core/gate/namedChanges';
import { configOf, indexOf, type Texts } from '../../support/memoryWorkspace';

/** In the window of the first change. */
const now = Date.UTC(2026, 10, 24, 21, 30);

function change(id: string, front: string): string {
  return `---\nid: ${id}\ntype: change\n${front}\n---\n# ${id}\n`;
}

const on = 'schedule: { start: 2026-11-24T21:00Z, duration: 1h }';
const ready = 'status: to_be_released\nenvironments: [PRO]';
const first = change('CHG-1', `${ready}\n${on}\nrelease: { version: 1.1.0 }`);
const far = 'schedule: { start: 2026-11-26T21:00Z, duration: 1h }';
const emergency = `change_type: emergency\n${far}`;

/** Which of two changes are named, the first of which is on in PRO and releases 1.1.0. */
function named(other: string, names: { tag?: string; environment?: string }): string[] {
  const texts: Texts = new Map([
    ['CHG-1.md', first],
    ['CHG-2.md', change('CHG-2', other)],
  ]);
  const { config } = configOf(texts);
  const all = { tag: undefined, environment: undefined, customer: undefined, ...names };
  return namedChanges(indexOf(texts), all, { config, now }).map((file) => file.slice(0, -'.md'.length));
}

describe('The changes that a gate is asked about', () => {
  const both = ['CHG-1', 'CHG-2'];
  const one = ['CHG-1'];

  it('are by an environment those that are on, and every emergency that waits or is deployed', () => {
    const cases: readonly [other: string, expected: readonly string[]][] = [
      [`${ready}\n${on}`, both],
      [`status: releasing\nenvironments: [DES, " pro "]\n${on}`, both],
      [`${ready}\n${far}`, one],
      [`status: in_progress\nenvironments: [PRO]\n${on}`, one],
      [`${ready}\n${emergency}`, both],
      [`status: releasing\nenvironments: [PRO]\n${emergency}`, both],
      [`estado: por_desplegar\nentorno: pro\ntipo_cambio: emergencia`, both],
      [`status: in_progress\nenvironments: [PRO]\n${emergency}`, one],
      [`status: on_hold\nhold: { from: to_be_released }\nenvironments: [PRO]\n${emergency}`, one],
      [`status: done\nenvironments: [PRO]\n${emergency}`, one],
      [`status: to_be_released\nenvironments: [DES, { name: PRO }]\n${on}`, both],
      [`status: to_be_released\nenvironments: [DES, UAT]\n${on}`, one],
      [`status: to_be_released\nenvironments: [DES]\n${emergency}`, one],
    ];
    for (const [other, expected] of cases)
      for (const environment of ['PRO', 'pro', ' Pro'])
        assert.deepEqual(named(other, { environment }), expected, other);
  });

  it('are the nearest ones where none is on', () => {
    assert.deepEqual(named('environments: [DES]', { environment: 'DES' }), ['CHG-2']);
    assert.deepEqual(named('environments: [DES]', { environment: 'UAT' }), []);
  });

  it('are by a tag all that are open, however it is written', () => {
    const cases: readonly [other: string, expected: readonly string[]][] = [
      ['release: { version: 1.1.0 }', both],
      ['release: { version: v1.1.0 }', both],
      ['release: { tag: v1.1.0 }', both],
      ['release: { tag: V1.1.0, version: 9.9.9 }', both],
      [`status: on_hold\nhold: { from: to_do }\nrelease: { version: 1.1.0 }`, both],
      ['release: { version: 1.1.0, tag: v1.1.0-fix }', one],
      ['release: { version: 1.1.1 }', one],
      ['status: done\nrelease: { version: 1.1.0 }', one],
      ['status: cancelled\nrelease: { version: 1.1.0 }', one],
    ];
    for (const [other, expected] of cases) {
      assert.deepEqual(named(other, { tag: 'v1.1.0' }), expected, other);
      assert.deepEqual(named(`${other}\nenvironments: [DES]`, { tag: 'v1.1.0', environment: 'PRO' }), one);
    }
  });
});
