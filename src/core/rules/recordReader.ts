import type { ConfigText } from '../config/configFiles';
import { globTest } from '../config/globs';
import { idTestOf, type WorkspaceConfig } from '../config/workspaceConfig';
import { asOwnRecord } from '../index/cameClosed';
import type { IndexEntry } from '../index/indexEntry';
import { type ParseOptions, parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import type { IdTest } from '../model/parse/recordSigns';
import { baseName } from '../model/text/paths';
import { readConfig } from './readConfig';
import { recordEntry } from './recordEntry';

/** How a text is read as a record. */
interface ReadOptions extends ParseOptions {
  /** As one that was open when it was imported, whatever it says. */
  readonly own?: boolean;
  /** What is made of it before it is judged. */
  readonly changed?: ((record: ParsedRecord, file: string) => ParsedRecord) | undefined;
}

/** Reads texts of one workspace as records and runs the rules that need no other record. */
export class RecordReader {
  /** Where the configuration says which files are records: whether it is one by its path. */
  protected readonly isRecordFile: ((file: string) => boolean) | undefined;
  private readonly isId: IdTest;

  /**
   * @param texts the configuration
   * @param config what follows from them, where somebody knows or wants something else to follow
   */
  constructor(
    texts: readonly ConfigText[],
    readonly config: WorkspaceConfig = readConfig(texts).config,
  ) {
    const globs = this.config.data.records;
    this.isRecordFile = globs ? globTest(globs) : undefined;
    this.isId = idTestOf(this.config);
  }

  /** Whether a file can hold a record, as far as its path tells. */
  mayHoldRecord(file: string): boolean {
    return this.isRecordFile?.(file) ?? true;
  }

  /** Reads a text as the record of a file; undefined where it is none. */
  read(file: string, text: string, options: ReadOptions = {}): IndexEntry | undefined {
    const record = this.readRecord(file, text, options);
    return record && entryOf(JSON.stringify(recordEntry(record, file, this.config)));
  }

  /** The record as it was parsed; what is made of it may hold on to the text. */
  readRecord(file: string, text: string, options: ReadOptions = {}): ParsedRecord | undefined {
    const expected = this.isRecordFile?.(file) ?? this.isId(nameOf(file));
    const record = parseRecord(text, { ...options, expected, file, isId: this.isId });
    const own = record && options.own ? asOwnRecord(record) : record;
    return own && (options.changed?.(own, file) ?? own);
  }
}

function nameOf(file: string): string {
  return baseName(file).replace(/\.\w+$/, '');
}

/** An entry from its stored form. */
export function entryOf(stored: string): IndexEntry {
  return JSON.parse(stored) as IndexEntry;
}
