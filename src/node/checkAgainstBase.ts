import type { ConfigText } from '../core/config/configFiles';
import { type RecordMove, withNewCustomers } from '../core/config/withNewCustomers';
import { customerKeyOf, type WorkspaceConfig } from '../core/config/workspaceConfig';
import type { TouchedRecord } from '../core/diff/looseningInput';
import { type LostFailure, lostFailures } from '../core/diff/lostFailures';
import { type MovedWindow, movedWindows } from '../core/diff/movedWindows';
import type { TouchedProcedure } from '../core/diff/procedureLoosenings';
import type { FileFinding } from '../core/findings/finding';
import type { IndexEntry } from '../core/index/indexEntry';
import type { RecordIndex } from '../core/index/recordIndex';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { ParsedRecord } from '../core/model/parse/record';
import type { WorkspaceCheckInput } from '../core/rules/checkRecord';
import { composeWorkspace } from '../core/rules/composeWorkspace';
import { time } from '../core/rules/format/time';
import { RecordReader } from '../core/rules/recordReader';
import type { ChangedSince } from './changedSince';
import { askGit, type LoadedWorkspace } from './checkWorkspace';
import { withProcedures } from './gitQuestions';
import { readFileText } from './readText';
import { wasWalked } from './wasWalked';

/** The records of a change, held to what counted before it. */
export interface RecordsAgainstBase {
  /** The configuration from before. */
  readonly config: WorkspaceConfig;
  readonly texts: readonly ConfigText[];
  readonly records: readonly TouchedRecord[];
  readonly procedures: readonly TouchedProcedure[];
  /** Failures of standard changes that it has undone. */
  readonly lostFailures: readonly LostFailure[];
  /** What is found in the records; of those that the change left alone, only what its own records brought. */
  readonly findings: readonly FileFinding[];
  /** Windows that the configuration of today puts at another moment. */
  readonly moved: readonly MovedWindow[];
}

/** What counted before a change. */
interface BaseState extends Pick<WorkspaceCheckInput, 'config' | 'files' | 'now'> {
  readonly texts: readonly ConfigText[];
  readonly index: RecordIndex;
}

interface Touched {
  readonly before: IndexEntry | undefined;
  readonly entry: IndexEntry;
  /** Whether it says only now that it came closed from elsewhere. */
  readonly claims?: boolean;
}

/**
 * Checks the changes and tickets of a change by what counted before it: configuration, customers, people, procedures.
 * Files are looked for as they lie there now: what a change brings is no fault of it.
 *
 * @param base its index is put to use, and is not that of before any more
 */
export async function checkAgainstBase(
  workspace: LoadedWorkspace,
  changed: ChangedSince,
  base: BaseState,
): Promise<RecordsAgainstBase> {
  const { root, facts } = workspace;
  const { index, texts } = base;
  const files = recordFiles(workspace, changed, base);
  const old = new Map(files.map((file) => [file, index.entry(file)]));
  const known = [...old.values()].flatMap((entry) => entry ?? []);
  index.standardFailures.hold(known);
  const entryBefore = (file: string) => old.get(changed.renamed.get(file) ?? file);
  const ofProcedures = files.filter((file) => entryBefore(file)?.summary.type === 'procedure');
  const others = files.filter((file) => !ofProcedures.includes(file));
  const procedures = ofProcedures.flatMap((file) => procedureOf(root, file, { changed, others }));
  procedures.push(...others.flatMap((file) => newStandard(root, file, procedures)));
  const read = (reader: RecordReader): Touched[] =>
    others.flatMap((file): Touched[] => {
      const text = readFileText(root, file);
      const decided = { ...text?.options, changed: workspace.withReviews };
      const entry = text && reader.read(file, text.text, decided);
      // A record keeps its id in whatever file it stands.
      const before = entryBefore(file) ?? index.byId(entry?.summary.id ?? '');
      // What was a record of its own has not come from elsewhere since.
      const claims = Boolean(entry && before && entry.summary.cameClosed && !before.summary.cameClosed);
      const own = text && claims ? reader.read(file, text.text, { ...decided, own: true }) : entry;
      return own ? [{ before, entry: own, claims }] : [];
    });
  const after = workspace.config.config;
  const moves = read(new RecordReader(texts)).flatMap((one) => movesOf(one, after));
  const config = withNewCustomers(base.config, after, moves);
  const touched = read(new RecordReader(texts, config));
  const put = (entries: ReadonlyMap<string, IndexEntry | undefined>): Set<string> =>
    new Set(others.flatMap((file) => [...index.update(file, entries.get(file))]));
  for (const { file, after: now } of procedures) renumber(index, entryBefore(file), now);
  const now = new Map(touched.map(({ entry }) => [entry.file, unapproved(entry)]));
  const affected = put(withoutDoubled(now, index));
  const held = touched.filter(({ entry }) => entry.summary.type !== 'procedure');
  const around = [...affected].filter((file) => !old.has(file)).flatMap((file) => index.entry(file) ?? []);
  const entries = [...held.map(({ entry }) => entry), ...around];
  const git = await askGit(root, withProcedures(entries, index), {}, workspace.told);
  const composed = composeWorkspace({ config, index, files: facts, git, now: base.now });
  const check = (of: readonly IndexEntry[]): FileFinding[] =>
    of.flatMap((entry) => composed.findingsOf(entry).map((finding) => ({ file: entry.file, finding })));
  const findings = check(entries);
  const moved = movedWindows(index, workspace.index);
  const lost = lostFailures(known, index);
  put(old);
  const foundBefore = new Set(check(around).map((found) => JSON.stringify(found)));
  index.standardFailures.hold([]);
  return {
    config: base.config,
    texts,
    records: [...held, ...around.map((entry) => ({ before: entry, entry }))].map(
      touchedRecord(new Set(workspace.survey.files.map(({ file }) => file))),
    ),
    procedures,
    lostFailures: lost,
    findings: findings.filter((found) => !foundBefore.has(JSON.stringify(found)) && !isNewFact(found)),
    moved,
  };
}

/** Where no zone was known at all, one that is known now loosens nothing. */
function isNewFact({ finding: { rule, message } }: FileFinding): boolean {
  return rule === time.id && message === 'noZone';
}

/** The files that a change touched and that may hold a record, by what the walk of before would have seen. */
function recordFiles(
  { root, survey, facts }: LoadedWorkspace,
  changed: ChangedSince,
  { files: factsBefore, texts }: BaseState,
): string[] {
  const walked = new Set(survey.files.map(({ file }) => file));
  const wouldBe = wasWalked(root, changed, factsBefore, texts);
  return [...changed.before.keys()].filter(
    (file) => file.endsWith('.md') && (walked.has(file) || !facts.exists(file) || wouldBe(file)),
  );
}

/** A procedure before and after, wherever its id stands now: another file that takes it takes its place. */
function procedureOf(
  root: string,
  file: string,
  { changed: { before, renamed }, others }: { changed: ChangedSince; others: readonly string[] },
): TouchedProcedure[] {
  const bytes = before.get(renamed.get(file) ?? file);
  const was = parseRecord(bytes?.toString('utf8') ?? '', { expected: true });
  const nowIn = (place: string): ParsedRecord | undefined => {
    const read = readFileText(root, place);
    return read && parseRecord(read.text, { ...read.options, expected: true });
  };
  const own = nowIn(file);
  const isSame = was?.data.id === undefined || own?.data.id === was.data.id;
  const places = isSame ? [] : others;
  const [taken] = places.flatMap((place) => {
    const after = nowIn(place);
    return after?.data.id === was?.data.id && after ? [{ file: place, after }] : [];
  });
  const now = taken ?? (own && { file, after: own });
  return was && now ? [{ ...now, before: was }] : [];
}

/** A procedure for standard changes that came with a change, under an id that nothing had before. */
function newStandard(root: string, file: string, known: readonly TouchedProcedure[]): TouchedProcedure[] {
  const read = readFileText(root, file);
  const after = read && parseRecord(read.text, { ...read.options, expected: true });
  if (after?.type !== 'procedure' || !after.data.standard) return [];
  return known.some((one) => one.file === file) ? [] : [{ file, before: undefined, after }];
}

/** A procedure that came with a change has not been approved for standard changes before it. */
function unapproved(entry: IndexEntry): IndexEntry {
  const { summary } = entry;
  return summary.type === 'procedure' ? { ...entry, summary: { ...summary, facts: {} } } : entry;
}

/** What a procedure asks for is what it asked for; its number is that of today, which records name. */
function renumber(index: RecordIndex, entry: IndexEntry | undefined, now: ParsedRecord): void {
  const version = now.type === 'procedure' ? now.data.version : undefined;
  if (entry && version) index.put(entry.file, { ...entry, summary: { ...entry.summary, version } });
}

/** A procedure that came in a file of its own does not take the place of one with its id. */
function withoutDoubled(entries: ReadonlyMap<string, IndexEntry>, index: RecordIndex) {
  const isDoubled = ({ type, id }: IndexEntry['summary']) => type === 'procedure' && id && index.byId(id);
  return new Map([...entries].filter(([, { summary }]) => !isDoubled(summary)));
}

function movesOf({ before, entry }: Touched, after: WorkspaceConfig): RecordMove[] {
  const [from, to] = [before?.summary.change, entry.summary.change];
  if (!from || !to) return [];
  const customer = customerKeyOf(after, to.customer);
  return [{ from, to: { customer, environments: to.environments } }];
}

function touchedRecord(walked: ReadonlySet<string>): (touched: Touched) => TouchedRecord {
  return ({ before, entry: { file, summary }, claims = false }) => ({
    file,
    name: summary.id ?? file,
    customer: summary.change?.customer,
    importedNow: claims,
    statusBefore: before?.summary.status,
    status: summary.status,
    excluded: !walked.has(file),
  });
}
