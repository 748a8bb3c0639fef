import { severityWords } from '../core/language/ruleFacts';
import { ruleFamilies, rules } from '../core/rules/registry';
import { filledPage } from './filledPage';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { code, table } from './markdown';
import { fixtureFolder } from './ruleFixture';
import { rulePage } from './rulePage';

/** One page for each rule, and the page that lists them. */
export function ruleDocs(read: ReadProjectFile): GeneratedFile[] {
  const pages = rules.map((rule) => {
    const fixture = read(`${fixtureFolder}/${rule.id}/hit.md`) ?? '';
    return { path: `docs/rules/${rule.id}.md`, content: rulePage(rule, fixture) };
  });
  return [filledPage(read, 'rules/README.md', 'src/core/rules', { families: familyTables() }), ...pages];
}

function familyTables(): string {
  const tables = ruleFamilies.flatMap(({ title, rules: own }) => [
    `## ${title}`,
    table(
      ['Rule', 'Severity', 'What it finds'],
      own.map((rule) => [
        `[${code(rule.id)}](${rule.id}.md)`,
        severityWords(rule, 'en'),
        `${rule.title.en}<br>*${rule.title.es}*`,
      ]),
    ),
  ]);
  return tables.join('\n\n');
}
