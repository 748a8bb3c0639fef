import { isConfigFile, isTemplate } from '../../core/config/configFiles';
import { recordPlaceFindings } from '../../core/config/recordPlaceFindings';
import { idTestOf } from '../../core/config/workspaceConfig';
import type { FileFinding } from '../../core/findings/finding';
import { reportedFinding, reportedFindings } from '../../core/report/reportedFinding';
import { unreadFinding } from '../../core/rules/config/unread';
import { configFindings } from '../../core/rules/readConfig';
import { cacheCheck, timeOf } from '../../node/cachedCheck';
import { findingsOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { gitQuestions } from '../../node/gitQuestions';
import { gitState } from '../../node/gitState';
import { misnamedRecords } from '../../node/misnamedRecords';
import type { Survey } from '../../node/surveyWorkspace';
import { applyFixes } from './applyFixes';
import type { CheckedWorkspace, CheckTally } from './checked';
import type { Call } from './command';
import { load } from './load';
import { addNamedFile } from './namedFile';
import { insideOf, isSelected, type Selection } from './selection';
import { linesIn, withSource } from './sourceLines';

/** Checks what a call asks for of one workspace, and keeps what it came to for the next time. */
export async function checkFully(
  call: Call,
  selection: Selection,
  tally: CheckTally,
  survey: Survey | undefined,
): Promise<CheckedWorkspace> {
  if (call.has('fix') && !(await applyFixes(call, selection))) tally.failed = true;
  const gitBefore = gitState(selection.root);
  const workspace = await load(call, selection.root, survey);
  tally.language ??= workspace.config.config.data.language;
  const told = { ...tally, language: call.language(tally.language) };
  const unread = unreadIn(workspace, selection);
  // Whatever was not read may hold what would have failed.
  tally.failed ||= unread.length > 0;
  for (const path of selection.inside) addNamedFile(call, workspace, path, told);
  tally.files = told.files;
  tally.failed ||= told.failed;
  const loaded = checkLoaded(workspace, selection, [...(await templateFindings(workspace)), ...unread]);
  const checked = {
    ...loaded,
    findings: withSource(loaded.findings, (file) => linesIn(workspace.root, file)),
  };
  // Only what was checked as a whole, and holds nothing that a walk does not see, is worth keeping.
  if (selection.inside.size === 1 && selection.inside.has('')) keep(workspace, checked, gitBefore);
  return { ...checked, loaded: workspace };
}

/** What could not be read of what was asked for; without the configuration nothing could be judged. */
function unreadIn({ root, unreadable }: LoadedWorkspace, selection: Selection): FileFinding[] {
  return unreadable.flatMap(({ path, code }) => {
    const file = insideOf(root, path) || '.';
    const concerns = isSelected(selection, file) || !file.endsWith('.md');
    return concerns ? [unreadFinding(file, code)] : [];
  });
}

/** What is wrong with the templates of notices; their engine is loaded where there are any. */
async function templateFindings({ survey, config }: LoadedWorkspace): Promise<FileFinding[]> {
  if (!survey.texts.some(({ file }) => isTemplate(file))) return [];
  const { checkTemplates } = await import('../../core/notices/checkTemplates');
  return checkTemplates(survey.texts, config.config);
}

function checkLoaded(
  workspace: LoadedWorkspace,
  selection: Selection,
  others: readonly FileFinding[],
): CheckedWorkspace {
  const { root, config, index, survey } = workspace;
  const places = recordPlaceFindings({ ...survey, config: config.config, hasRecords: index.size > 0 });
  const walked = new Set(survey.files.map(({ file }) => file));
  const alike = index.size > 0 ? [] : misnamedRecords(root, walked, idTestOf(config.config));
  const ofConfig = [...configFindings(config, workspace.clock), ...others, ...places, ...alike];
  const findings = reportedFindings(ofConfig);
  const records: string[] = [];
  for (const entry of index.all()) {
    const { file } = entry;
    records.push(file);
    if (!isSelected(selection, file)) continue;
    for (const finding of findingsOf(workspace, entry))
      findings.push({ file, finding: reportedFinding(finding) });
  }
  const texts = survey.texts.filter(({ file }) => isConfigFile(file));
  const files = [...texts, ...survey.files].map(({ file }) => file);
  return { root, language: config.config.data.language, files, records, findings, survey };
}

function keep(
  { survey, config, facts, clock, unreadable, index, git }: LoadedWorkspace,
  checked: CheckedWorkspace,
  gitBefore: string,
): void {
  // Why git cannot be asked is told each time, unless there is simply no repository.
  // What is only named like a record is looked for each time.
  if (index.size === 0) return;
  if (unreadable.length > 0 || (typeof git === 'string' && git !== 'noRepository')) return;
  const { decided } = gitQuestions(index.all());
  // Whether a signature is good follows from keys that nobody watches here.
  if (decided.some(({ signed }) => signed)) return;
  // What git could not say of an approval it may say the next time.
  const isOpen = (file: string, key: string): boolean =>
    typeof git === 'object' && /^(?:partial|failed|signers)$/.test(String(git.approvalCommit(file, key)));
  if (decided.some(({ file, keys }) => keys.some((key) => isOpen(file, key)))) return;
  const { language, timezone } = config.config.data;
  const noRecords = survey.files.flatMap(({ file }) => (index.entry(file) ? [] : [file]));
  const verdict = {
    ...(language ? { language } : {}),
    ...(timezone ? { timezone } : {}),
    noRecords,
    findings: checked.findings,
  };
  cacheCheck(survey, verdict, {
    asked: facts.asked,
    ...(git === undefined ? {} : { git: gitBefore }),
    ...timeOf(clock),
  });
}
