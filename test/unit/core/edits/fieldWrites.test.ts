import { strict as assert } from 'node:assert';
import { readAssignments } from '../../../../src/core/actions/assignments';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { writeEdits } from '../../../../src/core/edits/fieldWrites';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { applyEdits } from '../../../../src/core/model/text/edit';

const at = { now: Date.UTC(2026, 10, 16, 11), zone: 'Europe/Madrid' };

/** What assignments, each on what the one before it leaves, make of a front matter. */
function written(front: string, ...assignments: string[]): string {
  let text = `---\nid: CHG-2026-0001\ntype: change\n${front}---\n# T\n`;
  for (const assignment of assignments) {
    const record = parseRecord(text, { expected: true });
    assert.ok(record);
    const read = readAssignments([assignment], record, at, emptyConfig);
    assert.ok('writes' in read, JSON.stringify(read));
    text = applyEdits(text, writeEdits(text, read.writes) ?? assert.fail(assignment)).text;
  }
  return text.slice(text.indexOf('change\n') + 7, text.lastIndexOf('---'));
}

describe('Fields that are written', () => {
  it('keep the style of what stands there, down to items of blocks inside of blocks', () => {
    const front = 'tests:\n  validated_in:\n  - UAT\n  - QA # here\n  passed: 3\nnotify: []\n';
    const after = 'tests:\n  validated_in:\n  - QA # here\n  - DES\n  passed: 4\nnotify: [end_users]\n';
    const done = written(
      front,
      'tests.validated_in-=UAT',
      'tests.validated_in+=DES',
      'tests.passed=4',
      'notify+=end_users',
    );
    assert.equal(done, after);
    const block = 'components:\n  - name: portal # main\n    from: "1"\n    to: "2"\n  - name: api\n';
    assert.equal(
      written(block, 'components.portal.name=', 'components-=api'),
      'components:\n  - from: "1"\n    to: "2"\n',
    );
  });

  it('replace a block of text, and go with the last that they hold', () => {
    const front = 'impact:\n  level: low\n  description: |\n    Two\n    lines\nowner: Us\n';
    assert.equal(
      written(front, 'impact.description=One: line'),
      'impact:\n  level: low\n  description: "One: line"\nowner: Us\n',
    );
    assert.equal(written(front, 'impact.description=', 'impact.level='), 'owner: Us\n');
    assert.equal(
      written(front, 'impact={ level: high, description: "a, b" }'),
      'impact: { level: high, description: "a, b" }\nowner: Us\n',
    );
  });

  it('may be a team’s own, and are read as they are typed', () => {
    assert.equal(
      written('', 'x-a=[1, "b, c"]', 'x-a+=d', 'x-b=3', 'x-b=4', 'x-a-=1'),
      'x-a: ["b, c", d]\nx-b: 4\n',
    );
    assert.equal(written('x-a: 1\n', 'x-a='), '');
    assert.equal(
      written(
        '',
        'components={ name: a, to: 3.10 }, { name: "b, c" }',
        "features=It's on, off",
        'severity=menor',
      ),
      'severity: minor\nfeatures: ["It\'s on", "off"]\ncomponents: [{ name: a, to: "3.10" }, { name: "b, c" }]\n',
    );
    assert.equal(
      written('', 'schedule.start=tomorrow 22:00'),
      'schedule: { start: 2026-11-17T22:00+01:00 }\n',
    );
  });

  it('make an item of a bare text where a part of it is said', () => {
    assert.equal(
      written('tickets: [ES-1, ES-2]\n', 'tickets.ES-1.title=a'),
      'tickets: [{ id: ES-1, title: a }, ES-2]\n',
    );
    assert.equal(written('environment: PRO\n', 'environments+=DES'), 'environment: [PRO, DES]\n');
  });
});
