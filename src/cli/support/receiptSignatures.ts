import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { Language } from '../../core/model/text/localized';
import type { Receipt } from '../../core/receipt/receiptStatement';
import { signerCounts } from '../../core/receipt/signerCounts';
import type { VerifiedReceipt } from '../../core/report/verifyReport';
import { checkSignature } from '../../node/receipt/checkSignature';
import type { SignatureKind } from '../../node/receipt/signReceipt';
import { say } from './command';

/** What the signatures of a receipt say. */
export interface SignatureVerdict
  extends Pick<VerifiedReceipt, 'differences' | 'information' | 'signatures'> {
  /** Whether a signature could not be checked. */
  readonly isUnsure: boolean;
}

/** A signature as it lies beside a receipt. */
export interface GivenSignature {
  readonly kind: SignatureKind;
  readonly bytes: Buffer;
}

/** Checks the signatures of a receipt, and says whether one of them counts. */
export async function receiptSignatures(
  root: string,
  text: string,
  { predicate }: Receipt,
  given: readonly GivenSignature[],
  config: WorkspaceConfig,
  language: Language,
): Promise<SignatureVerdict> {
  const named = config.data.receipts?.signers ?? [];
  const verdict = {
    differences: [] as VerifiedReceipt['differences'],
    information: [] as VerifiedReceipt['information'],
    signatures: [] as VerifiedReceipt['signatures'],
    isUnsure: false,
  };
  for (const { kind, bytes } of given) {
    const found = await checkSignature(root, text, bytes, kind, predicate.time);
    if ('failed' in found) {
      const code = `signature_${found.failed}` as const;
      verdict.differences.push({ code, message: say(language, code, { program: found.program }) });
      if (found.failed === 'noProgram' || found.failed === 'unknownKey') verdict.isUnsure = true;
      continue;
    }
    const { keys, signer } = found;
    const who = signer && (signer.name === '' ? signer.address : `${signer.name} <${signer.address}>`);
    const counts = named.length === 0 ? null : signerCounts(found, named, config);
    verdict.signatures.push({ kind, keys: [...keys], signer: who ?? null, counts });
    const args = { who: who ?? keys[0] ?? '' };
    if (counts === null)
      verdict.information.push({ code: 'signedBy', message: say(language, 'signedBy', args) });
    if (counts === true)
      verdict.information.push({ code: 'signedCounts', message: say(language, 'signedCounts', args) });
  }
  const [first] = verdict.signatures;
  const isCounted = verdict.signatures.some(({ counts }) => counts === true);
  if (named.length > 0 && first && !isCounted) {
    const args = { who: first.signer ?? first.keys[0] ?? '' };
    verdict.differences.push({ code: 'signedByOther', message: say(language, 'signedByOther', args) });
  }
  if (given.length === 0) {
    const code = 'verifyUnsigned';
    const told = { code, message: say(language, named.length > 0 ? 'unsignedNamed' : code) };
    (named.length > 0 ? verdict.differences : verdict.information).push(told);
  }
  return verdict;
}
