import { rules } from '../core/rules/registry';
import type { GeneratedFile } from './generatedFile';
import { code, fenced, madeBy, page, table } from './markdown';
import { rulePage } from './rulePage';
import { severityWords } from './ruleWords';

/** One page for each rule, and the page that lists them. */
export function ruleDocs(): GeneratedFile[] {
  const pages = rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, content: rulePage(rule) }));
  return [{ path: 'docs/rules/README.md', content: index() }, ...pages];
}

function index(): string {
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
  return page(['# Rules', madeBy('src/core/rules'), introduction, ...tables, '## Setting a rule', settings]);
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

const introduction = `Each finding names the rule that it comes from, and its code leads to the rule's page. What is wrong is an *error*, what is
probably wrong a *warning*, what is good to know an *information*. Only errors make \`changebook check\` fail
(\`--max-warnings\` makes it stricter).

*Cada hallazgo nombra su regla, y su código lleva a la página de la regla: primero en inglés, después en español.*`;

const settings = `The configuration sets severity and options of each rule, for the whole workspace or for some files:

${fenced(
  'yaml',
  `# .changebook/config.yaml
rules:
  format/sections: error
  format/placeholder: { severity: error, words: [FIXME] }
overrides:
  - { files: ["legacy/**"], rules: { format/sections: "off" } }`,
)}`;
