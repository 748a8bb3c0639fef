import type { ConfigText } from '../core/config/configFiles';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import type { IndexEntry } from '../core/index/indexEntry';
import type { IndexKeys } from '../core/index/indexKeys';
import type { FileKeys, KeptRecords } from '../core/index/keyStore';
import { entryOf } from '../core/rules/recordReader';
import type { Contents } from './cache/contents';
import type { KnownRecord, RecordPacks } from './cache/recordPacks';
import { FileScanner } from './scanFile';
import type { Unreadable } from './walk';

/**
 * So many records stay in memory that somebody looked at: those that others name are looked at again and again. With more
 * a check takes no less time, but twice the garbage grows old, and is collected late.
 */
const mostRemembered = 50;

/** Files whose records ask git for the names of tags and branches, and those that ask for what commits say. */
export interface AskingFiles {
  readonly names: readonly string[];
  readonly history: readonly string[];
}

/** The records of some files, as one configuration has them read: each is a file's record when somebody looks at it. */
export class ReadRecords implements KeptRecords {
  private readonly remembered = new Map<string, IndexEntry>();
  /** Each part of an index goes through all of them. */
  private list: readonly FileKeys[] | undefined;

  /**
   * @param known in the order of their files
   * @param readAgain reads a file's record where what is kept of it is damaged
   */
  constructor(
    private readonly known: ReadonlyMap<string, KnownRecord>,
    private readonly readAgain: (file: string) => IndexEntry,
  ) {}

  get size(): number {
    return this.known.size;
  }

  all(): readonly FileKeys[] {
    this.list ??= [...this.known].map(([file, { keys }]) => [file, keys]);
    return this.list;
  }

  keys(file: string): IndexKeys | undefined {
    return this.known.get(file)?.keys;
  }

  entry(file: string): IndexEntry | undefined {
    const known = this.known.get(file);
    if (!known) return undefined;
    const entry = this.remembered.get(file) ?? known.entry() ?? this.readAgain(file);
    // The one that was looked at last stands last.
    this.remembered.delete(file);
    this.remembered.set(file, entry);
    for (const [oldest] of this.remembered) {
      if (this.remembered.size <= mostRemembered) break;
      this.remembered.delete(oldest);
    }
    return entry;
  }

  /** The same with other records in the place of some files, where others are given. */
  as(files: readonly string[], others: ReadonlyMap<string, KnownRecord>): ReadRecords {
    const known = new Map(this.known);
    for (const file of files) known.delete(file);
    for (const [file, record] of others) known.set(file, record);
    return new ReadRecords(known, this.readAgain);
  }

  /** The files whose records ask git for something. */
  asking(): AskingFiles {
    const [names, history]: [string[], string[]] = [[], []];
    for (const [file, { asks }] of this.known) {
      if (asks.names) names.push(file);
      if (asks.history) history.push(file);
    }
    return { names, history };
  }
}

/** What records are read from, and by. */
export interface ReadingInput {
  readonly root: string;
  readonly texts: readonly ConfigText[];
  /** What follows from these. */
  readonly config: WorkspaceConfig;
  readonly files: readonly string[];
  readonly contents: Contents;
  /** What was read before, by the same configuration. */
  readonly packs: RecordPacks;
  readonly progress?: (done: number, all: number) => void;
}

/** Reads the records of files: from the cache what was read before, wherever it lay, else from the disk. */
export async function readRecords(
  input: ReadingInput,
): Promise<{ records: ReadRecords; unreadable: Unreadable[] }> {
  const { root, texts, config, files, contents, packs } = input;
  const find = (file: string): ReturnType<RecordPacks['find']> => packs.find(file, contents.id(file));
  let found = files.map(find);
  const unknown = files.filter((_, row) => found[row] === undefined);
  const unreadable = unknown.length > 0 ? await readUnknown(unknown, input) : [];
  if (unknown.length > 0) found = files.map(find);
  const known = new Map<string, KnownRecord>();
  for (const [row, file] of files.entries()) {
    const record = found[row];
    if (record && record !== 'none') known.set(file, record);
  }
  let scanner: FileScanner | undefined;
  const readAgain = (file: string): IndexEntry => {
    scanner ??= new FileScanner(root, texts, config);
    const { entry } = scanner.scan(file);
    if (!entry) throw new Error(`${file} changed while it was read.`);
    return entryOf(JSON.stringify(entry));
  };
  return { records: new ReadRecords(known, readAgain), unreadable };
}

/** Reads files from the disk, and keeps what came of them. */
async function readUnknown(
  files: readonly string[],
  { root, texts, config, contents, packs, progress }: ReadingInput,
): Promise<Unreadable[]> {
  const unreadable: Unreadable[] = [];
  // Loaded only now, with what Node has for workers: most of the time everything is known.
  const { scanFiles } = await import('./scanWorkspace');
  await packs.addAll((take) =>
    scanFiles(
      { root, texts, files },
      config,
      ({ packed, unreadable: unread }) => {
        take(packed);
        const { ids } = packed.rows;
        for (const [row, file] of packed.rows.files.entries()) contents.set(file, ids[row] ?? '');
        for (const { file, error } of unread) unreadable.push({ path: `${root}/${file}`, code: error });
      },
      (done) => progress?.(done, files.length),
    ),
  );
  return unreadable;
}
