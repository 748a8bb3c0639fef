import { placeOf } from '../../findings/places';
import { defineRule } from '../defineRule';

/** `release/artifact`: what was tested is what is released. */
export const releaseArtifact = defineRule({
  id: 'release/artifact',
  severity: 'error',
  reads: ['release', 'tests'],
  sources: ['S'],
  title: { en: 'Another artifact than the one tested', es: 'Otro artefacto que el probado' },
  explanation: {
    en: 'The artifact that is deployed is the last one that was validated, built once. Where the change names both, by name or digest, they are the same.',
    es: 'El artefacto que se despliega es el último validado, construido una sola vez. Donde el cambio nombra ambos, por nombre o huella, son el mismo.',
  },
  messages: {
    differs: {
      en: '{released} is released, but {tested} was tested; release what was tested, or test again.',
      es: 'Se publica {released}, pero se probó {tested}; publica lo probado o vuelve a probar.',
    },
    tested: {
      en: 'What was tested.',
      es: 'Lo que se probó.',
    },
  },
  *check(record) {
    const { artifact: released } = record.data.release ?? {};
    const { artifact: tested } = record.data.tests ?? {};
    if (!released || !tested || released === tested) return;
    const related = [{ range: placeOf(record, ['tests', 'artifact']), message: 'tested' }];
    const range = placeOf(record, ['release', 'artifact']);
    yield { message: 'differs', range, args: { released, tested }, related };
  },
});
