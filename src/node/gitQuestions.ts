import { isOlderDigest } from '../core/approvals/approvedContent';
import { approvalFacts } from '../core/index/approvalFacts';
import { factsOf } from '../core/index/factSource';
import type { IndexEntry } from '../core/index/indexEntry';
import type { RecordIndex } from '../core/index/recordIndex';
import type { RecordSummary } from '../core/index/recordSummary';
import { unpackRange } from '../core/model/text/range';
import { standardFacts } from '../core/procedure/standardFacts';
import { procedureOf } from '../core/rules/checklist/followedProcedure';
import { checklistPerformer } from '../core/rules/checklist/performer';
import { checklistUnattributed } from '../core/rules/checklist/unattributed';
import { workflowMover } from '../core/rules/workflow/mover';
import { hasReached, isOpen } from '../core/workflow/stages';

/** A record that may have been moved by somebody who may not. */
export interface MovedRecord {
  readonly file: string;
  readonly record: string;
  readonly status: string;
  readonly line: number;
}

/** A record with ticks that commits are to account for. */
export interface TickedRecord {
  readonly file: string;
  readonly record: string;
  readonly count: number;
}

/** What records of a workspace want to know of git. */
export interface GitQuestions {
  /** Names of tags and branches. */
  readonly names: boolean;
  /** The same, for the state that an open change may move to: its rules are not silent before it is there. */
  readonly movesAsk?: boolean;
  /** What the messages of commits tell: which ticks have commits of their own, and who moved a record last. */
  readonly ticks: boolean;
  /** Records with ticks: under which name commits tell of them, and how many there are. */
  readonly ticked?: readonly TickedRecord[];
  /** Records of which it matters who moved them last: under which name commits tell of them, and where the state stands. */
  readonly moved?: readonly MovedRecord[];
  /** Approvals, and waivers that take a role, by whose commits they came, and whether signatures count. */
  readonly decided: readonly {
    readonly file: string;
    readonly keys: readonly string[];
    readonly signed: boolean;
  }[];
  /** Whether some of them go by the approvals of a procedure, which are asked for with it. */
  readonly standard?: boolean;
  /** Records with approvals whose digest is no longer that of the content. */
  readonly approved: readonly { readonly file: string; readonly digests: readonly string[] }[];
}

/** What rules would ask git about these records; most of the time that is nothing, and git is not started. */
export function gitQuestions(
  records: Iterable<{ readonly file: string; readonly summary: RecordSummary }>,
): GitQuestions {
  let names = false;
  let movesAsk = false;
  let ticks = false;
  let standard = false;
  const moved: MovedRecord[] = [];
  const ticked: TickedRecord[] = [];
  const approved: { file: string; digests: string[] }[] = [];
  const decided: { file: string; keys: string[]; signed: boolean }[] = [];
  for (const { file, summary } of records) {
    const { release } = summary.change ?? {};
    if (factsOf(summary, standardFacts)?.use) standard = true;
    const { stale, decided: own } = factsOf(summary, approvalFacts) ?? {};
    if (release && !release.elsewhere) {
      if (hasReached(summary.stage, 'releasing')) names = true;
      else if (isOpen(summary.stage)) movesAsk = true;
    }
    const stateAt = factsOf(summary, workflowMover);
    const packed = factsOf(summary, checklistUnattributed);
    const tickAt = packed ?? factsOf(summary, checklistPerformer);
    if (packed) ticked.push({ file, record: summary.id ?? file, count: packed.split(' ').length });
    if (tickAt || stateAt) ticks = true;
    if (stateAt) {
      const { line } = unpackRange(stateAt).start;
      moved.push({ file, record: summary.id ?? file, status: summary.status, line });
    }
    const overrides = isOpen(summary.stage)
      ? (summary.waivers ?? []).flatMap((waiver) => waiver.override ?? [])
      : [];
    const keys = [...(own?.roles ?? []), ...overrides].map(({ key }) => key);
    const signed = own?.signed === true || overrides.some((override) => override.signed);
    if (keys.length > 0) decided.push({ file, keys, signed });
    const digests = (stale?.approvals ?? [])
      .map(({ digest }) => digest)
      .filter((made) => !isOlderDigest(made));
    if (digests.length > 0) approved.push({ file, digests });
  }
  return { names, movesAsk, ticks, ticked, moved, approved, decided, standard };
}

/** Records with the procedures whose approvals they go by. */
export function* withProcedures(records: Iterable<IndexEntry>, index: RecordIndex): Iterable<IndexEntry> {
  const told = new Set<string>();
  const procedures = new Map<string, IndexEntry>();
  for (const entry of records) {
    told.add(entry.file);
    const procedure = factsOf(entry.summary, standardFacts)?.use && procedureOf(entry.summary, index);
    if (procedure) procedures.set(procedure.file, procedure);
    yield entry;
  }
  for (const [file, procedure] of procedures) if (!told.has(file)) yield procedure;
}

/** Whether something is wished that is worth telling where git cannot be asked: without it nobody ticks by commits. */
export function wantsGit({ names, approved }: GitQuestions): boolean {
  return names || approved.length > 0;
}

/** Whether git has anything to be asked. */
export function asksGit(wishes: GitQuestions): boolean {
  // The procedures that standard changes go by have questions of their own.
  return asksNames(wishes) || asksHistory({ ...wishes, standard: false });
}

/** Whether anybody wants to know the names of tags and branches. */
export function asksNames({ names, movesAsk }: GitQuestions): boolean {
  return names || movesAsk === true;
}

/** Whether anybody wants to know what commits say. */
export function asksHistory({ ticks, decided, approved, standard = false }: GitQuestions): boolean {
  return ticks || standard || decided.length > 0 || approved.length > 0;
}
