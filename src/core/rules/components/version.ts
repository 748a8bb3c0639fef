import { placeOf } from '../../findings/places';
import type { Report } from '../../findings/report';
import { goesBack } from '../../model/parse/goesBack';
import type { RecordOf } from '../../model/parse/record';
import { isMajorStep, versionStep } from '../../model/text/versions';
import { defineRule } from '../defineRule';

/** `components/version`: a component moves from one version up to another. */
export const componentsVersion = defineRule({
  id: 'components/version',
  severity: 'error',
  reads: ['components', 'impact', 'category', 'procedure', 'outcome', 'actual'],
  sources: ['R'],
  title: { en: 'Versions of a component', es: 'Versiones de un componente' },
  explanation: {
    en: 'Any text is a version. A component goes up, unless the change rolls back (its category or procedure says so): a step that is certainly down is an error, by the order of SemVer, of calendar versions, Debian epochs, Maven qualifiers or letters behind numbers; hashes and digests have no order. The same version, or another build of it, is deployed again, which is information. A step of the first number may break what depends on it, so an impact called low is a warning.',
    es: 'Cualquier texto es una versión. Un componente sube, salvo que el cambio revierta (lo dice su categoría o procedimiento): un paso que baja con certeza es un error, según el orden de SemVer, de las versiones por fecha, las épocas de Debian, los calificadores de Maven o las letras tras los números; los hashes y las huellas no tienen orden. La misma versión, u otra compilación suya, se vuelve a desplegar, y eso es información. Un salto del primer número puede romper lo que depende de él, así que un impacto bajo es una advertencia.',
  },
  messages: {
    down: {
      en: '{name} goes down from {from} to {to}; only a rollback does. Correct the versions, or say so in `category` or `outcome`.',
      es: '{name} baja de {from} a {to}; solo lo hace una reversión. Corrige las versiones, o dilo en `categoria` o `resultado`.',
    },
    same: {
      en: '{name} stays at {to}: the same version is deployed again.',
      es: '{name} sigue en {to}: se vuelve a desplegar la misma versión.',
    },
    build: {
      en: '{name} goes from {from} to {to}: another build of the same version is deployed.',
      es: '{name} va de {from} a {to}: se despliega otra compilación de la misma versión.',
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
  *check(record) {
    for (const [index, component] of (record.data.components ?? []).entries())
      yield* componentReports(record, index, component);
  },
});

type Component = NonNullable<RecordOf<'change'>['data']['components']>[number];

function* componentReports(
  record: RecordOf<'change'>,
  index: number,
  { name = '?', from = '', to = '' }: Component,
): Generator<Report> {
  const range = placeOf(record, ['components', index, 'to']);
  const args = { name, from: from.slice(0, 60), to: to.slice(0, 60) };
  const step = from && to ? versionStep(from, to) : undefined;
  if (step === 'down' && !rollsBack(record)) yield { message: 'down', range, args };
  if (step === 'same' || step === 'build') yield { message: step, range, args, severity: 'info' };
  if (record.data.impact?.level !== 'low' || !isMajorStep(from, to)) return;
  const related = [{ range: placeOf(record, ['impact', 'level']), message: 'impact' }];
  yield { message: 'major', range, args, severity: 'warning', related };
}

/** Whether a change goes back on purpose. */
function rollsBack({ data }: RecordOf<'change'>): boolean {
  if (goesBack(data)) return true;
  return /rollback|reversi[oó]n/i.test(`${data.category ?? ''} ${data.procedure ?? ''}`);
}
