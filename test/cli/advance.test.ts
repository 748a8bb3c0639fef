import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { redoOf } from '../../src/core/actions/redo/redoOf';
import { actionReportSchema } from '../../src/core/report/actionReport';
import type { MoveReport } from '../../src/core/report/moveReport';
import { changebook, folderOf, project } from './program';
import { git, repositoryOf } from './repository';

const now = ['--now', '2026-11-16T12:00+01:00'];
const record = `---
id: CHG-2026-0001
type: change
status: releasing # at last
tickets: [TKT-0001]
---
# Title
`;
const ticket = '---\nid: TKT-0001\ntype: ticket\nstatus: to_be_released\n---\n';

/** Rules that this short record would break, and that are not what is tested. */
const config = `timezone: Europe/Madrid
rules:
  format/field: "off"
  format/sections: "off"
  approval/missing: "off"
  notify/parties: "off"
  notify/start: "off"
`;

function workspace(): string {
  return folderOf({
    '.changebook/config.yaml': config,
    'CHG-2026-0001.md': record,
    'TKT-0001.md': ticket,
  });
}

function textIn(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

describe('changebook advance', () => {
  it('moves a change and its tickets, and writes nothing else', () => {
    const folder = workspace();
    const { code, out } = changebook(['advance', 'CHG-2026-0001', ...now], folder);
    assert.equal(code, 0, out);
    const moved = record
      .replace('releasing', 'in_testing')
      .replace('tickets:', 'actual: { end: 2026-11-16T12:00+01:00 }\ntickets:');
    assert.equal(textIn(folder, 'CHG-2026-0001.md'), moved);
    assert.equal(textIn(folder, 'TKT-0001.md'), ticket.replace('to_be_released', 'in_testing'));
    assert.match(out, /in_testing.*the customer/s);
  });

  it('writes nothing on a dry run', () => {
    const folder = workspace();
    const { code, out } = changebook(['advance', 'CHG-2026-0001', '--dry-run', ...now], folder);
    assert.equal(code, 0);
    assert.match(out, /Nothing was written/);
    assert.equal(textIn(folder, 'CHG-2026-0001.md'), record);
    assert.equal(textIn(folder, 'TKT-0001.md'), ticket);
  });

  it('ends with 1 and the findings where it may not, as JSON that its schema knows', () => {
    const folder = workspace();
    changebook(['advance', 'CHG-2026-0001', ...now], folder);
    const args = ['advance', 'CHG-2026-0001', '--outcome', 'successful', '--format', 'json', ...now];
    const { code, out } = changebook(args, folder);
    assert.equal(code, 1);
    const report = JSON.parse(out) as MoveReport;
    const schema = JSON.parse(readFileSync(path.join(project, 'schemas/action.schema.json'), 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.equal(report.to, 'done');
    const rules = report.findings.map(({ rule }) => rule);
    for (const rule of ['tests/results', 'notify/end', 'closure/outcome'])
      assert.ok(rules.includes(rule), rule);
    assert.doesNotMatch(textIn(folder, 'CHG-2026-0001.md'), /outcome/);
  });

  it('asks for what nobody said, and refuses what is no state', () => {
    const folder = workspace();
    const hold = changebook(['advance', 'CHG-2026-0001', '--to', 'on_hold', ...now], folder);
    assert.equal(hold.code, 2);
    assert.match(hold.out, /--reason/);
    assert.equal(changebook(['advance', 'TKT-0001', '--to', 'done', ...now], folder).code, 1);
    for (const args of [
      ['advance'],
      ['advance', 'CHG-2026-0009'],
      ['hold', 'TKT-0001', '--reason', 'Not a change'],
      ['advance', 'CHG-2026-0001', '--to', 'nowhere'],
      ['advance', 'CHG-2026-0001', '--outcome', 'fine'],
    ]) {
      const { code, err } = changebook([...args, ...now], folder);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /^changebook: .+\n$/);
    }
  });

  it('offers the nearest state in either language', () => {
    const asked = ['advance', 'CHG-2026-0001', '--to', 'en_prueba', ...now];
    assert.match(changebook(asked, workspace()).err, /Did you mean “en_pruebas”\?/);
  });

  it('asks once how a change ended, and lets nobody end it otherwise', () => {
    const folder = workspace();
    changebook(['advance', 'CHG-2026-0001', ...now], folder);
    const { out } = changebook(['advance', 'CHG-2026-0001', ...now], folder);
    assert.match(out, /needs an outcome/);
    assert.doesNotMatch(out, /add `outcome`/);
    const done = record.replace('status: releasing', 'status: done\noutcome: rolled_back');
    writeFileSync(path.join(folder, 'CHG-2026-0001.md'), done);
    const close = ['advance', 'CHG-2026-0001', '--to', 'done', '--outcome'];
    assert.equal(changebook([...close, 'rolled_back', ...now], folder).code, 0);
    const other = changebook([...close, 'successful', ...now], folder);
    assert.equal(other.code, 1);
    assert.match(other.err, /already, with the outcome “rolled back”/);
  });

  it('speaks Spanish', () => {
    const { out } = changebook(
      ['advance', 'CHG-2026-0001', '--dry-run', '--language', 'es', ...now],
      workspace(),
    );
    assert.match(out, /después le toca al cliente/);
  });
});

describe('changebook advance through several states', () => {
  const id = 'CHG-2026-0001';
  const window = 'environments: [DES]\nschedule: { start: 2026-11-16 12:00, duration: 1h }\n';
  const open = record.replace('releasing # at last', 'to_do').replace('tickets', `${window}tickets`);
  const rules = config.replace(
    '  notify/start: "off"\n',
    '  agreement/missing: "off"\n  schedule/lead-time: "off"\n',
  );

  function repository(): string {
    const files = { '.changebook/config.yaml': rules, [`${id}.md`]: open, 'TKT-0001.md': ticket };
    return repositoryOf(files, 'Rita Mas');
  }

  it('makes one commit each, stops where one lacks something, and lists them all in a dry run', () => {
    const folder = repository();
    const dry = changebook(['advance', id, '--through', 'to_be_released', '--dry-run', ...now], folder);
    assert.deepEqual([dry.code, dry.out.match(/→/g)?.length], [0, 3], dry.out + dry.err);
    assert.equal(textIn(folder, `${id}.md`), open);
    const { code, out } = changebook(
      ['advance', id, '--through', 'done', '--format', 'json', ...now],
      folder,
    );
    const report = actionReportSchema.parse(JSON.parse(out));
    assert.deepEqual(
      [code, report.to, report.moves?.map(({ written }) => written)],
      [1, 'releasing', [true, true, true, false]],
    );
    assert.deepEqual(
      report.findings?.map(({ rule }) => rule),
      ['notify/start'],
    );
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD').trim(), '4');
    const leap = changebook(['advance', id, '--to', 'done', ...now], folder);
    assert.match(leap.err, /--through done passes the states between/);
  });

  it('marks the notice that the move calls for as sent in the same commit, and prints it', () => {
    const folder = repository();
    changebook(['advance', id, '--through', 'to_be_released', ...now], folder);
    const { code, out, err } = changebook(
      ['advance', id, '--to', 'releasing', '--notify', '--sent', ...now],
      folder,
    );
    assert.equal(code, 0, err);
    assert.match(out, /Committed as [0-9a-f]{9}\.\n\nDeployment starting: Title/);
    const said = 'kind: start, at: 2026-11-16T12:00+01:00, by: Rita Mas';
    assert.ok(textIn(folder, `${id}.md`).includes(said));
    assert.match(git(folder, 'log', '-1', '--format=%B'), /State: releasing\nChangebook-Notice: start\n/);
    assert.equal(git(folder, 'status', '--porcelain'), '');
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD').trim(), '5');
    // What such a commit may hold besides is what its trailer says.
    const blob = (at: string): string => git(folder, 'show', `${at}:${id}.md`);
    const step = { before: blob('HEAD~'), after: blob('HEAD') };
    const named = new Map([['Action', 'advance']]);
    assert.equal(redoOf({ ...step, trailers: named }), undefined);
    const redo = redoOf({ ...step, trailers: named.set('Notice', 'start') });
    const theirs = redo?.(step.after.replace(/notifications:\n.*\n/, ''));
    assert.ok(
      theirs && 'edits' in theirs && theirs.edits[0]?.text.includes(said),
      'moved by others, and still told',
    );
  });
});
