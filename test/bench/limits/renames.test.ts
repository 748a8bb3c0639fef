import { strict as assert } from 'node:assert';
import { namingFiles, namingTest } from '../../../src/core/language/mentions/namingFiles';
import { planRename } from '../../../src/core/language/rename/planRename';
import { inputOf } from '../../unit/core/language/rename/renamedText';
import { millisecondsOf } from '../milliseconds';

describe('Limits of time: a rename', () => {
  it('of an id that a thousand changes name takes less than a second', () => {
    const procedure = '---\nid: PROC-A\ntype: procedure\nversion: 1.0.0\n---\n# A\n\n- [ ] One\n';
    const texts = new Map([['PROC-A.md', procedure]]);
    for (let number = 1; number <= 1000; number++) {
      const front = `id: CHG-${number}\ntype: change\nprocedure: PROC-A@1.0.0\ncustomer: acme\nenvironments: [PRO]`;
      const steps = Array.from({ length: 20 }, (_, at) => `- [ ] Step ${at} <!-- step: s${at} by=ops -->`);
      texts.set(
        `CHG-${number}.md`,
        `---\n${front}\n---\n# ${number}\n\nAs [PROC-A](PROC-A.md) says.\n\n${steps.join('\n')}\n`,
      );
    }
    const input = inputOf(texts);
    const place = { range: { start: 0, end: 0 }, defines: true, style: 'yaml', quote: '' } as const;
    const mention = { kind: 'record', key: 'PROC-A', scope: '', written: 'PROC-A', ...place } as const;
    const renamed = () => {
      const mayName = namingTest(mention, input);
      const files = namingFiles(mention, input).filter((file) => mayName(file, texts.get(file) ?? ''));
      const own = new Map(files.map((file) => [file, texts.get(file) ?? '']));
      return planRename({ mention, name: 'PROC-B', file: 'PROC-A.md' }, own, input);
    };
    const plan = renamed();
    assert.equal('edits' in plan && [...plan.edits.values()].flat().length, 3001);
    assert.ok(millisecondsOf(renamed, 1000) < 1000);
  });
});
