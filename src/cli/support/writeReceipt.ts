import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Language } from '../../core/model/text/localized';
import {
  artifactsOf,
  makeReceipt,
  type NamedDigest,
  namedDigest,
  type ReceiptInput,
} from '../../core/receipt/makeReceipt';
import { type Receipt, receiptText } from '../../core/receipt/receiptStatement';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { type NoPlace, receiptPlace, uncommittedOf } from '../../node/receipt/receiptPlace';
import { type SignatureKind, signatureEndings, signReceipt } from '../../node/receipt/signReceipt';
import { keepNote } from '../../node/receipt/tagNote';
import { errorCode } from '../../node/walk';
import { type Call, say, wrongCall, wrongValue } from './command';
import type { GateDecision, GateQuestion } from './decideGate';
import { RefusedError, UsageError } from './io';
import { recordAt } from './namedRecord';
import { isFileOrLink } from './selection';
import { standardOutput, writeOutput } from './writeOutput';

/** What a receipt of a decision states, by the repository as it is. */
type Stated = Omit<ReceiptInput, 'place' | 'program'>;

/** Where a call wants its receipt, and signed by what; it says what of that does not fit. */
export function receiptWish(call: Call): { output: string | undefined; kind: SignatureKind | undefined } {
  const output = call.text('receipt');
  if (output === '' || output === standardOutput) throw wrongCall('receiptFile');
  for (const option of ['sign', 'artifact'])
    if (call.text(option) !== undefined && output === undefined && !call.has('note'))
      throw wrongCall('receiptNeeded', { option });
  const kind =
    call.text('sign') === '' ? undefined : call.oneOf<SignatureKind>('sign', ['ssh', 'gpg'], 'ssh');
  return { output, kind };
}

/** Writes the receipt of a decision where the call wants it, or says why there is none. */
export async function writeReceipt(
  call: Call,
  workspace: LoadedWorkspace,
  asked: GateQuestion,
  decision: GateDecision,
  language: Language,
): Promise<void> {
  const { output, kind } = receiptWish(call);
  const given = await givenArtifact(call);
  if (decision.isUndecided) throw new UsageError(say(language, 'receiptUndecided'));
  const changed = await uncommittedOf(workspace.survey, workspace.facts);
  if ('failed' in changed) throw noReceipt(changed, language);
  if (changed.length > 0) {
    const files = [...changed.slice(0, 5), ...(changed.length > 5 ? ['…'] : [])].join(', ');
    throw new UsageError(say(language, 'receiptDirty', { files, count: changed.length }));
  }
  const stated = statedOf(workspace, asked, decision, { language, artifact: given });
  refuseOther(stated, given, language);
  const receipt = await receiptOf(workspace.root, stated, call.version);
  if ('failed' in receipt) throw noReceipt(receipt, language);
  const text = receiptText(receipt);
  const tag = call.has('note') ? tagOf(receipt, language) : undefined;
  const wants = call.text('sign') !== undefined;
  const signed = wants ? await signReceipt(workspace.root, text, kind) : undefined;
  if (signed && 'failed' in signed) {
    const { failed, program, said } = signed;
    throw new UsageError(say(language, `sign_${failed}`, { program, said }));
  }
  if (output !== undefined) {
    writeOutput(call, language, text, output);
    if (signed) writeOutput(call, language, signed.signature, output + signatureEndings[signed.kind]);
  }
  if (tag === undefined) return;
  const armor = signed ? `${signed.signature.trimEnd()}\n` : '';
  const kept = await keepNote(workspace.root, tag, text + armor);
  if (typeof kept === 'object') {
    const reason = kept.said.trim().split('\n')[0] ?? '';
    throw new UsageError(say(language, 'noteFailed', { tag, reason }));
  }
  call.tell(say(language, 'receiptNoted', { tag }));
}

/** The tag that a receipt is kept at: the one that the gate was asked about, else the only one that its records release. */
function tagOf({ predicate }: Receipt, language: Language): string {
  const [only, ...more] = predicate.tags;
  const tag = predicate.asked.tag ?? (more.length === 0 ? only?.name : undefined);
  if (tag === undefined) throw new UsageError(say(language, 'noteNoTag'));
  return tag;
}

/** What a receipt of a decision states. */
export function statedOf(
  { root, now, config, survey }: LoadedWorkspace,
  { id, file, tag, environment, customer, phase, allowsUnverified, requests }: GateQuestion,
  { report, entries }: GateDecision,
  { language, artifact }: Pick<ReceiptInput, 'language' | 'artifact'>,
): Stated {
  const said = Object.entries({ id, file, tag, environment, customer, phase });
  const asked = Object.fromEntries(said.filter(([, text]) => text !== undefined));
  return {
    report,
    judged: entries.map((entry) => ({ entry, record: recordAt(root, entry.file) })),
    asked: { ...asked, ...(allowsUnverified ? { allowUnverified: true } : {}) },
    now,
    config: config.config,
    texts: survey.texts,
    artifact,
    requests,
    language,
  };
}

/** The receipt of what was decided in a workspace, or why git cannot tell what it is about. */
export async function receiptOf(root: string, stated: Stated, program: string): Promise<Receipt | NoPlace> {
  const releases = stated.judged.flatMap(({ entry }) => entry.summary.change?.release ?? []);
  const named = (texts: readonly (string | undefined)[]) => new Set(texts.flatMap((text) => text ?? []));
  const place = await receiptPlace(root, {
    tags: named([stated.asked.tag, ...releases.map(({ tag }) => tag)]),
    branches: named(releases.map(({ branch }) => branch)),
  });
  return 'failed' in place ? place : makeReceipt({ ...stated, place, program });
}

function noReceipt({ failed, said }: NoPlace, language: Language): UsageError {
  if (failed === 'shallow') return new UsageError(say(language, 'receiptShallow'));
  if (failed === 'unborn') return new UsageError(say(language, 'receiptUnborn'));
  const reason = said.trim().split('\n')[0] || failed;
  return new UsageError(say(language, 'receiptNoGit', { reason }));
}

/** What is deployed, as the call gives it: a digest, or a file that is read for its digest. */
async function givenArtifact(call: Call): Promise<NamedDigest | undefined> {
  const written = call.text('artifact');
  if (written === undefined) return undefined;
  const digest = namedDigest(written);
  if (digest) return digest;
  const path = resolve(call.io.cwd, written);
  if (!isFileOrLink(path))
    throw wrongValue('artifact', written, {
      en: 'a file, sha256:… or name@sha256:…',
      es: 'un fichero, sha256:… o nombre@sha256:…',
    });
  try {
    const hash = createHash('sha256');
    for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
    return { name: basename(path), sha256: hash.digest('hex') };
  } catch (error) {
    throw new UsageError((language) =>
      say(language, 'verifyUnread', { path: written, code: errorCode(error) }),
    );
  }
}

/** Another artifact than the one that was approved is not let through. */
function refuseOther({ judged }: Stated, given: NamedDigest | undefined, language: Language): void {
  for (const { entry, record } of given ? judged : []) {
    const [own] = artifactsOf([record]);
    if (!own || own.sha256 === given?.sha256) continue;
    const args = { given: given?.sha256 ?? '', record: entry.summary.id ?? entry.file, named: own.sha256 };
    throw new RefusedError(say(language, 'artifactDiffers', args));
  }
}
