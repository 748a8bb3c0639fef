import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { workerFile, worthAWorker } from '../../src/node/scanWorkspace';
import { change, config, inside, procedure } from './gateWorkspace';
import { changebook, folderOf, program, project, ticket } from './program';
import { git, repositoryOf } from './repository';

/** Records of which some ask git for tags, refer to each other, share an id, or say what is wrong. */
function records(): { [name: string]: string } {
  const files: { [name: string]: string } = {
    '.changebook/config.yaml': config.replace('  release/tag: "off"\n', ''),
    'PROC-DEPLOY.md': procedure,
  };
  for (let at = 1; at <= worthAWorker; at++) {
    const id = `TKT-2026-${String(at).padStart(4, '0')}`;
    const next = `TKT-2026-${String((at * 7) % (worthAWorker + 20)).padStart(4, '0')}`;
    const gap = at % 9 === 0 ? 'TBD\n' : '';
    const front = `related: [${next}]\n`;
    files[`${at % 5}/${id}.md`] = ticket(at % 100 === 0 ? 'TKT-2026-0001' : id, front) + gap;
    if (at % 20 > 0) continue;
    const changed = `CHG-2026-${String(at).padStart(4, '0')}`;
    const release = `release: { tag: v${at % 40 === 0 ? '1' : '2'}.0.0 }\n`;
    files[`${at % 5}/${changed}.md`] = change(changed, {
      front: release,
      status: 'releasing',
      environment: 'DES',
    });
  }
  return files;
}

describe('A scan with a worker', () => {
  it('finds what one thread finds, and what follows from records across', function () {
    if (cpus().length < 2) this.skip();
    const folder = repositoryOf(records(), 'Ana');
    git(folder, 'tag', 'v1.0.0');
    // The same program without the file that its worker begins with.
    const dist = path.join(folderOf({}), 'dist');
    cpSync(path.join(project, 'dist'), dist, { recursive: true });
    rmSync(path.join(dist, path.basename(workerFile)));
    const args = ['check', ...inside, '--format', 'json'];
    const cache = folderOf({});
    const shared = program(args, folder, { cache });
    const env = { ...process.env, CHANGEBOOK_CACHE_DIR: folderOf({}) };
    const alone = spawnSync(process.execPath, [path.join(dist, 'cli.js'), ...args], { cwd: folder, env });
    assert.equal(shared.out, alone.stdout.toString('utf8'));
    assert.equal(shared.code, alone.status);
    for (const rule of ['format/id', 'links/record', 'format/placeholder', 'release/tag'])
      assert.ok(shared.out.includes(`"${rule}"`), rule);
    // Kept by both threads, read by one.
    assert.equal(changebook(args, folder, { cache }).out, shared.out);
  });
});
