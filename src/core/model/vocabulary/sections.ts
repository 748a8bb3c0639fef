import type { Localized } from '../text/localized';

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

/** Sections that mean something wherever they stand. */
export const furtherSections = {
  review: { en: 'Review', es: 'Revisión' },
} as const satisfies { [name: string]: Localized };

export type ChangeSectionName = keyof typeof changeSections;
export type SectionName = ChangeSectionName | keyof typeof testSections | keyof typeof furtherSections;

/** The names of a change's nine sections, in order. */
export const changeSectionNames = Object.keys(changeSections) as ChangeSectionName[];

const keys = new Map<string, string>();
const namesByTitle = new Map<string, SectionName>();
for (const [name, title] of Object.entries({ ...furtherSections, ...testSections, ...changeSections })) {
  for (const text of Object.values(title)) namesByTitle.set(titleKey(text), name as SectionName);
}

/**
 * More than a dozen characters in a row of which none is a combining mark: no section has so long a name. The title of
 * the record itself is mostly so, and stands in no other record, so its key is not worth making.
 */
const longTitle = /[!-~\u00a1-\u02ff][ -\u02ff]{12}[!-~\u00a1-\u02ff]/;

/** The canonical name of a heading's title in either language, ignoring case and accents; else nothing. */
export function sectionNamed(title: string): SectionName | undefined {
  return longTitle.test(title) ? undefined : namesByTitle.get(titleKey(title));
}

/** A title without case and accents. The same few titles stand in every record, so they are kept. */
function titleKey(title: string): string {
  const known = keys.get(title);
  if (known !== undefined) return known;
  if (keys.size > 500) keys.clear();
  const key = plainTitle(title);
  keys.set(title, key);
  return key;
}

function plainTitle(title: string): string {
  return title.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** Whether two titles are the same but for case and accents. */
export function samePlainTitle(one: string, other: string): boolean {
  return one === other || titleKey(one) === titleKey(other);
}
