import type { ParsedRecord } from '../model/parse/record';
import type { Heading } from '../model/parse/step';

/** The sections of a standard change that stay as they were written from its procedure. */
export const keptNames = ['deployment', 'rollback', 'checklist'] as const;

export type KeptName = (typeof keptNames)[number];

/** Where such a section stands. */
export interface KeptPlace {
  readonly name: KeptName;
  readonly heading: Heading;
  /** Offsets of its heading, and of the next one of level 2. */
  readonly start: number;
  readonly end: number;
}

/** The sections of a record that stay, in order; a name may be there twice. */
export function keptPlaces({ body, lines }: Pick<ParsedRecord, 'body' | 'lines'>): KeptPlace[] {
  const top = body.headings.filter(({ level }) => level === 2);
  return top.flatMap((heading, index) => {
    const name = keptNames.find((own) => own === heading.section);
    const next = top[index + 1];
    const end = next ? lines.startOf(next.line) : lines.text.length;
    return name ? [{ name, heading, start: lines.startOf(heading.line), end }] : [];
  });
}
