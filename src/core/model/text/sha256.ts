import { sha256 as hashOf } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** SHA-256 of a text's UTF-8, in hexadecimal. Made in JavaScript, since the core runs where there is no Node. */
export function sha256(text: string): string {
  return bytesToHex(hashOf(utf8ToBytes(text)));
}
