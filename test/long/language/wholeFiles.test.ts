import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../src/core/config/workspaceConfig';
import { completionsAt } from '../../../src/core/language/completionsAt';
import { hoverAt } from '../../../src/core/language/hoverAt';
import { inputOf } from '../../unit/core/language/cursorText';
import { recordFixture } from '../../unit/support/recordFixtures';

/** One place of so many is tried; `npm run test:soak` tries each. */
const step = Number(process.env.CHANGEBOOK_PLACES ?? 8);

describe('At every place of whole files', () => {
  for (const name of ['CHG-2026-0042.es.md', 'PROC-RELEASE.es.md', 'config.yaml', 'diba.yaml']) {
    const text = recordFixture(name);
    const kind = name.endsWith('.md') ? 'record' : name === 'diba.yaml' ? 'customer' : 'config';
    const input = inputOf({ kind, config: emptyConfig });

    it(`completion in ${name} throws nothing, and replaces what is around the cursor`, () => {
      const end = kind === 'record' ? text.indexOf('\n---', 4) + 10 : text.length;
      for (let offset = 0; offset <= end; offset += step) {
        for (const { range } of completionsAt(text, offset, input).items)
          assert.ok(range.start <= offset && offset <= range.end);
        completionsAt(text.slice(0, offset), offset, input);
      }
    });

    it(`hover in ${name} throws nothing`, () => {
      for (let offset = 0; offset <= text.length; offset += step) hoverAt(text, offset, input);
    });
  }
});
