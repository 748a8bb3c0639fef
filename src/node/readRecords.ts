import type { ConfigText } from '../core/config/configFiles';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import type { DeliveryFacts } from '../core/delivery/deliveryFacts';
import { unpackDelivery } from '../core/delivery/packedDelivery';
import type { IndexEntry } from '../core/index/indexEntry';
import { type IndexKeys, keysOf } from '../core/index/indexKeys';
import type { Interval } from '../core/index/intervalList';
import type { KeptRecords } from '../core/index/keyStore';
import { entryOf } from '../core/rules/recordReader';
import type { Contents } from './cache/contents';
import type { KnownRecord, KnownRecords, RecordPacks } from './cache/recordPacks';
import type { GitQuestions } from './gitQuestions';
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

/** What came of reading a file once more. */
interface ReadAgain {
  readonly entry: IndexEntry;
  readonly delivery: DeliveryFacts | undefined;
}

/** The records of some files, as one configuration has them read: each is a file's record when somebody looks at it. */
export class ReadRecords implements KeptRecords {
  private readonly remembered = new Map<string, IndexEntry>();

  /**
   * @param known in the order of their files
   * @param readAgain reads a file where what is kept of its record is damaged
   * @param asked what records that were read just now ask git
   * @param held records that could not be read again
   */
  constructor(
    private readonly packs: RecordPacks,
    private readonly known: KnownRecords,
    private readonly readAgain: (file: string) => ReadAgain,
    private readonly asked: ReadonlyMap<string, GitQuestions> = new Map(),
    private readonly held: ReadonlyMap<string, IndexEntry> = new Map(),
  ) {}

  get size(): number {
    return this.known.size;
  }

  files(): Iterable<string> {
    return this.known.keys();
  }

  has(file: string): boolean {
    return this.known.has(file);
  }

  keys(file: string): IndexKeys | undefined {
    return this.known.get(file)?.keys;
  }

  entry(file: string): IndexEntry | undefined {
    const known = this.known.get(file);
    if (!known) return undefined;
    const entry =
      this.held.get(file) ?? this.remembered.get(file) ?? known.entry() ?? this.readAgain(file).entry;
    // The one that was looked at last stands last.
    this.remembered.delete(file);
    this.remembered.set(file, entry);
    for (const [oldest] of this.remembered) {
      if (this.remembered.size <= mostRemembered) break;
      this.remembered.delete(oldest);
    }
    return entry;
  }

  /** What the change of a file says of its delivery; undefined where the file holds none. */
  delivery(file: string): DeliveryFacts | undefined {
    const facts = this.known.get(file)?.delivery();
    return facts === 'damaged' ? this.readAgain(file).delivery : facts;
  }

  filesBy(column: string, name: string): string[] {
    return this.packs.filesBy(column, name, this.known);
  }

  stretches(column: string, name: string): Interval[] {
    return this.packs.stretches(column, name, this.known);
  }

  names(column: string): Iterable<string> {
    return this.packs.names(column, this.known);
  }

  /** What the record of a file asks git, where that was read just now; undefined where the record tells it. */
  questions(file: string): GitQuestions | undefined {
    return this.asked.get(file);
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

  /**
   * The same as it was while some files held something else, or nothing.
   *
   * @param ids what they held
   * @returns undefined where that is no longer known
   */
  before(changed: readonly string[], ids: ReadonlyMap<string, string>): ReadRecords | undefined {
    const known = new Map(this.known);
    const held = new Map<string, IndexEntry>();
    for (const file of changed) {
      known.delete(file);
      const id = ids.get(file);
      const record = id === undefined ? 'none' : this.packs.find(file, id);
      if (record === 'none') continue;
      // What is damaged cannot be read again: the file holds something else by now.
      const entry = record?.entry();
      if (!record || !entry) return undefined;
      known.set(file, record);
      held.set(file, entry);
    }
    return new ReadRecords(this.packs, known, this.readAgain, undefined, held);
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
  const asked = new Map<string, GitQuestions>();
  const unreadable = unknown.length > 0 ? await readUnknown(unknown, input, asked) : [];
  if (unknown.length > 0) found = files.map(find);
  const known = new Map<string, KnownRecord>();
  for (const [row, file] of files.entries()) {
    const record = found[row];
    if (record && record !== 'none') known.set(file, record);
  }
  let scanner: FileScanner | undefined;
  const readAgain = (file: string): ReadAgain => {
    scanner ??= new FileScanner(root, texts, config);
    const { entry, delivery } = scanner.scan(file);
    if (!entry) throw new Error(`${file} changed while it was read.`);
    const facts = delivery && unpackDelivery(delivery, keysOf(entry.summary));
    return { entry: entryOf(JSON.stringify(entry)), delivery: facts };
  };
  return { records: new ReadRecords(packs, known, readAgain, asked), unreadable };
}

/**
 * Reads files from the disk, and keeps what came of them.
 *
 * @param asked takes what their records ask git
 */
async function readUnknown(
  files: readonly string[],
  { root, texts, config, contents, packs, progress }: ReadingInput,
  asked: Map<string, GitQuestions>,
): Promise<Unreadable[]> {
  const unreadable: Unreadable[] = [];
  // Loaded only now, with what Node has for workers: most of the time everything is known.
  const { scanFiles } = await import('./scanWorkspace');
  await packs.addAll((take) =>
    scanFiles(
      { root, texts, files },
      config,
      ({ packed, unreadable: unread, asked: own }) => {
        take(packed);
        for (const [file, questions] of own) asked.set(file, questions);
        const { ids } = packed.rows;
        for (const [row, file] of packed.rows.files.entries()) contents.set(file, ids[row] ?? '');
        for (const { file, error } of unread) unreadable.push({ path: `${root}/${file}`, code: error });
      },
      (done) => progress?.(done, files.length),
    ),
  );
  return unreadable;
}
