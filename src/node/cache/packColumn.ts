import type { IndexKeys } from '../../core/index/indexKeys';
import { RecordIndex } from '../../core/index/recordIndex';

/** A name is looked for in the text so many times; more questions than that are worth a list of all names. */
const fewQuestions = 30;

const nothing: readonly number[] = [];

/**
 * The names under which a part of the index finds the records of a pack: one a line, with the rows behind it, both in JSON.
 * It is text until somebody asks, and most of it stays so.
 */
export class PackColumn {
  private asked = 0;
  /** By name, the rows as they are written. */
  private lines: Map<string, string> | undefined;

  constructor(private readonly bytes: Buffer) {}

  of(name: string): readonly number[] {
    const numbers = this.numbers(name);
    return numbers === undefined ? nothing : (JSON.parse(numbers) as number[]);
  }

  names(): Iterable<string> {
    return this.listed().keys();
  }

  private numbers(name: string): string | undefined {
    if (this.lines || this.asked++ >= fewQuestions) return this.listed().get(name);
    const begin = Buffer.from(`\n${JSON.stringify(name)} `);
    const at = this.bytes.indexOf(begin);
    const end = at < 0 ? at : this.bytes.indexOf('\n', at + begin.length);
    return at < 0 ? undefined : this.bytes.toString('latin1', at + begin.length, end);
  }

  private listed(): ReadonlyMap<string, string> {
    if (this.lines) return this.lines;
    const lines = new Map<string, string>();
    for (const line of this.bytes.toString('utf8').split('\n')) {
      const end = line.lastIndexOf('"') + 1;
      if (end > 0) lines.set(JSON.parse(line.slice(0, end)) as string, line.slice(end + 1));
    }
    this.lines = lines;
    return lines;
  }
}

/** Makes the columns of some rows, by what their records are found by. */
export function columnsOf(
  rows: readonly (IndexKeys | undefined)[],
): (readonly [column: string, text: Buffer])[] {
  return new RecordIndex().parts.map((part) => {
    const lines = new Map<string, number[]>();
    for (const [row, keys] of rows.entries())
      for (const [name, ...stretch] of keys ? part.found(keys) : []) {
        const numbers = lines.get(name) ?? [];
        lines.set(name, numbers);
        numbers.push(row, ...stretch);
      }
    const texts = [...lines].map(([name, numbers]) => `${JSON.stringify(name)} ${JSON.stringify(numbers)}\n`);
    return [part.column, Buffer.from(`\n${texts.join('')}`)] as const;
  });
}
