import { changeFields } from '../model/vocabulary/changeFields';
import { impactLevelChoice } from '../model/vocabulary/choices';
import { type FieldTable, type FieldType, field } from '../model/vocabulary/fieldType';
import { choice, listOrOne, object, textOrObject } from '../model/vocabulary/fieldTypes';
import { rules } from '../rules/registry';
import type { Rule } from '../rules/rule';
import type { LanguageKind } from './yamlPart';

// What the vocabulary leaves open, since rules and not fields decide it, written as tables all the same.

const severity = field(
  'severity',
  choice({
    off: ['off', { en: 'Not checked', es: 'No se comprueba' }],
    info: ['info', { en: 'Information', es: 'Información' }],
    warning: ['warning', { en: 'Warning', es: 'Advertencia' }],
    error: ['error', { en: 'Error', es: 'Error' }],
  }),
  'Severity of what the rule finds.',
  'Severidad de lo que encuentra la regla.',
  'error',
);

function settingsOf(rule: Rule): FieldTable {
  const options = Object.entries(rule.options).map(([name, { type, description, default: value }]) => {
    const example = JSON.stringify(value) ?? '';
    return [name, { es: name, type, description, example }] as const;
  });
  return { severity, ...Object.fromEntries(options) };
}

function rowOf(rule: Rule): FieldTable[string] {
  const type = textOrObject(settingsOf(rule), 'severity');
  return { es: rule.id, type, description: rule.explanation, example: '{ severity: error }' };
}

/** Every rule as the key of its settings. */
const ruleFields: FieldTable = Object.fromEntries(rules.map((rule) => [rule.id, rowOf(rule)]));

/** The closed fields of a change, each with one or several of its values, the procedure that it follows, and its risk. */
const conditionFields: FieldTable = {
  ...Object.fromEntries(
    Object.entries<FieldTable[string]>(changeFields)
      .filter(([name, { type }]) => type.kind === 'choice' || type.values || name === 'procedure')
      .map(([name, row]) => [name, { ...row, type: listOrOne(row.type) }]),
  ),
  impact: field(
    'impacto',
    listOrOne(impactLevelChoice),
    'Level of its impact.',
    'Nivel de su impacto.',
    'low',
  ),
  risk: field(
    'riesgo',
    listOrOne(impactLevelChoice),
    'Its risk, as computed.',
    'Su riesgo, calculado.',
    'low',
  ),
};

const when = object(conditionFields);

/** What stands under the open fields of `.changebook/config.yaml` and of records, by path. */
const openFields: { readonly [kind in LanguageKind]?: ReadonlyMap<string, FieldType> } = {
  config: new Map<string, FieldType>([
    ['rules', object(ruleFields)],
    ['overrides.rules', object(ruleFields)],
    ['approvals.when', when],
  ]),
  record: new Map([['standard.when', when]]),
};

/** What stands under an open field of a text; undefined where anything may. */
export function openField(kind: LanguageKind, path: string): FieldType | undefined {
  return openFields[kind]?.get(path);
}
