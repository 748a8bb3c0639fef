import { strict as assert } from 'node:assert';
import { mayBecomeProcedure } from '../../../../src/core/adopt/mayBecomeProcedure';
import { configOf, indexOf } from '../../support/memoryWorkspace';

describe('The offer to make a procedure of a file', () => {
  const texts = new Map([['PROC-A.md', '---\nid: PROC-A\ntype: procedure\ntitle: Known\n---\n']]);
  const { config } = configOf(texts);
  const isOffered = (text: string, file = 'docs/deploy.md'): boolean =>
    mayBecomeProcedure({ file, text }, { config, index: indexOf(texts) });

  it('stands above markdown with task items', () => {
    for (const text of ['- [ ] One\n', '# A\r\n\r\n1. [x] One\r\n', '---\nlayout: x\n---\n  * [ ] One\n'])
      assert.ok(isOffered(text), text);
  });

  it('stands nowhere else: no record, no list of what is new or to do, nothing that is adopted already', () => {
    for (const text of [
      '# A\n\n- One\n1. Two\n[ ] Three\n',
      '```\n- [ ] One\n```\n',
      '---\nid: CHG-1\ntype: change\n---\n- [ ] One\n',
      '# Known\n\n- [ ] One\n',
    ])
      assert.ok(!isOffered(text), text);
    for (const file of [
      'CHANGELOG.md',
      'docs/TODO.md',
      'node_modules/a/x.md',
      '.changebook/templates/start.en.md',
    ])
      assert.ok(!isOffered('- [ ] One\n', file), file);
  });
});
