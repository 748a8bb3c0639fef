import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderOf, project, ticket } from './program';
import { git, repositoryOf } from './repository';

// Real editors of Debian's packages, set up as docs/editors.md says: `apt-get install neovim emacs-nox elpa-eglot elpa-markdown-mode`.
// They are part of the long tests (`npm run test:soak`), and left out elsewhere.

const change = `---
id: CHG-2026-0781
type: change
title: Move
customer: acm
tickets: [TKT-2026-0781]
status: in_progress
---
# Move

## Checklist

- [ ] Stop
- [ ] Start
`;
const files = {
  '.changebook/config.yaml': 'timezone: Europe/Madrid\n',
  '.changebook/customers/acme.yaml': 'name: Acme\n',
  'CHG-2026-0781.md': change,
  'TKT-2026-0781.md': ticket('TKT-2026-0781', 'title: Slow\n'),
};

/** What the page says of an editor: the first block of a language below its heading. */
function settings(editor: string, language: string): string {
  const page = readFileSync(path.join(project, 'docs/editors.md'), 'utf8');
  const own = page.slice(page.indexOf(`## ${editor}`));
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(own)?.[1] ?? assert.fail(editor);
}

/** Runs an editor on a record, which writes down what it found. */
function run(program: string, args: (settings: string) => readonly string[], text: string) {
  const folder = repositoryOf(files, 'Zoe Test');
  const own = folderOf({
    settings: text,
    'bin/changebook': `#!/bin/sh\nexec "${process.execPath}" "${path.join(project, 'dist/cli.js')}" "$@"\n`,
  });
  chmodSync(path.join(own, 'bin/changebook'), 0o755);
  const said = path.join(own, 'said.json');
  const { error, stderr } = spawnSync(program, [...args(path.join(own, 'settings')), 'CHG-2026-0781.md'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
    env: {
      ...process.env,
      HOME: own,
      XDG_CACHE_HOME: own,
      CHANGEBOOK_CACHE_DIR: path.join(own, 'cache'),
      CHANGEBOOK_SAID: said,
      LC_ALL: 'C.UTF-8',
      PATH: `${path.join(own, 'bin')}:${process.env.PATH}`,
    },
  });
  assert.ok(!error && existsSync(said), `${program}: ${error?.message ?? stderr}`);
  return { folder, said: JSON.parse(readFileSync(said, 'utf8')) as { [name: string]: unknown } };
}

const drivers = path.join(project, 'test/cli/editors');

(process.env.CHANGEBOOK_EDITORS ? describe : describe.skip)('Editors with the language server', () => {
  it('Neovim: findings, completion, navigation, rename and a tick', () => {
    const text = settings('Neovim', 'lua');
    const { folder, said } = run(
      'nvim',
      (own) => {
        writeFileSync(`${own}.lua`, text);
        const drive = `autocmd VimEnter * ++nested luafile ${drivers}/neovim.lua`;
        return ['--headless', '-u', `${own}.lua`, '--cmd', drive];
      },
      text,
    );
    assert.equal(said.failed, undefined);
    assert.ok(JSON.stringify(said.findings).includes('customer/unknown 4'), JSON.stringify(said));
    assert.match(String(said.hover), /customer/i);
    assert.equal(said.omnifunc, 'v:lua.vim.lsp.omnifunc');
    assert.deepEqual(said.completion, ['acme']);
    assert.equal(said.definition, 'TKT-2026-0781.md:2');
    assert.equal(said.renamed, 'tickets: [TKT-2026-0790]');
    assert.match(JSON.stringify(said.lenses), /0 of 2 steps done.*Tick next step: Stop/);
    assert.equal(said.ticked, true, String(said.messages));
    assert.match(git(folder, 'log', '-1', '--format=%s'), /Stop/);
  });

  it('Emacs: findings, completion, navigation, rename and a tick', () => {
    const text = settings('Emacs', 'elisp');
    const { folder, said } = run(
      'emacs',
      (own) => [
        '--batch',
        '--funcall',
        'package-initialize',
        '--load',
        own,
        '--load',
        path.join(drivers, 'emacs.el'),
      ],
      text,
    );
    assert.equal(said.failed, undefined);
    assert.match(String(said.findings), /acm/);
    assert.equal(said.completion, 'acme');
    assert.equal(said.definition, 'TKT-2026-0781.md');
    assert.equal(said.renamed, true);
    assert.equal(said.ticked, true);
    assert.match(git(folder, 'log', '-1', '--format=%s'), /Stop/);
  });
});
