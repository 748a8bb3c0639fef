import { isConfigFile, isGuarded } from '../../core/config/configFiles';
import type { GuardedFile } from '../../core/diff/changedAttributes';
import { loosenedFindings } from '../../core/diff/loosenedFindings';
import { LineMap } from '../../core/model/text/lineMap';
import { markOlder } from '../../core/report/markOlder';
import type { ReportedFileFinding } from '../../core/report/reportedFinding';
import { reportedFindings } from '../../core/report/reportedFinding';
import { readConfig } from '../../core/rules/readConfig';
import { type ChangedSince, changedSince, editedFiles } from '../../node/changedSince';
import { type BaseCheck, checkBase, isOfWorkspace, touchesRules } from '../../node/checkBase';
import { type LoadedWorkspace, loadWorkspace } from '../../node/checkWorkspace';
import { readFileText } from '../../node/readText';
import type { Survey } from '../../node/surveyWorkspace';
import type { CheckedWorkspace, CheckTally } from './checked';
import { type Call, say } from './command';
import { UsageError } from './io';
import { leftRecords } from './leftRecords';
import { noBaseText, shownRevision } from './noBaseText';
import { isSelected, type Selection } from './selection';
import { linesIn, withSource } from './sourceLines';

/** Asks git what of a workspace is not as it has it: both whoever compares and whoever reads want to know. */
export function editedIn({ root }: Survey): ReturnType<typeof editedFiles> {
  return editedFiles(root);
}

/**
 * Asks git what of a workspace was different in the revision that a call names.
 *
 * @param edited what git says of the work tree, where it was asked already
 */
export function changedIn(
  call: Call,
  { root, texts, files }: Survey,
  edited?: ReturnType<typeof editedFiles>,
): ReturnType<typeof changedSince> {
  const names = [...texts, ...files].map(({ file }) => file);
  const changed = changedSince(root, call.text('since') ?? '', names, isOfWorkspace, edited);
  // Whoever waits for it is told; until then nobody may be there.
  changed.catch(() => undefined);
  return changed;
}

/**
 * Tells apart what came since the revision that a call names from what was there before.
 *
 * @param asked what git says of that, where it was asked already
 */
export async function sinceRevision(
  call: Call,
  checked: CheckedWorkspace,
  selection: Selection,
  tally: CheckTally,
  asked: ReturnType<typeof changedIn> | undefined,
): Promise<CheckedWorkspace> {
  const { root, survey } = checked;
  const revision = call.text('since') ?? '';
  const language = call.language(tally.language);
  const changed = await (asked ?? changedIn(call, survey));
  if ('kind' in changed) throw new UsageError(`--since: ${noBaseText(revision, changed, language)}`);
  if (changed.unrelated) call.tell(say(language, 'sinceUnrelated', { revision: shownRevision(revision) }));
  const quiet = checked.findings.length === 0 && !touchesRules(root, changed);
  const workspace =
    checked.loaded ?? (quiet && !bringsRecords(changed) ? undefined : await loadAgain(call, checked));
  // Before the index is turned into that of before.
  const left = await leftRecords(survey, changed, selection, workspace);
  if (!workspace || quiet) return { ...checked, findings: left };
  const found = new Set(checked.findings.map(({ file }) => file));
  const base = await checkBase(workspace, changed, found);
  const findings = withSource(reportedFindings(base.findings), (file) => linesBefore(root, file, changed));
  const { concerned } = base;
  const marked = markOlder(checked.findings, { findings, concerned, renamed: changed.renamed });
  const now = checked.findings.map((found, index) => ({ ...found, older: marked[index]?.older ?? false }));
  const loosened = loosenedIn(workspace, changed, base, now, selection);
  return { ...checked, findings: [...marked, ...loosened, ...left] };
}

/** What the change loosened for the sake of its own records; it was not there before. */
function loosenedIn(
  { config, survey, root }: LoadedWorkspace,
  changed: ChangedSince,
  { againstBase: found }: BaseCheck,
  now: readonly ReportedFileFinding[],
  selection: Selection,
): ReportedFileFinding[] {
  if (!found) return [];
  const { config: before, texts: textsBefore, procedures, lostFailures } = found;
  // Findings in files that were not asked for are left out.
  const records = found.records.filter(({ file }) => isSelected(selection, file));
  const moved = found.moved.filter(({ file }) => isSelected(selection, file));
  const guarded = guardedFiles(root, changed);
  const { texts } = survey;
  const states = { before, after: config.config, textsBefore, texts, guarded };
  const loosened = loosenedFindings({
    ...states,
    records,
    procedures,
    lostFailures,
    findingsByOldRules: reportedFindings(found.findings),
    findingsNow: now,
    movedWindows: moved,
  });
  const shown = withSource(reportedFindings(loosened), (file) => linesIn(root, file));
  return shown.map((one) => ({ ...one, older: false }));
}

/** What decides which files are looked at, besides the configuration, before the change and now. */
function guardedFiles(root: string, { before }: ChangedSince): GuardedFile[] {
  return [...before].flatMap(([file, bytes]) => {
    if (!isGuarded(file) || isConfigFile(file)) return [];
    return [{ file, before: bytes?.toString('utf8') ?? '', after: readFileText(root, file)?.text ?? '' }];
  });
}

/** The records of a workspace whose findings were recalled: most of them out of the cache. */
function loadAgain(call: Call, { survey, contents }: CheckedWorkspace): Promise<LoadedWorkspace> {
  const zone = call.hasLocalNow() ? readConfig(survey.texts).config.data.timezone : undefined;
  return loadWorkspace(survey.root, { now: call.now(zone), survey, contents, questions: false });
}

function linesBefore(root: string, file: string, { before }: ChangedSince): LineMap | undefined {
  if (!before.has(file)) return linesIn(root, file);
  const bytes = before.get(file);
  return bytes && new LineMap(bytes.toString('utf8'));
}

/** Whether a file came that may hold a record: it may have the id of another one. */
function bringsRecords({ before }: ChangedSince): boolean {
  return [...before].some(([file, bytes]) => !bytes && file.endsWith('.md'));
}
