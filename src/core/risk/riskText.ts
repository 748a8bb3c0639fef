import type { Language, Localized } from '../model/text/localized';
import { fillIn } from '../model/text/localized';
import { impactLevelChoice } from '../model/vocabulary/choices';
import type { Risk, RiskFactor } from './riskOf';

const factorTexts: { readonly [factor in RiskFactor['factor']]: Localized } = {
  impact: { en: 'impact', es: 'impacto' },
  likelihood: { en: 'likelihood of failure', es: 'probabilidad de fallo' },
  statedImpact: { en: 'consequences of a failure', es: 'consecuencias de un fallo' },
  deploymentType: { en: 'deployment type {figure}', es: 'tipo de despliegue {figure}' },
  outage: {
    en: 'outage of {figure} {figure|minute|minutes}',
    es: 'corte de {figure} {figure|minuto|minutos}',
  },
  irreversible: { en: 'irreversible migration', es: 'migración irreversible' },
  expensive: { en: 'expensive migration', es: 'migración costosa' },
  majorSteps: {
    en: 'components with a major step: {figure}',
    es: 'componentes con un salto mayor: {figure}',
  },
  recentFailures: {
    en: 'changes of the customer that failed in the last 90 days: {figure}',
    es: 'cambios del cliente fallidos en los últimos 90 días: {figure}',
  },
};

/** A level's name in a language. */
export function levelText(level: Risk['level'], language: Language): string {
  return language === 'es' ? impactLevelChoice.choices[level][0] : level;
}

/** A factor in words, with its figure. */
export function factorText({ factor, figure }: RiskFactor, language: Language): string {
  return fillIn(factorTexts[factor][language], figure === undefined ? {} : { figure });
}

/** The factors that decide: those of the highest level. */
export function decidingFactors(risk: Risk): RiskFactor[] {
  return risk.factors.filter(({ level }) => level === risk.level);
}

/** A risk on one line: its level and the deciding factors. */
export function riskText(risk: Risk, language: Language): string {
  const because = decidingFactors(risk).map((factor) => factorText(factor, language));
  const level = levelText(risk.level, language);
  return because.length > 0 ? `${level} (${because.join(', ')})` : level;
}
