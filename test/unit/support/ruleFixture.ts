import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../../../src/core/approvals/approvedContent';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import { type Mark, readMarks } from './markedText';

const folder = path.resolve(__dirname, '../../fixtures/rules');
const header = /^===(?: (after --fix|after quick fixes):)? (\S+)$/m;

/** Sections that a change needs and that most fixtures are not about. */
const stockSections: { readonly [line: string]: string } = {
  '{{nine sections}}': nineSections([
    ...['Summary', 'Components', 'Impact', 'Tickets', 'Changelog', 'Deployment', 'Rollback', 'Tests'],
    'Checklist',
  ]),
  '{{nueve secciones}}': nineSections([
    ...['Resumen', 'Componentes', 'Impacto', 'Tickets', 'Cambios', 'Despliegue', 'Reversión', 'Pruebas'],
    'Checklist',
  ]),
};

/** A file of a fixture: its text without marks, and the marks. */
export interface FixtureFile {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export type FixtureFiles = ReadonlyMap<string, FixtureFile>;

/** A small workspace with everything that rules must report in it. */
export interface RuleFixture {
  /** The rule that it is about, by its folder. */
  readonly rule: string;
  readonly name: string;
  readonly files: FixtureFiles;
  /** Files as `check --fix` leaves them: certain fixes, until none is left. Empty where the fixture has none. */
  readonly afterFix: FixtureFiles;
  /** Files after the first fix of each finding was applied once, certain or not. */
  readonly afterQuickFixes: FixtureFiles;
}

/** Every fixture under test/fixtures/rules, by the rule that it is about. */
export function ruleFixtures(): RuleFixture[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .map((file) => {
      const slash = file.lastIndexOf('/');
      const parts = readParts(readFileSync(path.join(folder, file), 'utf8'));
      return { rule: file.slice(0, slash), name: file.slice(slash + 1, -'.md'.length), ...parts };
    });
}

function readParts(source: string): Pick<RuleFixture, 'files' | 'afterFix' | 'afterQuickFixes'> {
  const files = new Map<string, FixtureFile>();
  const afterFix = new Map<string, FixtureFile>();
  const afterQuickFixes = new Map<string, FixtureFile>();
  // Splitting by a pattern with two groups gives: what stands before, then kind, path, text of each part.
  const [before, ...parts] = source.split(new RegExp(header, 'gm'));
  if (before?.trim()) throw new Error('a fixture begins with a line such as “=== CHG-2026-0001.md”');
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [kind, name = '', text = ''] = parts.slice(index, index + 3);
    const target = kind === undefined ? files : kind === 'after --fix' ? afterFix : afterQuickFixes;
    target.set(name, readMarks(withDigest(withStock(text.replace(/^\n/, '')))));
  }
  return { files, afterFix, afterQuickFixes };
}

function withStock(text: string): string {
  return text.replace(/^\{\{[^{}]+\}\}$/gm, (line) => stockSections[line] ?? line);
}

/** In the place of `{{digest}}` the digest of the change that it stands in. */
function withDigest(text: string): string {
  if (!text.includes('{{digest}}')) return text;
  const record = parseRecord(readMarks(text.replaceAll('{{digest}}', 'x')).text);
  return record?.type === 'change' ? text.replaceAll('{{digest}}', digestOf(record)) : text;
}

function nineSections(titles: readonly string[]): string {
  return titles
    .map((title) => `## ${title}\n\nText.\n`)
    .join('\n')
    .trimEnd();
}
