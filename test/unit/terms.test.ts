import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const project = path.resolve(__dirname, '../..');

/** The words that l10n/terms.md strikes out: the third and the fifth column of its table. */
function struckOut(): string[] {
  const rows = read('l10n/terms.md')
    .split('\n')
    .filter((line) => /^\| (?!Thing|---)/.test(line));
  return rows.flatMap((row) => {
    const cells = row.split('|').slice(1);
    return [cells[2], cells[4]].flatMap((words = '') =>
      words.split(',').flatMap((word) => word.trim() || []),
    );
  });
}

/** What the code may say to people: its literals, without its comments. */
function literalsOf(code: string): string[] {
  const uncommented = code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/gm, '');
  return uncommented.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
}

function read(file: string): string {
  return readFileSync(path.join(project, file), 'utf8');
}

/** Pages for people; those of single rules are made of literals that are looked at anyway. */
function pages(): string[] {
  const docs = readdirSync(path.join(project, 'docs')).filter((file) => file.endsWith('.md'));
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs.map((file) => `docs/${file}`)];
}

/** Without what has words of its own: GitLab, and the titles of sections. */
function paragraphsOf(page: string): string[] {
  const text = read(page).replace(/^## GitLab$[\s\S]*?(?=^## )|^\| `## Summary`(?:.*\n\|)*.*/gm, '');
  return text.split(/\n\n+/);
}

describe('The words of l10n/terms.md', () => {
  it('are the only ones for their things, in both languages', () => {
    const words = struckOut();
    const code = readdirSync(path.join(project, 'src'), { recursive: true, encoding: 'utf8' })
      // Titles of sections, and columns of exports, are read, whoever chose their words.
      .filter((file) => /(?<!sections|importWords)\.ts$/.test(file))
      .flatMap((file) => literalsOf(read(path.join('src', file))));
    const bundles = ['l10n/bundle.l10n', 'package.nls'].flatMap((name) => [
      `${name}.json`,
      `${name}.es.json`,
    ]);
    const texts = [
      ...code,
      ...bundles.flatMap((file) => Object.values<string>(JSON.parse(read(file)))),
      ...pages().flatMap(paragraphsOf),
    ];
    assert.ok(words.length > 30 && texts.length > 5000, `${words.length} words, ${texts.length} texts`);
    const wrong = new RegExp(`(?<![\\p{L}_])(?:${words.join('|')})(?![\\p{L}_])`, 'iu');
    // What stands in code font within a text is the format's own.
    const found = texts.filter((text) => wrong.test(text.slice(1, -1).replace(/\\?`[^`]*`/g, '')));
    assert.deepEqual(found, []);
  });
});
