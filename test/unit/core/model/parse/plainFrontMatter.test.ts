import { strict as assert } from 'node:assert';
import { plainFrontMatter } from '../../../../../src/core/model/parse/plainFrontMatter';

describe('Front matter without places', () => {
  it('gives values and the body', () => {
    const text = '---\nsubject: "A: b"\nlist: [1, true, 3.10]\n---\n# Body\n\n---\n';
    assert.deepEqual(plainFrontMatter(text), {
      data: { subject: 'A: b', list: [1, true, 3.1] },
      body: '# Body\n\n---\n',
    });
    assert.deepEqual(plainFrontMatter('# Body\n'), { data: {}, body: '# Body\n' });
  });

  it('runs nothing, whatever a text says that it is', () => {
    for (const language of ['js', 'javascript', 'json', 'coffee', 'cson', 'toml'])
      assert.throws(
        () => plainFrontMatter(`---${language}\n(globalThis.ran = true, {})\n---\n`),
        /only YAML|not registered/,
        language,
      );
    assert.ok(!('ran' in globalThis));
  });
});
