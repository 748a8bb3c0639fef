import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtInPartials } from '../../../../src/core/notices/builtInPartials';
import { noticeKinds } from '../../../../src/core/notices/noticeKinds';

const folder = path.resolve(__dirname, '../../../../src/core/notices/templates');

describe('The templates that ship', () => {
  const named = [
    ...noticeKinds.map(({ name, template }) => ({ name, text: template })),
    ...Object.entries(builtInPartials).map(([name, text]) => ({ name: `_${name}`, text })),
  ].flatMap(({ name, text }) =>
    (['en', 'es'] as const).map((language) => ({ file: `${name}.${language}.md`, text: text[language] })),
  );

  for (const { file, text } of named)
    it(`stand in ${file}, under the name that a team gives its own`, () => {
      assert.equal(readFileSync(path.join(folder, file), 'utf8'), text);
    });

  it('are all used', () => {
    assert.deepEqual(readdirSync(folder).sort(), named.map(({ file }) => file).sort());
  });
});
