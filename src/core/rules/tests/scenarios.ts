import { sectionTitled, testSections } from '../../model/vocabulary/sections';
import { defineRule } from '../defineRule';

/** `tests/scenarios`: the tests say what is new and what must still work. */
export const testsScenarios = defineRule({
  id: 'tests/scenarios',
  severity: 'warning',
  errorFrom: 'in_testing',
  sources: ['M'],
  title: { en: 'Test scenarios missing', es: 'Faltan escenarios de prueba' },
  explanation: {
    en: 'The section of tests has two parts one level down: progression, what is new, and regression, what must still work. Whoever tests the change goes through them, so from testing on a missing or empty one is an error.',
    es: 'La sección de pruebas tiene dos partes un nivel más abajo: progresión, lo nuevo, y regresión, lo que debe seguir funcionando. Quien prueba el cambio las recorre, así que desde las pruebas una parte ausente o vacía es un error.',
  },
  messages: {
    missing: {
      en: 'The tests have no part “{title}” with scenarios; add it as a heading one level down.',
      es: 'Las pruebas no tienen una parte «{title}» con escenarios; añádela como encabezado un nivel más abajo.',
    },
    empty: {
      en: 'The part “{title}” holds no scenario.',
      es: 'La parte «{title}» no contiene ningún escenario.',
    },
  },
  *check(record) {
    const { headings } = record.body;
    const tests = headings.find(({ level, section }) => level === 2 && section === 'tests');
    // A change without the section, or with an empty one, is told so by format/sections.
    if (!tests || tests.empty) return;
    for (const name of ['progression', 'regression'] as const) {
      const part = headings.find(
        ({ section, line }) => line > tests.line && line < tests.endLine && section === name,
      );
      if (part && !part.empty) continue;
      const title =
        part?.title ?? testSections[name][sectionTitled(tests.title)?.language ?? record.language];
      yield { message: part ? 'empty' : 'missing', range: (part ?? tests).range, args: { title } };
    }
  },
});
