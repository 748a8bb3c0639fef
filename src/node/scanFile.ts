import { join } from 'node:path';
import { assembleConfig, globTest } from '../core/config/assembleConfig';
import type { ConfigText } from '../core/config/configFiles';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import type { IndexEntry } from '../core/index/indexEntry';
import { keysOf } from '../core/index/indexKeys';
import { summarise } from '../core/index/summarise';
import { type ParseOptions, parseRecord } from '../core/model/parse/parseRecord';
import { checkRecord } from '../core/rules/checkRecord';
import { readText } from './readText';
import { errorCode } from './walk';

/** What came of one file: its record, nothing, or the reason why it could not be read. */
export interface ScanResult {
  readonly file: string;
  /**
   * The record's entry as JSON, which is what goes to caches and between threads. Made here, it also lets go of the
   * file's text, which every piece cut out of it would keep in memory.
   */
  readonly stored?: string;
  /** What it is found by, as JSON. */
  readonly keys?: string;
  readonly error?: string;
}

/** Reads files of one workspace and runs the rules that need no other record. */
export class FileScanner {
  readonly config: WorkspaceConfig;
  private readonly isRecordFile: ((file: string) => boolean) | undefined;

  constructor(
    private readonly root: string,
    texts: readonly ConfigText[],
  ) {
    this.config = assembleConfig(texts).config;
    const globs = this.config.data.records;
    this.isRecordFile = globs ? globTest(globs) : undefined;
  }

  /** @param size the file's size in bytes */
  scan(file: string, size: number): ScanResult {
    if (this.isRecordFile && !this.isRecordFile(file)) return { file };
    try {
      const { text, options } = readText(join(this.root, file), size);
      const entry = this.readEntry(file, text, options);
      if (!entry) return { file };
      return { file, stored: JSON.stringify(entry), keys: JSON.stringify(keysOf(entry.summary)) };
    } catch (error) {
      return { file, error: errorCode(error) };
    }
  }

  /** Reads a text as the record of a file; nothing where it is none. */
  read(file: string, text: string, options: ParseOptions = {}): IndexEntry | undefined {
    const entry = this.readEntry(file, text, options);
    return entry && entryOf(JSON.stringify(entry));
  }

  private readEntry(file: string, text: string, options: ParseOptions): IndexEntry | undefined {
    const expected = this.isRecordFile?.(file) ?? false;
    const record = parseRecord(text, { ...options, expected });
    if (!record) return undefined;
    const findings = checkRecord(record, { file, config: this.config });
    return { file, summary: summarise(record, file, this.config), findings };
  }
}

/** An entry from its stored form. */
export function entryOf(stored: string): IndexEntry {
  return JSON.parse(stored) as IndexEntry;
}

/** A record of the cache: its entry is read when somebody looks at it. */
export class KeptEntry implements IndexEntry {
  private known: IndexEntry | undefined;

  constructor(
    readonly file: string,
    private readonly stored: { text(): string },
  ) {}

  get summary(): IndexEntry['summary'] {
    return this.read().summary;
  }

  get findings(): IndexEntry['findings'] {
    return this.read().findings;
  }

  private read(): IndexEntry {
    this.known ??= entryOf(this.stored.text());
    return this.known;
  }
}
