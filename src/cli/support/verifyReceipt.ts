import { relative, resolve, sep } from 'node:path';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { looseningText } from '../../core/diff/diffText';
import { loosenings } from '../../core/diff/loosenings';
import type { Language } from '../../core/model/text/localized';
import { clockSlackMs } from '../../core/model/time/clockSlack';
import { receiptDifferences, verdictText } from '../../core/receipt/receiptDifferences';
import { longestReceipt, type Receipt, readReceipt, receiptsIn } from '../../core/receipt/receiptStatement';
import type { VerifiedReceipt, VerifyReport } from '../../core/report/verifyReport';
import { readConfig } from '../../core/rules/readConfig';
import { commitTimes } from '../../node/commitTimes';
import { headAndNames } from '../../node/gitIdentity';
import { loadConfig } from '../../node/loadConfig';
import { readRegular } from '../../node/openFile';
import { commitPlace, rootsOf } from '../../node/receipt/receiptPlace';
import { signatureEndings } from '../../node/receipt/signReceipt';
import { noteOf } from '../../node/receipt/tagNote';
import { trustsOwnFile } from '../../node/trustsOwnFile';
import { errorCode } from '../../node/walk';
import { gitTopLevelOf, workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, say, wrongCall } from './command';
import { type ExitCode, UsageError } from './io';
import { type GivenSignature, receiptSignatures } from './receiptSignatures';
import { type Replayed, replayReceipt } from './replayReceipt';
import type { texts } from './texts';

/** A receipt as it is given: its text and what signs it. */
interface GivenReceipt {
  readonly path: string;
  readonly text: string;
  readonly signatures: readonly GivenSignature[];
  /** The tag whose note it is. */
  readonly tag?: string;
}

/** Where it is verified. */
interface Place {
  readonly root: string;
  readonly config: WorkspaceConfig;
  readonly language: Language;
  /** The version that decides now. */
  readonly program: string;
}

type Told = VerifiedReceipt['information'][number];

/** No longer text is read as a signature, in bytes. */
const longestSignature = 100_000;

/** Replays the decisions of receipts from the repository, and says whether they come out the same. */
export async function verifyReceipt(call: Call, path: string | undefined): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const root = workspaceRootOf(call.io.cwd);
  const { config } = loadConfig(root);
  const language = call.language(config.data.language);
  const place = { root, config, language, program: call.version };
  const given = path === undefined ? await noted(call, place) : [fileAt(call, path, language)];
  const receipts: VerifiedReceipt[] = [];
  for (const one of given) {
    const receipt = readReceipt(one.text);
    if (typeof receipt === 'string') {
      const message = say(language, `verify_${receipt}`, { path: one.path });
      if (path !== undefined) throw new UsageError(message);
      receipts.push(unverifiable(one.path, { code: `verify_${receipt}`, message }));
      continue;
    }
    const verified = await verify(place, receipt, one);
    receipts.push(verified);
    if (format === 'pretty') print(call, receipt, verified, language);
  }
  if (format === 'json') call.json({ version: 1, receipts } satisfies VerifyReport);
  const outcomes = receipts.map(({ outcome }) => outcome);
  return outcomes.includes('unverifiable') ? 2 : outcomes.includes('differs') ? 1 : 0;
}

/** A receipt that lies in a file, with the signatures beside it. */
function fileAt(call: Call, path: string, language: Language): GivenReceipt {
  const place = resolve(call.io.cwd, path);
  const read = (name: string, most: number): Buffer => {
    const { bytes, size } = readRegular(name, most);
    if (size > most) throw Object.assign(new Error(name), { code: 'EFBIG' });
    return bytes;
  };
  const told = (shown: string, error: unknown): UsageError =>
    new UsageError(say(language, 'verifyUnread', { path: shown, code: errorCode(error) }));
  const signatures = (['ssh', 'gpg'] as const).flatMap((kind): GivenSignature[] => {
    try {
      return [{ kind, bytes: read(place + signatureEndings[kind], longestSignature) }];
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw told(path + signatureEndings[kind], error);
    }
  });
  try {
    return { path, text: read(place, longestReceipt).toString('utf8'), signatures };
  } catch (error) {
    throw told(path, error);
  }
}

/** The receipts that a tag's note holds. */
async function noted(call: Call, { root, language }: Place): Promise<GivenReceipt[]> {
  const tag = call.text('tag');
  if (tag === undefined) throw wrongCall('verifyTarget');
  const kept = receiptsIn((await noteOf(root, tag)) ?? '');
  if (kept.length === 0) throw new UsageError(say(language, 'verifyNoNote', { tag }));
  return kept.map(({ text, signatures }) => ({
    path: tag,
    text,
    tag,
    signatures: signatures.map((armor) => ({
      kind: armor.includes('SSH SIGNATURE') ? ('ssh' as const) : ('gpg' as const),
      bytes: Buffer.from(armor),
    })),
  }));
}

async function verify(place: Place, receipt: Receipt, given: GivenReceipt): Promise<VerifiedReceipt> {
  const { root, config, language, program } = place;
  const { predicate } = receipt;
  const told = (code: keyof typeof texts, args = {}): Told => ({ code, message: say(language, code, args) });
  const stands = await standing(place, receipt, told);
  if (stands.outcome) return { ...unverifiable(given.path, stands.told), outcome: stands.outcome };
  const shown = predicate.commit.slice(0, 12);
  const replayed = await replayReceipt(root, receipt, program).catch((error: unknown) => {
    const code = errorCode(error);
    // Whatever is no error of the system is a mistake of ours.
    if (code === 'EUNKNOWN') throw error;
    return { code };
  });
  if (replayed && 'code' in replayed)
    return unverifiable(given.path, told('verifyNoCopy', { commit: shown, code: replayed.code }));
  if (!replayed) return unverifiable(given.path, told('verifyMissing', { commit: shown }));
  if ('failed' in replayed)
    return unverifiable(given.path, told('verifyNoGit', { reason: firstLine(replayed.said) }));
  const unknown = unknownIn(replayed.receipt, receipt);
  if (unknown !== undefined) return unverifiable(given.path, told('verifyUnknowing', { message: unknown }));
  if (replayed.asksSignatures && (await trustsOwnFile(root)))
    return unverifiable(given.path, told('verifyOwnList'));
  const made =
    (await commitTimes(root, [predicate.commit])).get(predicate.commit) ?? Number.POSITIVE_INFINITY;
  const signed = await receiptSignatures(root, given.text, receipt, given.signatures, config, language);
  const differences = [
    ...receiptDifferences(receipt, replayed.receipt, language),
    ...(isEarly(predicate.time, made)
      ? [told('verifyEarly', { time: predicate.time, made: iso(made) })]
      : []),
    ...(isOfTag(receipt, given.tag) ? [] : [told('verifyOtherTag', { tag: given.tag })]),
    ...signed.differences,
  ];
  const { artifacts, program: said } = predicate;
  const information = [
    ...signed.information,
    ...(stands.isAside ? [told('verifyAside')] : []),
    ...(said === program ? [] : [told('verifyVersion', { said, own: program })]),
    ...(predicate.requests ? [told('verifyReviews')] : []),
    ...(artifacts.length > 0 && !replayed.namesArtifact ? [told('verifyArtifact')] : []),
    ...loosenedSince(config, replayed, language).map((message) => told('verifyLoosened', { message })),
  ];
  const outcome = signed.isUnsure ? 'unverifiable' : differences.length === 0 ? 'same' : 'differs';
  return { path: given.path, outcome, differences, signatures: signed.signatures, information };
}

/** What git could not tell for a replay, as a clone may lack objects, and could when the gate decided. */
function unknownIn({ predicate }: Receipt, { predicate: said }: Receipt): string | undefined {
  const untold = ({ records }: Receipt['predicate']) =>
    records.flatMap(({ file, reasons, unverified }) =>
      [...reasons, ...unverified].flatMap(({ code, rule, message }) =>
        code === 'unverified' ? { key: `${rule} ${file}`, message } : [],
      ),
    );
  const known = new Set(untold(said).map(({ key }) => key));
  return untold(predicate).find(({ key }) => !known.has(key))?.message;
}

function unverifiable(path: string, told: Told): VerifiedReceipt {
  return { path, outcome: 'unverifiable', differences: [told], signatures: [], information: [] };
}

type Standing =
  | { readonly outcome?: undefined; readonly isAside: boolean }
  | { readonly outcome: 'differs' | 'unverifiable'; readonly told: Told };

/** Whether the commit of a receipt can be looked at here, and is part of the history. */
async function standing(
  { root }: Place,
  { predicate }: Receipt,
  told: (code: keyof typeof texts, args?: object) => Told,
): Promise<Standing> {
  const { commit, workspace } = predicate;
  const cannot = (code: keyof typeof texts, args = {}): Standing => ({
    outcome: 'unverifiable',
    told: told(code, args),
  });
  const shown = commit.slice(0, 12);
  const known = await headAndNames(root);
  if ('failed' in known) return cannot('verifyNoGit', { reason: firstLine(known.failed) });
  if (known.identity.cut) return cannot('verifyShallow');
  const place = await commitPlace(root, commit);
  if (typeof place === 'object') return cannot('verifyNoGit', { reason: firstLine(place.said) });
  if (place === 'unknown') {
    const roots = await rootsOf(root, 'HEAD');
    const begins = predicate.roots.find((id) => !roots?.includes(id));
    return begins === undefined
      ? cannot('verifyUnknown', { commit: shown })
      : cannot('verifyOther', { root: begins.slice(0, 12) });
  }
  if (place === 'unreachable')
    return { outcome: 'differs', told: told('verifyRewritten', { commit: shown }) };
  if (
    relative(gitTopLevelOf(root) ?? root, root)
      .split(sep)
      .join('/') !== workspace
  )
    return cannot('verifyWorkspace', { workspace: workspace === '' ? '/' : workspace });
  return { isAside: place === 'aside' };
}

/** Whether a decision is older than the commit that it is about, so that nobody can have taken it then. */
function isEarly(time: string, made: number): boolean {
  return made > Date.parse(time) + clockSlackMs;
}

function iso(moment: number): string {
  return Number.isFinite(moment) ? new Date(moment).toISOString() : '?';
}

/** Whether a receipt in a tag's note is about that tag: a note can be copied to any other one. */
function isOfTag({ predicate }: Receipt, tag: string | undefined): boolean {
  return tag === undefined || predicate.asked.tag === tag || predicate.tags.some(({ name }) => name === tag);
}

/** What asks for less in the workspace as it is now than in the commit. */
function loosenedSince(config: WorkspaceConfig, { texts: before }: Replayed, language: Language): string[] {
  const found = loosenings(readConfig(before).config, config);
  return found.slice(0, 10).map((one) => looseningText(one, language));
}

function print(call: Call, { predicate }: Receipt, verified: VerifiedReceipt, language: Language): void {
  const { verdict, time, commit } = predicate;
  if (verified.outcome === 'same') {
    const args = { verdict: verdictText(verdict, language), time, commit: commit.slice(0, 12) };
    call.line(say(language, 'verifySame', args));
  } else call.line(say(language, verified.outcome === 'differs' ? 'verifyDiffers' : 'verifyUnsure'));
  for (const { message } of verified.differences) call.line(`  - ${message}`);
  for (const { message } of verified.information) call.line(say(language, 'verifyInfo', { message }));
}

function firstLine(said: string): string {
  return said.trim().split('\n')[0] ?? '';
}
