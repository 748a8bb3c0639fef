import { strict as assert } from 'node:assert';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import {
  at,
  change,
  commit,
  edit,
  git,
  move,
  noGlob,
  now,
  one,
  put,
  repository,
  rule,
} from './leavingRepository';
import { changebook, checkJson, lines } from './program';

interface Way {
  readonly what: string;
  readonly take: (folder: string) => void;
  /** What is said of it; nothing where the record may go. */
  readonly told: readonly string[];
  /** What `diff` calls it; nothing where it says nothing of the kind. */
  readonly shown?: RegExp;
}

const ways: readonly Way[] = [
  {
    what: 'moved out of the globs',
    take: (folder) => move(folder, one, 'old/CHG-2026-0001.md'),
    told: [`old/CHG-2026-0001.md:1:1 error ${rule}`],
    shown: /no glob of records/,
  },
  {
    what: 'left out by other globs',
    take: (folder) => edit(folder, '.changebook/config.yaml', 'changes/**/*', 'changes/**/*[2-9]'),
    told: [`.changebook/config.yaml:2:1 error ${rule}`],
    shown: /no glob of records/,
  },
  {
    what: 'ignored in its place',
    take: (folder) => edit(folder, '.gitignore', /$/, '# More\n*-0001.md\n'),
    told: [`.gitignore:3:1 error ${rule}`],
    shown: /\.gitignore/,
  },
  {
    what: 'ignored by its folder',
    take: (folder) => put(folder, 'changes/.gitignore', '*\n!*-000[23].md\n!.gitignore\n'),
    told: [`changes/.gitignore:1:1 error ${rule}`],
    shown: /\.gitignore/,
  },
  {
    what: 'given another ending',
    take: (folder) => move(folder, one, 'changes/CHG-2026-0001.markdown'),
    told: [`changes/CHG-2026-0001.markdown:1:1 error ${rule}`],
    shown: /\.md/,
  },
  {
    what: 'given its ending in capitals, and other words',
    take: (folder) => {
      rmSync(at(folder, one));
      put(folder, 'changes/CHG-2026-0001.MD', `---\nid: CHG-2026-0001\n---\n${'Other words.\n'.repeat(40)}`);
    },
    told: [`changes/CHG-2026-0001.MD:1:1 error ${rule}`],
  },
  {
    what: 'moved where none is looked for',
    take: (folder) => move(folder, one, '.changebook/changes/CHG-2026-0001.md'),
    told: [`.changebook/changes/CHG-2026-0001.md:1:1 error ${rule}`],
  },
  {
    what: 'made a link',
    take: (folder) => {
      move(folder, one, 'kept/CHG-2026-0001.md');
      symlinkSync('../kept/CHG-2026-0001.md', at(folder, one));
    },
    told: [`${one}:1:1 error ${rule}`],
    shown: /link/,
  },
  {
    what: 'put behind a linked folder',
    take: (folder) => {
      renameSync(at(folder, 'tickets'), at(folder, 'moved'));
      symlinkSync('moved', at(folder, 'tickets'));
    },
    told: [noGlob.replace('2:11', '2:30'), `moved/TKT-1.md:1:1 error ${rule}`],
  },
  {
    what: 'made a folder of its name',
    take: (folder) => {
      rmSync(at(folder, one));
      put(folder, `${one}/README.txt`, 'Nothing.\n');
    },
    told: [`${one}:1:1 error ${rule}`],
  },
  {
    what: 'taken over by a workspace that the configuration names now',
    take: (folder) => {
      put(folder, 'tickets/.changebook/config.yaml', 'timezone: UTC\n');
      edit(folder, '.changebook/config.yaml', /$/, 'nested: [tickets]\n');
    },
    told: [noGlob.replace('2:11', '2:30'), `.changebook/config.yaml:4:1 error ${rule}`],
    shown: /workspace/,
  },
  {
    what: 'taken over by a workspace since the configuration is gone',
    take: (folder) => {
      rmSync(at(folder, '.changebook'), { recursive: true });
      put(folder, 'tickets/.changebook/config.yaml', 'timezone: UTC\n');
    },
    told: [`tickets/TKT-1.md:1:1 error ${rule}`],
  },
  {
    what: 'given another id',
    take: (folder) => edit(folder, one, 'id: CHG-2026-0001', 'id: CHG-2026-0009'),
    told: [`${one}:2:1 error ${rule}`],
  },
  {
    what: 'given another id under another name',
    take: (folder) => {
      move(folder, one, 'changes/CHG-2026-0009.md');
      edit(folder, 'changes/CHG-2026-0009.md', 'id: CHG-2026-0001', 'id: CHG-2026-0009');
    },
    told: [`changes/CHG-2026-0009.md:2:1 error ${rule}`],
  },
  {
    what: 'made another type',
    take: (folder) => edit(folder, one, 'type: change', 'type: procedure'),
    told: [`${one}:3:1 error ${rule}`],
    shown: /type/,
  },
  {
    what: 'deleted while it is open',
    take: (folder) => rmSync(at(folder, one)),
    told: [`${one}:1:1 error ${rule}`],
  },
  {
    what: 'deleted when it was closed',
    take: (folder) => rmSync(at(folder, 'changes/CHG-2026-0003.md')),
    told: [`changes/CHG-2026-0003.md:1:1 warning ${rule}`],
  },
  {
    what: 'a draft that is deleted',
    take: (folder) => rmSync(at(folder, 'changes/CHG-2026-0002.md')),
    told: [],
  },
  {
    what: 'a draft that gets another id',
    take: (folder) => {
      move(folder, 'changes/CHG-2026-0002.md', 'changes/CHG-2026-0008.md');
      edit(folder, 'changes/CHG-2026-0008.md', 'id: CHG-2026-0002', 'id: CHG-2026-0008');
    },
    told: [`changes/CHG-2026-0008.md:2:1 info ${rule}`],
  },
  {
    what: 'a draft that is moved out of the globs',
    take: (folder) => move(folder, 'changes/CHG-2026-0002.md', 'drafts/CHG-2026-0002.md'),
    told: [`drafts/CHG-2026-0002.md:1:1 error ${rule}`],
  },
  {
    what: 'moved, and a record still',
    take: (folder) => move(folder, one, 'changes/2026/november/CHG-2026-0001 portal.md'),
    told: [],
  },
  {
    what: 'worded anew in another file under its id',
    take: (folder) => {
      rmSync(at(folder, one));
      put(
        folder,
        'changes/CHG-2026-0001-b.md',
        change('CHG-2026-0001', 'in_progress', 'owner: Bo\n'.repeat(1)),
      );
    },
    told: [],
  },
  {
    what: 'still there, but another file has its id',
    take: (folder) => {
      edit(folder, '.changebook/config.yaml', 'rules: {', 'rules: { format/id: "off",');
      put(folder, 'changes/A-first.md', change('CHG-2026-0001', 'to_do'));
    },
    told: [`changes/A-first.md:2:1 error ${rule}`],
    shown: /same id/,
  },
  {
    what: 'replaced by a submodule that holds a file of its name',
    take: (folder) => {
      const other = repository({ 'CHG-2026-0001.md': change('CHG-2026-0001', 'in_progress') });
      git(folder, 'rm', '-rq', 'changes');
      git(folder, 'submodule', '--quiet', 'add', other, 'changes');
    },
    told: [`${one}:1:1 error ${rule}`, `changes/CHG-2026-0003.md:1:1 warning ${rule}`],
  },
  { what: 'nothing of the kind', take: (folder) => edit(folder, one, 'words', 'more words'), told: [] },
];

describe('A record that leaves the workspace', () => {
  for (const { what, take, told, shown } of ways) {
    it(`is told of where it was ${what}`, () => {
      const folder = repository();
      take(folder);
      commit(folder);
      const report = checkJson([...now, '--since', 'main'], folder);
      const own = report.findings.filter((found) => found.rule === rule);
      assert.deepEqual(lines({ ...report, findings: own }), told);
      if (told.some((line) => line.includes(' error '))) assert.equal(report.code, 1);
      if (!shown) return;
      for (const sides of [['main'], ['main', 'work']]) {
        const { out } = changebook(['diff', ...sides], folder);
        assert.match(out, /^Loosened\n/);
        assert.match(out, shown);
      }
    });
  }
});
