import { sha256 as hashOf } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** SHA-256 of a text in UTF-8, in hexadecimal. In plain JavaScript, since the core also runs without Node. */
export function sha256(text: string): string {
  return bytesToHex(hashOf(utf8ToBytes(text)));
}
