import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FieldTable, FieldType } from '../../../src/core/model/vocabulary/fieldType';
import { recordTypes } from '../../../src/core/model/vocabulary/vocabulary';
import { grammar } from '../../../src/generate/grammar';
import { marks, type Tokenise, tokenisers } from './tokens';

const project = path.resolve(__dirname, '../../..');
const key = 'support.type.property-name';
const value = 'variable.other.enummember';
const status = 'constant.language.status';
const record = 'entity.name.type.record';

describe('The grammar', () => {
  let tokens: Tokenise;
  before(async () => {
    tokens = (await tokenisers()).injected;
  });
  const inFrontMatter = (...lines: string[]): string[] => marks(tokens(`---\n${lines.join('\n')}\n---\n`));
  const inBody = (...lines: string[]): string[] => marks(tokens(lines.join('\n')));

  it('is what the vocabulary makes of it, each time', () => {
    assert.deepEqual(grammar(), grammar());
    for (const { path: file, content } of grammar())
      assert.equal(readFileSync(path.join(project, file), 'utf8'), content);
  });

  it('has single matches only', () => {
    for (const { content } of grammar()) assert.doesNotMatch(content, /"(?:begin|end|while|include)":/);
  });

  it('marks every key of every record, where it belongs', () => {
    for (const { fields } of Object.values(recordTypes)) {
      for (const { name, nested } of keysOf(fields)) {
        const line = nested ? `  - ${name}: x` : `${name}: x`;
        assert.deepEqual(inFrontMatter('group:', line), [`${name}: ${key}`], line);
      }
    }
  });

  it('marks every closed value, alone, quoted, in a list and before a comment', () => {
    for (const { fields } of Object.values(recordTypes)) {
      for (const { name, field } of closedFields(fields)) {
        const scope = name === 'status' || name === 'state' || name === 'from' ? status : value;
        for (const word of words(field.type)) {
          for (const written of [word, `"${word}"`, `'${word}'`, `${word}  # why`]) {
            const line = isList(field.type) ? `- ${written}` : `${name}: ${written}`;
            assert.equal(inFrontMatter('group:', `  ${line}`).at(-1), `${word}: ${scope}`);
          }
        }
      }
    }
    assert.deepEqual(inFrontMatter('avisar: [socio, ops@example.org, end_users]'), [
      `avisar: ${key}`,
      `socio: ${value}`,
      `end_users: ${value}`,
    ]);
  });

  it('leaves what is no key and no value of the format', () => {
    assert.deepEqual(inFrontMatter('inicio: 1', 'unknown: done', 'title: done', 'status_x: done').length, 1);
    assert.deepEqual(inFrontMatter('estado: done deal'), [`estado: ${key}`]);
    assert.deepEqual(inFrontMatter('estado: high'), [`estado: ${key}`]);
    assert.deepEqual(inFrontMatter('title: the status'), [`title: ${key}`]);
    assert.deepEqual(inFrontMatter('title: >', '  status: done', '  CHG-2026-0001', '# status: done'), [
      `title: ${key}`,
    ]);
    assert.deepEqual(inFrontMatter('environments: [partner]'), [`environments: ${key}`]);
    assert.deepEqual(inBody('status: done', '', '```yaml', 'status: done', '```'), []);
  });

  it('marks ids with their versions', () => {
    const pinned = [
      `PROC-RELEASE: ${record}`,
      '@: punctuation.separator.version',
      '1.0.0: constant.numeric.version',
    ];
    assert.deepEqual(inFrontMatter('procedure: PROC-RELEASE@1.0.0').slice(1), pinned);
    assert.deepEqual(inFrontMatter('procedure: "PROC-RELEASE@1.0.0"').slice(1), pinned);
    assert.deepEqual(inBody('Follows **PROC-RELEASE@1.0.0**.'), pinned);
    for (const text of [
      'See CHG-2026-0042.',
      '# CHG-2026-0042',
      '- [x] (CHG-2026-0042)',
      '| a | CHG-2026-0042 |\n|---|---|',
    ]) {
      assert.deepEqual(inBody(text), [`CHG-2026-0042: ${record}`], text);
    }
  });

  it('leaves ids in code, links, tags, paths and longer words', () => {
    for (const text of [
      '`CHG-2026-0042`',
      '```\nCHG-2026-0042\n```',
      '```sh\ngit log CHG-2026-0042\n```',
      '    CHG-2026-0042',
      '[CHG-2026-0042](a/CHG-2026-0042.md "CHG-2026-0042")',
      '![CHG-2026-0042](b.png)',
      '<https://example.org/CHG-2026-0042>',
      'https://example.org/CHG-2026-0042?CHG-2026-0042',
      '<a href="CHG-2026-0042">',
      'changes/CHG-2026-0042.md CHG-2026-0042-portal.md',
      'ACHG-2026-0042 CHG-2026x chg-2026-0042 CHG- ES-7412280',
    ]) {
      assert.deepEqual(inBody(text), [], text);
    }
  });

  it('marks the name of a step and whether it asks for evidence', () => {
    const [word, colon, name] = [
      'step: keyword.other.step',
      ':: punctuation.separator.step',
      'backup: entity.name.label.step',
    ];
    const evidence = 'evidence: storage.modifier.step';
    assert.deepEqual(inBody('- [ ] Copy <!-- step: backup -->'), [word, colon, name]);
    assert.deepEqual(inBody('- [ ] Copy <!--step:backup other evidence-->'), [word, colon, name, evidence]);
    assert.deepEqual(inBody('- [ ] Copy <!-- steps: backup -->'), []);
    assert.deepEqual(inBody('- [ ] Copy <!-- step: a/b -->'), [word, colon]);
    assert.deepEqual(inBody('- [ ] Copiar <!-- paso: por="Ana García" evidencia -->'), [
      'paso: keyword.other.step',
      colon,
      'por: storage.modifier.step',
      '=: punctuation.separator.step',
      '"Ana García": string.unquoted.step',
      'evidencia: storage.modifier.step',
    ]);
    assert.deepEqual(inBody('```html', '<!-- step: backup -->', '```', '`<!-- step: backup -->`'), []);
    const [token] = tokens('<!-- step: backup -->').filter(({ text }) => text === 'backup');
    assert.ok(token?.scopes.includes('comment.block.html'));
  });

  it('marks a step that does not apply', () => {
    const mark = 'n/a: constant.language.not-applicable';
    assert.deepEqual(inBody('- [x] ~~Page~~ (n/a: not *used*)', '- [x] ~~Page~~ (n/a)'), [mark, mark]);
    assert.deepEqual(inBody('- [x] Page (n/a: no)', 'n/a', '- `~~Page~~ (n/a)`'), []);
  });
});

function* keysOf(table: FieldTable, nested = false): Generator<{ name: string; nested: boolean }> {
  for (const [name, field] of Object.entries(table)) {
    for (const written of [name, field.es, ...(field.alsoNamed ?? [])]) yield { name: written, nested };
    const fields = (field.type.item ?? field.type).fields;
    if (fields) yield* keysOf(fields, true);
  }
}

function* closedFields(table: FieldTable): Generator<{ name: string; field: FieldTable[string] }> {
  for (const [name, field] of Object.entries(table)) {
    const type: FieldType = field.type.item ?? field.type;
    if (type.choices) yield { name, field };
    if (type.fields) yield* closedFields(type.fields);
  }
}

function words(type: FieldType): string[] {
  return Object.entries((type.item ?? type).choices ?? {}).flatMap(([en, [es]]) => [en, es]);
}

function isList(type: FieldType): boolean {
  return type.item !== undefined;
}
