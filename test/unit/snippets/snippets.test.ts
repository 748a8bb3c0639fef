import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyConfig } from '../../../src/core/config/workspaceConfig';
import { RecordIndex } from '../../../src/core/index/recordIndex';
import type { Located } from '../../../src/core/model/parse/located';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import type { ParsedRecord } from '../../../src/core/model/parse/record';
import type { FieldTable } from '../../../src/core/model/vocabulary/fieldType';
import { keyIn, recordTypes } from '../../../src/core/model/vocabulary/vocabulary';
import { checkEntry, checkRecord } from '../../../src/core/rules/checkRecord';
import { recordSummary } from '../../../src/core/rules/recordEntry';
import { expand, mostChoices, type Snippet, variablesAt } from './expand';

type Language = 'en' | 'es';

const project = path.resolve(__dirname, '../../..');
const languages: readonly Language[] = ['en', 'es'];
const moment = new Date('2026-11-04T10:15:00Z');
/** Files in which somebody may insert a whole record, and the id that it then has. */
const files: { readonly [type: string]: { readonly [file: string]: string } } = {
  change: {
    'changes/CHG-2026-0042.md': 'CHG-2026-0042',
    'CHG-2026-0042-portal.es.md': 'CHG-2026-0042',
    'CHG-0000.md': 'CHG-0000',
  },
  procedure: { 'PROC-RELEASE.es.md': 'PROC-RELEASE', 'PROC-BLUE-GREEN-Portal.md': 'PROC-BLUE-GREEN' },
  ticket: { 'TKT-7.md': 'TKT-7', 'TKT-2026.1-search.md': 'TKT-2026.1' },
};

describe('The snippets', () => {
  for (const language of languages) {
    for (const [name, snippet] of Object.entries(readSnippets(language))) {
      it(`leave nothing but their placeholders: ${name}`, () => {
        const type = /^(?:type|tipo): (\w+)$/m.exec(snippet.body.join('\n'))?.[1] ?? '';
        for (const [file, id] of Object.entries(files[english(type)] ?? {})) {
          const text = expand(snippet, variablesAt(moment, file));
          const record = recordOf(text);
          assert.equal(record.data.id, id);
          assert.equal(snippet.isFileTemplate, true);
          assertPlaceholdersOnly(record, file);
          assertKeys(record, language);
          assertChoices(snippet, (other) => other, file);
        }
        assert.match(expand(snippet, variablesAt(moment, 'Untitled-1')), /^id: (CHG|PROC|TKT)-[A-Z0-9]+$/m);
      });
    }
    for (const [name, snippet] of Object.entries(readSnippets(`parts.${language}`))) {
      it(`leave nothing but their placeholders: ${name}`, () => {
        const file = 'CHG-2026-0042.md';
        const inRecord = (text: string): string => withPart(language, file, snippet, text);
        const record = recordOf(inRecord(expand(snippet, variablesAt(moment, file))));
        assertPlaceholdersOnly(record, file);
        assertKeys(record, language);
        assertChoices(snippet, inRecord, file);
      });
    }
  }

  it('are there in both languages, each under prefixes of its own', () => {
    for (const kind of ['', 'parts.']) {
      const [en, es] = languages.map((language) => Object.values(readSnippets(kind + language)));
      assert.equal(en?.length, es?.length);
    }
    const all = ['en', 'es', 'parts.en', 'parts.es'].flatMap((name) => Object.values(readSnippets(name)));
    const prefixes = all.flatMap(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const { prefix, body } of all) {
      assert.match(prefix.join(), /^changebook-[a-z]+(,cb-[a-z]+)+$/);
      assert.match(body.at(-1) ?? '', /\$0$/);
    }
  });
});

function readSnippets(name: string): { readonly [name: string]: Snippet } {
  return JSON.parse(readFileSync(path.join(project, `snippets/${name}.json`), 'utf8'));
}

function english(type: string): string {
  return { cambio: 'change', procedimiento: 'procedure', incidencia: 'ticket' }[type] ?? type;
}

function recordOf(text: string): ParsedRecord {
  const record = parseRecord(text);
  assert.ok(record, text);
  return record;
}

/** The list that a part's description names, with the part in it, in a change of the same language. */
function withPart(language: Language, file: string, part: Snippet, text: string): string {
  const key = /`(\w+)`/.exec(part.description)?.[1] ?? '';
  const change = Object.values(readSnippets(language))[0];
  assert.ok(change);
  const whole = expand(change, variablesAt(moment, file));
  const lines = `${key}:\n  ${text}\n`;
  const without = whole.replace(new RegExp(`^${key}:\\n(?: .*\\n)+`, 'm'), '');
  return without.replace(/^(?:feature_flags:)/m, `${lines}$&`);
}

function findingsOf(record: ParsedRecord, file: string): { rule: string; text: string }[] {
  const input = { file, config: emptyConfig };
  const findings = checkRecord(record, input);
  const summary = recordSummary(record, file, emptyConfig);
  const index = new RecordIndex();
  const entry = { file, summary, findings };
  index.update(file, entry);
  const nothing = { exists: () => undefined, anchors: () => undefined, text: () => undefined };
  const all = checkEntry(entry, { ...input, index, files: nothing, git: undefined, now: moment.getTime() });
  return all.map(({ rule, range }) => {
    const source = record.lines.text.split('\n')[range.start.line] ?? '';
    return { rule, text: source.slice(range.start.column, range.end.column) };
  });
}

/** What a waiver answers for and a digest is made from cannot be known by a snippet. */
const expected = new Set(['format/placeholder', 'waiver/unused', 'approval/unbound']);

function assertPlaceholdersOnly(record: ParsedRecord, file: string): void {
  const findings = findingsOf(record, file);
  assert.deepEqual(
    findings.filter(({ rule }) => !expected.has(rule)),
    [],
  );
  // A procedure is a template itself: in it they stay.
  const places = record.type === 'procedure' ? 0 : record.lines.text.split('TBD').length - 1;
  const found = findings.filter(({ rule }) => rule === 'format/placeholder');
  assert.equal(found.length, places, 'every TBD is found');
}

/** Whatever is chosen is right in its form; what it means for the schedule is the writer's business. */
function assertChoices(snippet: Snippet, inRecord: (text: string) => string, file: string): void {
  for (let pick = 1; pick < mostChoices(snippet); pick++) {
    const text = inRecord(expand(snippet, variablesAt(moment, file), pick));
    const wrong = findingsOf(recordOf(text), file).filter(({ rule }) =>
      /^format\/(?!placeholder)/.test(rule),
    );
    assert.deepEqual(wrong, [], text);
  }
}

/** Every key is written in the language of the snippet. */
function assertKeys(record: ParsedRecord, language: Language): void {
  const visit = (place: Located, table: FieldTable): void => {
    for (const [name, child] of Object.entries(place.fields ?? {})) {
      const field = table[name];
      if (!field || child.key === undefined) continue;
      assert.equal(child.key, keyIn(language, name, field));
      const inner = (field.type.item ?? field.type).fields ?? {};
      for (const part of [child, ...(child.items ?? [])]) visit(part, inner);
    }
  };
  visit(record.located, recordTypes[record.type].fields);
}
