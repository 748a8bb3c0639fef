import { approvedText } from '../approvals/approvedBody';
import { partHash } from '../approvals/approvedContent';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import type { Heading, Step } from '../model/parse/step';
import { leadsBack } from '../model/parse/stepGates';
import { applyEdits } from '../model/text/edit';
import { resolvePath } from '../model/text/paths';
import { sectionTitled } from '../model/vocabulary/sections';
import { linksOf } from './movedLinks';

/** The sections of a standard change that stay as they were written from its procedure. */
export const keptNames = ['deployment', 'rollback', 'checklist'] as const;

type KeptName = (typeof keptNames)[number];

/** What the sections of a change say that stay as they were written, to compare it with another text. */
export interface KeptSections {
  /** Hashes of their texts, ticks and n/a marks aside; none of a section that is not there. */
  readonly hashes: { readonly [name in KeptName]?: string };
  /** The same of the rollback without the boxes that it may have been given since. */
  readonly withoutBoxes?: string;
  /** The texts of the steps in all other places. */
  readonly others: readonly string[];
}

/**
 * Reads the sections of a change that stay as its procedure has them. Links count by where they lead, since they are written
 * differently in another folder.
 *
 * @param file path of the record in the workspace
 */
export function keptSections(record: ParsedRecord, file: string): KeptSections {
  const read = withPlainLinks(record, file);
  const { lines, body } = read;
  const top = body.headings.filter(({ level }) => level === 2);
  const endOf = (index: number): number => {
    const next = top[index + 1];
    return next ? lines.startOf(next.line) : lines.text.length;
  };
  const texts = new Map<KeptName, string>();
  const bare: string[] = [];
  const within: (readonly [start: number, end: number])[] = [];
  for (const [index, heading] of top.entries()) {
    const name = keptNames.find((own) => own === heading.section);
    if (!name) continue;
    const [start, end] = [lines.startOf(heading.line), endOf(index)];
    within.push([start, end]);
    const text = (isPlain?: (step: Step) => boolean): string => sectionText(read, heading, end, isPlain);
    // A second section of a name says more than the procedure has.
    texts.set(name, [...(texts.has(name) ? [texts.get(name)] : []), text()].join('\n## \n'));
    if (name === 'rollback') bare.push(text(leadsBack));
  }
  const others = body.steps.filter(
    ({ range }) => !within.some(([start, end]) => range.start >= start && range.start < end),
  );
  const hashes = Object.fromEntries([...texts].map(([name, text]) => [name, partHash(text)]));
  return {
    hashes,
    ...(bare.length > 0 ? { withoutBoxes: partHash(bare.join('\n## \n')) } : {}),
    others: [...new Set(others.map(({ text }) => text.slice(0, 200)))],
  };
}

/** The text below a heading; the heading itself counts where it is not just the name of the section. */
function sectionText(
  record: ParsedRecord,
  { line, title }: Heading,
  end: number,
  isPlain: ((step: Step) => boolean) | undefined,
): string {
  const { lines } = record;
  const isOwn = sectionTitled(title)?.own === true && /^## +[\p{L} ]+$/u.test(lines.lineText(line).trimEnd());
  const start = lines.startOf(isOwn ? line + 1 : line);
  return approvedText(record, Math.min(start, end), end, isPlain).trim();
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
