import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changebook, checkJson, folderOf, project, ticket } from './program';
import { commit, git } from './pullRequest';

interface Matcher {
  readonly severity: string;
  readonly pattern: { readonly regexp: string } & Readonly<Record<string, number | string>>;
}

const { contributes } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
  contributes: { problemMatchers: readonly Matcher[] };
};
const now = ['--now', '2026-11-16T12:00+01:00'];

describe('The problem matcher', () => {
  it('finds each finding in what the command line prints, in both languages, and nothing else', () => {
    const folder = folderOf({
      'TKT-1.md': `${ticket('TKT-1', 'owner: [x]\nrelated: [TKT-9]\n')}[plan: 1:2  error](plan.txt) TBD\n`,
      'a folder/TKT-2.md': ticket('TKT-2', 'mispelt: 1\n'),
    });
    git(folder, 'Ana Font', 'init', '--quiet');
    commit(folder, 'Ana Font');
    // With a base, some are older ones: information, with words behind the rule.
    for (const more of [[], ['--since', 'HEAD']]) {
      for (const language of ['en', 'es'] as const) {
        const call = [...now, ...more];
        const { findings } = checkJson(call, folder);
        assert.ok(new Set(findings.map(({ severity }) => severity)).size > (more.length > 0 ? 0 : 1));
        const { out } = changebook(['check', ...call, '--language', language], folder);
        assert.deepEqual(
          out.split('\n').flatMap(matched),
          findings.map(({ file, start, severity, rule }) =>
            [file, start.line, start.column, severity, rule].join(' '),
          ),
          out,
        );
      }
    }
  });
});

/** What VS Code makes of a line: a severity that it does not know is the matcher's own. */
function matched(line: string): string[] {
  const [matcher] = contributes.problemMatchers;
  assert.ok(matcher);
  const { pattern, severity } = matcher;
  const groups = new RegExp(pattern.regexp).exec(line);
  if (!groups) return [];
  const at = (name: string): string | undefined => groups[Number(pattern[name])];
  assert.ok(at('message'));
  return [[at('file'), at('line'), at('column'), at('severity') ?? severity, at('code')].join(' ')];
}
