import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configTypeOf } from '../../../src/core/config/configFiles';
import { exampleOf } from '../../../src/core/language/jsonSchema/fieldSchema';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import type { FieldTable } from '../../../src/core/model/vocabulary/fieldType';
import { configTypes, recordTypes } from '../../../src/core/model/vocabulary/vocabulary';
import { recordSchemas } from '../../../src/generate/recordSchemas';
import { checkText } from '../support/memoryWorkspace';
import { englishChange, mixedConfig, spanishChange } from './schemaFixtures';
import { complaints, type SchemaName, schemaNames, validator } from './schemas';

const examples = path.resolve(__dirname, '../../../examples');
const small = 'id: CHG-2026-0042\ntype: change\n';

describe('The JSON Schemas of records', () => {
  it('are valid draft 2020-12 with a name and a title', () => {
    for (const { content } of recordSchemas()) {
      const schema = JSON.parse(content) as { readonly [keyword: string]: unknown };
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      assert.match(String(schema.$id), /^urn:changebook:schema:[a-z]+$/);
      assert.ok(schema.title);
    }
    for (const name of schemaNames) validator(name);
  });

  it('accept English, Spanish and mixed names', () => {
    assert.deepEqual(complaints('change', englishChange), []);
    assert.deepEqual(complaints('change', spanishChange), []);
    assert.deepEqual(complaints('config', mixedConfig), []);
    assert.deepEqual(complaints('change', `${small}estado: done\nstatus: ~\n`).length, 1);
    assert.deepEqual(
      complaints('change', `${small}programacion: { start: 2026-11-25 22:00, duracion: 1h }`),
      [],
    );
  });

  it('accept the fixtures for the same reason as the rules do', () => {
    for (const yaml of [englishChange, spanishChange]) {
      const rules = checkText(`---\n${yaml}---\n`).map(({ rule, args }) => `${rule} ${JSON.stringify(args)}`);
      // A role of the team's own needs a configuration that adds it; the schema cannot know.
      const format = rules.filter(
        (found) => found.startsWith('format/field') && !found.includes('security_office'),
      );
      assert.deepEqual(format, []);
    }
  });

  const refused: { readonly [what: string]: string } = {
    'an unknown key': `${small}customr: diba\n`,
    'an unknown nested key': `${small}schedule: { strat: 2026-11-25 22:00 }\n`,
    'an unknown key in a list': `${small}components: [{ nam: portal }]\n`,
    'one field under both names': `${small}customer: diba\ncliente: diba\n`,
    'one nested field under both names': `${small}schedule: { start: 2026-11-25 22:00, inicio: 2026-11-25 22:00 }\n`,
    'a list under its plural and its singular': `${small}environments: [PRO]\nenvironment: PRO\n`,
    'type under both names': `${small}tipo: cambio\n`,
    'no id': 'type: change\n',
    'an empty id': 'id:\ntype: change\n',
    'an unknown closed value': `${small}severity: urgent\n`,
    'a deployment type that is none': `${small}deployment_type: 5\n`,
    'a version that is a number': `${small}components: [{ name: portal, to: 3.10 }]\n`,
    'a duration without a unit': `${small}schedule: { duration: 90 }\n`,
    'text for a list': `${small}features: Monthly report\n`,
    'text for a mapping': `${small}impact: high\n`,
    'a party that is no address': `${small}notify: [everybody]\n`,
    'a negative count': `${small}tests: { passed: -1 }\n`,
    'a boolean in words': `${small}database: [{ reversible: "yes" }]\n`,
  };
  for (const [what, yaml] of Object.entries(refused)) {
    it(`refuse ${what}, as the rules do`, () => {
      assert.notDeepEqual(complaints('change', yaml), []);
      const rules = checkText(`---\n${yaml}---\n`).map(({ rule }) => rule);
      assert.ok(
        rules.some((rule) => /^format\/(field|both-languages|version-number)$/.test(rule)),
        rules.join(),
      );
    });
  }

  it('refuse a text that names no type, or the type of another schema', () => {
    assert.notDeepEqual(complaints('change', 'id: CHG-2026-0042\n'), []);
    assert.notDeepEqual(complaints('change', 'id: CHG-2026-0042\ntype: ticket\n'), []);
    assert.notDeepEqual(complaints('ticket', 'id: TKT-2026-0042\ntipo: cambio\n'), []);
    assert.deepEqual(complaints('ticket', 'id: TKT-2026-0042\ntipo: incidencia\n'), []);
  });

  it('refuse an unknown key in every type', () => {
    for (const name of schemaNames)
      assert.ok(complaints(name, 'unknown_key: 1\n').some((text) => /additional/.test(text)));
  });

  it('accept the example of every field', () => {
    const types = { ...recordTypes, ...configTypes };
    for (const [name, { fields }] of Object.entries(types)) {
      // A record's type is an example of itself only.
      everyField(fields, [], (example, at) => {
        if (at === 'type' && name !== 'change') return;
        const validate = validator(name, at);
        assert.ok(
          validate(example),
          `${name} ${at}: ${JSON.stringify(example)} ${JSON.stringify(validate.errors)}`,
        );
      });
    }
  });

  it('accept the example workspace wherever the rules find no fault in its fields', () => {
    let accepted = 0;
    for (const { file, text } of exampleFiles()) {
      const { name, yaml, faultless } = judged(file, text) ?? {};
      if (!name || yaml === undefined || !faultless) continue;
      assert.deepEqual(complaints(name, yaml), [], file);
      accepted++;
    }
    assert.ok(accepted > 0);
  });
});

function everyField(
  table: FieldTable,
  above: readonly string[],
  visit: (example: unknown, at: string) => void,
): void {
  for (const [name, field] of Object.entries(table)) {
    const at = [...above, name];
    visit(exampleOf(field), at.join('.'));
    const nested = field.type.fields ?? field.type.item?.fields;
    if (nested) everyField(nested, at, visit);
  }
}

function exampleFiles(): { file: string; text: string }[] {
  return readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.(md|ya?ml)$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(examples, file), 'utf8') }));
}

interface Judged {
  readonly name: SchemaName;
  readonly yaml: string;
  /** Whether the rules find nothing wrong that a schema can see. */
  readonly faultless: boolean;
}

function judged(file: string, text: string): Judged | undefined {
  const configType = configTypeOf(file);
  if (configType) return { name: configType, yaml: text, faultless: true };
  const record = file.endsWith('.md') ? parseRecord(text) : undefined;
  if (!record) return undefined;
  const yaml = text.slice(record.content.start, record.content.end);
  return { name: record.type, yaml, faultless: record.problems.length === 0 && record.data.id !== undefined };
}
