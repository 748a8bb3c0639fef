import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { committedVersion } from '../../src/node/updateVersions';

describe('The version of a procedure in git', () => {
  const top = mkdtempSync(path.join(tmpdir(), 'changebook-version-'));
  const root = path.join(top, 'team');
  after(() => rmSync(top, { recursive: true, force: true }));

  function git(...args: string[]): string {
    const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...as, ...args], { cwd: top, encoding: 'utf8' }).trim();
  }

  function commit(file: string, version: string): void {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, `---\nid: PROC-A\ntype: procedure\nversion: ${version}\n---\n# A\n\n- [ ] One\n`);
    git('add', '.');
    git('commit', '--quiet', '-m', version);
  }

  it('is found under the name that the file had then, below the top of the repository', async () => {
    assert.equal(await committedVersion(root, 'procedures/A.md', '1.0.0'), undefined);
    git('init', '--quiet');
    commit('old/A.md', '1.0.0');
    git('mv', 'team/old', 'team/procedures');
    git('commit', '--quiet', '-m', 'Move');
    commit('procedures/A.md', '1.1.0');
    const found = await committedVersion(root, 'procedures/A.md', '1.0.0');
    assert.equal(await committedVersion(root, 'procedures/A.md', '2.0.0'), undefined);
    const text = git('show', `${found?.commit}:team/${found?.file}`);
    assert.match(text, /version: 1\.0\.0/);
  });
});
