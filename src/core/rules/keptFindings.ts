import type { Finding } from '../findings/finding';
import type { ComposedWorkspace, HeldFindings } from './composeWorkspace';

const none: HeldFindings = {
  findings: [],
  from: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
};

/**
 * The findings of a workspace's files, kept until something that they follow from changes: whoever changes a record
 * asks for it and for those that the index names with it; whoever watches the clock asks for those that are due.
 */
export class KeptFindings {
  private readonly findings = new Map<string, readonly Finding[]>();
  private readonly heldUntil = new Map<string, number>();

  /** The findings of a file; none where it was never looked at. */
  of(file: string): readonly Finding[] {
    return this.findings.get(file) ?? [];
  }

  files(): Iterable<string> {
    return this.findings.keys();
  }

  /** How many findings there are. */
  count(): number {
    let count = 0;
    for (const found of this.findings.values()) count += found.length;
    return count;
  }

  /** Looks at the records of files again. A file whose record is gone has nothing. */
  check(files: Iterable<string>, workspace: ComposedWorkspace): Map<string, readonly Finding[]> {
    const changed = new Map<string, readonly Finding[]>();
    for (const file of files) {
      const entry = workspace.index.entry(file);
      const held = entry ? workspace.heldFindingsOf(entry) : none;
      changed.set(file, held.findings);
      this.hold(file, held.until);
    }
    this.keep(changed);
    return changed;
  }

  /** Takes findings that somebody else made. */
  keep(changed: ReadonlyMap<string, readonly Finding[]>): void {
    for (const [file, findings] of changed) {
      if (findings.length > 0) this.findings.set(file, findings);
      else this.findings.delete(file);
    }
  }

  /** Notes until when the findings of a file hold, if only the clock moves. */
  hold(file: string, until: number): void {
    if (Number.isFinite(until)) this.heldUntil.set(file, until);
    else this.heldUntil.delete(file);
  }

  /** The files whose findings no longer hold at a moment. */
  due(now: number): string[] {
    const due: string[] = [];
    for (const [file, until] of this.heldUntil) if (until <= now) due.push(file);
    return due;
  }

  /** The next moment at which the findings of any file may be others; Infinity where there is none. */
  next(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const until of this.heldUntil.values()) if (until < next) next = until;
    return next;
  }
}
