import { basename, join } from 'node:path';
import type { ConfigText } from '../../core/config/configFiles';
import type { ReportedFileFinding } from '../../core/report/reportedFinding';
import type { AskedOfDisk } from '../changedAnswers';
import type { GitIdentity } from '../gitIdentity';
import { type CachedFile, cachedFiles, removeQuietly } from './cacheFolder';
import { KeptFile } from './keptFile';
import { groupFolder, groupOf } from './recordPacks';

/** What a check of a whole workspace came to. */
export interface Verdict {
  /** Language and time zone of the configuration. */
  readonly language?: 'en' | 'es';
  readonly timezone?: string;
  /** Markdown files that hold no record. */
  readonly noRecords: readonly string[];
  /** What was found besides records: in the configuration, and in where things lie. */
  readonly others: readonly ReportedFileFinding[];
  /** What was found in records. Paths are relative to the workspace. */
  readonly findings: readonly ReportedFileFinding[];
  readonly grounds: VerdictGrounds;
}

/** What all of it follows from besides contents and configuration. */
export interface VerdictGrounds {
  readonly asked: AskedOfDisk;
  /** What git's answers followed from, where a record asks it something; null where it had nothing to say. */
  readonly git?: GitIdentity | null;
  /** The stretch of time in which it holds: from the first moment on and before the second; open where not given. */
  readonly from?: number;
  readonly until?: number;
  /** Some of it is looked at again each time. */
  readonly again?: true;
}

/** What the findings of each record follow from, for a check after some of it changed. */
export interface VerdictBasis {
  /** The files that were checked, and the ids of their contents. */
  readonly files: readonly string[];
  readonly ids: readonly string[];
  /** The stretch of time in which the findings of a file hold, for those where there is one; files by their rows. */
  readonly held: readonly (readonly [file: number, from: number | null, until: number | null])[];
  /** By a path that was asked about, who asked. */
  readonly askers: readonly (readonly [path: string, files: readonly number[]])[];
  /** Files that are looked at again each time. */
  readonly again: readonly number[];
}

/** The same together. */
export interface KeptCheck {
  readonly verdict: Verdict;
  readonly basis: VerdictBasis;
}

/** So many verdicts of one configuration are kept: one for each branch that somebody goes to and fro between. */
const mostVerdicts = 20;
/** More findings than this are not kept: telling them takes longer than finding them. */
const mostFindings = 500_000;
const ending = '.verdict';

/** What checks by one configuration came to, by what the files held. */
export class KeptVerdicts {
  private constructor(private readonly group: string) {}

  static of(texts: readonly ConfigText[]): KeptVerdicts | undefined {
    const group = groupOf(texts);
    return group === undefined ? undefined : new KeptVerdicts(group);
  }

  /** Whether there is any. */
  get any(): boolean {
    return this.files().length > 0;
  }

  /** What a check came to when the files held this. */
  verdict(contents: string): Verdict | undefined {
    return this.file(contents)?.read<Verdict>(contents);
  }

  /** What is known of the check whose files held this, else of the last one. */
  nearest(contents: string | undefined): KeptCheck | undefined {
    const others = this.files().map(({ path }) => basename(path, ending));
    for (const name of contents === undefined
      ? others
      : [contents, ...others.filter((one) => one !== contents)]) {
      const file = this.file(name);
      const verdict = file?.read<Verdict>(name);
      const basis = verdict && file?.read<VerdictBasis>(name, 1);
      if (verdict && basis) return { verdict, basis };
    }
    return undefined;
  }

  keep(contents: string, verdict: Verdict, basis: VerdictBasis): void {
    if (verdict.findings.length > mostFindings) return;
    this.file(contents)?.write(contents, verdict, basis);
    for (const { path } of this.files().slice(mostVerdicts)) removeQuietly(path);
  }

  private file(contents: string): KeptFile | undefined {
    return KeptFile.of(join(this.group, `${contents}${ending}`));
  }

  /** All files, the one that was written last first. */
  private files(): CachedFile[] {
    const files = cachedFiles(groupFolder(this.group));
    return files.filter(({ path }) => path.endsWith(ending)).reverse();
  }
}
