import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { Language } from '../../../../src/core/model/text/localized';
import { itemGroups, renderMarkdown } from '../../../../src/core/notices/noticeMarkup';
import { changelogDifferences } from '../../../../src/core/releaseNotes/changelogDifferences';
import { releaseCommands } from '../../../../src/core/releaseNotes/releaseCommands';
import { type ReleaseEntry, releaseEntry } from '../../../../src/core/releaseNotes/releaseEntry';
import { releaseMarkdown } from '../../../../src/core/releaseNotes/releaseMarkdown';
import { releasePage } from '../../../../src/core/releaseNotes/releasePage';
import { configOf, indexOf } from '../../support/memoryWorkspace';

const body = `# Portal

## Changelog

Something first.

### Added

- Monthly report
- An \`option\` for [lists](https://example.org/lists)

### Fixed

- Accents are found.

### What else

- A new colour
`;
const front =
  'id: CHG-1\ntitle: Portal 4.2.0\ncustomer: ribera\nschedule: { start: 2026-11-25 23:30, duration: 1h }\nrelease: { version: "4.2.0" }\ntickets: [TKT-1, { id: ES-7, title: "Search [x]" }]\ncomponents: [{ name: portal, from: "4.1", to: "4.2.0" }, { name: worker }]';

function entryOf(own = front, text = body, language: Language = 'en'): ReleaseEntry {
  const texts = new Map([
    [
      '.changebook/config.yaml',
      'timezone: UTC\ntrackers: [{ pattern: "^ES-", url: "https://t.example.org/{id}" }]\n',
    ],
    ['.changebook/customers/ribera.yaml', 'timezone: Europe/Madrid\n'],
    ['TKT-1.md', '---\nid: TKT-1\ntype: ticket\n---\n# Accents are lost\n'],
  ]);
  const record = parseRecord(`---\ntype: change\n${own}\n---\n${text}`);
  assert.ok(record?.type === 'change');
  return releaseEntry({ record, config: configOf(texts).config, index: indexOf(texts), language });
}

describe('Release notes', () => {
  it('follow footnotes and link definitions that stand below other sections', () => {
    const text =
      '# P\n\n## Changelog\n\n### Added\n\n- A [report][r].[^1]\n\n## Rollback\n\nNone.\n\n[r]: https://e.example/r\n\n[^1]: See [the board][r].\n';
    assert.match(
      releaseMarkdown(entryOf(front, text), 'en'),
      /- A \[report\]\(<https:\/\/e\.example\/r>\)\.\n/,
    );
  });

  it('are an entry of a changelog, with tickets and components below', () => {
    assert.equal(
      releaseMarkdown(entryOf(), 'en'),
      `## [4.2.0] - 2026-11-25

### Added

- Monthly report
- An \`option\` for [lists](<https://example.org/lists>)

### Changed

- A new colour

### Fixed

- Accents are found.

### Tickets

- TKT-1 Accents are lost
- [ES-7 Search \\[x\\]](<https://t.example.org/ES-7>)

### Components

- portal 4.1 → 4.2.0
- worker
`,
    );
  });

  it('keep code, emphasis and links to the web, and write everything else as its words', () => {
    const items = {
      'Set `a*b` to **on**, _not_ ~~off~~': 'Set `a*b` to **on**, *not* ~~off~~',
      'See <https://example.org/a_b>': 'See <https://example.org/a_b>',
      'By [mail](mailto:a@example.org) or [here](command:quit)': 'By [mail](<mailto:a@example.org>) or here',
      'A ``` `tick` ``` and \\*stars\\*': 'A `` `tick` `` and \\*stars\\*',
      'A picture ![of it](https://example.org/x.png) and <b>bold</b>': 'A picture  and bold',
    };
    for (const [written, kept] of Object.entries(items)) {
      const text = releaseMarkdown(
        entryOf(front, `# T\n\n## Changelog\n\n### Added\n\n- ${written}\n`),
        'en',
      );
      assert.ok(text.includes(`\n- ${kept}\n`), text);
    }
  });

  it('have the words of their items, whatever those are made of', () => {
    const words = (item: string): string => item.replace(/[\s*_~`\\]+/g, '');
    const piece = fc.constantFrom(
      'a',
      'b c',
      ' ',
      '*',
      '**',
      '_',
      '`',
      '``',
      '~~',
      '[',
      '](',
      ')',
      '<',
      '>',
      '&amp;',
      '\\',
      '#',
      '1.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const first = itemGroups(`- x${pieces.join('')}`)[0]?.items[0] ?? assert.fail();
        const again = itemGroups(`- ${first.markdown}`)[0]?.items[0] ?? assert.fail();
        assert.equal(words(again.plain), words(first.plain));
      }),
      { numRuns: 300 },
    );
  });

  it('speak Spanish', () => {
    const text = releaseMarkdown(entryOf(front, body, 'es'), 'es');
    assert.deepEqual(
      [...text.matchAll(/^### (.+)$/gm)].map((match) => match[1]),
      ['Añadido', 'Cambiado', 'Corregido', 'Tickets', 'Componentes'],
    );
  });

  it('are of the day on which it happened, in the customer’s time, and say what was taken back', () => {
    const actual = `${front}\nactual: { start: 2026-11-25 23:35, end: 2026-11-26 00:20 }\noutcome: rolled_back`;
    assert.match(releaseMarkdown(entryOf(actual), 'en'), /^## \[4\.2\.0\] - 2026-11-26 \[YANKED\]\n/);
    const without = front.replace(/^release.*\n/m, '');
    assert.match(releaseMarkdown(entryOf(without), 'en'), /^## \[Unreleased\]\n/);
  });

  it('hold nothing that a record could make of them', () => {
    const evil = [
      '[a](javascript:alert(1))',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '![x](https://evil.example.org/x.png)',
      '[click](command:workbench.action.quit)',
      '```sh',
      '# heading',
      'x\u202Ey',
    ];
    const list = evil.map((item) => `- ${item}`).join('\n');
    const own = `id: ${JSON.stringify(evil[1])}\ntitle: ${JSON.stringify(evil.join(' '))}\nrelease: { version: "1.0.0<b>\\n# x" }\ntickets: [{ id: ${JSON.stringify(evil[0])}, title: ${JSON.stringify(evil[4])} }]\ncomponents: [{ name: ${JSON.stringify(evil[2])} }]`;
    const entry = entryOf(own, `# T\n\n## Changelog\n\n### Added\n\n${list}\n`);
    const commands = releaseCommands({ tag: '`x`', branch: '```' }, 'en');
    const differences = changelogDifferences(entry, '## 1.0.0\n\n- <b>x</b>\n', 'en');
    const page = releasePage({ entry, commands, differences }, 'en');
    const { html } = renderMarkdown(page);
    assert.doesNotMatch(html, /<(?:script|img|b)\b|href="(?!https:)/);
    assert.equal([...html.matchAll(/<h1/g)].length, 1);
    assert.doesNotMatch(html, /<pre>/);
    assert.doesNotMatch(page, /\u202E/);
  });
});

describe('What CHANGELOG.md has differently', () => {
  const told = (changelog: string, entry = entryOf()): string[] =>
    changelogDifferences(entry, changelog, 'en').map(({ what, item }) =>
      [what, item].filter(Boolean).join(': '),
    );
  const same = `# Changelog

## [4.3.0]

- Later

## [4.2.0] - 2026-11-20

### Added

- **Monthly  report.** ([#12](https://example.org/12)) ([3f2a9c1](https://example.org/3f2a9c1)), closes #7
- An \`option\` for [lists](https://example.org/lists)

### Fixed

- accents are found

### Removed

- A new colour

### Thanks

- To everybody

## [4.1.0]

- Earlier
`;

  it('is nothing where the words are the same, whatever their case, marks and full stops', () => {
    assert.deepEqual(told(same), []);
    assert.deepEqual(told(same.replaceAll('\n', '\r\n')), []);
  });

  it('is nothing where what changed stands below a heading of the team’s own', () => {
    const own = same.replace('### Added', '### Minor Changes').replace('### Fixed', '### What was wrong');
    assert.deepEqual(told(`${own}\n### Contributors\n\n- Ana\n`), []);
  });

  it('is what one of both does not list, and what stands under another heading', () => {
    assert.deepEqual(told(same.replace('accents are found', 'Umlauts are found')), [
      'notInChangelog: Accents are found.',
      'notInRecord: Umlauts are found',
    ]);
    assert.deepEqual(told(same.replace('### Fixed', '### Seguridad')), ['otherKind: Accents are found.']);
    assert.deepEqual(told('## 4.1.0\n'), ['noEntry']);
    assert.deepEqual(told('## v4.2.0\n', entryOf(front, '# T\n')), []);
    assert.deepEqual(told('## 4.2.0\n\n- Colour\n', entryOf(front, '# T\n')), ['notInRecord: Colour']);
  });

  it('is nothing where the change names no version', () => {
    assert.deepEqual(told(same, entryOf(front.replace(/^release.*\n/m, ''))), []);
  });

  it('is said in a sentence, in both languages', () => {
    const [first] = changelogDifferences(entryOf(), '', 'es');
    assert.equal(first?.message, 'CHANGELOG.md no tiene ninguna entrada para la versión 4.2.0.');
  });
});
