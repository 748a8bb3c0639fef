import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../../../src/core/rules/registry';
import { refsFile } from '../../support/gitRefs';
import { checkTexts } from '../../support/memoryWorkspace';
import { processes, ruleTable } from './ruleTable';

/** Rules of the table that are not there yet. */
const notYet = new Set<string>([]);
/** Rules that the table does not have. */
const beyondTable = new Set<string>([]);

const folder = path.resolve(__dirname, '../../../fixtures/processes');
/** Git takes in no folder named `.git`, so a workspace lists its tags and branches in this file. */
const refsBesideGit = 'git-refs';

describe('The table of rules', () => {
  const registered = new Map(rules.map((rule) => [rule.id, rule]));

  for (const row of ruleTable.filter(({ id }) => !notYet.has(id))) {
    it(`is what ${row.id} says of itself`, () => {
      const rule = registered.get(row.id);
      assert.ok(rule, 'no such rule');
      const { id, severity, sources, from, errorFrom } = rule;
      assert.deepEqual({ id, severity, sources: [...sources].sort(), from, errorFrom }, sorted(row));
    });
  }

  it('has every rule', () => {
    const known = new Set(ruleTable.map(({ id }) => id));
    const others = rules.map(({ id }) => id).filter((id) => !known.has(id) && !beyondTable.has(id));
    assert.deepEqual(others, []);
  });

  it('waits for no rule that is there already', () => {
    assert.deepEqual(
      [...notYet].filter((id) => registered.has(id)),
      [],
    );
  });
});

for (const letter of processes) {
  describe(`The changes that break the rules of process ${letter}`, () => {
    const broken = new Set(checkTexts(workspace(letter)).map(({ finding }) => finding.rule));
    for (const { id } of ruleTable.filter(({ sources }) => sources.includes(letter))) {
      if (notYet.has(id)) continue;
      it(`break ${id}`, () => {
        assert.ok(broken.has(id));
      });
    }

    it('are read without a complaint about the configuration', () => {
      assert.ok(!broken.has('config/invalid') && !broken.has('config/workflow'));
    });
  });
}

/** The files of a process's workspace, by path. */
function workspace(letter: string): Map<string, string> {
  const root = path.join(folder, letter);
  assert.ok(existsSync(root), `no workspace for ${letter}`);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(root, file).split(path.sep).join('/');
      return [name === refsBesideGit ? refsFile : name, readFileSync(file, 'utf8')];
    }),
  );
}

function sorted(row: (typeof ruleTable)[number]): typeof row {
  return { ...row, sources: [...row.sources].sort() };
}
