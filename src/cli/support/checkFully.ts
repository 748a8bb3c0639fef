import { isConfigFile, isTemplate } from '../../core/config/configFiles';
import { recordPlaceFindings } from '../../core/config/recordPlaceFindings';
import { idTestOf } from '../../core/config/workspaceConfig';
import type { FileFinding } from '../../core/findings/finding';
import { type ReportedFileFinding, reportedFindings } from '../../core/report/reportedFinding';
import { unreadFinding } from '../../core/rules/config/unread';
import { configFindings } from '../../core/rules/readConfig';
import { KeptVerdicts } from '../../node/cache/keptVerdict';
import { checkRecords } from '../../node/checkRecords';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { gitState } from '../../node/gitState';
import { keepVerdict } from '../../node/keepVerdict';
import { misnamedRecords } from '../../node/misnamedRecords';
import { applyFixes } from './applyFixes';
import type { CheckedWorkspace, CheckTally } from './checked';
import type { Call } from './command';
import { load } from './load';
import { addNamedFile } from './namedFile';
import { insideOf, isSelected, type Selection } from './selection';
import { linesIn, withSource } from './sourceLines';

/**
 * Checks what a call asks for of one workspace, and keeps what it came to for the next time.
 *
 * @param known what the disk holds, where that was just looked at
 */
export async function checkFully(
  call: Call,
  selection: Selection,
  tally: CheckTally,
  known: Pick<CheckedWorkspace, 'survey' | 'contents'> | undefined,
): Promise<CheckedWorkspace> {
  if (call.has('fix') && !(await applyFixes(call, selection))) tally.failed = true;
  const gitBefore = gitState(selection.root);
  const isUsual = known !== undefined && !hasReviews(call);
  const before = isUsual ? KeptVerdicts.of(known.survey.texts)?.nearest(known.contents.digest) : undefined;
  const loaded = await load(call, selection.root, { ...known, ...(before ? { before } : {}) });
  const workspace = hasReviews(call) ? await reviewed(call, loaded, selection) : loaded;
  tally.language ??= workspace.config.config.data.language;
  const told = { ...tally, language: call.language(tally.language) };
  const unread = unreadIn(workspace, selection);
  // Whatever was not read may hold what would have failed.
  tally.failed ||= unread.length > 0;
  for (const path of selection.inside) addNamedFile(call, workspace, path, told);
  tally.files = told.files;
  tally.failed ||= told.failed;
  const others = withLines(
    workspace,
    placeFindings(workspace, [...(await templateFindings(workspace)), ...unread]),
  );
  const checked = checkRecords(workspace, before?.verdict, (file) => isSelected(selection, file));
  const findings = withLines(workspace, checked.findings);
  const verdict = { others, findings: [...checked.recalled, ...findings] };
  // Only what was checked as a whole, and holds nothing that a walk does not see, is worth keeping.
  if (selection.inside.size === 1 && selection.inside.has('') && !hasReviews(call))
    await keepVerdict(workspace, { ...checked, ...verdict }, before, gitBefore);
  const { root, config, survey, contents } = workspace;
  const texts = survey.texts.filter(({ file }) => isConfigFile(file));
  return {
    root,
    language: config.config.data.language,
    files: [...texts, ...survey.files].map(({ file }) => file),
    records: checked.records,
    findings: [...others, ...verdict.findings],
    ...{ survey, contents, loaded: workspace },
  };
}

function hasReviews(call: Call): boolean {
  return call.texts('reviews').length > 0;
}

/** The workspace with the reviews that a call brings along, and told which of them count. */
async function reviewed(
  call: Call,
  workspace: LoadedWorkspace,
  { root }: Selection,
): Promise<LoadedWorkspace> {
  const language = call.language(workspace.config.config.data.language);
  const { countCalled } = await import('./calledReviews');
  const { tellReviews } = await import('./countedReviews');
  const more = await (await import('./baseConfig')).baseConfig(call, root);
  const found = await countCalled(call, workspace, language, { more });
  tellReviews(call, found.reviews, workspace, language);
  return found.workspace;
}

function withLines(
  { root }: LoadedWorkspace,
  findings: readonly ReportedFileFinding[],
): ReportedFileFinding[] {
  return withSource(findings, (file) => linesIn(root, file));
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

/** What is wrong besides records: with the configuration, and with where things lie. */
function placeFindings(workspace: LoadedWorkspace, others: readonly FileFinding[]): ReportedFileFinding[] {
  const { root, config, index, survey } = workspace;
  const places = recordPlaceFindings({ ...survey, config: config.config, hasRecords: index.size > 0 });
  const walked = new Set(survey.files.map(({ file }) => file));
  const alike = index.size > 0 ? [] : misnamedRecords(root, walked, idTestOf(config.config));
  return reportedFindings([...configFindings(config, workspace.clock), ...others, ...places, ...alike]);
}
