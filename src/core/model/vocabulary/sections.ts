import type { Language, Localized } from '../text/localized';
import { ownCopy } from '../text/ownCopy';
import { plainName, visibleText, withoutAccents } from '../text/plainName';

/** Canonical names of a change's sections, in the order in which they stand. */
export const changeSections = {
  summary: { en: 'Summary', es: 'Resumen' },
  components: { en: 'Components', es: 'Componentes' },
  impact: { en: 'Impact', es: 'Impacto' },
  tickets: { en: 'Tickets', es: 'Tickets' },
  changelog: { en: 'Changelog', es: 'Cambios' },
  deployment: { en: 'Deployment', es: 'Despliegue' },
  rollback: { en: 'Rollback', es: 'Reversión' },
  tests: { en: 'Tests', es: 'Pruebas' },
  checklist: { en: 'Checklist', es: 'Checklist' },
} as const satisfies { [name: string]: Localized };

/** Parts of the tests section, one level down. */
export const testSections = {
  progression: { en: 'Progression', es: 'Progresión' },
  regression: { en: 'Regression', es: 'Regresión' },
} as const satisfies { [name: string]: Localized };

/** Sections with a meaning at any place. */
export const furtherSections = {
  approvals: { en: 'Approvals', es: 'Aprobaciones' },
  review: { en: 'Review', es: 'Revisión' },
} as const satisfies { [name: string]: Localized };

export type ChangeSectionName = keyof typeof changeSections;
export type SectionName = ChangeSectionName | keyof typeof testSections | keyof typeof furtherSections;

/** The names of a change's nine sections, in order. */
export const changeSectionNames = Object.keys(changeSections) as ChangeSectionName[];

/** Other titles for these sections. They count only where no heading has the section's own name. */
export const sectionSynonyms: {
  readonly [name in SectionName]: { readonly [language in Language]: string };
} = {
  summary: {
    en: 'Overview, Description, Abstract, Change summary, Change description, Executive summary',
    es: 'Descripción, Descripción del cambio, Resumen del cambio, Visión general, Objeto, Resumen ejecutivo',
  },
  components: {
    en: 'Affected components, Affected systems, Systems affected, Affected services, Configuration items',
    es: 'Componentes afectados, Sistemas afectados, Servicios afectados, Elementos de configuración',
  },
  impact: {
    en: 'Impact analysis, Impact assessment, Risk and impact, Impact and risk, Impact and risks, Service impact, Business impact, Risks and impact, User impact, Customer impact, Expected impact, Impact on users, Impact and downtime, Risk, Risks, Risk assessment, Risk analysis',
    es: 'Análisis de impacto, Evaluación de impacto, Impacto y riesgo, Impacto y riesgos, Riesgos e impacto, Impacto en el servicio, Impacto esperado, Impacto en los usuarios, Impacto a usuarios, Impacto en el negocio, Riesgos, Riesgo, Evaluación de riesgos, Análisis de riesgos',
  },
  tickets: {
    en: 'Issues, Related tickets, Related issues, Linked issues, Jira',
    es: 'Incidencias, Tickets relacionados, Incidencias relacionadas, Peticiones',
  },
  changelog: {
    en: 'Changes, Change log, Release notes, What changes, What’s changed, What’s new',
    es: 'Registro de cambios, Lista de cambios, Notas de la versión, Novedades, Qué cambia, Cambios incluidos',
  },
  deployment: {
    en: 'Deployment plan, Deployment steps, Deploy, Steps, Implementation, Implementation plan, Implementation steps, Rollout, Rollout plan, Procedure, Execution, Execution plan, Release steps, Installation, Installation steps, Deployment procedure, Deployment instructions, Runbook',
    es: 'Plan de despliegue, Pasos, Pasos de despliegue, Pasos del despliegue, Procedimiento, Pasos a seguir, Implantación, Plan de implantación, Implementación, Plan de implementación, Procedimiento de despliegue, Procedimiento de instalación, Ejecución, Plan de ejecución, Instalación, Puesta en producción',
  },
  rollback: {
    en: 'Roll back, Rollback plan, Rollback steps, Rollback procedure, Rollback process, Rollback instructions, Rollback strategy, Rollback and recovery, How to roll back, Revert, Reverting, Undo, Recovery plan, In case of failure, If something goes wrong, If it goes wrong, If this goes wrong, If things go wrong, If it fails, If this fails, In case of problems, In case of error, How to undo, Restore plan, Failback, Backout, Back out, Backout plan, Back out plan, Backout steps, Back out procedure, Fallback, Fallback plan, Contingency plan, Reversal, Rolling back, Roll back steps, Roll back plan, Roll back procedure, Back out steps, Backout procedure, Backout process, Back out process, Revert plan, Revert steps, Reverting the change, Reversion, Reversion plan, Undo plan, Recovery, Recovery steps, Recovery procedure, Fallback procedure, Remediation plan, Contingency',
    es: 'Deshacer, Plan de retorno, Plan de recuperación, En caso de fallo, En caso de error, En caso de problemas, Si falla, Si algo falla, Si algo va mal, Si va mal, Si algo sale mal, Si sale mal, Cómo deshacer, Cómo volver atrás, Plan de restauración, Volver a la versión anterior, Marcha atrás, Plan de marcha atrás, Vuelta atrás, Plan de vuelta atrás, Volver atrás, Retroceso, Plan de retroceso, Plan de reversión, Pasos de reversión, Procedimiento de reversión, Procedimiento de marcha atrás, Procedimiento de vuelta atrás, Pasos de marcha atrás, Plan de rollback, Pasos de rollback, Procedimiento de rollback, Plan de contingencia, Reversa, Plan de reversa, Revertir, Cómo revertir, Marcha atrás del cambio, Pasos de vuelta atrás, Pasos para volver atrás, Restauración, Recuperación, Pasos de recuperación, Contingencia, Plan B',
  },
  tests: {
    en: 'Test, Testing, Test plan, Test cases, Validation, Validation plan, Validation steps, Verification, Verification plan, Verification steps, Acceptance tests, Post implementation verification, Post deployment verification, Test steps, Tests to run, Testing plan, Testing steps, Testing instructions, How to test, How to verify, How has this been tested, Smoke test, Smoke tests, Smoke testing, Sanity check, Sanity checks, Sanity tests, Health checks, Verification and validation, Verification checks, Verification tests, Acceptance testing, Post deployment checks, Post deployment tests, Post deployment testing, Post deployment validation, Post deploy checks, Post deploy verification, Post release checks, Post release verification, Post change verification, Post change validation, Post implementation tests, Post checks, QA, QA checks',
    es: 'Prueba, Plan de pruebas, Casos de prueba, Validación, Plan de validación, Verificación, Comprobaciones, Pruebas a realizar, Pruebas de aceptación, Humo, Pruebas de humo, Prueba de humo, Pruebas de validación, Pruebas de verificación, Pruebas funcionales, Pruebas posteriores, Pruebas tras el despliegue, Pruebas post despliegue, Pruebas realizadas, Pasos de prueba, Cómo probar, Cómo probarlo, Cómo se ha probado, Comprobación, Comprobaciones posteriores, Comprobaciones finales, Comprobaciones tras el despliegue, Comprobación posterior, Verificaciones, Verificación posterior, Verificación tras el despliegue, Verificación post despliegue, Verificación final, Validaciones, Validación posterior, Validación tras el despliegue, Validación post despliegue',
  },
  checklist: {
    en: 'Check list',
    es: 'Lista de comprobación, Lista de verificación, Lista de control, Lista de chequeo',
  },
  progression: {
    en: 'Progression tests, New functionality',
    es: 'Pruebas de progresión, Funcionalidad nueva',
  },
  regression: { en: 'Regression tests', es: 'Pruebas de regresión' },
  approvals: {
    en: 'Approval, Approvers, Approved by, Approvals required, Required approvals, Approvals needed, Change approval, CAB approval, Approval and sign off, Approvals and sign off, Approvals and sign offs, Sign off, Sign offs, Signoff, Signoffs, Signed off by, Signatures, Authorization, Authorizations, Authorisation, Authorisations, Go no go, Go/no go',
    es: 'Aprobación, Aprobadores, Aprobado por, Aprobaciones necesarias, Aprobación del cambio, Aprobación del CAB, Visto bueno, Vistos buenos, VºBº, Vº Bº, V.º B.º, Autorización, Autorizaciones, Autorizado por, Firmas, Firma, Conformidad, Conformidades',
  },
  review: {
    en: 'Post implementation review, Post mortem, Postmortem, Retrospective',
    es: 'Revisión posterior, Retrospectiva',
  },
};

/** The section that a heading's title names. */
interface SectionTitle {
  readonly name: SectionName;
  /** Undefined where both languages use the same word. */
  readonly language: Language | undefined;
  /** Whether it is the section's own name rather than a synonym. */
  readonly own: boolean;
}

/** Markup around the words of a title, and numbers in front of it. */
const enclosed = /<[^<>]*>|\{#[^{}]*\}|:[a-z\d_+-]+:(?=\s|$)|[*_`~]+|!?\[(?=[^\]]*\]\()|\]\([^()]*\)/gi;
const number =
  /^(?:(?:section|step|part|phase|secci[oó]n|paso|parte|fase|apartado)\s+)?(?:\d+(?:[.-]\d+)*[.):ºª]*|[a-z][.)]|[ivx]+[.)])(?:\s*[-–—:]\s+|\s+|(?<=[.)])(?=\p{L}))/iu;

const bareKeys = new Map<string, string>();
const plainKeys = new Map<string, string>();
const byTitle = new Map<string, SectionTitle>();
const ownTitles = { ...furtherSections, ...testSections, ...changeSections };
for (const [name, { en, es }] of Object.entries(ownTitles)) add(name, { en, es }, true);
for (const [name, titles] of Object.entries(sectionSynonyms)) add(name, titles, false);

function add(name: string, titles: Localized, own: boolean): void {
  for (const language of ['en', 'es'] as const)
    for (const title of titles[language].split(', ')) {
      const key = titleKey(title);
      // A name of its own stays one, though the other language has it among its other titles (“Reversion”).
      if (!own && byTitle.get(key)?.own) continue;
      const shared = byTitle.has(key) || (own && titles.en === titles.es);
      byTitle.set(key, { name: name as SectionName, language: shared ? undefined : language, own });
    }
}

/** Longer titles name no section. */
const longestTitle = 80;

/** A section's own name in a language. */
export function sectionIn(language: Language, name: SectionName): string {
  return ownTitles[name][language];
}

/** The section that a heading's title names in either language, ignoring numbers and markup; else undefined. */
export function sectionTitled(title: string): SectionTitle | undefined {
  if (title.length > longestTitle) return undefined;
  return byTitle.get(titleKey(title)) ?? titledTwice(title);
}

/** Between two names of one section. */
const betweenNames = /[/|]|\s(?:and|y|e|&|\+)\s/i;

/** Two names of one section side by side: “Rollback / Backout”, “Validation & verification”, or one in each language. */
function titledTwice(title: string): SectionTitle | undefined {
  if (!betweenNames.test(title)) return undefined;
  const [first, ...others] = title.split(betweenNames).map((part) => byTitle.get(titleKey(part)));
  if (!first || others.length === 0 || others.some((other) => other?.name !== first.name)) return undefined;
  return { name: first.name, language: undefined, own: false };
}

/** The key under which titles are compared: their words without numbers and markup. */
function titleKey(title: string): string {
  return cached(bareKeys, title, (written) => plainTitle(bareTitle(written).replace(/\s*\([^()]*\)$/, '')));
}

/** Caches what is computed from a title, since most records have the same few titles. */
function cached(known: Map<string, string>, title: string, make: (title: string) => string): string {
  const found = known.get(title);
  if (found !== undefined) return found;
  if (known.size > 2000) known.clear();
  const own = ownCopy(title);
  const key = make(own);
  known.set(own, key);
  return key;
}

/** A title without numbers, colons, emphasis, links, pictures and anchors around it. */
export function bareTitle(title: string): string {
  const words = title.replace(enclosed, '').replace(/\p{M}*\p{Me}/gu, '');
  const text = words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
  return text.replace(number, '').replace(/^[^\p{L}\p{N}]+/u, '');
}

function plainTitle(title: string): string {
  return plainName(withoutAccents(visibleText(title)))
    .replaceAll('-', ' ')
    .replace(/[‘’]/g, "'")
    .replaceAll(' & ', ' and ');
}

/** Whether two titles are the same but for case, accents, and numbers and markup around one of them. */
export function samePlainTitle(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [one, other].map((title) => cached(plainKeys, title, plainTitle));
  return first === second || titleKey(one) === second || first === titleKey(other);
}
