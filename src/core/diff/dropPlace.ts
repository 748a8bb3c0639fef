import { type ConfigText, configTypeOf } from '../config/configFiles';
import { readConfigFile } from '../config/readConfigFile';
import { locate } from '../model/parse/located';
import { LineMap } from '../model/text/lineMap';
import { type LineRange, textRange, unpackRange } from '../model/text/range';
import type { DroppedRecord, DropReason } from './droppedRecords';

/** The place of a finding about a dropped record. */
export interface DropPlace {
  readonly file: string;
  readonly range: LineRange;
}

/** The beginning of a file. */
export const fileStart = unpackRange([0, 0, 0, 0]);

/** The texts in which such a place is looked for. */
interface DropTexts {
  /** The texts of the configuration as it is now. */
  readonly texts: readonly ConfigText[];
  /** The text of any file. */
  readonly textOf: (file: string) => string | undefined;
  /** The line that keeps a file out. */
  readonly ignoringLine: (file: string) => DropPlace | undefined;
}

/** The line that excludes a record which did not move, else a line of the file that holds its id or type now. */
export function dropPlace({ record, reason, at }: DroppedRecord, from: DropTexts): DropPlace {
  if (at === record.file) {
    const cause = reason === 'ignored' ? from.ignoringLine(at) : droppingKey(reason, from.texts);
    if (cause) return cause;
  }
  const line = lines[reason];
  const text = line && from.textOf(at);
  const found = text === undefined ? undefined : line?.exec(text);
  if (!text || !found) return { file: at, range: fileStart };
  const end = found.index + found[0].length;
  return { file: at, range: new LineMap(text).rangeAt(textRange(found.index, end)) };
}

/** The line of front matter that is to blame, by the reason. */
const lines: { readonly [reason in DropReason]?: RegExp } = {
  id: /^id\b.*/m,
  doubled: /^id\b.*/m,
  type: /^(?:type|tipo)\b.*/m,
  noRecord: /^(?:type|tipo)\b.*/m,
};

/** The key of the configuration that excludes records. */
export function droppingKey(reason: DropReason, texts: readonly ConfigText[]): DropPlace | undefined {
  const main = texts.find(({ file }) => configTypeOf(file) === 'config');
  const key = reason === 'globs' ? 'records' : reason === 'nested' ? 'nested' : undefined;
  if (!main || !key) return undefined;
  const read = readConfigFile('config', main.file, main.text);
  const range = locate(read.located, [key])?.keyRange;
  return range && { file: main.file, range: read.lines.rangeAt(range) };
}
