import { strict as assert } from 'node:assert';
import { IgnoreChain } from '../../../../src/core/config/ignoreChain';

describe('What .gitignore files keep out', () => {
  const top = IgnoreChain.empty.entering('', 'build/\n*.tmp.md\n/only-here.md\n');
  const below = top.entering('docs', '!kept.tmp.md\nprivate/\n');

  it('is never git itself, nor what npm installs, whatever they say', () => {
    assert.ok(IgnoreChain.empty.excludes('.git', true));
    assert.ok(IgnoreChain.empty.excludes('a/node_modules', true));
    assert.ok(!IgnoreChain.empty.excludes('node_modules', false));
  });

  it('counts from the folder that a file is in', () => {
    assert.ok(top.excludes('a/build', true));
    assert.ok(top.excludes('only-here.md', false));
    assert.ok(!top.excludes('a/only-here.md', false));
    assert.ok(below.excludes('docs/private', true));
    assert.ok(!below.excludes('docs/public', true));
  });

  it('is taken back by a nearer file', () => {
    assert.ok(top.excludes('docs/kept.tmp.md', false));
    assert.ok(!below.excludes('docs/kept.tmp.md', false));
    assert.ok(below.excludes('docs/other.tmp.md', false));
  });
});
