import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf, project, ticket } from './program';

const touch = (name: string): string => `$(touch \${PWD}/${name})`;

/** Whoever wrote these wants a shell to run something. */
const hostile = {
  '.changebook/config.yaml': `id_pattern: "^.+$"\nenvironments: [{ name: "${touch('environment')}" }, { name: PRO }]\n`,
  'a.md': [
    '---\nid: CHG-2026-0042\ntype: change\nstatus: releasing\n---\n# A\n\n## Deployment\n',
    `- [ ] Back up ${touch('text')} \`touch text\` <!-- step: backup -->`,
    `- [ ] Evil <!-- step: ${touch('step')} -->`,
    '- [x] Told <!-- step: told -->\n',
  ].join('\n'),
  'b.md': ticket(`"CHG-2026-0043${touch('id')}"`),
  'c.md': ticket('"CHG-2026-0044\\n--push\\e[2J\\u202E`touch id`\'"'),
  'd.md': ticket('"--push"'),
};

function words(cwd: string, ...call: string[]): string[] {
  const { code, out, err } = changebook(['completion', 'words', '--', ...call], cwd);
  assert.deepEqual([code, err], [0, '']);
  return out.split('\n').flatMap((line) => (line === '' ? [] : (line.split('\t')[0] ?? '')));
}

describe('changebook completion', function () {
  this.timeout(20_000);

  it('knows commands, options, their values, ids and steps', () => {
    const cwd = folderOf(hostile);
    assert.deepEqual(words(cwd, 'ti'), ['timeline', 'tick']);
    assert.deepEqual(words(cwd, 'help', 'unt'), ['untick']);
    assert.deepEqual(words(cwd, 'tick', 'chg'), ['CHG-2026-0042']);
    assert.deepEqual(words(cwd, 'tick', '42'), ['CHG-2026-0042']);
    assert.deepEqual(words(cwd, 'tick', '42', ''), ['backup', 'L11']);
    assert.deepEqual(words(cwd, 'untick', '42', '--push', ''), ['told']);
    assert.deepEqual(words(cwd, 'tick', '42', 'backup', ''), ['L11']);
    assert.deepEqual(words(cwd, 'show', '42', ''), []);
    assert.deepEqual(words(cwd, 'advance', '42', '--outc'), ['--outcome']);
    assert.deepEqual(words(cwd, 'advance', '42', '--outcome', 'failed', '--outc'), []);
    assert.deepEqual(words(cwd, 'advance', '--to', 'do'), ['done']);
    assert.deepEqual(words(cwd, 'advance', '--to=do'), ['--to=done']);
    // bash parts it.
    assert.deepEqual(words(cwd, 'advance', '--to', '=', 'do'), ['done']);
    assert.deepEqual(words(cwd, 'new', 'x', '--environments', ''), ['PRO']);
    assert.deepEqual(words(cwd, 'show', '42', '--format', ''), ['pretty', 'json']);
    assert.deepEqual(words(cwd, 'completion', ''), ['bash', 'zsh', 'fish']);
    assert.deepEqual(words(cwd, 'nothing', ''), []);
    assert.deepEqual(words(cwd, 'waive', '42', 'schedule/fri'), ['schedule/friday']);
  });

  it('says which shells there are', () => {
    const { code, err } = changebook(['completion', 'tcsh'], folderOf({}));
    assert.equal(code, 2);
    assert.match(err, /bash, zsh, fish/);
  });

  // What each shell makes of a call whose last word is the last of these.
  const shells: { readonly [shell: string]: (...call: string[]) => string } = {
    bash: (...call) =>
      `source <(changebook completion bash); COMP_WORDS=(changebook ${call.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${call.length}; _changebook; printf '%s\\n' "\${COMPREPLY[@]}"`,
    zsh: (...call) =>
      `compdef() { }; compadd() { print -l -- $found }; _files() { }; eval "$(changebook completion zsh)"; words=(changebook ${call.map((word) => `'${word}'`).join(' ')}); CURRENT=$#words; _changebook`,
    fish: (...call) =>
      `changebook completion fish | source; complete -C 'changebook ${call.join(' ')}' | string replace -r '\\t.*' ''`,
  };
  for (const [shell, script] of Object.entries(shells))
    it(`gives ${shell} words that it takes as they are, whatever a record holds`, function () {
      if (spawnSync(shell, ['--version']).error) this.skip();
      const cwd = folderOf(hostile);
      const bin = folderOf({
        changebook: `#!/bin/sh\nexec '${process.execPath}' '${path.join(project, 'dist/cli.js')}' "$@"\n`,
      });
      chmodSync(path.join(bin, 'changebook'), 0o755);
      const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, HOME: bin };
      const offers = (...call: string[]): string[] => {
        const { stdout, stderr } = spawnSync(shell, ['-c', script(...call)], { cwd, env, encoding: 'utf8' });
        assert.equal(stderr, '');
        return stdout.split('\n').filter(Boolean);
      };
      assert.deepEqual(offers('tick', 'CHG-'), ['CHG-2026-0042']);
      assert.deepEqual(offers('tick', '42', '').sort(), ['L11', 'backup']);
      for (const name of ['environment', 'text', 'step', 'id'])
        assert.ok(!existsSync(path.join(cwd, name)), name);
    });
});
