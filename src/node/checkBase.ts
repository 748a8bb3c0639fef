import {
  type ConfigText,
  configFolder,
  configNames,
  countingTexts,
  isConfigText,
  isGuarded,
} from '../core/config/configFiles';
import { enclosedConfigFile } from '../core/config/recordPlaceFindings';
import type { WorkspaceConfig } from '../core/config/workspaceConfig';
import type { FileFinding } from '../core/findings/finding';
import type { IndexEntry } from '../core/index/indexEntry';
import { RecordIndex } from '../core/index/recordIndex';
import type { RecordSummary } from '../core/index/recordSummary';
import { decodeText } from '../core/model/parse/decodeText';
import { goesBack } from '../core/model/parse/goesBack';
import { parseRecord } from '../core/model/parse/parseRecord';
import { clockAt } from '../core/model/time/ruleClock';
import { composeWorkspace } from '../core/rules/composeWorkspace';
import { configFindings, readConfig } from '../core/rules/readConfig';
import { RecordReader } from '../core/rules/recordReader';
import { initialStatus, isOpen } from '../core/workflow/stages';
import { BaseFacts } from './baseFacts';
import { RecordPacks } from './cache/recordPacks';
import type { ChangedSince } from './changedSince';
import { checkAgainstBase, type RecordsAgainstBase } from './checkAgainstBase';
import { askGit, type LoadedWorkspace } from './checkWorkspace';
import { withProcedures } from './gitQuestions';
import { placesBefore } from './placesBefore';
import { readRecords } from './readRecords';
import { readFileText } from './readText';

/** What was wrong before a change, as far as the change can have had a part in it. */
export interface BaseCheck {
  /** The files whose findings may be others than today's; undefined where that may be all of them. */
  readonly concerned: ReadonlySet<string> | undefined;
  /** What was found in those. */
  readonly findings: readonly FileFinding[];
  /** The change's own records by what counted before, where it touched that. */
  readonly againstBase?: RecordsAgainstBase;
}

/** Whether the text of a file is needed to check what was there. */
export function isOfWorkspace(file: string): boolean {
  return /\.(md|markdown)$/.test(file) || isGuarded(file);
}

/**
 * Checks a workspace as it was before a change, at the same moment, in memory. While the configuration is the same,
 * only records are checked that the change touched, or that look at what it touched.
 *
 * @param workspace as it is now; its index is turned into that of before
 * @param found the files in which something is found now: others are not asked about
 */
export async function checkBase(
  workspace: LoadedWorkspace,
  changed: ChangedSince,
  found: ReadonlySet<string>,
): Promise<BaseCheck> {
  const { root, survey, now, facts, packs } = workspace;
  const texts = textsBefore(root, survey.texts, changed);
  const sameConfig = JSON.stringify(texts) === JSON.stringify(survey.texts);
  const config = sameConfig ? workspace.config : readConfig(texts);
  const scanner = new RecordReader(texts, config.config);
  const walked = new Set(survey.files.map(({ file }) => file));
  const index = sameConfig ? workspace.index : await readAgain(workspace, texts, config.config, changed);
  const isOther = otherRecords(workspace, changed);
  const concerned = new Set<string>();
  for (const [file, bytes] of changed.before) {
    // What lies there and was passed over by the walk is ignored, and was.
    if (!file.endsWith('.md') || (bytes && !walked.has(file) && facts.exists(file))) continue;
    const entry = bytes && ((sameConfig && packs.entry(file, bytes)) || readBytes(scanner, file, bytes));
    if (!entry && !index.entry(file)) continue;
    concerned.add(file);
    for (const other of index.update(file, entry)) concerned.add(other);
  }
  addLinkers(index, changed, concerned);
  const wanted = new Set([...found].map((file) => changed.renamed.get(file) ?? file));
  const asked = [...wanted].filter((file) => !sameConfig || concerned.has(file));
  const entries = asked
    .flatMap((file) => index.entry(file) ?? [])
    .filter(({ file, summary }) => !isOther(file, summary));
  const git = await askGit(root, withProcedures(entries, index), {}, workspace.told);
  const before = composeWorkspace({
    config: config.config,
    index,
    files: new BaseFacts(changed, facts),
    git,
    now,
  });
  const findings = sameConfig ? [] : [...configFindings(config, clockAt(now))];
  findings.push(...placesBefore(survey.enclosed, texts, config.config, changed));
  for (const folder of survey.enclosed) concerned.add(enclosedConfigFile(folder));
  for (const entry of entries)
    for (const finding of before.findingsOf(entry)) findings.push({ file: entry.file, finding });
  for (const [file, old] of changed.renamed) if (concerned.has(old)) concerned.add(file);
  const base = { concerned: sameConfig ? concerned : undefined, findings };
  if (!touchesRules(root, changed)) return base;
  return { ...base, againstBase: await checkAgainstBase(workspace, changed, { ...before, texts }) };
}

function readBytes(reader: RecordReader, file: string, bytes: Uint8Array): IndexEntry | undefined {
  const { text, options } = decodeText(bytes);
  return reader.read(file, text, options);
}

/**
 * Tells records from before that are another one now, under an id of its own, or that were closed and are open again:
 * what was let pass in the old one is no old news of the new one. A draft may still be given its id.
 */
function otherRecords({ index }: LoadedWorkspace, { before, renamed }: ChangedSince) {
  const now = new Map<string, RecordSummary>();
  for (const file of before.keys()) {
    const entry = index.entry(file);
    if (entry) now.set(renamed.get(file) ?? file, entry.summary);
  }
  return (file: string, { id, type, status, stage }: RecordSummary): boolean => {
    const other = now.get(file);
    if (!other) return false;
    if (other.id !== id && id !== undefined && status !== initialStatus(type)) return true;
    return !isOpen(stage) && isOpen(other.stage);
  };
}

/**
 * Whether a change may have made less of what counts: it touched the configuration, a procedure or a standard change that
 * failed, brought a procedure for standard changes, or a record from before, in whatever file it stands now, says that it
 * was imported.
 */
export function touchesRules(root: string, { before }: ChangedSince): boolean {
  const touchesRecords = [...before].some(([file, bytes]) => bytes && file.endsWith('.md'));
  return [...before].some(([file, bytes]) => {
    if (isGuarded(file) || !file.endsWith('.md')) return isGuarded(file);
    const was = bytes?.toString('utf8') ?? '';
    if (isProcedure(was) || isFailedStandard(was)) return true;
    if (!bytes && isStandard(readFileText(root, file)?.text ?? '')) return true;
    return touchesRecords && claimsImport(readFileText(root, file)?.text ?? '');
  });
}

function isProcedure(text: string): boolean {
  return maySay(text, /proced|PROC-/i) && parseRecord(text, { expected: true })?.type === 'procedure';
}

function isStandard(text: string): boolean {
  return maySay(text, /standard|estandar/) && isProcedure(text);
}

function isFailedStandard(text: string): boolean {
  const record = maySay(text, /standard|est[aá]ndar/i) ? parseRecord(text, { expected: true }) : undefined;
  if (record?.type !== 'change' || record.data.change_type !== 'standard') return false;
  return record.data.outcome === 'failed' || goesBack(record.data);
}

function claimsImport(text: string): boolean {
  return maySay(text, /import(?:ed|ado)/);
}

/** Whether the front matter of a text may say a word, if only by escapes. */
function maySay(text: string, word: RegExp): boolean {
  return word.test(text) || text.slice(0, 70_000).includes('\\');
}

/** The configuration's texts as they were. */
export function textsBefore(
  root: string,
  texts: readonly ConfigText[],
  { before }: ChangedSince,
): ConfigText[] {
  const kept = texts.filter(({ file }) => !before.has(file));
  // A main file that stayed as it was, and that a new one of the other name stands before now.
  for (const name of configNames) {
    const file = `${configFolder}/${name}`;
    const text =
      before.has(file) || kept.some((one) => one.file === file) ? undefined : readFileText(root, file);
    if (text) kept.push({ file, text: text.text });
  }
  const others = [...before].flatMap(([file, bytes]) =>
    bytes && isConfigText(file) ? { file, text: bytes.toString('utf8') } : [],
  );
  return countingTexts([...kept, ...others]);
}

/** An index of the files that did not change, by the configuration of before. */
async function readAgain(
  { root, survey, contents }: LoadedWorkspace,
  texts: readonly ConfigText[],
  config: WorkspaceConfig,
  { before }: ChangedSince,
): Promise<RecordIndex> {
  const files = survey.files.flatMap(({ file }) => (before.has(file) ? [] : [file]));
  const packs = RecordPacks.of(texts);
  const { records } = await readRecords({ root, texts, config, files, contents, packs });
  return new RecordIndex(records);
}

/** Records that link to what came, went or changed, or ask the changelog. */
function addLinkers(index: RecordIndex, { before }: ChangedSince, concerned: Set<string>): void {
  for (const path of before.keys()) {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
      for (const file of index.linkersOf(at)) concerned.add(file);
  }
  if (!before.has('CHANGELOG.md')) return;
  for (const [file, { change }] of index.allKeys()) if (change?.release) concerned.add(file);
}
