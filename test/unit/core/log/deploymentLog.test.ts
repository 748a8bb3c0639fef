import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { logCsv, logMarkdown } from '../../../../src/core/log/deploymentLog';
import { logColumnChoice } from '../../../../src/core/model/vocabulary/logFields';
import { logOf, wholeChange } from './logWorkspace';

describe('A deployment log', () => {
  it('has a row for each change, with times in the customer’s zone', () => {
    const [titles, row, ...rest] = logCsv(logOf([wholeChange]), false).split('\r\n');
    assert.deepEqual(rest, ['']);
    assert.equal(
      titles,
      'Change,Title,Environments,Status,Planned start,Planned end,Actual start,Actual end,Components,Tickets,Result,Tests passed,Notices,Agreed by,Approvals,Carried out by,Commit',
    );
    assert.equal(
      row,
      'CHG-1,Title 1,PRO; TEST,Finished,2026-11-24 22:00,2026-11-24 23:30,2026-11-24 22:03,2026-11-24 23:10,portal 4.1 → 4.2; worker 1.10,SUP-1 Accents; TKT-1 Ours; Search,It went well,3/4,Start: sent 2026-11-24 22:00; End: sent 2026-11-24 23:15,Anna,A colleague: Nil; Operations: Rita (Denied),Jordi Puig,https://code.example.org/team/records/commit/0',
    );
  });

  it('tells when a notice was sent, in the zone of the log, and begins as Excel wants it', () => {
    const csv = logCsv(logOf(['notifications: [{ kind: start, at: 2026-12-01T23:30Z }, { kind: end }]']));
    assert.match(csv, /: sent 2026-12-02 00:30; /);
    assert.equal(csv.codePointAt(0), 0xfeff);
  });

  it('has its name on one line, whatever the customer is called', () => {
    const log = { ...logOf([wholeChange]), name: 'A\r\n::error::b\u2028c' };
    assert.match(logMarkdown(log), /^# A ::error::b c\n\n\|/);
  });

  it('speaks Spanish', () => {
    const log = logOf([wholeChange], 'team', 'es');
    assert.equal(log.name, 'Ribera - Bitácora de despliegues');
    assert.match(logCsv(log, false), /^Cambio,Título,.*\r\nCHG-1,.*,Terminado,.*,Salió bien,/);
  });

  it('has the columns that a team names, in their order and under their headings, and fixed ones', () => {
    const columns = [
      { column: 'inicio_previsto', heading: 'When' },
      { column: 'change' },
      { column: 'cost' },
      { column: 'customer' },
      { column: 'approvals' },
      { column: 'nonsense' },
      { heading: 'Signed by' },
      { heading: 'Team', text: 'Platform' },
    ];
    const log = logOf([wholeChange], 'team', 'en', { own: ['cost'], columns });
    assert.deepEqual(log.titles, ['When', 'Change', 'cost', 'Customer', 'Approvals', 'Signed by', 'Team']);
    assert.match(logCsv(log, false), /\r\n2026-11-24 22:00,CHG-1,,,A colleague[^,]*,,Platform\r\n$/);
    const shared = logOf([wholeChange], 'customer', 'es', { own: ['cost'], columns });
    assert.deepEqual(shared.titles, ['When', 'Cambio', 'Cliente', 'Signed by', 'Team']);
    assert.equal(logOf([], 'team', 'en', { columns: [] }).titles[0], 'Change', 'none are named');
  });

  it('has columns that the page names, all of them', () => {
    const page = readFileSync(path.join(__dirname, '../../../../docs/release-managers.md'), 'utf8');
    for (const [name, [es]] of Object.entries(logColumnChoice.choices))
      assert.ok(page.includes(name === es ? `\`${name}\`` : `\`${name}\` (\`${es}\`)`), name);
  });

  it('leaves out for customers what is internal, and what is still being prepared', () => {
    const log = logOf(
      [wholeChange, 'status: in_progress', 'status: to_be_reviewed', 'status: cancelled'],
      'customer',
    );
    assert.deepEqual(
      log.rows.map(([id]) => id),
      ['CHG-1', 'CHG-3', 'CHG-4'],
    );
    assert.doesNotMatch(logCsv(log), /Jordi|Nil|Rita|commit|Approvals/);
  });

  it('is in the order of the planned starts, then of ids, whatever the order of the files', () => {
    const at = (day: number): string => `schedule: { start: 2026-11-${day} 22:00 }`;
    const log = logOf([at(20), at(18), '', at(20), at(19)]);
    assert.deepEqual(
      log.rows.map(([id]) => id),
      ['CHG-2', 'CHG-5', 'CHG-1', 'CHG-4', 'CHG-3'],
    );
    assert.equal(logCsv(log), logCsv(logOf([at(20), at(18), '', at(20), at(19)])));
  });

  it('holds nothing that a spreadsheet would run', () => {
    for (const evil of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '"=1',
      '%0A',
      '|cmd',
      '＝1',
      '\n=1',
    ]) {
      const csv = logCsv(logOf([`environments: [${JSON.stringify(evil)}]`]));
      const cell = csv.split('\r\n')[1]?.slice('CHG-1,Title 1,'.length) ?? '';
      assert.match(cell, /^"?'/, JSON.stringify(evil));
      assert.equal(csv.split('\r\n').length, 3, JSON.stringify(evil));
    }
  });

  it('quotes what needs it, and is a table in markdown', () => {
    const odd = 'environments: ["a, \\"b\\"", "c|d <b> [x](y)"]';
    assert.match(logCsv(logOf([odd])), /"a, ""b""; c\|d <b> \[x\]\(y\)"/);
    const markdown = logMarkdown(logOf([odd]));
    assert.match(markdown, /^# Ribera - Deployment log\n\n\| Change \|/);
    assert.ok(markdown.includes('| a, "b"; c\\|d \\<b\\> \\[x\\](y) |'), markdown);
  });
});
