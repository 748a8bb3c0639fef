import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { CommitPerson } from '../model/ports';

/** A good signature: the key that it was made with, and whose that is by the user's own lists. */
export interface ReceiptSignature {
  /** `SHA256:…` of an SSH key; of OpenPGP the digits of the key and of the one that it belongs to. */
  readonly keys: readonly string[];
  /** Nobody where no list of the user's names the owner. */
  readonly signer: CommitPerson | undefined;
}

/** The form of a fingerprint, without blanks. */
const fingerprint = /^(?:SHA256:[A-Za-z0-9+/]{43}=?|(?:0x)?(?:[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}))$/;

/** Whether a signature is by one of those whose signatures of receipts count. */
export function signerCounts(
  { keys, signer }: ReceiptSignature,
  signers: readonly string[],
  { people }: Pick<WorkspaceConfig, 'people'>,
): boolean {
  const own = keys.map(plainKey);
  return signers.some((one) =>
    isFingerprint(one) ? own.includes(plainKey(one)) : signer !== undefined && people.isBy(one, signer),
  );
}

function isFingerprint(written: string): boolean {
  return fingerprint.test(written.replace(/\s/g, ''));
}

function plainKey(written: string): string {
  const key = written.replace(/\s/g, '');
  return key.startsWith('SHA256:') ? key.replace(/=$/, '') : key.replace(/^0x/i, '').toUpperCase();
}
