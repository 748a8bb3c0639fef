import type { ParsedRecord } from '../../model/parse/record';
import { stepSeparator } from '../../model/parse/stepLabel';
import type { AccountedTick } from '../../model/ports';
import { looseHash, looseHashes } from '../../model/text/looseHash';
import type { LineRange } from '../../model/text/range';

/** A ticked step, or one that does not apply and asks for evidence: where its box stands, and what it is recognised by. */
export interface TickFact {
  /** Line and column of the box, from 0. */
  readonly line: number;
  readonly column: number;
  /** Of the headings above it and its text; and of its text alone. */
  readonly whole: string;
  readonly text: string;
  readonly skipped?: true;
}

/**
 * The ticked steps of a record, packed into one text, since they are kept of thousands of records; undefined where none
 * is ticked.
 */
export function packTicks({ body, lines }: ParsedRecord): string | undefined {
  const paths = new Map<readonly string[], number>();
  const packed: string[] = [];
  for (const { checked, applicable, evidence, path, text, line, range } of body.steps) {
    if (applicable ? !checked : !evidence) continue;
    let above = paths.get(path);
    if (above === undefined) {
      above = looseHash('');
      for (const title of path) above = looseHash(stepSeparator, looseHash(title, above));
      paths.set(path, above);
    }
    const [alone, whole] = looseHashes(text, above);
    const column = range.start - lines.startOf(line);
    packed.push(`${line}.${column}.${short(whole)}.${short(alone)}${applicable ? '' : '.n'}`);
  }
  return packed.length > 0 ? packed.join(' ') : undefined;
}

/** The ticked steps again. */
export function unpackTicks(packed: string): TickFact[] {
  return packed.split(' ').map((tick) => {
    const [line, column, whole = '', text = '', mark] = tick.split('.');
    return { line: Number(line), column: Number(column), whole, text, ...(mark ? { skipped: true } : {}) };
  });
}

/** The box of a tick, with its brackets. */
export function boxOf({ line, column }: TickFact): LineRange {
  return { start: { line, column }, end: { line, column: column + 3 } };
}

/** Whether two packed texts hold the same ticks, wherever they stand. */
export function sameTicks(one: string | undefined, other: string | undefined): boolean {
  const places = /(^| )\d+\.\d+/g;
  return one === other || one?.replace(places, '') === other?.replace(places, '');
}

/** What a step's label is recognised by: all of it, and what follows each of its headings. */
export function accountedTick(label: string): readonly string[] {
  const parts = label.split(stepSeparator);
  return parts.map((_, index) => short(looseHash(parts.slice(index).join(stepSeparator))));
}

/** The same of a step that a commit skipped with its evidence. */
export function accountedSkip(label: string): readonly string[] {
  return accountedTick(label).map((hash) => skippedMark + hash);
}

/** Before the hashes of a step that a commit skipped with evidence: no tick is accounted for by that. */
const skippedMark = 'n';

/**
 * The ticks that none of the accounted ones stands for. Each of those stands for one tick: for the one below the same
 * headings, else for one with the same text, whose heading may have been renamed since.
 */
export function unaccountedTicks(
  ticks: readonly TickFact[],
  accounted: readonly AccountedTick[],
): TickFact[] {
  const left = [...accounted];
  const without = (open: readonly TickFact[], fits: (tick: TickFact, known: AccountedTick) => boolean) =>
    open.filter((tick) => {
      const found = left.findIndex((known) => fits(tick, known));
      if (found >= 0) left.splice(found, 1);
      return found < 0;
    });
  const same = ({ skipped }: TickFact, hash: string, known: string): boolean =>
    known === hash || (skipped === true && known === skippedMark + hash);
  const moved = without(ticks, (tick, { hashes: [label = ''] }) => same(tick, tick.whole, label));
  return without(moved, (tick, { hashes }) => hashes.some((hash) => same(tick, tick.text, hash)));
}

/** The commit that a tick was made by last, where one accounts for it. */
export function accountedBy(
  { whole, text }: Pick<TickFact, 'whole' | 'text'>,
  accounted: readonly AccountedTick[],
): AccountedTick | undefined {
  return (
    accounted.findLast(({ hashes }) => hashes[0] === whole) ??
    accounted.findLast(({ hashes }) => hashes.includes(text))
  );
}

/** As a signed number in decimals, which is written five times as fast as any other form. */
function short(hash: number): string {
  return String(hash | 0);
}
