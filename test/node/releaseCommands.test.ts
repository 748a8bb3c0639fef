import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { isRefName, isShellWord, releaseCommands } from '../../src/core/releaseNotes/releaseCommands';

function gitTakes(...args: string[]): boolean {
  try {
    execFileSync('git', ['check-ref-format', ...args], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const names = [
  ...[
    'v4.2.0',
    'release/v4.2.0',
    'ñandú',
    'a..b',
    '.a',
    'a/.b',
    'a.lock',
    'a.lock/b',
    'a//b',
    '/a',
    'a/',
    'a.',
  ],
  ...[
    'a b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[',
    'a\\b',
    'a@{b',
    '@',
    'a@b',
    '',
    'a\u0001b',
    'a\u007f',
    '日本',
  ],
  ...[
    "a'b",
    'a"b',
    'a$(b)',
    'a`b`',
    'a;b',
    'a&b',
    'a|b',
    'a>b',
    'a%b%',
    'a!b',
    'a#b',
    '#a',
    'a{b',
    'a=b',
    'a,b',
  ],
];

describe('The commands of a release', () => {
  it('are those of its branch and tag, named or usual', () => {
    assert.deepEqual(releaseCommands({ version: '4.2.0', tag: 'portal-4.2.0', branch: 'rel/4.2' }, 'en'), {
      commands: [
        'git switch --create rel/4.2',
        'git tag --annotate --message portal-4.2.0 portal-4.2.0',
        'git push origin refs/heads/rel/4.2 refs/tags/portal-4.2.0',
      ],
      refused: [],
    });
    assert.deepEqual(releaseCommands({ version: 'v4.2.0' }, 'en').commands, [
      'git switch --create release/v4.2.0',
      'git tag --annotate --message v4.2.0 v4.2.0',
      'git push origin refs/heads/release/v4.2.0 refs/tags/v4.2.0',
    ]);
    assert.deepEqual(releaseCommands(undefined, 'en'), { commands: [], refused: [] });
  });

  it('make nothing that is there, and no branch of what is over', () => {
    const git = { tags: new Set(['v4.2.0']), branches: new Set(['main']) };
    const release = { version: '4.2.0' };
    assert.deepEqual(releaseCommands(release, 'en', { git }).commands, [
      'git switch --create release/v4.2.0',
      'git push origin refs/heads/release/v4.2.0',
    ]);
    assert.deepEqual(releaseCommands(release, 'en', { git, isOver: true }).commands, []);
    assert.deepEqual(releaseCommands({ ...release, branch: 'main' }, 'en', { git }).commands, []);
  });

  it('are none, and no refusal, where a version makes no name', () => {
    for (const version of ['2:8.2~rc1', '4.2 LTS', '1.2.3 (build 4)'])
      assert.deepEqual(releaseCommands({ version }, 'en'), { commands: [], refused: [] }, version);
  });

  it('know a name as git does', () => {
    for (const name of names.filter((one) => one !== '@'))
      assert.equal(isRefName(name), gitTakes(`refs/tags/${name}`), JSON.stringify(name));
    for (const name of ['-a', 'HEAD', '@'])
      assert.deepEqual([isRefName(name), gitTakes('--branch', name)], [false, name === '@'], name);
    assert.equal(isRefName('a'.repeat(201)), false);
  });

  it('know any name as git does', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'ab./@{~^:?*[\\ -lock\t'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (name) => {
        if (name.startsWith('-') || name === '@') return;
        assert.equal(isRefName(name), gitTakes(`refs/heads/${name}`), JSON.stringify(name));
      }),
      { numRuns: 60 },
    );
  });

  it('hold nothing that a shell takes for its own, whatever the record says', () => {
    const evil = [
      ...[
        'v1;touch x',
        'v1$(touch\tx)',
        '`touch x`',
        "v1'$(x)'",
        'v1&&x',
        'v1|x',
        'v1>x',
        'v1%PATH%',
        '--upload-pack=x',
      ],
      ...[
        '-f',
        '+v1',
        '@x',
        '~x',
        '#x',
        'v1\nrm',
        'v1 --force',
        '"x"',
        'a,b',
        'a=b',
        'HEAD',
        '{a,b}',
        '!x',
        'v1\u00a0x',
        '\u202Ev1',
      ],
    ];
    for (const name of evil) {
      const { commands, refused } = releaseCommands({ version: name, tag: name, branch: name }, 'en');
      assert.deepEqual(commands, [], name);
      assert.equal(refused.length, 2, name);
      assert.doesNotMatch(refused.join(''), /[\n\u202E]/);
    }
    assert.equal(isShellWord('+v1'), false);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (tag, branch) => {
        for (const command of releaseCommands({ tag, branch }, 'en').commands)
          assert.match(
            command,
            /^git (?:switch|tag|push)(?: (?:--(?:create|annotate|message)|[\p{L}\p{N}_.][\p{L}\p{N}\p{M}_./+@-]*))+$/u,
          );
      }),
    );
  });

  it('are read by a shell as they stand', () => {
    const { commands } = releaseCommands({ version: '4.2.0', tag: 'ñandú/v4.2.0+b1', branch: 'a@b' }, 'en');
    for (const command of commands) {
      const words = execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' });
      assert.equal(words, `${command.split(' ').join('\n')}\n`);
    }
  });
});
