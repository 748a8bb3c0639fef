import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf, ticket } from './program';
import { git, repositoryOf } from './repository';

function change(id: string): string {
  return `---\nid: ${id}\ntype: change\n---\n# A change\n`;
}

describe('Ids in calls', () => {
  const files = {
    'a.md': ticket('TKT-2026-0042'),
    'b.md': ticket('TKT-2026-0043'),
    'c.md': ticket('TKT-2027-0043'),
  };
  const person = { env: { CI: '' } };

  it('are found by their end and in any capitals, where only one is meant', () => {
    const cwd = folderOf(files);
    for (const target of ['42', '2026-0042', 'tkt-2026-0042'])
      assert.match(changebook(['show', target], cwd, person).out, /^TKT-2026-0042/, target);
    const { code, err } = changebook(['slot', '43'], cwd, person);
    assert.equal(code, 2);
    assert.match(err, /“43”: TKT-2026-0043, TKT-2027-0043\. Write the whole id/);
    assert.match(changebook(['show', '44'], cwd, person).err, /no record “44”/);
  });

  it('are whole ones where something is decided, and in a pipeline', () => {
    const cwd = folderOf(files);
    const deciding = [
      ['gate'],
      ['approve', '--role', 'peer'],
      ['agree', '--by', 'Ana'],
      ['accept-risk', '--reason', 'x'],
      ['waive', 'schedule/friday', '--reason', 'x'],
    ];
    for (const [name = '', ...more] of deciding)
      for (const target of ['42', 'tkt-2026-0042']) {
        const { code, out, err } = changebook([name, target, ...more], cwd, person);
        assert.equal(code, 2, name);
        if (name === 'gate') assert.match(out, new RegExp(target));
        else
          assert.match(err, /no record “.*an id is written as it stands in the record: TKT-2026-0042/, name);
      }
    const inPipeline = changebook(['show', '42'], cwd, { env: { CI: 'true' } });
    assert.equal(inPipeline.code, 2);
    assert.match(
      inPipeline.err,
      /as in any pipeline, an id is written as it stands in the record: TKT-2026-0042/,
    );
    assert.equal(changebook(['show', 'TKT-2026-0042'], cwd, { env: { CI: 'true' } }).code, 0);
  });

  it('of new records are none that another branch has, or it is said that not all were looked at', () => {
    const cwd = repositoryOf({ 'changes/a.md': change('CHG-2026-0001') }, 'Ana Font');
    git(cwd, 'switch', '--quiet', '--create', 'other');
    writeFileSync(path.join(cwd, 'changes/b.md'), change('CHG-2026-0007'));
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '--message', 'Another');
    git(cwd, 'switch', '--quiet', 'main');
    const { out, err } = changebook(['new', 'change', '--stdout', '--now', '2026-11-24T12:00Z'], cwd);
    if (!/would take too long/.test(err)) assert.match(out, /^id: CHG-2026-0008$/m);
  });

  it('of new changes have the form of the team', () => {
    const cwd = folderOf({
      '.changebook/config.yaml': 'ids: { form: "CHG-{customer}-{random}" }\n',
      '.changebook/customers/acme.yaml': 'name: Acme\n',
    });
    const made = (...more: string[]) => changebook(['new', 'change', '--stdout', ...more], cwd);
    assert.match(made('--customer', 'Acme').out, /^id: CHG-ACME-[A-Z0-9]{6}$/m);
    const { code, err } = made();
    assert.equal(code, 2);
    assert.match(err, /name the customer: say which \(--customer\)\. There are acme/);
    assert.match(changebook(['new', 'ticket', '--stdout'], cwd).out, /^id: TKT-\d{4}-0001$/m);
  });
});
