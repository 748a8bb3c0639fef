import { strictEqual } from 'node:assert/strict';
import { sha256 } from '../../src/core/model/text/sha256';
import { sha256 as native } from '../../src/node/nativeSha2';

describe('the hash of Node in the place of the core’s own', () => {
  for (const text of ['', 'plain', 'señal — “…” 🚀', 'half a pair \ud83d, another \ude80', '\ufeff\0\r\n']) {
    it(`hashes ${JSON.stringify(text)} to the same`, () => {
      strictEqual(native(text), sha256(text));
    });
  }
});
