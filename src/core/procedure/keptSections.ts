import { approvedText } from '../approvals/approvedBody';
import { partHash } from '../approvals/approvedContent';
import { bodyTokens } from '../model/parse/bodyTokens';
import { parseRecord } from '../model/parse/parseRecord';
import type { Environment } from '../model/parse/readLinks';
import type { ParsedRecord } from '../model/parse/record';
import type { Heading, Step } from '../model/parse/step';
import { leadsBack } from '../model/parse/stepGates';
import { applyEdits } from '../model/text/edit';
import { resolvePath } from '../model/text/paths';
import { sectionTitled } from '../model/vocabulary/sections';
import { keptContext } from './keptContext';
import { type KeptName, keptPlaces } from './keptPlaces';
import { headingsLikeKept, type LikeKept } from './likeKept';
import { linksOf } from './movedLinks';

/** What the sections of a change say that stay as they were written, to compare it with another text. */
export interface KeptSections {
  /** Hashes of their texts, ticks and n/a marks aside; none of a section that is not there. */
  readonly hashes: { readonly [name in KeptName]?: string };
  /** The same of the rollback without the boxes that it may have been given since. */
  readonly withoutBoxes?: string;
  /** The texts of the steps in all other places. */
  readonly others: readonly string[];
  /** Headings elsewhere that read as those of these sections. */
  readonly alike: readonly LikeKept[];
}

/**
 * Reads the sections of a change that stay as its procedure has them. Links count by where they lead, since they are written
 * differently in another folder.
 *
 * @param file path of the record in the workspace
 */
export function keptSections(record: ParsedRecord, file: string): KeptSections {
  const read = withPlainLinks(record, file);
  const within = keptPlaces(read);
  const written = keptPlaces(record);
  const environment: Environment = {};
  const tokens = bodyTokens(record, environment);
  const contextOf = keptContext(record, read, file, { tokens, environment });
  const texts = new Map<KeptName, string>();
  const bare: string[] = [];
  for (const [index, { name, heading, end }] of within.entries()) {
    const context = written[index] ? contextOf(written[index]) : '';
    const text = (isPlain?: (step: Step) => boolean): string =>
      sectionText(read, heading, end, isPlain) + context;
    // A second section of a name says more than the procedure has.
    texts.set(name, [...(texts.has(name) ? [texts.get(name)] : []), text()].join('\n## \n'));
    if (name === 'rollback') bare.push(text(leadsBack));
  }
  const others = read.body.steps.filter(
    ({ range }) => !within.some(({ start, end }) => range.start >= start && range.start < end),
  );
  const hashes = Object.fromEntries([...texts].map(([name, text]) => [name, partHash(text)]));
  return {
    hashes,
    ...(bare.length > 0 ? { withoutBoxes: partHash(bare.join('\n## \n')) } : {}),
    others: [...new Set(others.map(({ text }) => text.slice(0, 200)))],
    alike: headingsLikeKept(record, written, tokens),
  };
}

/** Blank lines above a text and blanks behind it. Other blanks than these are characters like any other. */
const edges = /^(?:[ \t\r]*\n)+|[ \t\r\n]+$/g;

/** The text below a heading; the heading itself counts where it is not just the name of the section. */
function sectionText(
  record: ParsedRecord,
  { line, title }: Heading,
  end: number,
  isPlain: ((step: Step) => boolean) | undefined,
): string {
  const { lines } = record;
  const isOwn = sectionTitled(title)?.own === true && /^## +[\p{L} ]+\t*$/u.test(lines.lineText(line));
  const start = lines.startOf(isOwn ? line + 1 : line);
  return approvedText(record, Math.min(start, end), end, isPlain).replace(edges, '');
}

/** A record in which each link is written as the path in the workspace that it leads to. */
function withPlainLinks(record: ParsedRecord, file: string): ParsedRecord {
  const edits = linksOf(record).map(({ path, fragment, range }) => {
    const to = path === '' ? '#' : `/${resolvePath(file, path) ?? path}#${fragment}`;
    return { range, text: `<${to}>` };
  });
  if (edits.length === 0) return record;
  edits.sort((a, b) => a.range.start - b.range.start);
  return parseRecord(applyEdits(record.lines.text, edits).text, { expected: true }) ?? record;
}
