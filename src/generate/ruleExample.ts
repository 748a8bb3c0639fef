import { code, fenced } from './markdown';
import { baseFolder, type FixturePart, readFixture, refsFile, unmarked } from './ruleFixture';

/**
 * The example on a rule's page: what breaks it, the same mended, and what stands beside.
 *
 * @param fixture the text of the rule's `hit.md`
 * @returns blocks of markdown; none where the fixture has no part that is mended
 */
export function ruleExample(fixture: string): string[] {
  const parts = readFixture(fixture);
  const mended = parts.find(({ kind }) => kind === 'mended');
  const wrong = parts.find(({ kind, path }) => kind === 'file' && path === mended?.path);
  if (!mended || !wrong) return [];
  const beside = parts.filter((part) => part.kind === 'file' && part !== wrong);
  return [
    '## Example',
    wrong.path === refsFile ? 'Wrong:' : `Wrong, in ${code(wrong.path)}:`,
    shown(wrong),
    'Right:',
    shown(mended),
    ...beside.flatMap((part) => [...titleBeside(part.path), shown(part)]),
  ];
}

function titleBeside(path: string): string[] {
  if (path === refsFile) return [];
  if (!path.startsWith(baseFolder)) return [`Beside it, ${code(path)}:`];
  return [`Before the change, ${code(path.slice(baseFolder.length))} was:`];
}

function shown({ path, marked }: FixturePart): string {
  const text = unmarked(marked);
  return path === refsFile ? repository(text) : fenced(path.endsWith('.md') ? 'markdown' : 'yaml', text);
}

/** What the lines of a fixture's refs file say, by their first word. */
const inRepository: { readonly [word: string]: string } = {
  tag: 'The tags of the repository',
  branch: 'Its branches',
  tick: 'The ticks that have commits of their own',
  approved: 'What git says of the commits of approvals',
};

function repository(refs: string): string {
  const lines = refs.trim().split('\n');
  return Object.entries(inRepository)
    .flatMap(([word, says]) => {
      const own = lines.filter((line) => line.startsWith(`${word} `));
      const told = own.map((line) => code(line.slice(word.length + 1))).join(', ');
      return own.length > 0 ? `${says}: ${told}.` : [];
    })
    .join('\n\n');
}
