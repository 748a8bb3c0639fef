import { assembleConfig } from '../core/config/assembleConfig';
import { LineMap } from '../core/model/text/lineMap';
import { markOlder } from '../core/report/markOlder';
import { tellFinding } from '../core/report/tellFinding';
import { type ChangedSince, changedSince, type NoBase } from '../node/changedSince';
import { checkBase, isOfWorkspace } from '../node/checkBase';
import { type LoadedWorkspace, loadWorkspace } from '../node/checkWorkspace';
import { type Survey, surveyWorkspace } from '../node/surveyWorkspace';
import type { CheckedWorkspace, CheckTally } from './checked';
import { type Call, say } from './command';
import { UsageError } from './io';
import { linesIn, withSource } from './sourceLines';

/** Tells apart what came since the revision that a call names from what was there before. */
export async function sinceRevision(
  call: Call,
  checked: CheckedWorkspace,
  tally: CheckTally,
): Promise<CheckedWorkspace> {
  const { root } = checked;
  const revision = call.text('since') ?? '';
  const language = call.language(tally.language);
  const survey = checked.loaded?.survey ?? surveyWorkspace(root);
  const files = [...survey.texts, ...survey.files].map(({ file }) => file);
  const changed = await changedSince(root, revision, files, isOfWorkspace);
  if ('kind' in changed) throw new UsageError(noBaseText(revision, changed, language));
  if (changed.unrelated)
    call.io.err(`changebook: ${say(language, 'sinceUnrelated', { revision: shown(revision) })}\n`);
  if (checked.findings.length === 0) return checked;
  const workspace = checked.loaded ?? (await loadAgain(call, survey));
  const found = new Set(checked.findings.map(({ file }) => file));
  const base = await checkBase(workspace, changed, found);
  const told = base.findings.map(({ file, finding }) => ({ file, finding: tellFinding(finding) }));
  const findings = withSource(told, (file) => linesBefore(root, file, changed));
  const { concerned } = base;
  return {
    ...checked,
    findings: markOlder(checked.findings, { findings, concerned, renamed: changed.renamed }),
  };
}

/** The records of a workspace whose findings were recalled: most of them out of the cache. */
function loadAgain(call: Call, survey: Survey): Promise<LoadedWorkspace> {
  const zone = call.hasLocalNow() ? assembleConfig(survey.texts).config.data.timezone : undefined;
  return loadWorkspace(survey.root, { now: call.now(zone), survey, git: false, few: true });
}

function linesBefore(root: string, file: string, { before }: ChangedSince): LineMap | undefined {
  if (!before.has(file)) return linesIn(root, file);
  const bytes = before.get(file);
  return bytes && new LineMap(bytes.toString('utf8'));
}

function noBaseText(revision: string, { kind, said }: NoBase, language: 'en' | 'es'): string {
  const args = { revision: shown(revision) };
  if (kind === 'noRevision') return say(language, 'sinceUnknown', args);
  if (kind !== 'shallow') return say(language, 'sinceNoGit', { reason: said.trim().split('\n')[0] || kind });
  const depth = depthFor(revision);
  if (depth !== undefined) return say(language, 'sinceShallow', { ...args, depth });
  const [, remote, branch] = /^(origin|upstream)\/(.+)$/.exec(revision) ?? [];
  const wanted = branch ? `${remote} ${branch}:refs/remotes/${remote}/${branch}` : `origin ${revision}`;
  return say(language, 'sinceShallowNamed', { ...args, command: `git fetch --depth=1 ${shown(wanted)}` });
}

/** How deep a clone must be for a revision that counts back from HEAD. */
function depthFor(revision: string): number | undefined {
  const [, back] = /^(?:HEAD|@)((?:[\^~]\d{0,6})+)$/.exec(revision) ?? [];
  if (back === undefined) return undefined;
  let depth = 1;
  for (const [, sign, count] of back.matchAll(/([\^~])(\d*)/g))
    depth += sign === '~' ? Number(count === '' ? 1 : count) : count === '0' ? 0 : 1;
  return depth;
}

function shown(revision: string): string {
  return revision.replace(/\p{Cc}/gu, ' ').slice(0, 200);
}
