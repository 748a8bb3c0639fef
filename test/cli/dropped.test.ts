import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, checkJson, folderOf, lines, ticket } from './program';

const now = ['--now', '2026-11-16T12:00+01:00'];
const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org'];

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', [...identity, '-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const change = (id: string, status: string, front = ''): string =>
  `---\nid: ${id}\ntype: change\nstatus: ${status}\n${front}---\n# ${id}\n\nWhat is done in ${id}, in some words of its own.\n`;

/** Rules about a record's own content are not what is looked at here. */
const quiet = 'rules: { format/sections: "off", feature-flags/none: "off", closure/outcome: "off" }\n';
const config = `timezone: Europe/Madrid\nrecords: ["changes/**/*.md", "tickets/*.md"]\n${quiet}`;
const one = 'changes/CHG-2026-0001.md';
const files = {
  '.changebook/config.yaml': config,
  '.gitignore': 'node_modules/\n',
  [one]: change('CHG-2026-0001', 'in_progress'),
  'changes/CHG-2026-0002.md': change('CHG-2026-0002', 'to_do'),
  'changes/CHG-2026-0003.md': change('CHG-2026-0003', 'cancelled'),
  'tickets/TKT-1.md': ticket('TKT-1', 'status: in_progress\n'),
};

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Work');
}

/** A repository with these files on `main`, and a branch `work` that is checked out. */
function repository(of: { readonly [file: string]: string } = files): string {
  const folder = folderOf(of);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder);
  git(folder, 'checkout', '--quiet', '-b', 'work');
  return folder;
}

const at = (folder: string, file: string): string => path.join(folder, file);
const edit = (folder: string, file: string, from: string | RegExp, to: string): void =>
  writeFileSync(at(folder, file), readFileSync(at(folder, file), 'utf8').replace(from, to));
const move = (folder: string, from: string, to: string): void => {
  mkdirSync(path.dirname(at(folder, to)), { recursive: true });
  renameSync(at(folder, from), at(folder, to));
};
const put = (folder: string, file: string, text: string): void => {
  mkdirSync(path.dirname(at(folder, file)), { recursive: true });
  writeFileSync(at(folder, file), text);
};

interface Way {
  readonly what: string;
  readonly take: (folder: string) => void;
  /** What is said of it; nothing where the record may go. */
  readonly told: readonly string[];
  /** What `diff` calls it; nothing where it says nothing of the kind. */
  readonly shown?: RegExp;
}

const rule = 'config/record-dropped';
const noGlob = `.changebook/config.yaml:2:11 error ${rule}`;
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

  it('is told of in what a call names, wherever it went', () => {
    const folder = repository();
    edit(folder, '.gitignore', /$/, 'changes/\n');
    commit(folder);
    const report = checkJson([...now, '--since', 'main', 'changes'], folder);
    assert.ok(lines(report).includes(`${one}:1:1 error ${rule}`));
    assert.equal(report.code, 1);
  });

  it('was ignored all along: that is information', () => {
    const folder = repository({ ...files, '.gitignore': '*-0001.md\n', 'notes.txt': 'x\n' });
    git(folder, 'add', '--force', one);
    git(folder, 'commit', '--quiet', '-m', 'Forced');
    git(folder, 'branch', '--force', 'main');
    put(folder, 'notes.txt', 'y\n');
    commit(folder);
    const report = checkJson([...now, '--since', 'main'], folder);
    assert.ok(lines(report).includes(`.gitignore:1:1 info ${rule}`));
    assert.equal(report.code, 0);
    // Whoever writes in it now brings the record along, as it is.
    edit(folder, one, 'words', 'other words');
    commit(folder);
    assert.ok(lines(checkJson([...now, '--since', 'main'], folder)).includes(`.gitignore:1:1 error ${rule}`));
  });

  it('did not leave where a sparse checkout left it out', () => {
    const folder = repository();
    git(folder, 'sparse-checkout', 'set', '--no-cone', '/*', '!/tickets/');
    const report = checkJson([...now, '--since', 'main'], folder);
    assert.deepEqual(
      lines(report).filter((line) => line.includes(rule)),
      [],
    );
  });

  it('is told of by the folder that went from one workspace to another', () => {
    const inner = {
      'a/.changebook/config.yaml': 'rules: { format/sections: error }\n',
      'a/CHG-2026-0001.md': change('CHG-2026-0001', 'in_progress'),
    };
    const swallowed = repository(inner);
    put(swallowed, '.changebook/config.yaml', 'rules: { format/sections: "off" }\n');
    commit(swallowed);
    for (const cwd of [swallowed, at(swallowed, 'a')]) {
      const { out } = changebook(['check', ...now, '--since', 'main'], cwd);
      assert.match(out, /“a” was a workspace of its own/);
    }
    const split = repository({ ...inner, '.changebook/config.yaml': 'nested: [b]\n' });
    rmSync(at(split, '.changebook'), { recursive: true });
    commit(split);
    const told = changebook(['check', ...now, '--since', 'main'], at(split, 'a'));
    assert.match(told.out, /belonged to the workspace “\.”/);
    assert.equal(told.code, 1);
    const opened = repository({ '.changebook/config.yaml': 'nested: [b]\n', 'README.md': '# R\n' });
    put(opened, '.changebook/config.yaml', 'nested: [b, c]\n');
    for (const folder of ['b', 'c']) {
      put(opened, `${folder}/.changebook/config.yaml`, 'approvals: []\n');
      put(opened, `${folder}/CHG-2026-0009.md`, change('CHG-2026-0009', 'to_do'));
    }
    commit(opened);
    const found = checkJson([...now, '--since', 'main'], opened).findings.filter((one) => one.rule === rule);
    assert.deepEqual(
      found.map(({ message }) => message.slice(0, 30)),
      ['“c” is a workspace of its own '],
    );
  });

  it('does not come under a configuration of its own in a submodule', () => {
    const other = repository({
      '.changebook/config.yaml': 'approvals: []\n',
      'TKT-7.md': ticket('TKT-7', 'titel: x\n'),
    });
    const folder = repository({ ...files, '.changebook/config.yaml': 'rules: { format/field: warning }\n' });
    git(folder, 'submodule', '--quiet', 'add', other, 'sub');
    assert.deepEqual(lines(checkJson(['sub/TKT-7.md'], folder)), ['sub/TKT-7.md:4:1 warning format/field']);
  });
});
