import type { RecordOf } from '../../model/parse/record';
import { isAbove, isMajorStep, isVersion } from '../../model/text/versions';
import { ofChange } from '../ofChange';
import { placeOf } from '../places';
import type { RecordRule, Report } from '../rule';

/** `components/version`: a component moves from one version up to another. */
export const componentsVersion: RecordRule = {
  id: 'components/version',
  scope: 'record',
  severity: 'error',
  appliesTo: ['change'],
  reads: ['components', 'impact', 'category', 'procedure', 'outcome'],
  options: {},
  sources: ['R'],
  title: { en: 'Versions of a component', es: 'Versiones de un componente' },
  explanation: {
    en: 'Versions are numbers with points, perhaps with a suffix. A component goes up, unless the change rolls back (its category or procedure says so). A step of the first number may break what depends on it, so an impact called low is a warning.',
    es: 'Las versiones son números con puntos, quizá con un sufijo. Un componente sube, salvo que el cambio revierta (lo dice su categoría o procedimiento). Un salto del primer número puede romper lo que depende de él, así que un impacto bajo es un aviso.',
  },
  messages: {
    notVersion: {
      en: '“{value}” is not a version; write it as "4.2.0".',
      es: '«{value}» no es una versión; escríbela como "4.2.0".',
    },
    notAbove: {
      en: '{name} goes from {from} to {to}, which is not above it; only a rollback goes down.',
      es: '{name} va de {from} a {to}, que no es superior; solo una reversión baja.',
    },
    major: {
      en: '{name} takes a major step, from {from} to {to}, but the impact is low; look again at the impact.',
      es: '{name} da un salto mayor, de {from} a {to}, pero el impacto es bajo; revisa el impacto.',
    },
    impact: {
      en: 'The impact as it is stated.',
      es: 'El impacto declarado.',
    },
  },
  fixTitles: {},
  check: ofChange(function* (record) {
    for (const [index, component] of (record.data.components ?? []).entries())
      yield* componentReports(record, index, component);
  }),
};

type Component = NonNullable<RecordOf<'change'>['data']['components']>[number];

function* componentReports(
  record: RecordOf<'change'>,
  index: number,
  { name = '?', from = '', to = '' }: Component,
): Generator<Report> {
  for (const [part, value] of Object.entries({ from, to })) {
    if (value === '' || isVersion(value)) continue;
    const args = { value: value.slice(0, 60) };
    yield { message: 'notVersion', range: placeOf(record, ['components', index, part]), args };
  }
  const range = placeOf(record, ['components', index, 'to']);
  const args = { name, from, to };
  if (isAbove(to, from) === false && !rollsBack(record)) yield { message: 'notAbove', range, args };
  if (record.data.impact?.level !== 'low' || !isMajorStep(from, to)) return;
  const related = [{ range: placeOf(record, ['impact', 'level']), message: 'impact' }];
  yield { message: 'major', range, args, severity: 'warning', related };
}

/** Whether a change goes back on purpose. */
function rollsBack({ data }: RecordOf<'change'>): boolean {
  if (data.outcome === 'rolled_back') return true;
  return /rollback|reversi[oó]n/i.test(`${data.category ?? ''} ${data.procedure ?? ''}`);
}
