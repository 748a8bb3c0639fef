import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fixtureFolder, type PartKind, readFixture } from '../../../src/generate/ruleFixture';
import { type Mark, readMarks } from './markedText';

const folder = path.resolve(__dirname, '../../..', fixtureFolder);

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
  /** Files as somebody mends them, so that the rule is silent. Empty where the fixture has none. */
  readonly mended: FixtureFiles;
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

function readParts(source: string): Omit<RuleFixture, 'rule' | 'name'> {
  const parts = readFixture(source);
  const of = (wanted: PartKind): FixtureFiles =>
    new Map(
      parts.filter(({ kind }) => kind === wanted).map(({ path: file, marked }) => [file, readMarks(marked)]),
    );
  return {
    files: of('file'),
    mended: of('mended'),
    afterFix: of('after --fix'),
    afterQuickFixes: of('after quick fixes'),
  };
}
