import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { calendarEntries } from '../../../../src/core/calendarFile/calendarEntries';
import { calendarFile } from '../../../../src/core/calendarFile/calendarFile';
import { calendarName, organizerOf } from '../../../../src/core/calendarFile/calendarOwner';
import type { Language } from '../../../../src/core/model/text/localized';
import { changelogDifferences } from '../../../../src/core/releaseNotes/changelogDifferences';
import { releaseCommands } from '../../../../src/core/releaseNotes/releaseCommands';
import { releaseEntry } from '../../../../src/core/releaseNotes/releaseEntry';
import { releasePage } from '../../../../src/core/releaseNotes/releasePage';
import { exampleTexts, requestFor } from '../notices/noticeWorkspace';

const folder = path.resolve(__dirname, '../../../fixtures/leaving');
const texts = exampleTexts();
const files = ['changes/CHG-2026-0042-portal-4-2-0.md', 'changes/CHG-2026-0044-harbour-single-sign-on.md'];
const languages: readonly Language[] = ['en', 'es'];

/** `CHANGEBOOK_GOLDEN=write npx mocha -g 'leaves the examples'` writes what is then read by a person. */
function golden(name: string, content: string): void {
  const file = path.join(folder, name);
  if (process.env.CHANGEBOOK_GOLDEN === 'write') writeFileSync(file, content);
  assert.ok(existsSync(file), `${name} is missing`);
  const plain = (text: string): string => text.replace(/\r\n/g, '\n');
  assert.equal(plain(content), plain(readFileSync(file, 'utf8')), name);
}

describe('What leaves the examples', () => {
  for (const language of languages) {
    it(`is the calendar file that it always was, in ${language}`, () => {
      const requests = files.map((file) => requestFor(texts, file, language));
      const { entries, skipped: left } = calendarEntries(
        requests.map(({ record, config }) => ({
          ...{ record, config, language },
          stage: record.data.status ?? 'to_do',
          changedAt: Date.UTC(2026, 10, 16, 8),
        })),
      );
      assert.deepEqual(left, []);
      const [first] = requests;
      assert.ok(first);
      const { organizer } = organizerOf(first.config, language);
      const options = { language, organizer, alarms: [1440, 15], invite: false, now: first.now };
      const name = calendarName(language, undefined, entries);
      golden(`deployments.${language}.ics`, calendarFile(entries, { ...options, name }));
    });

    it(`is the page of release notes that it always was, in ${language}`, () => {
      const { record, config, index } = requestFor(texts, files[0] ?? '', language);
      const entry = releaseEntry({ record, config, index, language });
      const differences = changelogDifferences(entry, texts.get('CHANGELOG.md') ?? '', language);
      assert.deepEqual(differences, []);
      const commands = releaseCommands(record.data.release, language);
      golden(`notes.${language}.md`, releasePage({ entry, differences, commands }, language));
    });
  }
});
