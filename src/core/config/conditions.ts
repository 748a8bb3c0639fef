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

/** What a condition may ask about a change. */
export interface ConditionFacts {
  readonly changeType?: string;
  readonly deploymentType?: number;
  readonly configurationChange?: string;
  readonly performedBy?: string;
  readonly severity?: string;
  readonly impact?: string;
  readonly outcome?: string;
}

/** A closed field that a condition may ask for. */
interface ConditionField {
  readonly es: string;
  readonly choices: ChoiceTable | readonly number[];
  value(facts: ConditionFacts, risk: RiskLevel | undefined): string | number | undefined;
}

/** Closed fields by canonical name, and the risk that follows from all of them. */
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
  risk: { es: 'riesgo', choices: impactLevelChoice.choices, value: (_, risk) => risk },
};

/** One of a field's values in a language. */
export function conditionValue(language: Language, field: ConditionField | undefined, value: string): string {
  const choices = field?.choices ?? {};
  return isNumbers(choices) ? value : choiceIn(language, choices, value);
}

function isNumbers(choices: ConditionField['choices']): choices is readonly number[] {
  return Array.isArray(choices);
}

/** A condition as it was read: for each field, the canonical values of which one must hold. */
export type Condition = ReadonlyMap<string, readonly (string | number)[]>;

/** What is wrong with one entry of a condition. */
export interface ConditionProblem {
  readonly field: string;
  readonly value?: string;
  readonly known: readonly string[];
}

/** Reads a `when` mapping of plain values; what it cannot use is reported and left out. */
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
    // A condition none of whose values can hold never holds, rather than always.
    condition.set(name, values);
  }
  return condition;
}

function canonicalValue({ choices }: ConditionField, item: unknown): string | number | undefined {
  if (Array.isArray(choices)) return choices.find((choice) => String(choice) === String(item));
  return choiceNamed(choices as ChoiceTable, String(item));
}

function namesOf({ choices }: ConditionField): string[] {
  return Array.isArray(choices) ? choices.map(String) : Object.keys(choices);
}

/** Whether a change meets a condition; an empty one always holds. */
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
