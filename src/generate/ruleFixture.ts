import { digestOf } from '../core/approvals/approvedContent';
import { parseRecord } from '../core/model/parse/parseRecord';

/** What a part of a fixture is: a file as it is checked, the same one mended by hand, or as fixes leave it. */
export type PartKind = 'file' | 'mended' | 'after --fix' | 'after quick fixes';

/** One part of a fixture: a file's path in the fixture's workspace, and its text with the marks still in it. */
export interface FixturePart {
  readonly kind: PartKind;
  readonly path: string;
  readonly marked: string;
}

/** The folder of the fixtures, in which each rule has the folder of its id. */
export const fixtureFolder = 'test/fixtures/rules';

/**
 * The file of a fixture that says what its repository has: lines such as `tag v1.0.0`, `branch main` and, for a
 * tick that a commit accounts for, `tick CHG-2026-0001: Title > Checklist > Step`; for the commit of a record's
 * approvals `approved CHG-2026-0001.md: Name <address> for <committer> G signer says Name at 2026-11-13T10:00Z`, of which
 * all but the author may be left out, or why it is not known: `shallow`. Without a line it is not committed.
 */
export const refsFile = '.git/refs';

/** Where a fixture says how a file was before the change that it stands for. */
export const baseFolder = '.git/base/';

/** A mark's beginning, with the rule and perhaps a severity, or its end. */
export const markPattern = /⟦(\/|[a-z-]+\/[a-z-]+)(?::(error|warning|info))?⟧/g;

const header = /^===(?: (mended|after --fix|after quick fixes):)? (\S+)$/gm;

/**
 * Reads a fixture as test/fixtures/README.md describes it.
 *
 * @throws Error where text stands before the first header
 */
export function readFixture(source: string): FixturePart[] {
  // Splitting by a pattern with two groups gives: what stands before, then kind, path and text of each part.
  const [before, ...rest] = source.split(header);
  if (before?.trim()) throw new Error('a fixture begins with a line such as “=== CHG-2026-0001.md”');
  const parts: FixturePart[] = [];
  for (let index = 0; index + 2 < rest.length; index += 3) {
    const [kind = 'file', path = '', text = ''] = rest.slice(index, index + 3);
    parts.push({ kind: kind as PartKind, path, marked: withDigest(withStock(text.replace(/^\n/, ''))) });
  }
  return parts;
}

/** The text of a part as a user would have it. */
export function unmarked(text: string): string {
  return text.replace(markPattern, '');
}

/** Sections that a change needs and that most fixtures are not about. */
const stockSections: { readonly [line: string]: string } = {
  '{{nine sections}}': sections(
    'Summary, Components, Impact, Tickets, Changelog, Deployment, Rollback, Tests, Checklist',
  ),
  '{{nueve secciones}}': sections(
    'Resumen, Componentes, Impacto, Tickets, Cambios, Despliegue, Reversión, Pruebas, Checklist',
  ),
};

function withStock(text: string): string {
  return text.replace(/^\{\{[^{}]+\}\}$/gm, (line) => stockSections[line] ?? line);
}

/** In the place of `{{digest}}` the digest of the record that it stands in. */
function withDigest(text: string): string {
  if (!text.includes('{{digest}}')) return text;
  const record = parseRecord(unmarked(text.replaceAll('{{digest}}', 'x')));
  return !record || record.type === 'ticket' ? text : text.replaceAll('{{digest}}', digestOf(record));
}

function sections(titles: string): string {
  return titles
    .split(', ')
    .map((title) => `## ${title}\n\nText.`)
    .join('\n\n');
}
