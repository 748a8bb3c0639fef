import { isOlderDigest } from '../core/approvals/approvedContent';
import { approvalFacts } from '../core/index/approvalFacts';
import { factsOf } from '../core/index/factSource';
import type { IndexEntry } from '../core/index/indexEntry';
import type { RecordIndex } from '../core/index/recordIndex';
import { unpackRange } from '../core/model/text/range';
import { standardFacts } from '../core/procedure/standardFacts';
import { procedureNamed, procedureOf } from '../core/rules/checklist/followedProcedure';
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
  /** The ids of these procedures. */
  readonly procedures?: readonly string[];
  /** Records with approvals whose digest is no longer that of the content. */
  readonly approved: readonly { readonly file: string; readonly digests: readonly string[] }[];
}

/** A record as far as it asks git something. */
type AskingRecord = Pick<IndexEntry, 'file' | 'summary'>;

const none: readonly never[] = [];

/** What rules would ask git about these records; most of the time that is nothing, and git is not started. */
export function gitQuestions(records: Iterable<AskingRecord>): GitQuestions {
  return allQuestions(Array.from(records, questionsOf));
}

/** What several ask together. */
function allQuestions(all: readonly GitQuestions[]): GitQuestions {
  return {
    names: all.some(({ names }) => names),
    movesAsk: all.some(({ movesAsk }) => movesAsk),
    ticks: all.some(({ ticks }) => ticks),
    ticked: all.flatMap(({ ticked = none }) => ticked),
    moved: all.flatMap(({ moved = none }) => moved),
    approved: all.flatMap(({ approved }) => approved),
    decided: all.flatMap(({ decided }) => decided),
    standard: all.some(({ standard }) => standard),
    procedures: [...new Set(all.flatMap(({ procedures = none }) => procedures))],
  };
}

function questionsOf({ file, summary }: AskingRecord): GitQuestions {
  const { release } = summary.change ?? {};
  const ownRelease = release !== undefined && !release.elsewhere;
  const names = ownRelease && hasReached(summary.stage, 'releasing');
  const { stale, decided } = factsOf(summary, approvalFacts) ?? {};
  const stateAt = factsOf(summary, workflowMover);
  const packed = factsOf(summary, checklistUnattributed);
  const tickAt = packed ?? factsOf(summary, checklistPerformer);
  const record = summary.id ?? file;
  const overrides = isOpen(summary.stage)
    ? (summary.waivers ?? []).flatMap((waiver) => waiver.override ?? [])
    : [];
  const keys = [...(decided?.roles ?? []), ...overrides].map(({ key }) => key);
  const signed = decided?.signed === true || overrides.some((override) => override.signed);
  const digests = (stale?.approvals ?? []).map(({ digest }) => digest).filter((made) => !isOlderDigest(made));
  const standard = factsOf(summary, standardFacts)?.use !== undefined;
  const procedure = standard ? procedureNamed(summary) : undefined;
  return {
    names,
    movesAsk: ownRelease && !names && isOpen(summary.stage),
    ticks: Boolean(tickAt || stateAt),
    ticked: packed ? [{ file, record, count: packed.split(' ').length }] : none,
    moved: stateAt ? [{ file, record, status: summary.status, line: unpackRange(stateAt).start.line }] : none,
    approved: digests.length > 0 ? [{ file, digests }] : none,
    decided: keys.length > 0 ? [{ file, keys, signed }] : none,
    standard,
    procedures: procedure === undefined ? none : [procedure],
  };
}

/**
 * What the records of files ask, and the procedures whose approvals they go by.
 *
 * @param questionsIn what the record of a file asks
 */
export function questionsOfFiles(
  files: readonly string[],
  index: RecordIndex,
  questionsIn: (file: string) => GitQuestions | undefined,
): GitQuestions {
  const own = files.flatMap((file) => questionsIn(file) ?? []);
  const told = new Set(files);
  const followed = (allQuestions(own).procedures ?? none).flatMap((id) => {
    const { file, keys } = index.keysById(id) ?? {};
    const entry = file !== undefined && !told.has(file) && keys?.type === 'procedure' && index.entry(file);
    return entry ? [questionsOf(entry)] : [];
  });
  return allQuestions([...own, ...followed]);
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
