import { strict as assert } from 'node:assert';
import { filesTouchedBy, planMoves } from '../../../../../src/core/language/rename/planMoves';
import { applyEdits } from '../../../../../src/core/model/text/edit';
import type { Texts } from '../../../support/memoryWorkspace';
import { inputOf } from './renamedText';

const fence = (id: string, type: string, more = '') => `---\nid: ${id}\ntype: ${type}\n${more}---\n`;

const texts: Texts = new Map([
  ['.changebook/customers/acme.yaml', 'name: Acme\nend_users: users/acme.csv\n'],
  [
    'changes/CHG-1.md',
    `${fence('CHG-1', 'change', 'links: [{ title: Plan, url: "../docs/plan.md#now" }]\n')}# One\n\nSee [how](../procedures/PROC-A.md#5), [<2>](<../docs/a b.md>), [it](./CHG-2.md), [web](https://x.example/PROC-A.md) and <a href="../docs/plan.md">plan</a>.\n`,
  ],
  ['changes/CHG-2.md', `${fence('CHG-2', 'change')}# Two\n\n[One](CHG-1.md) and [here](#two)\n`],
  ['procedures/PROC-A.md', `${fence('PROC-A', 'procedure')}# A\n\n[users](../docs/plan.md)\n`],
]);

function moved(...moves: (readonly [from: string, to: string])[]): { [file: string]: string[] } {
  const all = moves.map(([from, to]) => ({ from, to }));
  const files = filesTouchedBy(all, inputOf(texts));
  const edits = planMoves(all, new Map(files.map((file) => [file, texts.get(file) ?? ''])));
  return Object.fromEntries(
    [...edits].map(([file, own]) => {
      const old = (texts.get(file) ?? '').split(/[\n,] ?/);
      const now = applyEdits(texts.get(file) ?? '', own).text.split(/[\n,] ?/);
      return [file, now.filter((part) => !old.includes(part))];
    }),
  );
}

describe('Files that move', () => {
  it('take along the links to them', () => {
    assert.deepEqual(moved(['procedures/PROC-A.md', 'procedures/old/PROC A.md']), {
      'changes/CHG-1.md': ['See [how](../procedures/old/PROC%20A.md#5)'],
      'procedures/PROC-A.md': ['[users](../../docs/plan.md)'],
    });
    assert.deepEqual(moved(['changes/CHG-2.md', 'changes/CHG-2-two.md']), {
      'changes/CHG-1.md': ['[it](./CHG-2-two.md)'],
    });
  });

  it('may be any that records link to, also in fields and in HTML, and whole folders', () => {
    assert.deepEqual(moved(['docs/plan.md', 'plans/2026.md']), {
      'changes/CHG-1.md': [
        'url: "../plans/2026.md#now" }]',
        '[web](https://x.example/PROC-A.md) and <a href="../plans/2026.md">plan</a>.',
      ],
      'procedures/PROC-A.md': ['[users](../plans/2026.md)'],
    });
    assert.deepEqual(moved(['docs', 'handbook'])['changes/CHG-1.md'], [
      'url: "../handbook/plan.md#now" }]',
      '[<2>](<../handbook/a%20b.md>)',
      '[web](https://x.example/PROC-A.md) and <a href="../handbook/plan.md">plan</a>.',
    ]);
  });

  it('keep the links within a folder that moves as a whole', () => {
    assert.deepEqual(moved(['changes', 'done/2026']), {
      'changes/CHG-1.md': [
        'url: "../../docs/plan.md#now" }]',
        'See [how](../../procedures/PROC-A.md#5)',
        '[<2>](<../../docs/a%20b.md>)',
        '[web](https://x.example/PROC-A.md) and <a href="../../docs/plan.md">plan</a>.',
      ],
    });
  });

  it('are followed by the list of end users', () => {
    assert.deepEqual(moved(['users/acme.csv', 'people/acme.csv']), {
      '.changebook/customers/acme.yaml': ['end_users: "people/acme.csv"'],
    });
  });
});
