import { strict as assert } from 'node:assert';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import type { RecordOf } from '../../src/core/model/parse/record';
import { type ImportReport, importReportSchema } from '../../src/core/report/importReport';
import { changebook, checkJson, folderOf, lines, project } from './program';
import { git, repositoryOf } from './repository';

const exportsFolder = path.join(project, 'test/fixtures/imports');
const now = ['--now', '2026-11-20T12:00+01:00'];

function fixture(name: string): string {
  return path.join(exportsFolder, name);
}

function imported(args: readonly string[], cwd: string): ImportReport {
  const { code, out, err } = changebook(['import', ...args, '--format', 'json'], cwd);
  assert.equal(code, 0, err);
  return importReportSchema.parse(JSON.parse(out));
}

function recordIn(cwd: string, file = ''): RecordOf<'change'> | RecordOf<'ticket'> {
  const record = parseRecord(readFileSync(path.join(cwd, file), 'utf8'));
  assert.ok(record && record.type !== 'procedure', file);
  return record;
}

function filesIn(cwd: string): string[] {
  return readdirSync(cwd, { recursive: true })
    .map(String)
    .filter((file) => /\.md$|changebook-import/.test(file));
}

describe('changebook import', () => {
  it('makes records of the exports of each service, and of none twice, wherever they went', () => {
    const cwd = folderOf({});
    const names = readdirSync(exportsFolder).sort();
    const counts = names.map((name) => {
      const { records, skipped, sources } = imported([fixture(name)], cwd);
      return [name, sources[0]?.from, records.length, skipped.map(({ reason }) => reason).join()];
    });
    assert.deepEqual(counts, [
      ['cambios.csv', 'servicenow', 2, ''],
      ['change_request.csv', 'servicenow', 4, 'duplicate'],
      ['change_request.json', 'servicenow', 1, 'imported'],
      ['github-api.jsonl', 'github', 1, 'pullRequest'],
      ['github.json', 'github', 2, ''],
      ['gitlab.json', 'gitlab', 1, ''],
      ['jira.csv', 'jira', 3, ''],
      ['jira.es.csv', 'jira', 2, ''],
      ['jira.json', 'jira', 0, 'imported,imported'],
    ]);
    const files = filesIn(cwd);
    assert.equal(files.length, 16);
    mkdirSync(path.join(cwd, 'archive'));
    for (const file of files)
      renameSync(path.join(cwd, file), path.join(cwd, 'archive', path.basename(file)));
    const again = imported(names.map(fixture), cwd);
    assert.equal(again.records.length, 0);
    assert.equal(filesIn(cwd).length, 16);
  });

  it('keeps ids, dates, people, states, and says of each row what was lost', () => {
    const cwd = folderOf({ '.changebook/config.yaml': 'timezone: Europe/Madrid\n' });
    const { records, unknownStates } = imported([fixture('change_request.csv')], cwd);
    const [closed, , open, odd] = records;
    const { data } = recordIn(cwd, closed?.file) as RecordOf<'change'>;
    const { status, schedule, actual, impact, outcome, assignee, requested_by, created } = data;
    assert.deepEqual(
      { status, schedule, actual, impact, outcome, assignee, requested_by, created },
      {
        status: 'done',
        schedule: { start: '2026-02-24T22:00+01:00', duration: '1h30m' },
        actual: { start: '2026-02-24T22:05+01:00', end: '2026-02-24T23:10+01:00' },
        impact: { level: 'medium' },
        outcome: 'successful',
        assignee: 'Jordi Puig',
        requested_by: 'Marta López',
        created: '2026-02-17',
      },
    );
    assert.deepEqual(data.imported, { from: 'servicenow', id: 'CHG0030001' });
    const steps = recordIn(cwd, open?.file).body.steps.map(
      ({ text, checked }) => `${checked ? 'done' : 'open'} ${text}`,
    );
    assert.deepEqual(steps, [
      'done Order the certificates',
      'open Put them in place',
      'open First node',
      'open Second node',
      'open Put the old ones back',
    ]);
    assert.equal(recordIn(cwd, open?.file).data.imported?.open, true);
    assert.deepEqual(unknownStates, [{ state: 'Awaiting CAB', status: 'to_do', rows: 1 }]);
    const lost = odd?.lost.map(({ kind, name }) => `${kind} ${name}`);
    assert.deepEqual(lost, [
      'state to_do',
      'window schedule',
      'column priority',
      'column risk',
      'approval approval',
    ]);
  });

  it('is quiet about what came closed, and about nothing else', () => {
    const cwd = folderOf({ '.changebook/config.yaml': 'timezone: Europe/Madrid\n' });
    const { records } = imported([fixture('change_request.csv'), fixture('jira.csv')], cwd);
    const report = checkJson(now, cwd);
    const open = new Set(
      records.filter(({ file }) => recordIn(cwd, file).data.imported?.open).map(({ file }) => file),
    );
    const found = new Set(report.findings.map(({ file }) => file));
    assert.deepEqual(
      [...found].filter((file) => !open.has(file)),
      [],
      lines(report).join('\n'),
    );
    assert.ok(report.findings.some(({ rule }) => rule === 'approval/missing'));
  });

  it('interprets nothing of the original texts', () => {
    const cwd = folderOf({});
    const { records } = imported([fixture('change_request.csv'), fixture('github.json')], cwd);
    const [, hostile] = records;
    const change = recordIn(cwd, hostile?.file);
    assert.equal(change.data.title, '# Hotfix: login; fails');
    assert.equal(change.data.status, 'cancelled');
    assert.deepEqual(
      change.body.headings.map(({ level }) => level),
      [1, 2, 2],
    );
    assert.deepEqual([change.body.steps, change.body.links, change.problems], [[], [], []]);
    assert.match(change.lines.text, /^\\=cmd/m);
    const ticket = recordIn(cwd, records.find(({ imported: { id } }) => id === '17')?.file);
    assert.deepEqual(
      ticket.body.steps.map(({ text, name }) => [text, name]),
      [
        ['Reproduced', undefined],
        ['Fixed', undefined],
        ['Tests', undefined],
      ],
    );
    assert.doesNotMatch(ticket.lines.text.split('---\n')[2] ?? '', /(?<!\\)<script|\]\(<?javascript/);
  });

  it('guesses a mapping that is edited and used', () => {
    const table = 'Ref,What,Situation,When\nA-1,Move the mail,Fertig,2026-05-04 10:00\n';
    const cwd = folderOf({ 'old.csv': table, '.gitignore': 'tmp/\n' });
    const { out } = changebook(['import', 'old.csv', '--guess'], cwd);
    assert.match(out, /^id: Ref$/m);
    assert.match(out, /^#\s+What$/m);
    const edited = `from: legacy
tipo: cambio
id: Ref
folder: old/{year}
fields: { title: What, estado: Situation, schedule.start: When }
states: { Fertig: cerrado }
`;
    writeFileSync(path.join(cwd, 'mapping.yaml'), edited);
    const { records } = imported(['old.csv', '--mapping', 'mapping.yaml', '--language', 'es'], cwd);
    assert.equal(records[0]?.file, 'old/2026/CHG-2026-0001-move-the-mail.md');
    assert.equal(
      readFileSync(path.join(cwd, records[0]?.file ?? ''), 'utf8'),
      `---
id: CHG-2026-0001
tipo: cambio
titulo: Move the mail
estado: cerrado
programacion: { inicio: 2026-05-04T10:00+00:00 }
importado: { de: legacy, id: A-1 }
---
# Move the mail
`,
    );
    for (const [wrong, reason] of [
      ['fields: { titel: What }', /“titel” is no field/],
      ['states: { X: finished }', /“finished” is no state of a change/],
      ['id: [', /^changebook: mapping\.yaml: line 1: /],
      ['folder: ../out', /“\.\.\/out” is no folder/],
      ['folder: tmp/{year}', /“tmp\/2026” is no folder/],
      ['timezone: Mars', /no time zone “Mars”/],
      ['id: Nummer', /no column looks like the original id/],
    ] as const) {
      writeFileSync(path.join(cwd, 'mapping.yaml'), `${wrong}\n`);
      const { code, err } = changebook(['import', 'old.csv', '--mapping', 'mapping.yaml'], cwd);
      assert.equal(code, 2, wrong);
      assert.match(err, reason);
    }
  });

  it('asks for the order of dates that can be read in two ways', () => {
    const rows = (...dates: string[]) =>
      `id,title,created\n${dates.map((date, at) => `R${at},T,${date}\n`).join('')}`;
    const cwd = folderOf({
      'unclear.csv': rows('03/04/2026', '05/06/2026'),
      'clear.csv': rows('03/04/2026', '25/06/2026'),
      'both.csv': rows('13/04/2026', '05/26/2026'),
    });
    const { code, err } = changebook(['import', 'unclear.csv'], cwd);
    assert.equal(code, 2);
    assert.match(err, /“03\/04\/2026” can be read in two ways.*--dates dmy or --dates mdy\.\n$/);
    assert.match(changebook(['import', 'both.csv'], cwd).err, /--dates dmy or --dates mdy/);
    assert.deepEqual(filesIn(cwd), []);
    const [first] = imported(['unclear.csv', '--dates', 'mdy'], cwd).records;
    assert.equal(recordIn(cwd, first?.file).data.created, '2026-03-04');
    const clear = imported(['clear.csv'], cwd);
    assert.equal(clear.sources[0]?.dates, 'dmy');
    assert.equal(recordIn(cwd, clear.records[0]?.file).data.created, '2026-04-03');
  });

  it('commits its records alone, and leaves nothing where it cannot', () => {
    const cwd = repositoryOf({ 'a.txt': 'a\n' }, 'Ana Gil');
    writeFileSync(path.join(cwd, 'mine.txt'), 'staged\n');
    git(cwd, 'add', 'mine.txt');
    const hook = path.join(cwd, '.git/hooks/pre-commit');
    writeFileSync(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const refused = changebook(['import', fixture('github.json'), '--commit'], cwd);
    assert.equal(refused.code, 2, refused.out);
    assert.deepEqual([filesIn(cwd), git(cwd, 'status', '--short')], [[], 'A  mine.txt\n']);
    writeFileSync(hook, '#!/bin/sh\nexit 0\n');
    const report = imported([fixture('github.json'), '--commit'], cwd);
    const shown = git(cwd, 'show', '--stat', '--format=%H%n%s', 'HEAD');
    assert.ok(shown.startsWith(`${report.commit}\nimport 2 records from github\n`), shown);
    assert.match(shown, /2 files changed/);
    assert.equal(git(cwd, 'status', '--short'), 'A  mine.txt\n');
    const dry = imported([fixture('gitlab.json'), '--commit', '--dry-run'], cwd);
    assert.deepEqual([dry.records.length, dry.written, dry.commit], [1, false, null]);
    assert.equal(git(cwd, 'status', '--short'), 'A  mine.txt\n');
  });

  it('says in one sentence what it cannot read', () => {
    const cwd = folderOf({
      'open.csv': 'id,title\n1,"never closed\n2,x\n',
      'list.json': '[1, 2]',
      'none.csv': 'id,title\n',
      'picture.xlsx': Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]),
      'old.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      'bytes.csv': Buffer.from([1, 0, 2, 0, 3]),
      'page.xls': '<html><table><tr><td>id</td></tr></table></html>\n',
      'object.json': '{}',
      // Its first row is one of the records.
      'nameless.csv': 'CHG1,Deploy,Closed\nCHG2,Deploy again,Closed\n',
    });
    for (const name of [
      'open.csv',
      'list.json',
      'none.csv',
      'picture.xlsx',
      'old.xls',
      'bytes.csv',
      'page.xls',
      'object.json',
      'nameless.csv',
      'gone.csv',
    ]) {
      const { code, out, err } = changebook(['import', name], cwd);
      assert.deepEqual([code, out], [2, ''], name);
      assert.match(err, new RegExp(`^changebook: ${name}: [^\\n]+\\.\\n$`));
    }
  });
});
