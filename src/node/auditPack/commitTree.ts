import type { ConfigText } from '../../core/config/configFiles';
import { forCustomer } from '../../core/config/forCustomer';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { DeliveryFacts } from '../../core/delivery/deliveryFacts';
import { takeDelivery } from '../../core/delivery/takeDelivery';
import { PreviousState } from '../../core/diff/findDropped';
import { summarise } from '../../core/index/summarise';
import { decodeText } from '../../core/model/parse/decodeText';
import type { ParsedRecord } from '../../core/model/parse/record';
import { readConfig } from '../../core/rules/readConfig';
import { RecordReader } from '../../core/rules/recordReader';
import { configAt } from '../diff/configAt';
import { listTree, type TreeFile } from '../listTree';

/** A workspace as one of its commits has it: nothing of what lies on the disk counts. */
export class CommitTree extends RecordReader {
  private constructor(
    readonly root: string,
    readonly commit: string,
    readonly texts: readonly ConfigText[],
    config: WorkspaceConfig,
    /** The files that may hold records, as git has them: what it tracks is no ignored file. */
    readonly files: ReadonlyMap<string, TreeFile>,
    /** Links that look like records: what they lead to is not the commit's. */
    readonly links: readonly { readonly file: string; readonly blob: string }[],
    private readonly places: PreviousState,
  ) {
    super(texts, config);
  }

  /**
   * Reads it.
   *
   * @returns undefined where git cannot tell
   */
  static async read(root: string, commit: string): Promise<CommitTree | undefined> {
    const [all, texts] = await Promise.all([listTree(root, commit), configAt(root, commit)]);
    if (!all) return undefined;
    const { config } = readConfig(texts);
    const places = new PreviousState({ before: new Map(), tracked: all.keys() }, texts, { config });
    const files = new Map<string, TreeFile>();
    const links: { file: string; blob: string }[] = [];
    for (const [file, one] of all) {
      if (!file.endsWith('.md') || !places.mayHaveHeldRecord(file)) continue;
      if (one.mode === '120000') links.push({ file, blob: one.blob });
      else files.set(file, one);
    }
    return new CommitTree(root, commit, texts, config, files, links, places);
  }

  /** Whether a file that the commit does not have would hold a record by its place. */
  mayHaveHeldRecord(file: string): boolean {
    return file.endsWith('.md') && this.places.mayHaveHeldRecord(file);
  }

  /** The record in a file's bytes; undefined where there is none. */
  recordIn(file: string, bytes: Uint8Array): ParsedRecord | undefined {
    const { text, options } = decodeText(bytes);
    const record = this.readRecord(file, text, options);
    return record && forCustomer(record, this.config);
  }

  /** What a change says of its delivery; undefined of another record. */
  deliveryOf(file: string, record: ParsedRecord): DeliveryFacts | undefined {
    if (record.type !== 'change') return undefined;
    return takeDelivery(record, summarise(record, file, this.config), this.config);
  }
}
