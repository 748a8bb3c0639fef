import type { Period } from '../../core/auditPack/packOptions';
import { type FileMoments, periodReasons } from '../../core/auditPack/periodReasons';
import {
  type OpenRow,
  orderedRows,
  type PopulationRow,
  type Removal,
} from '../../core/auditPack/populationRow';
import { customerKeyFor, customerNamed } from '../../core/config/workspaceConfig';
import type { DeliveryFacts } from '../../core/delivery/deliveryFacts';
import { RecordPacks } from '../cache/recordPacks';
import { withBytes } from '../readBlobs';
import type { BranchCommit } from './branchHistory';
import type { CommitTree } from './commitTree';

/** The changes of a period, and how many others there are. */
export interface Population {
  readonly rows: readonly PopulationRow[];
  /** Changes of the commit that belong to other periods, or to other customers. */
  readonly others: number;
  /** Whether any change, of whichever period, is of the customer that was asked for. */
  readonly known: boolean;
  /** The files of changes that could not be read completely, whichever period they belong to. */
  readonly unsure: readonly string[];
  /** The files that hold a procedure, or did when they were removed. */
  readonly procedures: ReadonlySet<string>;
}

/** What a file holds: an id of bytes in git. */
interface HeldFile {
  readonly file: string;
  readonly blob: string;
  readonly removed?: Removal;
}

/**
 * The changes of a workspace's commit that belong to a period, those whose records were removed before it included.
 *
 * @param walked the history of the branch, oldest first; what does not need it is read meanwhile
 * @param customer by key or name, where only the changes of one count
 * @throws where git has not all of their bytes
 */
export async function readPopulation(
  tree: CommitTree,
  walked: Promise<readonly BranchCommit[]>,
  period: Period,
  customer: string | undefined,
): Promise<Population> {
  const present = [...tree.files].map(([file, { blob }]): HeldFile => ({ file, blob }));
  const procedures = new Set<string>();
  const read: (readonly [HeldFile, DeliveryFacts])[] = [];
  for await (const one of factsOf(tree, present, procedures)) read.push(one);
  const history = await walked;
  const moments = fileMoments(history);
  const ids = new Set<string>();
  const rows: OpenRow[] = [];
  const unsure: string[] = [];
  let others = 0;
  let known = false;
  const wanted = customer === undefined ? undefined : customerKeyFor(tree.config, customer);
  const take = ({ file, blob, removed }: HeldFile, facts: DeliveryFacts): void => {
    const reasons = periodReasons(facts, moments.get(file) ?? {}, period);
    const isOther = wanted !== undefined && facts.customer !== wanted;
    known ||= wanted !== undefined && !isOther;
    if (facts.unsure) unsure.push(file);
    if (reasons.length === 0 || isOther) others += removed ? 0 : 1;
    else {
      const name = customerNamed(tree.config, facts.customer)?.name ?? facts.customer;
      rows.push({ file, blob, facts, customer: name, reasons, ...(removed ? { removed } : {}) });
    }
  };
  for (const [held, facts] of read) {
    if (facts.id) ids.add(facts.id);
    take(held, facts);
  }
  for await (const [held, facts] of factsOf(tree, removedFiles(history, tree), procedures)) {
    // A record that has another file now went nowhere.
    if (facts.id && ids.has(facts.id)) continue;
    if (facts.id) ids.add(facts.id);
    take(held, facts);
  }
  return { rows: orderedRows(rows), others, known, unsure, procedures };
}

/** When files came to the branch, and when they went. */
function fileMoments(history: readonly BranchCommit[]): Map<string, FileMoments> {
  const moments = new Map<string, { came?: number; went?: number }>();
  for (const { at, changes } of history)
    for (const { file, before, after } of changes) {
      if (before === undefined) moments.set(file, { came: moments.get(file)?.came ?? at });
      else if (after === undefined) moments.set(file, { ...moments.get(file), went: at });
    }
  return moments;
}

/** The files that a branch has no more, with what they held last; the one that went last comes first. */
function removedFiles(history: readonly BranchCommit[], tree: CommitTree): HeldFile[] {
  const removed = new Map<string, HeldFile>();
  for (const { commit, at, name, changes } of history)
    for (const { file, before, after } of changes) {
      if (after !== undefined) removed.delete(file);
      else if (before !== undefined && !tree.files.has(file) && tree.mayHaveHeldRecord(file))
        removed.set(file, { file, blob: before, removed: { commit, by: name, at } });
    }
  return [...removed.values()].reverse();
}

/**
 * What the changes in some files say of their delivery: from the cache what was read before, from git the rest.
 *
 * @param procedures takes in the files that hold one
 */
async function* factsOf(
  tree: CommitTree,
  held: readonly HeldFile[],
  procedures: Set<string>,
): AsyncIterable<readonly [HeldFile, DeliveryFacts]> {
  const packs = RecordPacks.of(tree.texts);
  const unknown: HeldFile[] = [];
  for (const one of held) {
    const known = packs.find(one.file, one.blob);
    const facts = known === undefined ? 'damaged' : known === 'none' ? undefined : known.delivery();
    if (facts === 'damaged') unknown.push(one);
    else if (facts) yield [one, facts];
    else if (known !== 'none' && known?.keys?.type === 'procedure') procedures.add(one.file);
  }
  for await (const [one, bytes] of withBytes(tree.root, unknown)) {
    const record = tree.recordIn(one.file, bytes);
    const facts = record && tree.deliveryOf(one.file, record);
    if (record?.type === 'procedure') procedures.add(one.file);
    if (facts) yield [one, facts];
  }
}
