import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, folderOf } from './program';

const nasty = 'x\\n::error file=a.md::FORGED\\r\\e]0;owned\\a\\e[2J\\u009b31m\\u2028\\u202ered ##[error]y';
const now = ['--now', '2026-11-24T22:10+01:00'];

function workspace(): string {
  const root = folderOf({
    'changes/CHG-2026-0001.md': `---\nid: CHG-2026-0001\ntype: change\ntitle: "${nasty}"\nstatus: "${nasty}"\nschedule: { start: 2026-11-24 22:00, duration: 1h }\nenvironments: ["${nasty}"]\nrequested_by: "${nasty}"\n---\n# T\n\n## Deployment\n\n- [ ] a\u001b[31m\u0007\u009b b\n- [ ] c\n`,
  });
  const identity = ['-c', 'user.name=A\u001b[31m\u202eB', '-c', 'user.email=a@example.org'];
  const git = (...args: string[]) => execFileSync('git', [...identity, ...args], { cwd: root });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'One \u001b[31m');
  appendFileSync(path.join(root, 'changes/CHG-2026-0001.md'), '- [ ] d \u001b]8;;x\u0007\n');
  git('commit', '--quiet', '-am', 'Two \u001b[31m');
  writeFileSync(path.join(root, 'changes/no\u001b[31m\n::error::FORGED.md'), '---\ntype: change\n---\n# x\n');
  return root;
}

const calls: readonly (readonly string[])[] = [
  ['check'],
  ['check', 'no\u001b[31m\n::error::FORGED.md'],
  ['check', '--since', 'no\u001b[31m\n::error::FORGED'],
  ['check', '--format', 'github'],
  ['check', '--format', 'markdown'],
  ['show', 'CHG-2026-0001'],
  ['pending'],
  ['gate', 'CHG-2026-0001', ...now],
  ['gate', '--tag', 'x\u001b[31m\n::error::FORGED', ...now],
  ['diff', 'HEAD~1'],
  ['diff', 'HEAD~1', '--format', 'markdown'],
  ['audit', 'CHG-2026-0001'],
  ['audit', 'CHG-2026-0001', '--format', 'json'],
  ['advance', 'CHG-2026-0001', '--dry-run'],
  ['tick', 'CHG-2026-0001', '1', '--dry-run'],
  ['slot', 'CHG-2026-0001'],
  ['x\u001b[31m\n::error::FORGED'],
];

describe('What a record, a name or an author says', () => {
  it('steers no terminal and forges no annotation, whatever is called', () => {
    const root = workspace();
    for (const call of calls) {
      const { out, err } = changebook(call, root);
      for (const text of [out, err]) {
        const name = `${call.join(' ')}: ${JSON.stringify(text)}`;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/, name);
        assert.doesNotMatch(text, /^\s*::error[^\n]*FORGED$/m, name);
        // Within an annotation it is none: the runner takes the whole line for one.
        if (!text.startsWith('{')) assert.doesNotMatch(text.replace(/^::.*$/gm, ''), /##\[error\]/, name);
      }
    }
  });

  it('has our own colours around it, and none of its own', () => {
    const { out } = changebook(['show', 'CHG-2026-0001'], workspace(), { env: { FORCE_COLOR: '1' } });
    assert.ok(out.startsWith('\u001b[1m'), JSON.stringify(out));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    assert.doesNotMatch(out, /\u001b\[(?:2J|31m)|\u001b\]/);
  });
});

/** A change with many of something. */
const many = (head: string, body: string): string =>
  `---\nid: CHG-2026-0001\ntype: change\ntitle: T\n${head}---\n# T\n\n${body}`;
const repeated = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

describe('Records of many parts', () => {
  const shapes: { readonly [name: string]: (version: string) => string } = {
    steps: (version) =>
      many('', `## Part ${version}\n\n${repeated(20_000, (index) => `- [ ] Step ${version} ${index}\n`)}`),
    headings: (version) =>
      many(
        '',
        repeated(20_000, (index) => `## Part ${version} ${index}\n\nText.\n\n`),
      ),
    tickets: (version) =>
      many(`tickets:\n${repeated(800, (index) => `  - { id: T${index}, title: ${version} }\n`)}`, ''),
    waivers: (version) =>
      many(
        `waivers:\n${repeated(800, (index) => `  - { rule: links/file, by: ${version}${index} }\n`)}`,
        '[a](b.md)\n'.repeat(1000),
      ),
    links: (version) =>
      many(
        '',
        repeated(36_000, (index) => `[x]: ${version}${index}\n`),
      ),
  };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`${name}: checked, compared and told in seconds, in reports that have an end`, () => {
      const file = 'changes/CHG-2026-0001.md';
      const root = folderOf({ [file]: shape('a') });
      const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
      const git = (...args: string[]) => execFileSync('git', [...identity, ...args], { cwd: root });
      git('init', '--quiet');
      git('add', '--all');
      git('commit', '--quiet', '-m', 'One');
      writeFileSync(path.join(root, file), shape('b'));
      git('commit', '--quiet', '-am', 'Two');
      for (const call of [
        ['check', '--format', 'markdown'],
        ['diff', 'HEAD~1', '--format', 'markdown'],
        ['audit', 'CHG-2026-0001', '--format', 'markdown'],
      ]) {
        const { out } = changebook(call, root);
        assert.ok(out.length > 0, `${call.join(' ')} took over 100 s, or failed`);
        assert.ok(Buffer.byteLength(out) < 60_000, `${call.join(' ')}: ${Buffer.byteLength(out)} bytes`);
      }
    });
  }
});
