import { rules } from '../core/rules/registry';
import { filledPage } from './filledPage';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { code, table } from './markdown';
import { fixtureFolder } from './ruleFixture';
import { rulePage } from './rulePage';
import { severityWords } from './ruleWords';

/** One page for each rule, and the page that lists them. */
export function ruleDocs(read: ReadProjectFile): GeneratedFile[] {
  const pages = rules.map((rule) => {
    const fixture = read(`${fixtureFolder}/${rule.id}/hit.md`) ?? '';
    return { path: `docs/rules/${rule.id}.md`, content: rulePage(rule, fixture) };
  });
  return [filledPage(read, 'rules/README.md', 'src/core/rules', { families: familyTables() }), ...pages];
}

function familyTables(): string {
  const families = new Map<string, string[][]>();
  for (const rule of rules) {
    const family = rule.id.slice(0, rule.id.indexOf('/'));
    const row = [
      `[${code(rule.id)}](${rule.id}.md)`,
      severityWords(rule),
      `${rule.title.en}<br>*${rule.title.es}*`,
    ];
    families.set(family, [...(families.get(family) ?? []), row]);
  }
  const tables = [...families].flatMap(([family, rows]) => [
    `## ${familyTitles[family] ?? family}`,
    table(['Rule', 'Severity', 'What it finds'], rows),
  ]);
  return tables.join('\n\n');
}

const familyTitles: { readonly [family: string]: string } = {
  format: 'Format',
  links: 'Links',
  schedule: 'Schedule',
  approval: 'Approvals',
  agreement: 'Agreement',
  customer: 'Customers',
  performer: 'Who performs',
  validation: 'Validation',
  rollback: 'Rollback',
  database: 'Database',
  components: 'Components',
  release: 'Release',
  'feature-flags': 'Feature flags',
  tests: 'Tests',
  tickets: 'Tickets',
  notify: 'Notices',
  checklist: 'Checklists',
  closure: 'Closing',
  hold: 'On hold',
  config: 'Configuration',
  waiver: 'Waivers',
};
