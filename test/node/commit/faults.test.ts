import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { faultText } from '../../../src/core/actions/commitFaults';
import { refusalText } from '../../../src/core/actions/refusals';
import { commitRecords, type PlannedCommit, planCommit } from '../../../src/node/commit/commitRecords';
import { faults, file, hook, other } from '../../unit/support/commitFaultTable';
import {
  act,
  git,
  newFolder,
  recordText,
  repositoryOf,
  stateOf,
  useOwnConfiguration,
  write,
} from '../../unit/support/gitFolder';

/** What shows only when hooks run, a signature is made, or the branch moves. */
const later = /hook|signing|held branch/;

describe('Each fault', () => {
  useOwnConfiguration();

  for (const { name, make, says, saysInSpanish, options } of faults) {
    it(`says what is the matter and leaves all as it was: ${name}`, async () => {
      const folder = repositoryOf({ [file]: recordText(4), 'x.md': 'x\n' });
      const record = make(folder) ?? file;
      const missing = !existsSync(path.join(folder, record));
      const before = stateOf(folder, missing ? 'x.md' : record);
      const step = name.includes('only in the work') ? 'Step 5' : 'Step 3';
      const objects = git(folder, 'count-objects');
      const planned = await act<PlannedCommit>(folder, record, step, options, planCommit);
      assert.equal(git(folder, 'count-objects'), objects);
      assert.deepEqual(stateOf(folder, missing ? 'x.md' : record), before);
      const outcome = await act(folder, record, step, options);
      // A dry run says what the run would.
      if (!later.test(name)) assert.deepEqual(planned, outcome);
      else assert.equal(planned.kind, 'planned');
      const sentences = (['en', 'es'] as const).map((language) => {
        if (outcome.kind === 'refused') return refusalText(outcome.refusal, language);
        return outcome.kind === 'fault' ? faultText(outcome.fault, language, outcome.kept) : outcome.kind;
      });
      assert.match(sentences[0] ?? '', says);
      assert.match(sentences[1] ?? '', saysInSpanish);
      assert.doesNotMatch(sentences.join(), /\{\w+\}/);
      assert.deepEqual(stateOf(folder, missing ? 'x.md' : record), before);
    });
  }

  it('of the place says so before anything is looked at', async () => {
    const codes: string[] = [];
    const bare = newFolder();
    git(bare, 'init', '--quiet', '--bare');
    const unborn = newFolder();
    git(unborn, 'init', '--quiet');
    for (const folder of [newFolder(), bare, unborn, path.join(newFolder(), 'nowhere')]) {
      if (!folder.endsWith('nowhere')) write(folder, file, recordText());
      const outcome = await act(folder, file, 'Step 1');
      codes.push(outcome.kind === 'fault' ? outcome.fault.code : outcome.kind);
    }
    assert.deepEqual(codes, ['noRepository', 'noRepository', 'unborn', 'missing']);
  });

  it('of a hook shows what it says and keeps the change, ready to be committed or taken back', async () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    hook(folder, 'pre-commit', 'echo "Not on a Friday" >&2; exit 1');
    const head = git(folder, 'rev-parse', 'HEAD');
    const outcome = await act(folder, file, 'Step 3');
    assert.ok(outcome.kind === 'fault' && outcome.kept);
    assert.match(
      faultText(outcome.fault, 'en', outcome.kept),
      /pre-commit hook refused the commit: Not on a Friday\. The change stays/,
    );
    assert.equal(git(folder, 'status', '--porcelain'), ` M ${file}\n`);
    assert.equal(git(folder, 'rev-parse', 'HEAD'), head);
    assert.deepEqual(await act(folder, file, 'Step 3', { action: 'untick' }), {
      kind: 'unchanged',
      aligned: true,
    });
    assert.equal(git(folder, 'status', '--porcelain'), '');
    await act(folder, file, 'Step 3');
    rmSync(path.join(folder, '.git/hooks/pre-commit'));
    assert.equal((await act(folder, file, 'Step 3')).kind, 'committed');
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('of a hook that edits the record never says that the file is as it was', async () => {
    const edit = `sed -i.bak 's/Step 4/Step four/' ${file}; rm ${file}.bak`;
    const told: string[] = [];
    for (const more of [`git add ${file}`, 'exit 1', 'exit 0']) {
      const folder = repositoryOf({ [file]: recordText(4) });
      hook(folder, 'pre-commit', `${edit}; ${more}`);
      const outcome = await act(folder, file, 'Step 3');
      const text = readFileSync(path.join(folder, file), 'utf8');
      assert.match(text, /Step four/);
      const { edited } = outcome.kind === 'committed' ? outcome : {};
      if (outcome.kind === 'fault') told.push(faultText(outcome.fault, 'en', outcome.kept));
      else told.push(`${outcome.kind} ${edited}`);
      assert.equal(/\[x\] Step 3/.test(text), more !== `git add ${file}`);
      if (outcome.kind !== 'fault') continue;
      assert.match(faultText(outcome.fault, 'es', outcome.kept), /ediciones (?:de un hook|propias)/);
      // What was kept can still be taken back; the hook's own stays.
      assert.equal(await outcome.takeBack?.(), more === 'exit 1' ? true : undefined);
      assert.match(git(folder, 'diff'), /^\+- \[ \] Step four$/m);
      assert.doesNotMatch(git(folder, 'diff'), /^\+- \[x\]/m);
    }
    assert.match(told[0] ?? '', /the change was taken back, but CHG\.md now holds edits of a hook/);
    assert.match(told[1] ?? '', /The change stays.*A hook left edits of its own in CHG\.md/);
    assert.equal(told[2], 'committed CHG.md');
  });

  it('of a hook that hangs ends with the user’s cancelling, and takes the change back', async () => {
    const folder = repositoryOf({ [file]: recordText(4) });
    hook(folder, 'pre-commit', 'exec sleep 20');
    const before = stateOf(folder, file);
    const signal = AbortSignal.timeout(900);
    const outcome = await act(folder, file, 'Step 3', { signal });
    assert.equal(outcome.kind === 'fault' && outcome.fault.code, 'cancelled');
    assert.deepEqual(stateOf(folder, file), before);
  });

  it('of records in two repositories refuses to make one commit of them', async () => {
    const change = { plan: () => ({ edits: [] }) };
    const paths = [repositoryOf({ [file]: other }), repositoryOf({ [file]: other })].map((made) =>
      path.join(made, file),
    );
    const files = paths.map((made) => ({ path: made, change }));
    const outcome = await commitRecords({ files, message: () => '' });
    assert.equal(outcome.kind === 'fault' && outcome.fault.code, 'otherRepository');
    if (outcome.kind !== 'fault') return;
    const told = (['en', 'es'] as const).map((language) => faultText(outcome.fault, language, outcome.kept));
    for (const sentence of told) {
      assert.match(sentence, /another repository.*one commit|otro repositorio.*un commit/);
      assert.doesNotMatch(sentence, /\{\w+\}/);
    }
    assert.notEqual(told[0], told[1]);
    for (const made of paths) {
      const folder = path.dirname(made);
      assert.equal(git(folder, 'rev-list', '--count', 'HEAD'), '1\n');
      assert.equal(git(folder, 'status', '--porcelain'), '');
    }
  });
});
