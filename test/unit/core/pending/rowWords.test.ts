import { strict as assert } from 'node:assert';
import { pendingRow } from '../../../../src/core/pending/pendingRow';
import { windowOf } from '../../../../src/core/pending/pendingWindow';
import { placeText } from '../../../../src/core/pending/placeText';
import { shortTitle } from '../../../../src/core/pending/shortTitle';
import { configOf, indexOf } from '../../support/memoryWorkspace';

function rowOf(front: string) {
  const texts = new Map([
    ['.changebook/config.yaml', 'timezone: Europe/Madrid\n'],
    [
      '.changebook/customers/ribera.yaml',
      'name: Ribera\nenvironments: [{ name: PRE }, { name: PRO, production: true }]\n',
    ],
    ['CHG-2026-0001.md', `---\nid: CHG-2026-0001\ntype: change\n${front}---\n# Portal\n`],
  ]);
  const entry = indexOf(texts).entry('CHG-2026-0001.md') ?? assert.fail();
  return pendingRow(entry, [], configOf(texts).config) ?? assert.fail();
}

describe('The words of a pending row', () => {
  it('are the first words of a long title, so that the time behind it is seen', () => {
    assert.equal(shortTitle('Portal 4.2', 20), 'Portal 4.2');
    assert.equal(shortTitle('Más memoria para el buscador', 20), 'Más memoria para el…');
    assert.equal(shortTitle('Forms 3.7, for all customers', 12), 'Forms 3.7…');
    assert.equal(shortTitle('Umgebungsvariablenverwaltung', 12), 'Umgebungsva…');
    assert.equal(shortTitle('💥'.repeat(30), 10), `${'💥'.repeat(9)}…`);
  });

  it('say for whom and where: production, and how many more environments', () => {
    const row = rowOf('customer: Ribera\nenvironments: [PRE, PRO]\n');
    assert.equal(placeText(row, 'window'), 'Ribera PRO +1');
    assert.equal(placeText(row, 'customer'), 'PRO +1');
    assert.equal(placeText(rowOf('environments: [UAT]\n'), 'window'), 'UAT');
    assert.equal(placeText(rowOf(''), 'window'), '');
  });

  it('come in a group of tomorrow, also where that is another week', () => {
    const row = rowOf('schedule: { start: 2026-11-23 09:00, duration: 1h }\n');
    const groups = ['11-14T12:00', '11-20T12:00', '11-22T12:00', '11-23T07:00'].map((at) =>
      windowOf(row, Date.parse(`2026-${at}:00Z`)),
    );
    assert.deepEqual(
      groups.map(({ value }) => value),
      ['later', 'later', 'tomorrow', 'today'],
    );
    // Midnight of Sunday in Madrid, when it becomes tomorrow's.
    assert.equal(groups[1]?.until, Date.parse('2026-11-21T23:00:00Z'));
  });
});
