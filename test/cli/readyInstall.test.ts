import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderOf, project } from './program';
import { commit, git } from './pullRequest';

// What npm runs of a package that it installs, tried with a small one. `npm run test:install` takes the real one all ways.

/** The package, in a repository: it has `build/prepare.mjs`, and a builder that is no more than a folder. */
function repository(): string {
  const version = '1.0.0';
  const manifest = {
    name: 'small',
    version,
    bin: { small: 'dist/cli.js' },
    scripts: { prepack: 'node build/prepare.mjs', prepare: 'node build/prepare.mjs' },
    devDependencies: { esbuild: 'file:builder' },
  };
  const packages = {
    '': manifest,
    builder: { name: 'esbuild', version, dev: true },
    'node_modules/esbuild': { resolved: 'builder', link: true },
  };
  const folder = folderOf({
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify({ name: 'small', version, lockfileVersion: 3, packages }),
    'builder/package.json': JSON.stringify({ name: 'esbuild', version, main: 'index.js' }),
    'builder/index.js': `exports.program = '#!/usr/bin/env node\\nconsole.log("it runs")\\n';`,
    'esbuild.mjs': `import { mkdirSync, writeFileSync } from 'node:fs';
      import { program } from 'esbuild';
      mkdirSync('dist', { recursive: true });
      writeFileSync('dist/cli.js', program);`,
    'build/prepare.mjs': readFileSync(path.join(project, 'build/prepare.mjs')),
    '.gitignore': 'dist\nnode_modules\n',
    '.npmignore': 'builder\n',
  });
  git(folder, 'Ana Font', 'init', '--quiet', '--initial-branch=main');
  commit(folder, 'Ana Font');
  return folder;
}

describe('Installing from an address of git', function () {
  this.timeout(60_000);

  it('for the whole machine builds with what building needs, and leaves the program and no link', () => {
    const prefix = folderOf({});
    const env = {
      ...process.env,
      npm_config_prefix: prefix,
      npm_config_cache: folderOf({}),
      npm_config_offline: 'true',
      npm_config_omit: 'dev',
      NODE_ENV: 'production',
    };
    const address = `git+${pathToFileURL(repository()).href}`;
    // The second time there is one already.
    for (const time of ['first', 'second']) {
      const options = { cwd: folderOf({}), env, encoding: 'utf8' } as const;
      const installed = spawnSync('npm', ['install', '--global', '--', address], options);
      assert.equal(installed.status, 0, installed.stderr);
      const place = path.join(prefix, 'lib/node_modules/small');
      assert.ok(!lstatSync(place).isSymbolicLink(), time);
      const { stdout } = spawnSync(path.join(prefix, 'bin/small'), { encoding: 'utf8' });
      assert.equal(stdout, 'it runs\n', time);
    }
  });
});
