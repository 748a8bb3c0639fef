import assert from 'node:assert/strict';
import { changelogEntry } from '../../../../../src/core/model/text/changelog';
import { kindAskedFor, releaseKindOf } from '../../../../../src/core/model/text/changelogKinds';

/** Headings of the entry of 4.2.0 as people write them. */
const styles: readonly string[] = [
  ...['## 4.2.0', '# v4.2.0', '###### 4.2.0', '##4.2.0', '## 4.2.0 ##', '   ## 4.2.0', '## V4.2.0'],
  ...[
    '## [4.2.0] - 2026-11-25',
    '## [4.2.0] - 2026-11-25 [YANKED]',
    '## 4.2.0 / 2026-11-25',
    '## 4.2.0 (Current)',
  ],
  ...[
    '## [4.2.0](https://x.org/compare/v4.1.3...v4.2.0) (2026-11-25)',
    '## [4.2.0][link]',
    '## <4.2.0> 4.2.0',
  ],
  ...[
    '## Release 4.2.0',
    '## Release: v4.2.0',
    '## Version 4.2.0',
    '## Versión 4.2.0',
    '## v. 4.2.0',
    '## Ver. 4.2.0',
  ],
  ...[
    '## portal@4.2.0',
    '## @acme/portal@4.2.0',
    '## portal 4.2.0',
    '## Portal Web v4.2.0',
    '## portal-v4.2.0',
  ],
  ...[
    '## **4.2.0**',
    '## `4.2.0`',
    '## _4.2.0_',
    '## ~~4.2.0~~',
    '## 🚀 4.2.0',
    '## :rocket: 4.2.0',
    '## ![x](y) 4.2.0',
  ],
  ...[
    '## 2026-11-25, Version 4.2.0 (Current), @somebody',
    '## November 25, 2026 - 4.2.0',
    '## 25 de noviembre de 2026: 4.2.0',
  ],
  ...[
    '## (25/11/2026) 4.2.0',
    '## 4.2.0 "Codename"',
    '## Release notes for 4.2.0',
    '## 4.2.0 {#v4-2-0}',
    '## 4\\.2\\.0',
  ],
  ...[
    '4.2.0 / 2026-11-25\n------------------',
    'Version 4.2.0\n=============',
    '**4.2.0** (2026-11-25)',
    '__v4.2.0__',
  ],
  ...[
    '4.2.0 (2026-11-25)',
    'Version 4.2.0',
    '<h2>4.2.0</h2>',
    '<h2 id="a">v4.2.0 <small>2026</small></h2>',
    '== 4.2.0 ==',
  ],
  ...[
    "## What's new in 4.2.0",
    '## Novedades en la 4.2.0',
    '# :star: New Features in 4.2.0',
    '* Noteworthy changes in release 4.2.0 (2026-11-25) [stable]',
    'portal (4.2.0) unstable; urgency=medium',
    '* Wed Nov 25 2026 Ana <ana@example.org> - 4.2.0',
    '<details>\n<summary>4.2.0 (2026-11-25)</summary>\n',
    '<details><summary><b>v4.2.0</b></summary>\n',
    '- **4.2.0** (2026-11-25)',
    '* 4.2.0 / 2026-11-25',
    'Portal 4.2.0\n~~~~~~~~~~~~',
  ],
];

/** Headings that are not those of 4.2.0. */
const others: readonly string[] = [
  ...[
    '## 4.2.1',
    '## 14.2.0',
    '## 4.2.0.1',
    '## 4.2.0-rc.1',
    '## 4.2.00',
    '## 1.4.2.0',
    '## 4.2.0b',
    '## 4.2',
  ],
  ...[
    '## [4.2.1](https://x.org/compare/v4.2.0...v4.2.1)',
    '## Upgrading to 4.2.0',
    '## Since 4.2.0',
    '## Hasta la 4.2.0',
  ],
  ...[
    '```\n## 4.2.0\n```',
    '<!--\n## 4.2.0\n-->',
    '[4.2.0]: https://x.org',
    '- 4.2.0',
    '> ## 4.2.0',
    'As of 4.2.0 it is.',
  ],
];

describe('changelogs', () => {
  for (const heading of styles)
    it(`have an entry below ${JSON.stringify(heading)}`, () => {
      const text = `# Changelog\n\n${heading}\n\n- here\n`;
      assert.match(changelogEntry(text, '4.2.0') ?? '', /- here/);
      assert.equal(changelogEntry(text.replaceAll('\n', '\r\n'), 'v4.2.0')?.trim(), '- here');
    });

  for (const heading of others)
    it(`have none below ${JSON.stringify(heading)}`, () =>
      assert.equal(changelogEntry(`# Changelog\n\n${heading}\n\n- here\n`, '4.2.0'), undefined));

  const ends: readonly (readonly [what: string, heading: string, next: string])[] = [
    ['the next one', '## 4.2.0', '## 4.1.3'],
    ['one of a higher level', '### [4.2.0] (2026-11-25)', '## [4.1.0] (2026-10-01)'],
    ['one of a lower level', '# [4.2.0](x) (2026-11-25)', '## [4.1.3](x) (2026-10-01)'],
    ['one that is not released', '## 4.2.0', '### Unreleased'],
    ['one of another package', '## portal@4.2.0', '## search@1.0.0'],
    ['one with a name', '## 4.2.0 "Alder"', '## 4.1.3 "Birch"'],
    ['one with another underline', '4.2.0 / 2026\n------', '4.1.3 / 2026\n======'],
    ['one that is underlined with waves', 'Portal 4.2.0\n~~~~~~~~~~~~', 'Portal 4.1.3\n~~~~~~~~~~~~'],
    ['a bold one', '**4.2.0**', '**4.1.3** (2026-10-01)'],
    ['a plain one', 'Version 4.2.0', 'Version 4.1.3'],
    ['an appendix', '## 4.2.0', '# Older releases'],
    ['a day', '## 4.2.0 - 2026-11-25', '## 2026-10-01'],
  ];
  for (const [what, heading, next] of ends)
    it(`end an entry at ${what}`, () => {
      const text = `# Changelog\n\n${heading}\n\n### Added\n\n- here\n\n${next}\n\n- there\n`;
      const entry = changelogEntry(text, '4.2.0') ?? '';
      assert.match(entry, /- here/);
      assert.doesNotMatch(entry, /- there/);
    });

  it('end no entry at what it is made of', () => {
    const parts = ['### Added', '## Fixed', '### 🐛 Bug fixes', '#### Node 20.1', '### Upgrading from 4.1.3'];
    for (const part of [
      ...parts,
      '**4.1.3** goes on',
      '### 2026-11-25',
      '##### 4.2.0',
      '```\n## 4.1.0\n```',
    ]) {
      const entry = changelogEntry(`## 4.2.0\n\n- a\n\n${part}\n\n- here\n\n## 4.1.3\n`, '4.2.0') ?? '';
      assert.match(entry, /- here/, part);
    }
    const flat = '## [Unreleased]\n\n### [4.2.0](x) (2026-11-25)\n\n### Features\n\n- here\n';
    assert.match(changelogEntry(flat, '4.2.0') ?? '', /- here/);
  });

  it('end at no heading that only begins as one of what is to come', () => {
    for (const part of ['### Main changes', '### Next steps', '### Pendiente de revisar'])
      assert.match(changelogEntry(`## 4.2.0\n\n${part}\n\n- here\n`, '4.2.0') ?? '', /- here/, part);
    for (const next of ['### Next release', '### Próxima versión', '### HEAD (unreleased)'])
      assert.doesNotMatch(changelogEntry(`## 4.2.0\n\n${next}\n\n- here\n`, '4.2.0') ?? '', /- here/, next);
  });

  it('stand in lists and tables', () => {
    const list = '- 4.3.0: new\n- 4.2.0: here\n  - and here\n- 4.1.0: old\n';
    assert.equal(changelogEntry(list, '4.2.0'), '- here\n- and here');
    const table =
      '| Fecha | Versión | Cambios |\n|--|--|--|\n| 2026-11-25 | 4.2.0 | here<br>and here |\n| x | 4.1 | y |\n';
    assert.equal(changelogEntry(table, '4.2.0'), '- here\n- and here');
    for (const other of ['- Update to 4.2.0', '- node 4.2.0', '- 4.2.0 is old', '| node | 4.2.0 | here |'])
      assert.equal(changelogEntry(`# Changelog\n\n${other}\n`, '4.2.0'), undefined, other);
  });

  it('are those of the package that the tag names', () => {
    const text = '## api 2.1.0\n- a\n## @acme/web@2.1.0\n- b\n## my-app 2.1.0\n- c\n';
    for (const [tag, said] of [
      ['v2.1.0', '- a'],
      ['@acme/web@2.1.0', '- b'],
      ['my-app-v2.1.0', '- c'],
    ] as const)
      assert.equal(changelogEntry(text, '2.1.0', tag)?.trim(), said, tag);
  });

  it('have entries of versions of any scheme', () => {
    for (const [newer, older] of [
      ...[
        ['2026-11-15', '2026-10-01'],
        ['1.1.1w', '1.1.1v'],
        ['r2460', 'r2451'],
        ['23ai', '19c'],
      ],
      ...[
        ['2:8.2-1ubuntu2.21', '2:8.2-1ubuntu2.16'],
        ['6.0.1.Final', '6.0.0.Final'],
        ['2026.11', '2026.10'],
      ],
    ] as [string, string][]) {
      const text = `# Changes\n\n# ${newer}\n- a\n# ${older}\n- b`;
      assert.equal(changelogEntry(text, newer)?.trim(), '- a', newer);
      assert.equal(changelogEntry(text, older)?.trim(), '- b', older);
    }
    assert.equal(changelogEntry('## 4.2.0\n- a', '4.2.0+build.7')?.trim(), '- a');
    assert.equal(changelogEntry('## Search 4.2.0\n- a\n## 4.2.0\n- b', '4.2.0')?.trim(), '- b');
  });

  it('ask for a kind of release by headings of any style', () => {
    assert.equal(kindAskedFor('Bug Fixes\n---------\n- a')?.kind, 'PATCH');
    assert.equal(kindAskedFor('**Added**\n\n- a')?.kind, 'MINOR');
    assert.equal(kindAskedFor('### ⚠ BREAKING CHANGES\n\n- a')?.kind, 'MAJOR');
    assert.equal(kindAskedFor('### Changed\n\n### Fixed\n'), undefined);
    for (const version of ['2026.11.0', '0.5.0', '4.2', '23ai'])
      assert.equal(releaseKindOf(version), undefined);
    assert.equal(releaseKindOf('4.2.0'), 'MINOR');
  });
});
