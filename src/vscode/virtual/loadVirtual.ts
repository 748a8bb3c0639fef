import * as vscode from 'vscode';
import { type HolidayYear, hasHolidayYear, withCachedHolidays } from '../../core/calendar/publicHolidays';
import type { ConfigText } from '../../core/config/configFiles';
import { recordPlaceFindings } from '../../core/config/recordPlaceFindings';
import type { IndexEntry } from '../../core/index/indexEntry';
import { RecordIndex } from '../../core/index/recordIndex';
import { decodeText } from '../../core/model/parse/decodeText';
import { composeWorkspace } from '../../core/rules/composeWorkspace';
import type { RecordReader } from '../../core/rules/recordReader';
import type { CheckedEntry, LoadMessage } from '../../node/loadMessages';
import type { Unreadable } from '../../node/walk';
import { TimeSlice } from '../timeSlice';
import { fetchedAhead } from './fetchedAhead';
import type { VirtualFacts } from './virtualFacts';
import { codeOf, type VirtualFiles } from './virtualFiles';

/** What a reading of a workspace without a disk works with. */
interface VirtualLoad {
  readonly files: VirtualFiles;
  readonly facts: VirtualFacts;
  readonly reader: RecordReader;
  /** The configuration that it reads by. */
  readonly texts: readonly ConfigText[];
  uriOf(file: string): vscode.Uri;
  /** Looks up public holidays without holding up the editor; never rejects. */
  lookUpHolidays(years: readonly HolidayYear[]): Promise<void>;
}

/** Files that are fetched before it is their turn. */
const ahead = 16;
/** Records told at a time: taking them in happens between two looks at the clock. */
const batchSize = 20;

/** Reads and checks every record, as of now, in pieces between which others have their turn. */
export async function loadVirtual(load: VirtualLoad, receive: (message: LoadMessage) => void): Promise<void> {
  const { facts, files } = load;
  const slice = new TimeSlice();
  const unreadable = [...files.unreadable];
  const workspace = composeWorkspace({
    config: load.reader.config,
    index: await readRecords(load, slice, unreadable),
    files: facts,
    git: 'notAsked',
    now: Date.now(),
  });
  const check = (entry: IndexEntry): Promise<CheckedEntry> =>
    withHolidays(load, () => ({ entry, ...workspace.heldFindingsOf(entry) }));
  const asking: IndexEntry[] = [];
  const checked: CheckedEntry[] = [];
  const tell = async (entry: CheckedEntry): Promise<void> => {
    checked.push(entry);
    if (checked.length >= batchSize) receive({ kind: 'entries', entries: checked.splice(0) });
    await slice.yieldIfOver();
  };
  for (const entry of workspace.index.all()) {
    const before = facts.unanswered;
    const found = await check(entry);
    // Whoever asks what is not known yet is told once it is; most ask nothing of the kind.
    if (facts.unanswered > before) asking.push(entry);
    else await tell(found);
  }
  await facts.learn();
  for (const entry of asking) await tell(await check(entry));
  receive({ kind: 'entries', entries: checked });
  const places = recordPlaceFindings({
    texts: load.texts,
    config: workspace.config,
    files: files.markdown.map((file) => ({ file })),
    hasRecords: workspace.index.size > 0,
    enclosed: files.enclosed,
  });
  receive({ kind: 'done', nested: files.nested.map((uri) => uri.toString()), places, unreadable });
}

/** Does a work as soon as the holidays that it asks for are known; they are looked up beside, as often as it asks. */
async function withHolidays<T>(load: VirtualLoad, work: () => T): Promise<T> {
  for (;;) {
    const told = withCachedHolidays(work);
    if ('done' in told) return told.done;
    const { missing } = told;
    await load.lookUpHolidays([missing]);
    // What cannot be looked up now counts as no holiday; every other rule still counts.
    if (!hasHolidayYear(missing.source, missing.year)) return work();
  }
}

async function readRecords(
  load: VirtualLoad,
  slice: TimeSlice,
  unreadable: Unreadable[],
): Promise<RecordIndex> {
  const { files, reader } = load;
  const index = new RecordIndex();
  const wanted = files.markdown.filter((file) => reader.mayHoldRecord(file));
  for await (const { one: file, got: bytes } of fetchedAhead(wanted, ahead, (each) =>
    bytesOf(load.uriOf(each)),
  )) {
    if (typeof bytes === 'string') {
      unreadable.push({ path: file, code: bytes });
      continue;
    }
    // Whatever has come meanwhile waits for its turn: one record is read between two looks at the clock.
    await slice.yieldIfOver();
    const { text, options } = decodeText(bytes);
    const entry = await withHolidays(load, () => reader.read(file, text, options));
    if (entry) index.load(entry);
  }
  return index;
}

/** A file's bytes, or the word for why there are none. */
async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | string> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    return codeOf(error);
  }
}
