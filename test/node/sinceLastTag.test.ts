import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../src/core/config/workspaceConfig';
import { sinceLastTag } from '../../src/node/release/sinceLastTag';
import { git, newFolder, repositoryOf, useOwnConfiguration, write } from '../unit/support/gitFolder';

describe('What came since the last tag', () => {
  useOwnConfiguration();

  it('is told by manifests at it and now, and by the tickets of the commits between', async () => {
    const folder = repositoryOf({ 'package.json': '{ "name": "portal", "version": "4.1.0" }\n' });
    assert.deepEqual(await sinceLastTag(folder, emptyConfig), {
      tag: undefined,
      before: new Map(),
      versions: new Map([['portal', '4.1.0']]),
      tickets: [],
    });
    git(folder, 'tag', 'v4.1.0');
    write(folder, 'package.json', '{ "name": "portal", "version": "4.2.0" }\n');
    git(folder, 'commit', '--quiet', '--all', '--message', 'feat: accents (TKT-2026-0104)');
    const known = await sinceLastTag(folder, emptyConfig);
    assert.equal(known?.tag, 'v4.1.0');
    assert.equal(known.before.get('portal'), '4.1.0');
    assert.equal(known.versions.get('portal'), '4.2.0');
    assert.deepEqual(known.tickets, ['TKT-2026-0104']);
  });

  it('is nothing without a repository, or a commit in it', async () => {
    const folder = newFolder();
    assert.equal(await sinceLastTag(folder, emptyConfig), undefined);
    git(folder, 'init', '--quiet');
    assert.equal(await sinceLastTag(folder, emptyConfig), undefined);
  });
});
