import { placeOf } from '../../findings/places';
import { percentOf } from '../../model/text/percentOf';
import { integer } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';

/** `tests/coverage`: the tests of what is released run through enough of it. */
export const testsCoverage = defineRule({
  id: 'tests/coverage',
  severity: 'warning',
  lasts: 'open',
  reads: ['tests'],
  options: {
    threshold: {
      type: integer,
      default: 80,
      description: {
        en: 'Percentage of the code that the tests must run through.',
        es: 'Porcentaje del código que deben recorrer las pruebas.',
      },
    },
  },
  sources: ['R'],
  title: { en: 'Too little of the code is tested', es: 'Cobertura de pruebas insuficiente' },
  explanation: {
    en: 'Where a change says how much of the code its tests run through (`tests.coverage`, in percent), that is no less than the threshold: 80 % unless the option `threshold` says otherwise. A change that gives no figure is not asked for one, and one that is over is left alone.',
    es: 'Si un cambio dice qué parte del código recorren sus pruebas (`pruebas.cobertura`, en tanto por ciento), no queda por debajo del umbral: 80 % salvo que la opción `threshold` diga otra cosa. A un cambio sin cifra no se le pide, y lo que ya terminó se deja como está.',
  },
  messages: {
    below: {
      en: 'The tests run through {coverage} % of the code, less than {threshold} %. Test more of it, or have somebody answer for it in `waivers`.',
      es: 'Las pruebas recorren el {coverage} % del código, menos del {threshold} %. Prueba más, o que alguien responda de ello en `exenciones`.',
    },
  },
  *check(record, { option }) {
    const coverage = percentOf(record.data.tests?.coverage);
    const threshold = Number(option('threshold'));
    if (coverage === undefined || coverage >= threshold) return;
    yield { message: 'below', range: placeOf(record, ['tests', 'coverage']), args: { coverage, threshold } };
  },
});
