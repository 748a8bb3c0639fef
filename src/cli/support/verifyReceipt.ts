import { relative, resolve, sep } from 'node:path';
import { looseningTexts } from '../../core/diff/loosening';
import { loosenings } from '../../core/diff/loosenings';
import { argsIn, fillIn, type Language } from '../../core/model/text/localized';
import { artifactsOf } from '../../core/receipt/makeReceipt';
import { receiptDifferences, verdictText } from '../../core/receipt/receiptDifferences';
import {
  longestReceipt,
  type NoReceipt,
  type Receipt,
  readReceipt,
} from '../../core/receipt/receiptStatement';
import type { VerifyReport } from '../../core/report/verifyReport';
import { readConfig } from '../../core/rules/readConfig';
import { loadWorkspace } from '../../node/checkWorkspace';
import type { readConfigTexts } from '../../node/configTexts';
import { headAndNames } from '../../node/gitIdentity';
import { loadConfig } from '../../node/loadConfig';
import { readRegular } from '../../node/openFile';
import { copyCommit } from '../../node/receipt/commitCopy';
import { commitPlace, type NoPlace, rootsOf, tagsOf } from '../../node/receipt/receiptPlace';
import { trustsOwnFile } from '../../node/trustsOwnFile';
import { errorCode } from '../../node/walk';
import { gitTopLevelOf, workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, say } from './command';
import { decideGate, type GateQuestion } from './decideGate';
import { type ExitCode, UsageError } from './io';
import type { texts } from './texts';
import { receiptOf, statedOf } from './writeReceipt';

/** What the verification of a receipt came to. */
type Verified = Omit<VerifyReport, 'version' | 'path'>;
type Told = VerifyReport['information'][number];

/** Replays the decision of a receipt from the repository, and says whether it comes out the same. */
export async function verifyReceipt(call: Call, path: string): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const root = workspaceRootOf(call.io.cwd);
  const language = call.language(loadConfig(root).config.data.language);
  const receipt = receiptIn(call, path, language);
  const verified = await verify(call, root, receipt, language);
  if (format === 'json') call.json({ version: 1, path, ...verified } satisfies VerifyReport);
  else print(call, receipt, verified, language);
  return verified.outcome === 'same' ? 0 : verified.outcome === 'differs' ? 1 : 2;
}

function receiptIn(call: Call, path: string, language: Language): Receipt {
  let text: string;
  try {
    const { bytes, size } = readRegular(resolve(call.io.cwd, path), longestReceipt);
    if (size > longestReceipt) throw Object.assign(new Error(path), { code: 'EFBIG' });
    text = bytes.toString('utf8');
  } catch (error) {
    throw new UsageError(say(language, 'verifyUnread', { path, code: errorCode(error) }));
  }
  const receipt = readReceipt(text);
  if (typeof receipt !== 'string') return receipt;
  throw new UsageError(say(language, `verify_${receipt satisfies NoReceipt}`, { path }));
}

async function verify(call: Call, root: string, receipt: Receipt, language: Language): Promise<Verified> {
  const { commit, workspace } = receipt.predicate;
  const told = (code: keyof typeof texts, args = {}): Told => ({ code, message: say(language, code, args) });
  const cannot = (code: keyof typeof texts, args = {}): Verified => ({
    outcome: 'unverifiable',
    differences: [told(code, args)],
    information: [],
  });
  const shown = commit.slice(0, 12);
  const known = await headAndNames(root);
  if ('failed' in known) return cannot('verifyNoGit', { reason: lineOf(known.failed) });
  if (known.identity.cut) return cannot('verifyShallow');
  const place = await commitPlace(root, commit);
  if (typeof place === 'object') return cannot('verifyNoGit', { reason: lineOf(place.said) });
  const roots = await rootsOf(root, place === 'unknown' ? 'HEAD' : commit);
  const begins = receipt.predicate.roots.find((id) => !roots?.includes(id));
  if (place === 'unknown')
    return begins === undefined || !roots
      ? cannot('verifyUnknown', { commit: shown })
      : cannot('verifyOther', { root: begins.slice(0, 12) });
  if (place === 'unreachable')
    return { outcome: 'differs', differences: [told('verifyRewritten', { commit: shown })], information: [] };
  if (
    relative(gitTopLevelOf(root) ?? root, root)
      .split(sep)
      .join('/') !== workspace
  )
    return cannot('verifyWorkspace', { workspace: workspace === '' ? '/' : workspace });
  const replayed = await replay(call, root, receipt);
  if (!replayed) return cannot('verifyMissing', { commit: shown });
  if ('failed' in replayed) return cannot('verifyNoGit', { reason: lineOf(replayed.said) });
  if (replayed.needsSigners && (await trustsOwnFile(root))) return cannot('verifyOwnList');
  const differences = receiptDifferences(receipt, replayed.receipt, language);
  const information = [
    ...(place === 'aside' ? [told('verifyAside')] : []),
    ...(receipt.predicate.program === call.version
      ? []
      : [told('verifyVersion', { said: receipt.predicate.program, own: call.version })]),
    ...(receipt.predicate.artifacts.length > 0 && !replayed.namesArtifact ? [told('verifyArtifact')] : []),
    ...loosenedSince(root, replayed.texts, language).map((message) => told('verifyLoosened', { message })),
  ];
  return { outcome: differences.length === 0 ? 'same' : 'differs', differences, information };
}

interface Replayed {
  readonly receipt: Receipt;
  readonly texts: ReturnType<typeof readConfigTexts>['texts'];
  readonly needsSigners: boolean;
  readonly namesArtifact: boolean;
}

/** Decides once more, by what the commit holds and its history; undefined where objects of it are missing. */
async function replay(
  call: Call,
  root: string,
  { predicate }: Receipt,
): Promise<Replayed | NoPlace | undefined> {
  const { commit, workspace, branches, asked, language, artifacts, time } = predicate;
  const now = await tagsOf(root);
  const tags = predicate.tags.filter((tag) =>
    now?.some(({ name, object }) => name === tag.name && object === tag.object),
  );
  const copy = await copyCommit(root, commit, workspace, { tags, branches });
  if (!copy) return undefined;
  try {
    const loaded = await loadWorkspace(copy.root, { now: Date.parse(time), questions: false });
    const as = { ...loaded, facts: copy.facts };
    const { id, file, tag, environment, customer, phase, allowUnverified = false } = asked;
    const words = [id ?? file, tag, environment].filter((text) => text !== undefined);
    const question: GateQuestion = {
      ...{ id, file, tag, environment, customer, phase, words },
      allowsUnverified: allowUnverified,
    };
    const shown = (path: string): string => relative(copy.root, path).split(sep).join('/');
    const decision = await decideGate(as, question, { language, shown });
    const [artifact] = artifacts;
    const stated = statedOf(as, question, decision, { language, artifact });
    const receipt = await receiptOf(copy.root, stated, call.version);
    if ('failed' in receipt) return receipt;
    const { data } = loaded.config.config;
    return {
      receipt,
      texts: loaded.survey.texts,
      needsSigners: data.commit?.signed === true,
      namesArtifact: artifactsOf(stated.judged.map(({ record }) => record)).length > 0,
    };
  } finally {
    copy.remove();
  }
}

/** What asks for less in the workspace as it is now than in the commit. */
function loosenedSince(root: string, before: Replayed['texts'], language: Language): string[] {
  const found = loosenings(readConfig(before).config, loadConfig(root).config);
  return found
    .slice(0, 10)
    .map(({ kind, about, from, to }) =>
      fillIn(looseningTexts[kind][language], argsIn(language, { about, from, to })),
    );
}

function print(call: Call, { predicate }: Receipt, verified: Verified, language: Language): void {
  const { verdict, time, commit } = predicate;
  if (verified.outcome === 'same') {
    const args = { verdict: verdictText(verdict, language), time, commit: commit.slice(0, 12) };
    call.line(say(language, 'verifySame', args));
  } else if (verified.outcome === 'differs') call.line(say(language, 'verifyDiffers'));
  for (const { message } of verified.differences) call.line(`  - ${message}`);
  for (const { message } of verified.information) call.line(say(language, 'verifyInfo', { message }));
}

function lineOf(said: string): string {
  return said.trim().split('\n')[0] ?? '';
}
