import { createHash } from 'node:crypto';
import type { GitAnswer } from '../gitProcess';
import { bytesRead } from '../readText';
import type { Survey } from '../surveyWorkspace';
import { changeTime, type FoundFile } from '../walk';
import { mayBeInRepository } from '../workspaceRoot';
import { digestOf, shortHash } from './cacheFolder';
import { KeptFile } from './keptFile';

/** For so many files git is asked what they hold; to read fewer takes less time than to start it. */
const worthAskingGit = 200;

/** The clock of a disk may be so much behind that of the machine: what changed meanwhile may look as it did before. */
const clockSlackMs = 100;

/** What a folder's files held the last time, and the digest of the state in which all of them were. */
interface KeptIds {
  readonly state: string;
  readonly ids: readonly string[];
}

/** Which files these were, and in what state. */
interface KeptStamps {
  readonly files: readonly string[];
  readonly stamps: readonly string[];
}

/** The same in short: the digest of the state in which all files were, and that of what they held. */
type KeptState = readonly [state: string, contents: string];

/** How it is found out what files hold. */
interface FindOptions {
  readonly git: boolean;
  readonly edited?: Promise<GitAnswer> | undefined;
  readonly bytes: boolean;
}

/** What the files of a workspace hold: of each one the id of its bytes, as git makes it. */
export class Contents {
  private readonly ids = new Map<string, string>();
  private readonly kept: KeptFile | undefined;
  private readonly keptKey: string;
  private readonly state: string;
  /** Whether git was asked: it says the same the second time. */
  private hasAsked = false;
  private whole: string | undefined;
  /** The same as it was kept, where nothing changed since. */
  private readonly wholeBefore: string | undefined;

  constructor(private readonly survey: Survey) {
    this.keptKey = digestOf() ?? '';
    this.kept = KeptFile.of(`${shortHash(survey.root)}.folder`);
    this.state = this.kept ? stateOf(survey) : '';
    const [state, whole] = this.kept?.read<KeptState>(this.keptKey) ?? [];
    if (state !== undefined && state === this.state) this.whole = whole;
    this.wholeBefore = this.whole;
  }

  /** A digest of what all files hold, and of the configuration; undefined while that is not known of some of them. */
  get digest(): string | undefined {
    if (this.whole === undefined && this.ids.size === this.survey.files.length) this.whole = this.digestAll();
    return this.whole;
  }

  /** The id of what a file holds, as far as that is known. */
  id(file: string): string | undefined {
    return this.ids.get(file);
  }

  set(file: string, id: string): void {
    // It changed since it was looked at: so did all of them together.
    if (this.ids.get(file) !== id) this.whole = undefined;
    this.ids.set(file, id);
  }

  /**
   * Finds out what the files hold: from their state, which is that of the last time; where many changed from git, which
   * read them already; else from their bytes.
   *
   * @param git whether git may be asked
   * @param edited what git says of the work tree, where it was asked already
   * @param bytes whether to read what neither of them knows; whoever reads all of these anyway need not
   */
  async find({ git, edited, bytes }: FindOptions): Promise<void> {
    const { root, files } = this.survey;
    this.recall();
    const isMissing = ({ file }: FoundFile): boolean => !this.ids.has(file);
    let missing = this.ids.size === files.length ? [] : files.filter(isMissing);
    if (git && !this.hasAsked && missing.length >= worthAskingGit && mayBeInRepository(root)) {
      this.hasAsked = true;
      const { gitContents } = await import('./gitContents');
      const known = await gitContents(root, edited);
      for (const { file } of missing) this.add(file, known.get(file));
      missing = missing.filter(isMissing);
    }
    if (bytes) for (const { file } of missing) this.add(file, contentId(root, file));
  }

  /** Keeps what is known now for the next time, unless it is what was known already. */
  keep(): void {
    if (this.ids.size === 0 || (this.whole !== undefined && this.whole === this.wholeBefore)) return;
    const { files, at } = this.survey;
    const kept: { [name in keyof KeptStamps]: string[] } = { files: [], stamps: [] };
    const ids: string[] = [];
    for (const { file, stamp } of files) {
      const id = this.ids.get(file);
      // What changed while it was read may be other than it was, and look the same.
      if (id === undefined || changeTime(stamp) > at - clockSlackMs) continue;
      kept.files.push(file);
      kept.stamps.push(stamp);
      ids.push(id);
    }
    const isWhole = kept.files.length === files.length;
    const state = isWhole && this.digest !== undefined ? [this.state, this.digest] : [];
    const held: KeptIds = { state: state[0] ?? '', ids };
    this.kept?.write(this.keptKey, state, held, kept);
  }

  /** What is known of the files that are in the very state in which they were. */
  private recall(): void {
    if (this.ids.size > 0) return;
    const { state = '', ids = [] } = this.kept?.read<KeptIds>(this.keptKey, 1) ?? {};
    // All of them are in that state, and in that order.
    if (state !== '' && state === this.state) {
      for (const [row, { file }] of this.survey.files.entries()) this.add(file, ids[row]);
      return;
    }
    const { files = [], stamps = [] } = this.kept?.read<KeptStamps>(this.keptKey, 2) ?? {};
    const rows = new Map(files.map((file, row) => [file, row]));
    for (const { file, stamp } of this.survey.files) {
      const row = rows.get(file);
      if (row !== undefined && stamps[row] === stamp) this.add(file, ids[row]);
    }
  }

  private add(file: string, id: string | undefined): void {
    if (id !== undefined) this.ids.set(file, id);
  }

  private digestAll(): string {
    const { files, texts, nested, enclosed, root } = this.survey;
    const inside = nested.map((folder) => folder.slice(root.length));
    const held = files.map(({ file }) => `${file}\n${this.ids.get(file)}`).join('\n');
    return shortHash(`${JSON.stringify([texts, inside, enclosed])}\n${held}`);
  }
}

/** A digest of the state of everything in a workspace. */
function stateOf({ files, texts, nested, enclosed }: Survey): string {
  const states = files.map(({ file, stamp }) => `${file}\n${stamp}`).join('\n');
  return shortHash(`${JSON.stringify([texts, nested, enclosed])}\n${states}`);
}

/** The id of what a file of a workspace holds; undefined where it cannot be read. */
function contentId(root: string, file: string): string | undefined {
  try {
    const { bytes, size } = bytesRead(root, file);
    return idOf(bytes, size);
  } catch {
    // Whoever reads it tells why.
    return undefined;
  }
}

/**
 * The id of some bytes, as git makes it.
 *
 * @param size that of the file: of one that is longer only the beginning is read, and counts
 */
export function idOf(bytes: Uint8Array, size = bytes.length): string {
  const id = createHash('sha1').update(`blob ${size}\0`).update(bytes).digest('hex');
  return size === bytes.length ? id : `${id}+`;
}
