import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import type { MoveReport } from '../../src/core/report/moveReport';
import { changebook, project } from './program';
import { git, repositoryOf } from './repository';

const id = 'TKT-2026-0001';
const file = `${id}.md`;
const text = `---\nid: ${id}\ntipo: incidencia\nestado: en_pruebas # desde ayer\n---\n# Acentos\n`;
const change = `---
id: CHG-2026-0001
type: change
status: in_testing
outcome: successful
tickets: [${id}]
notifications: [{ kind: ticket_comment, at: 2026-11-13T23:00Z }]
---
# Title
`;

function repository(config = ''): string {
  const files = {
    '.changebook/config.yaml': `timezone: Europe/Madrid\n${config}`,
    [file]: text,
    'CHG-2026-0001.md': change,
    'PROC-GO.md': '---\nid: PROC-GO\ntype: procedure\nversion: "1.0.0"\n---\n# Go\n',
  };
  return repositoryOf(files, 'Anna Serra');
}

function textIn(folder: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

function commits(folder: string): number {
  return Number(git(folder, 'rev-list', '--count', 'HEAD'));
}

describe('changebook advance of a ticket', () => {
  it('is one commit of one word, which its audit trail tells', () => {
    const folder = repository();
    const args = ['advance', id, '--to', 'done', '--reason', 'Seen by Marta', '--format', 'json'];
    const { code, out, err } = changebook(args, folder);
    assert.equal(code, 0, err);
    const report = JSON.parse(out) as MoveReport;
    const schema = JSON.parse(readFileSync(path.join(project, 'schemas/action.schema.json'), 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    const { commit, ...told } = report;
    assert.deepEqual(told, {
      ...{ version: 1, id, file, from: 'in_testing', to: 'done', allowed: true, written: true },
      ...{ waitsOn: 'nobody', lacks: [], findings: [], files: [file] },
    });
    assert.equal(commit, git(folder, 'rev-parse', 'HEAD').trim());
    assert.equal(textIn(folder), text.replace('en_pruebas', 'cerrado'));
    assert.equal(
      git(folder, 'log', '-1', '--format=%B').trim(),
      `${id}: advance to done\n\nChangebook-Record: ${id}\nChangebook-Action: advance\nChangebook-State: done\nChangebook-Reason: Seen by Marta`,
    );
    assert.equal(git(folder, 'diff', '--name-only', 'HEAD~'), `${file}\n`);
    const audit = changebook(['audit', id], folder).out;
    assert.match(audit, /Anna Serra.*Moved to done/s);
    assert.match(audit, /Seen by Marta/);
    assert.match(audit, /2 events, 1 of them by hand/);
  });

  it('takes the usual next state without --to, and reopens what is done', () => {
    const folder = repository('language: es\n');
    assert.match(changebook(['advance', id], folder).out, /cerrado|done/);
    assert.match(changebook(['advance', id], folder).out, /esperando_soporte/);
    assert.equal(textIn(folder), text.replace('en_pruebas', 'esperando_soporte'));
    assert.deepEqual(git(folder, 'log', '-2', '--format=%s').trim().split('\n'), [
      `${id}: pasar a esperando_soporte`,
      `${id}: pasar a cerrado`,
    ]);
  });

  it('writes nothing on a dry run, and no commit where only the file is wanted', () => {
    const folder = repository();
    assert.match(changebook(['advance', id, '--dry-run'], folder).out, /Nothing was written/);
    assert.equal(textIn(folder), text);
    const { code, out } = changebook(['advance', id, '--to', 'esperando_soporte', '--no-commit'], folder);
    assert.equal(code, 0, out);
    assert.equal(textIn(folder), text.replace('en_pruebas', 'esperando_soporte'));
    assert.equal(commits(folder), 1);
    // What is only in the file is not what was committed.
    const other = changebook(['advance', id, '--to', 'to_do'], folder);
    assert.match(other.err, /last committed the record is “in_testing”/);
    assert.equal(commits(folder), 1);
  });

  it('refuses what is no move, and what has no states', () => {
    const folder = repository();
    const unknown = changebook(['advance', id, '--to', 'to_do'], folder);
    assert.equal(unknown.code, 1);
    assert.match(unknown.err, /no move to “to_do”, only to done, waiting_for_support, on_hold/);
    const procedure = changebook(['advance', 'PROC-GO'], folder);
    assert.equal(procedure.code, 2);
    assert.match(procedure.err, /neither a change nor a ticket/);
    assert.equal(commits(folder), 1);
  });

  it('is what a change that is to be done asks for, by name', () => {
    const folder = repository();
    const refused = changebook(['advance', 'CHG-2026-0001', '--to', 'done'], folder);
    assert.equal(refused.code, 1);
    const line = refused.out.split('\n').find((part) => part.includes('closure/outcome'));
    const command = /`changebook (advance TKT-2026-0001 --to done)`/.exec(line ?? '')?.[1];
    assert.ok(command, refused.out);
    assert.equal(changebook(command.split(' '), folder).code, 0);
    const again = changebook(['advance', 'CHG-2026-0001', '--to', 'done'], folder);
    assert.doesNotMatch(again.out, /closure\/outcome/);
  });
});
