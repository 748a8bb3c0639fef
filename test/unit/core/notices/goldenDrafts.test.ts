import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noticeKinds } from '../../../../src/core/notices/noticeKinds';
import { drafted, exampleTexts, requestFor } from './noticeWorkspace';

const folder = path.resolve(__dirname, '../../../fixtures/notices');
const spanish = 'changes/CHG-2026-0042-portal-4-2-0.md';
const english = 'changes/CHG-2026-0034-sync-gateway-2-0.md';
const texts = exampleTexts();
const requests = { es: requestFor(texts, spanish, 'es'), en: requestFor(texts, english, 'en') };
const release = requestFor(texts, spanish, 'en');

/** `CHANGEBOOK_GOLDEN=write npx mocha -g 'notices of the examples'` writes what is then read by a person. */
function golden(name: string, content: string): void {
  const file = path.join(folder, name);
  if (process.env.CHANGEBOOK_GOLDEN === 'write') writeFileSync(file, content);
  assert.ok(existsSync(file), `${name} is missing`);
  assert.equal(content, readFileSync(file, 'utf8').replace(/\r\n/g, '\n'), name);
}

describe('The notices of the examples', () => {
  for (const { name, channel } of noticeKinds) {
    for (const language of ['es', 'en'] as const) {
      it(`say what they always said: ${name} in ${language}`, () => {
        const request = name === 'pull_request' && language === 'en' ? release : requests[language];
        const draft = drafted(name, {
          ...request,
          estimate: language === 'es' ? Date.UTC(2026, 10, 25, 22, 30) : Date.UTC(2026, 9, 27, 23, 15),
        });
        assert.deepEqual(draft.missing, []);
        assert.deepEqual(draft.placeholders, []);
        const body = channel === 'mail' || channel === 'application' ? draft.plain : draft.markdown;
        golden(`${name}.${language}.txt`, `${draft.subject}\n\n${body}`);
        golden(`${name}.${language}.html`, `${draft.html}\n`);
      });
    }
  }

  it('are all that there is in their folder', () => {
    assert.equal(readdirSync(folder).length, noticeKinds.length * 4);
  });
});
