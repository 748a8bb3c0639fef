import { configTypeOf, isTemplate } from '../config/configFiles';
import type { Finding } from '../findings/finding';
import type { IndexEntry } from '../index/indexEntry';
import { RecordIndex } from '../index/recordIndex';
import type { LanguageKind } from '../language/yamlPart';
import type { FileFacts, GitFacts, NoGit } from '../model/ports';
import { standardChangesOf } from '../procedure/standardFacts';
import { type Risk, riskOf } from '../risk/riskOf';
import { type ComposedWorkspace, composeWorkspace } from '../rules/composeWorkspace';
import { KeptFindings } from '../rules/keptFindings';
import type { CheckedConfig } from './checkedConfig';
import type { ToldRecords, WorkspaceReading } from './workspaceReading';

/** Where the records of a workspace lie, and who is told what is found in them. */
export interface RecordsHost {
  /** The moment that counts as now, in milliseconds since 1970. */
  now(): number;
  /** What git says now; undefined until it was asked. */
  gitFacts(): GitFacts | NoGit | undefined;
  /** Findings of files are others now; an empty list takes them away. */
  found(files: ReadonlyMap<string, readonly Finding[]>): void;
  /** Records were looked at again. */
  rechecked?(files: Iterable<string>): void;
}

/** What a workspace knows around one of its files. */
export interface Surroundings extends Pick<ComposedWorkspace, 'config' | 'index'> {
  /** What the file may be, by its place. */
  readonly kind: LanguageKind | undefined;
  /** Whether its record is in the index. */
  readonly known: boolean;
  /** Of a change: what is at stake. */
  readonly risk?: Risk | undefined;
}

/**
 * The records of one workspace as an editor has them: read as a whole at first, and file by file afterwards. A change
 * costs the file that changed and the records that refer to it, whatever the size of the workspace.
 */
export class LiveRecords {
  index = new RecordIndex();
  readonly kept = new KeptFindings();

  /**
   * @param config the configuration that counts
   * @param facts answers which files there are
   */
  constructor(
    public config: CheckedConfig,
    public facts: FileFacts,
    private readonly host: RecordsHost,
  ) {}

  /** What checks and moves of these records are made by, as of now. */
  input(): ComposedWorkspace {
    const { config } = this.config.scanner;
    const { index, facts: files } = this;
    return composeWorkspace({ config, index, files, git: this.host.gitFacts(), now: this.host.now() });
  }

  surroundingsOf(file: string): Surroundings {
    const entry = this.index.entry(file);
    const { config, index, now } = this.input();
    const change = entry?.summary.change;
    const risk = change && riskOf(change, file, index, (moment) => moment <= now);
    return { kind: kindOf(file), known: entry !== undefined, config, index, risk };
  }

  /** Takes in what a reading of all records tells while it goes on. */
  take(told: ToldRecords, reading: WorkspaceReading): void {
    if (told.kind === 'entries')
      for (const { entry, until } of told.entries) this.kept.hold(entry.file, until);
    this.publish(reading.take(told, this.config));
  }

  /** What was read counts from now on; files that it told nothing of are gone. */
  replaceBy(reading: WorkspaceReading): void {
    this.index = reading.index;
    this.drop(reading.unseen(this.kept.files()));
  }

  /** Files that are gone have no findings any more. */
  drop(files: Iterable<string> = this.kept.files()): void {
    this.publish(new Map([...files].map((file) => [file, []])));
  }

  /**
   * Takes in a record as it reads now, or is gone. One that reads as before is not looked at again: whoever hears of
   * findings asks for fixes, which asks how the text reads, and that must come to an end.
   *
   * @returns whether it reads differently
   */
  update(file: string, entry: IndexEntry | undefined): boolean {
    const before = this.index.entry(file);
    // Entries are made from their stored form, so that nothing is lost in this comparison.
    if (JSON.stringify(before) === JSON.stringify(entry)) return false;
    this.recheck([file, ...this.index.update(file, entry)]);
    return true;
  }

  /** Takes in the configuration as it reads now. By another one records are read anew, which is the caller's to do. */
  configure(config: CheckedConfig): void {
    this.config = config;
    this.publish(config.findings());
  }

  /** Checks the templates of notices; of two checks under way the later one counts. */
  async checkTemplates(config = this.config): Promise<void> {
    const found = await config.templateFindings(this.kept.files());
    if (config === this.config) this.publish(found);
  }

  /** Something came to be or went: records that link to it look again. */
  fileCameOrWent(file: string, facts: FileFacts): void {
    this.facts = facts;
    this.recheck(this.index.linkersOf(file));
  }

  /** Git has answered what these files asked, and what it says of a procedure's approvals counts for its changes. */
  gitAnswered(files: readonly string[]): void {
    const asking = files.filter((file) => this.index.entry(file));
    const changes = asking.flatMap((file) => standardChangesOf(file, this.index));
    this.recheck(new Set([...asking, ...changes]));
  }

  /** Time has passed: what depends on the clock is looked at again. */
  clockTicked(): void {
    const now = this.host.now();
    this.recheck(this.kept.due(now));
    if (this.config.until() <= now) this.publish(this.config.findings());
  }

  /** The next moment at which a finding may come or go though nothing is saved, in milliseconds since 1970. */
  nextMoment(): number {
    return Math.min(this.kept.next(), this.config.until());
  }

  /** Runs the rules across records for some files again; their own findings are kept with the index. */
  recheck(files: Iterable<string>): void {
    const changed = this.kept.check(files, this.input());
    if (changed.size === 0) return;
    this.host.found(changed);
    this.host.rechecked?.(changed.keys());
  }

  private publish(changed: ReadonlyMap<string, readonly Finding[]>): void {
    this.kept.keep(changed);
    if (changed.size > 0) this.host.found(changed);
  }
}

function kindOf(file: string): LanguageKind | undefined {
  return configTypeOf(file) ?? (isTemplate(file) ? 'template' : file.endsWith('.md') ? 'record' : undefined);
}
