import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { newChangeSections } from '../../../../src/core/create/newChangeSections';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { Language } from '../../../../src/core/model/text/localized';
import { keptNames } from '../../../../src/core/procedure/keptPlaces';
import { keptSections } from '../../../../src/core/procedure/keptSections';
import type { SourceProcedure } from '../../../../src/core/procedure/takenSections';
import { isKept, writtenSections } from '../../../../src/core/procedure/writtenSections';

const changeFile = 'changes/2026/CHG-2026-0001.md';
const body = `# Restart

See [the steps](#prep), [the tool](../scripts/restart.sh?v=1), [the way back](#rollback), [the title](#restart),
[the end](#log-in), <a href="../scripts/stop.sh?now">how to stop</a> and [the runbook][rb].[^1]

### Prep

- [ ] Nobody is logged in
- [ ] Restarted [as here][Local]

[rb]: https://wiki.example.org/runbook
[^1]: As of [today](today.md).

### Prep

Once more.

## Rollback

- [ ] Ask the vendor, see [above](#prep-1)

## Tests

### Log in

#### Rollback

- [ ] Log in

[local]: local.md#part "A title"
`;

function procedureOf(text: string, file = 'procedures/PROC-A.md'): SourceProcedure {
  const record = parseRecord(text);
  assert.ok(record?.type === 'procedure');
  return { file, record };
}

const procedure = procedureOf(`---\nid: PROC-A\ntype: procedure\ntitle: Restart\n---\n${body}`);

function newChange(source: SourceProcedure, language: Language, title = 'On Tuesday'): string {
  const { data } = source.record;
  const sections = newChangeSections(
    {
      language,
      id: 'CHG-2026-0001',
      file: changeFile,
      title,
      changeType: 'standard',
      created: '2026-11-16',
      procedure: source,
      data: data.defaults ?? {},
    },
    title,
  );
  return `---\nid: CHG-2026-0001\ntype: change\n---\n# ${title}\n\n${sections}`;
}

/** The sections of a change that its procedure has written otherwise, of those of which it says something. */
function deviations(text: string, source = procedure): string[] {
  const record = parseRecord(text);
  assert.ok(record?.type === 'change');
  const terms = writtenSections(source.record, source.file);
  const use = keptSections(record, changeFile);
  return keptNames.filter((name) => terms.sections[name]?.length && !isKept(name, terms, use));
}

describe('The sections of a standard change', () => {
  it('are recognised as new writes them from each procedure, in either language', () => {
    const folder = 'examples/procedures';
    const examples = readdirSync(folder).map((name) =>
      procedureOf(readFileSync(`${folder}/${name}`, 'utf8'), `procedures/${name}`),
    );
    for (const source of [procedure, ...examples])
      for (const language of ['en', 'es'] as const)
        for (const title of ['On Tuesday', 'Prep'])
          assert.deepEqual(
            deviations(newChange(source, language, title), source),
            [],
            source.file + language,
          );
  });

  it('are the same with ticks, n/a marks with links in their reasons, and what other sections say', () => {
    const honest: { readonly [name: string]: (text: string) => string } = {
      ticks: (text) => text.replaceAll('- [ ]', '- [x]'),
      'a reason': (text) =>
        text.replace(
          '[ ] Nobody is logged in',
          '[x] ~~Nobody is logged in~~ (n/a: see [log](log.md), [it][new])',
        ),
      'another definition': (text) => text.replace('## Deployment', '[new]: https://example.org\n\n$&'),
      'another footnote': (text) =>
        text.replace('## Deployment', 'Words.[^2]\n\n[^2]: More of [it](it.md).\n\n$&'),
      'another heading': (text) =>
        text.replace('## Deployment', '## Deployment window\n\nAt night.\n\n### Steps\n\n1. Try it\n\n$&'),
      'closed HTML': (text) =>
        text.replace('## Deployment', '<details>\n\nWords for <customer>.\n\n</details>\n\n<br>\n\n$&'),
      'line ends': (text) => text.replaceAll('\n', '\r\n'),
      'blank lines': (text) => text.replace('## Deployment\n', '## Deployment  \n\n\n'),
    };
    for (const [name, edit] of Object.entries(honest)) deviate(name, edit, []);
  });

  it('say something else where a link in them leads elsewhere', () => {
    const above = (text: string) => (change: string) => change.replace('## Deployment', `${text}\n\n$&`);
    const tricks: { readonly [name: string]: (text: string) => string } = {
      'by a definition above': above('[rb]: https://evil.example'),
      'by one that is written otherwise': above('> [RB]:\n> <https://evil.example>'),
      'by one of plain words': above(
        '[as here][local] [the\n runbook]: x\n\n[once  more]: x\n\n[Local]: evil.md',
      ),
      'by another definition below': (text) => text.replace('procedures/local.md', 'procedures/evil.md'),
      'by its fragment': (text) => text.replace('(#prep)', '(#own)').concat('\n## Own\n\n1. Drop it\n'),
      'by a heading above that has its anchor': above('## Prep\n\n1. Drop it'),
      'by HTML above that has its anchor': above('<a id="prep"></a>'),
      'by its query': (text) => text.replace('?v=1', '?v=2'),
      'by its query, in other signs': (text) => text.replace('?v=1', '&#63;v=2'),
      'by its query in HTML': (text) => text.replace('?now', '?never'),
      'in a footnote above': above('[^1]: Drop it.'),
      'in a footnote below': (text) => text.replace('## Tests', '[^1]: Drop it.\n\n$&'),
    };
    for (const [name, edit] of Object.entries(tricks)) deviate(name, edit, ['deployment']);
    deviate('back', (text) => text.replace('(#prep-1)', '(#prep)'), ['rollback']);
    const plain = (change: string): string =>
      above('[once more.]: https://evil.example')(change).replace('Once more.', '[Once more.]');
    deviate('a bracket', plain, ['deployment']);
  });

  it('are no others that are called like them', () => {
    const below = (text: string) => (change: string) =>
      change.replace('## Deployment', `${text}\n\n1. Drop it\n\n$&`);
    const tricks = {
      'of another level': below('### Deployment'),
      'of the first level': below('# Despliegue'),
      'with more words': below('## Deployment steps'),
      'in letters of other scripts': below('## Deploymеnt'),
      'in letters of more': below('## ᎠeplΟyment'.replace('Ꭰ', 'Ｄ')),
      'with a digit': below('## Dep1oyment'),
      'in a quote': below('> ## Deployment'),
      'in HTML': below('<h2>Deployment</h2>'),
    };
    for (const [name, edit] of Object.entries(tricks)) deviate(name, edit, ['deployment']);
    deviate('Rollback', below('### 7. **Rollback plan**'), ['rollback']);
  });

  it('have no HTML around them, nor unusual blanks at their edges', () => {
    const tricks: { readonly [name: string]: (text: string) => string } = {
      'a fold': (text) =>
        text
          .replace('## Deployment', '<details><summary>Old</summary>\n\n$&')
          .replace('## Rollback', '</details>\n\n$&'),
      'a line through it': (text) => text.replace('## Deployment', 'Words <s>\n\n$&'),
      'a blank that does not break': (text) => text.replace('## Deployment\n', '$&\n\u00a0\n'),
      'a line separator': (text) => text.replace('## Rollback', '\u2028\n\n$&'),
      'a byte order mark': (text) => text.replace('## Deployment\n\n', '$&\ufeff'),
      'a blank in its heading': (text) => text.replace('## Deployment', '$&\u00a0'),
    };
    for (const [name, edit] of Object.entries(tricks)) deviate(name, edit, ['deployment']);
  });
});

/** Asserts that an edited change has some sections otherwise than its procedure has written them, or has none. */
function deviate(name: string, edit: (text: string) => string, expected: readonly string[]): void {
  const text = newChange(procedure, 'en');
  const edited = edit(text);
  assert.notEqual(edited, text, name);
  const found = deviations(edited);
  if (expected.length === 0) assert.deepEqual(found, [], name);
  for (const section of expected) assert.ok(found.includes(section), name);
}
