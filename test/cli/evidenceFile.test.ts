import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { AuditReport } from '../../src/core/report/auditReport';
import { changebook, folderOf } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const file = `${id}.md`;
const record = `---
id: ${id}
type: change
---
# A change

## Checklist

- [ ] Database backup <!-- step: backup evidence -->
- [ ] Smoke tests <!-- step: smoke evidence -->
- [ ] Told everybody
`;
const log = Buffer.from([0, 255, 13, 10, 1, 2, 3]);
const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const place = (name: string, content: Buffer, ending = '.log'): string =>
  `evidence/${id}/${name}-${digest(content).slice(0, 6)}${ending}`;

function begun(more: { readonly [name: string]: string } = {}): string {
  const folder = repositoryOf(
    { '.changebook/config.yaml': 'timezone: Europe/Madrid\n', [file]: record, ...more },
    'Anna Serra',
  );
  writeFileSync(path.join(folder, 'restore.log'), log);
  return folder;
}

function tick(folder: string, ...args: string[]): ReturnType<typeof changebook> {
  return changebook(['tick', id, ...args], folder);
}

function ticked(folder: string, ...args: string[]): string {
  const { code, out, err } = tick(folder, ...args);
  assert.equal(code, 0, err);
  return out;
}

function trail(folder: string): AuditReport['events'] {
  const { out, err } = changebook(['audit', id, '--format', 'json'], folder);
  assert.ok(out.startsWith('{'), err);
  return (JSON.parse(out) as AuditReport).events;
}

function changed(folder: string): string[] {
  return git(folder, 'show', '--no-renames', '--name-status', '--format=', 'HEAD').trim().split('\n');
}

describe('A file as evidence', () => {
  it('is copied into the commit of the tick, with its sha256, and leaves a clean folder', () => {
    const folder = begun();
    const said = ticked(folder, 'backup', '--evidence-file', 'restore.log');
    const kept = place('restore', log);
    assert.ok(said.includes(`\nEvidence: ${kept}\n`), said);
    assert.deepEqual(changed(folder), [`M\t${file}`, `A\t${kept}`]);
    assert.deepEqual(readFileSync(path.join(folder, kept)), log);
    assert.equal(git(folder, 'status', '--porcelain'), '?? restore.log\n');
    const message = git(folder, 'log', '-1', '--format=%B');
    assert.ok(message.includes(`\nChangebook-Evidence: ${kept}\n`), message);
    assert.ok(message.includes(`\nChangebook-Evidence-File: ${kept} sha256:${digest(log)}\n`), message);
    assert.match(git(folder, 'diff', '--word-diff', 'HEAD~', 'HEAD', '--', file), /\[x\]/);
  });

  it('goes along with a line of text, and is there once for two steps', () => {
    const folder = begun();
    ticked(folder, 'backup', '--evidence', 'Restored on QA', '--evidence-file', 'restore.log');
    ticked(folder, 'smoke', '--evidence-file', place('restore', log));
    assert.deepEqual(changed(folder), [`M\t${file}`]);
    const [, first, second] = trail(folder);
    assert.deepEqual([first?.evidence, first?.evidenceFile?.state], ['Restored on QA', 'intact']);
    assert.deepEqual([second?.evidence, second?.evidenceFile?.sha256], [null, digest(log)]);
    const { out } = changebook(['audit', id], folder);
    assert.ok(
      out.includes(`Evidence file: ${place('restore', log)} (sha256 ${digest(log)}, unchanged since)`),
      out,
    );
    assert.match(
      changebook(['audit', id, '--language', 'es'], folder).out,
      /Fichero de evidencia: .*sin cambios/,
    );
    // It goes with the last step that stands on it.
    assert.equal(changebook(['untick', id, 'backup'], folder).code, 0);
    assert.deepEqual(changed(folder), [`M\t${file}`]);
    const said = changebook(['untick', id, 'smoke', '--language', 'es'], folder).out;
    assert.ok(said.includes(`\nEvidencia retirada: ${place('restore', log)}\n`), said);
    assert.deepEqual(changed(folder), [`M\t${file}`, `D\t${place('restore', log)}`]);
    assert.equal(existsSync(path.join(folder, 'evidence')), false);
    assert.deepEqual(
      trail(folder).map(
        (event) => event.evidenceFile && (event.evidenceFile.taken ? 'taken' : event.evidenceFile.state),
      ),
      [null, 'removed', 'removed', null, 'taken'],
    );
  });

  it('goes with a revert, and a later change of it is told of', () => {
    const folder = begun();
    ticked(folder, 'backup', '--evidence-file', 'restore.log');
    const kept = path.join(folder, place('restore', log));
    writeFileSync(kept, 'forged');
    git(folder, 'commit', '--quiet', '--all', '--message', 'Nothing to see');
    assert.equal(trail(folder)[1]?.evidenceFile?.state, 'changed');
    git(folder, 'revert', '--no-edit', 'HEAD');
    git(folder, 'revert', '--no-edit', 'HEAD~2');
    assert.equal(readFileSync(path.join(folder, file), 'utf8'), record);
    assert.equal(existsSync(kept), false);
    assert.equal(trail(folder)[1]?.evidenceFile?.state, 'removed');
  });

  it('with a wrong digest is found nowhere', () => {
    const folder = begun();
    ticked(folder, 'backup', '--evidence-file', 'restore.log');
    const message = git(folder, 'log', '-1', '--format=%B').replace(digest(log), 'a'.repeat(64));
    git(folder, 'commit', '--quiet', '--amend', '--message', message);
    assert.equal(trail(folder)[1]?.evidenceFile?.state, 'lost');
  });

  it('is stored as git would: a text with the line endings that attributes ask for', () => {
    const text = Buffer.from('one\r\ntwo\nthree\r\n');
    const stored = Buffer.from('one\ntwo\nthree\n');
    const folder = begun({ '.gitattributes': '* text=auto\n' });
    writeFileSync(path.join(folder, 'run.log'), text);
    ticked(folder, 'backup', '--evidence-file', 'run.log');
    assert.equal(git(folder, 'show', `HEAD:${place('run', stored)}`), stored.toString());
    assert.equal(git(folder, 'status', '--porcelain', '--', 'evidence'), '');
    assert.equal(trail(folder)[1]?.evidenceFile?.state, 'intact');
  });

  it('is kept elsewhere where a filter does so, such as that of LFS, which names the same digest', () => {
    const folder = begun({ '.gitattributes': '*.log filter=lfs\n' });
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${digest(log)}\nsize ${log.length}\n`;
    const clean = path.join(folder, '.git/clean');
    writeFileSync(clean, `#!/bin/sh\ncat > /dev/null\nprintf '${pointer.replaceAll('\n', '\\n')}'\n`, {
      mode: 0o755,
    });
    git(folder, 'config', 'filter.lfs.clean', clean);
    ticked(folder, 'backup', '--evidence-file', 'restore.log');
    assert.equal(git(folder, 'show', `HEAD:${place('restore', log)}`), pointer);
    assert.deepEqual(readFileSync(path.join(folder, place('restore', log))), log);
    assert.equal(git(folder, 'status', '--porcelain'), '?? restore.log\n');
    assert.equal(trail(folder)[1]?.evidenceFile?.state, 'intact');
  });

  it('is named plainly, whatever its file and its record are called', () => {
    const folder = begun();
    mkdirSync(path.join(folder, 'logs'));
    writeFileSync(path.join(folder, 'logs/.gitattributes'), log);
    ticked(folder, 'backup', '--evidence-file', 'logs/.gitattributes');
    assert.ok(existsSync(path.join(folder, place('gitattributes', log, ''))));
    writeFileSync(path.join(folder, 'logs/Año 1 (QA) \n.LOG'), log);
    ticked(folder, 'smoke', '--evidence-file', 'logs/Año 1 (QA) \n.LOG');
    assert.ok(existsSync(path.join(folder, place('Año-1-QA', log, '.LOG'))));
  });

  it('that cannot be taken is told of in one sentence, and nothing changes', () => {
    const folder = begun({ 'other.md': `${record.replace(id, 'CHG-2026-0002')}` });
    const outside = folderOf({ 'outside.log': 'x\n' });
    mkdirSync(path.join(folder, 'logs'));
    writeFileSync(path.join(folder, 'empty.log'), '');
    writeFileSync(path.join(folder, 'huge.log'), '');
    truncateSync(path.join(folder, 'huge.log'), 1_000_000_000);
    symlinkSync('restore.log', path.join(folder, 'link.log'));
    symlinkSync(outside, path.join(folder, 'away'));
    const before = git(folder, 'status', '--porcelain');
    const cases: readonly (readonly [string, RegExp, string])[] = [
      ['none.log', /There is no file none\.log/, 'evidenceGone'],
      ['link.log', /is a symbolic link/, 'evidenceLink'],
      ['logs', /is no plain file/, 'evidenceFolder'],
      ['huge.log', /is larger than 10 MB.*--evidence/, 'evidenceTooLarge'],
      ['empty.log', /is empty/, 'evidenceEmpty'],
      ['other.md', /is a record itself/, 'evidenceIsRecord'],
      [path.join(outside, 'outside.log'), /lies outside of the workspace/, 'evidenceOutside'],
      ['away/outside.log', /lies outside of the workspace/, 'evidenceOutside'],
      ['.git/config', /lies outside of the workspace/, 'evidenceOutside'],
    ];
    for (const [name, sentence, code] of cases) {
      const { code: exit, err } = tick(folder, 'backup', '--evidence-file', name);
      assert.equal(exit, 1, name);
      assert.match(err, sentence);
      assert.match(err, /Nothing was changed\.\n$/);
      assert.equal(err.trim().split('\n').length, 1, err);
      const { out } = tick(folder, 'backup', '--evidence-file', name, '--format', 'json');
      assert.equal((JSON.parse(out) as { code: string }).code, code);
    }
    assert.match(
      tick(folder, 'backup', '--evidence-file', 'huge.log', '--language', 'es').err,
      /pasa de 10 MB/,
    );
    assert.equal(git(folder, 'status', '--porcelain'), before);
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD'), '1\n');
  });

  it('is not written through a link, nor over another file', () => {
    const folder = begun();
    const outside = folderOf({});
    symlinkSync(outside, path.join(folder, 'evidence'));
    assert.match(
      tick(folder, 'backup', '--evidence-file', 'restore.log').err,
      /a link or something else stands/,
    );
    rmSync(path.join(folder, 'evidence'));
    mkdirSync(path.join(folder, path.dirname(place('restore', log))), { recursive: true });
    writeFileSync(path.join(folder, place('restore', log)), 'another');
    assert.match(tick(folder, 'backup', '--evidence-file', 'restore.log').err, /nothing is written over it/);
    assert.equal(git(folder, 'rev-list', '--count', 'HEAD'), '1\n');
    assert.equal(readFileSync(path.join(folder, file), 'utf8'), record);
  });

  it('comes with none of a dry run, a refusal, a hook that refuses, or a step that is ticked', () => {
    const folder = begun();
    const state = (): string => git(folder, 'status', '--porcelain', '--untracked-files=all');
    const before = state();
    assert.equal(tick(folder, 'backup', '--evidence-file', 'restore.log', '--dry-run').code, 0);
    assert.equal(state(), before);
    writeFileSync(path.join(folder, '.git/hooks/commit-msg'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    assert.match(tick(folder, 'backup', '--evidence-file', 'restore.log').err, /refused the commit/);
    rmSync(path.join(folder, '.git/hooks/commit-msg'));
    // The same again finds what the first left, and commits it.
    ticked(folder, 'backup', '--evidence-file', 'restore.log');
    assert.equal(state(), before);
    writeFileSync(path.join(folder, 'other.log'), 'other');
    assert.match(tick(folder, 'backup', '--evidence-file', 'other.log').out, /ticked already/);
    assert.equal(existsSync(path.join(folder, place('other', Buffer.from('other')))), false);
  });

  it('of several steps goes to those that ask for it', () => {
    const folder = begun();
    const { code, err } = tick(folder, 'all', '--evidence-file', 'restore.log');
    assert.equal(code, 0, err);
    assert.deepEqual(
      trail(folder).map(({ evidenceFile }) => evidenceFile !== null),
      [false, true, true, false],
    );
    assert.equal(changebook(['untick', id, '1-2'], folder).code, 0);
    assert.equal(existsSync(path.join(folder, 'evidence')), false);
  });

  it('shows why a step does not apply', () => {
    const folder = begun();
    const args = ['skip', id, 'backup', '--reason', 'No database', '--evidence-file', 'restore.log'];
    const { code, err } = changebook(args, folder);
    assert.equal(code, 0, err);
    assert.equal(trail(folder)[1]?.evidenceFile?.state, 'intact');
    assert.equal(changebook(['untick', id, 'backup'], folder).code, 0);
    assert.equal(existsSync(path.join(folder, 'evidence')), false);
    assert.equal(readFileSync(path.join(folder, file), 'utf8'), record);
  });
});
