import type { Language } from '../model/text/localized';
import {
  changeTypeChoice,
  configurationChangeChoice,
  impactLevelChoice,
  outcomeChoice,
  partyChoice,
  type RiskLevel,
  severityChoice,
} from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { choiceIn, choiceNamed } from '../model/vocabulary/vocabulary';

/** The facts of a change that a condition may test. */
export interface ConditionFacts {
  readonly changeType?: string;
  readonly deploymentType?: number;
  readonly configurationChange?: string;
  readonly performedBy?: string;
  readonly severity?: string;
  readonly impact?: string;
  readonly outcome?: string;
  /** Id of the procedure that it follows, without a version. */
  readonly procedure?: string;
}

/** A field that a condition may test. */
interface ConditionField {
  readonly es: string;
  /** Its values; undefined where it holds an id. */
  readonly choices: ChoiceTable | readonly number[] | undefined;
  value(facts: ConditionFacts, risk: RiskLevel | undefined): string | number | undefined;
}

/** The fields of conditions by canonical name. The risk is computed from the others. */
export const conditionFields: { readonly [name: string]: ConditionField } = {
  change_type: { es: 'tipo_cambio', choices: changeTypeChoice.choices, value: (facts) => facts.changeType },
  deployment_type: { es: 'tipo_despliegue', choices: [1, 2, 3, 4], value: (facts) => facts.deploymentType },
  configuration_change: {
    es: 'cambio_configuracion',
    choices: configurationChangeChoice.choices,
    value: (facts) => facts.configurationChange,
  },
  performed_by: { es: 'realizado_por', choices: partyChoice.choices, value: (facts) => facts.performedBy },
  severity: { es: 'severidad', choices: severityChoice.choices, value: (facts) => facts.severity },
  impact: { es: 'impacto', choices: impactLevelChoice.choices, value: (facts) => facts.impact },
  outcome: { es: 'resultado', choices: outcomeChoice.choices, value: (facts) => facts.outcome },
  procedure: { es: 'procedimiento', choices: undefined, value: (facts) => facts.procedure },
  risk: { es: 'riesgo', choices: impactLevelChoice.choices, value: (_, risk) => risk },
};

/** A condition in words, of its fields with their canonical values. */
export function conditionText(condition: object, language: Language): string {
  const parts = Object.entries(condition).map(([name, values]: [string, readonly unknown[]]) => {
    const field = conditionFields[name];
    const named = values.map((value) => conditionValue(language, field, String(value)));
    return `${language === 'es' ? (field?.es ?? name) : name}: ${named.join(', ')}`;
  });
  return parts.join(' · ');
}

/** One of a field's values in a language. */
function conditionValue(language: Language, field: ConditionField | undefined, value: string): string {
  const choices = field?.choices ?? {};
  return isNumbers(choices) ? value : choiceIn(language, choices, value);
}

function isNumbers(choices: ConditionField['choices']): choices is readonly number[] {
  return Array.isArray(choices);
}

/** A condition: for each field the canonical values that it accepts. */
export type Condition = ReadonlyMap<string, readonly (string | number)[]>;

/** A problem of one entry of a condition. */
interface ConditionProblem {
  readonly field: string;
  readonly value?: string;
  readonly known: readonly string[];
}

/** Reads a `when` mapping. What cannot be used is reported and left out. */
export function readCondition(
  written: unknown,
  report: (problem: ConditionProblem) => void = () => {},
): Condition {
  const condition = new Map<string, (string | number)[]>();
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return condition;
  for (const [key, value] of Object.entries(written)) {
    const found = Object.entries(conditionFields).find(([name, { es }]) => name === key || es === key);
    if (!found) {
      report({ field: key, known: Object.keys(conditionFields) });
      continue;
    }
    const [name, field] = found;
    const values = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
      const canonical = canonicalValue(field, item);
      if (canonical === undefined) report({ field: key, value: String(item), known: namesOf(field) });
      return canonical === undefined ? [] : [canonical];
    });
    // The field stays even without a valid value: such a condition never holds, rather than always.
    condition.set(name, values);
  }
  return condition;
}

function canonicalValue({ choices }: ConditionField, item: unknown): string | number | undefined {
  if (choices === undefined) return typeof item === 'string' ? bareId(item) : undefined;
  if (Array.isArray(choices)) return choices.find((choice) => String(choice) === String(item));
  return choiceNamed(choices as ChoiceTable, String(item));
}

function namesOf({ choices }: ConditionField): string[] {
  if (choices === undefined) return ['PROC-…'];
  return Array.isArray(choices) ? choices.map(String) : Object.keys(choices);
}

/** An id as conditions compare it: in capitals, since a change may write it otherwise, and without a version. */
export function bareId(written: string): string {
  return written.replace(/@.*$/s, '').trim().toUpperCase();
}

/** Whether a change meets a condition. An empty condition always holds. */
export function meetsCondition(
  condition: Condition,
  facts: ConditionFacts,
  risk: RiskLevel | undefined,
): boolean {
  return [...condition].every(([name, values]) => {
    const value = conditionFields[name]?.value(facts, risk);
    return value !== undefined && values.includes(value);
  });
}
