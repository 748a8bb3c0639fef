import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { makeRecords } from '../bench/makeRecords';
import { action, runAction } from './pipelines/runAction';
import { folderOf, project, ticket } from './program';
import { commit, git } from './pullRequest';

/** A repository whose main branch has an error already, and a branch that brings another. */
function repository(files: { readonly [name: string]: string } = {}): { folder: string; base: string } {
  const folder = folderOf({
    '.changebook/config.yaml': 'timezone: UTC\n',
    'TKT-1.md': ticket('TKT-1', 'owner: [x]\n'),
  });
  git(folder, 'Ana Font', 'init', '--quiet', '--initial-branch=main');
  commit(folder, 'Ana Font');
  const base = git(folder, 'Ana Font', 'rev-parse', 'HEAD');
  git(folder, 'Ana Font', 'checkout', '--quiet', '-b', 'work');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  commit(folder, 'Ana Font');
  return { folder, base };
}

describe('The GitHub action', () => {
  it('hands inputs to its scripts as variables alone, and names the shell of each', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { run, shell, uses } of action.runs.steps) {
      if (uses !== undefined) assert.match(uses, /^actions\/(?:setup-node|cache\/(?:restore|save))@v\d+$/);
      else assert.equal(shell, 'bash');
      assert.doesNotMatch(run ?? '', /\$\{\{/);
    }
    for (const name of Object.keys(action.inputs)) {
      const used = JSON.stringify(action.runs.steps).includes(`inputs.${name}`);
      assert.ok(used, name);
    }
  });

  it('is documented with the inputs that it has', () => {
    const page = readFileSync(path.join(project, 'docs/pipelines.md'), 'utf8');
    const table = page.slice(page.indexOf('| Input |'));
    const inputs = table.slice(0, table.indexOf('\n\n'));
    const rows = [...inputs.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    assert.deepEqual(rows.sort(), Object.keys(action.inputs).sort());
    const steps = [...page.matchAll(/uses: owner\/changebook@\S+\n\s+with: (\{.*\})/g)];
    assert.equal(steps.length, 1);
    for (const [, given = ''] of steps)
      for (const name of Object.keys(load(given) as object)) assert.ok(name in action.inputs, name);
    // Whatever else is shown must at least be readable.
    for (const [, text = ''] of page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)) assert.ok(load(text));
  });

  it('fails on what a pull request brings: annotations, summary, SARIF', () => {
    const { folder, base } = repository({ 'TKT-2.md': ticket('TKT-2', 'owner: [y]\n') });
    const { code, log, summary, sarif } = runAction(folder, { base });
    assert.equal(code, 1, log);
    assert.match(log, /^::error file=TKT-2\.md,line=4,/m);
    assert.match(log, /^::notice file=TKT-1\.md,/m);
    assert.equal(sarif, 'changebook.sarif');
    const { runs } = JSON.parse(readFileSync(path.join(folder, sarif), 'utf8')) as {
      runs: { results: object[] }[];
    };
    assert.equal(runs[0]?.results.length, 2);
    assert.match(summary, /^<!-- changebook-report -->/);
    // What the records say now and did not before follows.
    assert.match(summary, /<!-- changebook-diff -->[\s\S]*TKT\\-2 · TKT/);
  });

  it('passes where the pull request brings nothing, and fails on everything where it is told to', () => {
    const { folder, base } = repository({ 'TKT-2.md': ticket('TKT-2') });
    assert.equal(runAction(folder, { base }).code, 0);
    assert.equal(runAction(folder, { base, with: { since: 'none' } }).code, 1);
    const chosen = runAction(folder, { with: { paths: 'TKT-2.md\n', sarif: '' } });
    assert.equal(chosen.code, 0, chosen.log);
    assert.equal(chosen.sarif, '');
  });

  it('takes inputs for data, whatever is in them', () => {
    const { folder } = repository({ '-q $(touch hit).md': ticket('TKT-2', 'owner: [y]\n') });
    const named = runAction(folder, { with: { paths: '-q $(touch hit).md', language: 'es' } });
    assert.equal(named.code, 1, named.log);
    assert.match(named.log, /^::error file=-q \$\(touch hit\)\.md,/m);
    const { code, log } = runAction(folder, { with: { since: '--output=x $(touch hit) "; touch hit; "' } });
    assert.equal(code, 2, log);
    assert.ok(!existsSync(path.join(folder, 'hit')));
  });

  it('says which depth a shallow checkout needs', () => {
    const { folder, base } = repository({ 'TKT-2.md': ticket('TKT-2') });
    const shallow = folderOf({});
    git(shallow, 'Ana Font', 'clone', '--quiet', '--depth=1', '--branch=work', `file://${folder}`, '.');
    const { code, log, sarif } = runAction(shallow, { base });
    assert.equal(code, 2);
    assert.match(log, /depth/);
    assert.equal(sarif, '');
  });

  it('keeps what was read after a push to the default branch alone', () => {
    const { folder, base } = repository({ 'TKT-2.md': ticket('TKT-2') });
    const store = path.join(folderOf({}), 'store');
    runAction(folder, { base, store, event: 'pull_request_target', ref: 'refs/heads/main' });
    runAction(folder, { store, event: 'push', ref: 'refs/heads/work' });
    runAction(folder, { store, event: 'push', ref: 'refs/heads/main', with: { cache: 'false' } });
    assert.ok(!existsSync(store));
  });

  it('reads no record in its second run, on a fresh clone, and takes less time', () => {
    const { folder } = repository();
    makeRecords(folder, 300, 7);
    commit(folder, 'Ana Font');
    const store = path.join(folderOf({}), 'store');
    const timed = (cwd: string): { readonly ms: number; readonly packs: readonly string[] } => {
      const began = performance.now();
      const { code, log } = runAction(cwd, { store, event: 'push', ref: 'refs/heads/main' });
      const ms = performance.now() - began;
      assert.equal(code, 1, log);
      const names = readdirSync(store, { recursive: true, encoding: 'utf8' });
      return { ms, packs: names.filter((name) => name.endsWith('.pack')) };
    };
    const first = timed(folder);
    assert.equal(first.packs.length, 1);
    const clone = folderOf({});
    git(clone, 'Ana Font', 'clone', '--quiet', folder, '.');
    const second = timed(clone);
    assert.deepEqual(second.packs, first.packs);
    const [before, after] = [first, second].map(({ ms }) => `${(ms / 1000).toFixed(1)} s`);
    console.log(`      300 records: ${before} at first, ${after} on a fresh clone`);
    assert.ok(second.ms < first.ms, `${before}, ${after}`);
  });

  it('only puts the program on the path where a job asks for that, for its gate', () => {
    const { folder } = repository();
    const { code, env, log } = runAction(folder, { with: { check: 'false' } });
    assert.equal(code, 0);
    assert.equal(log, '');
    const gate = spawnSync('bash', ['-c', 'changebook gate --environment PRO'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    assert.equal(gate.status, 1, gate.stderr);
    assert.match(gate.stdout, /PRO/);
  });
});
