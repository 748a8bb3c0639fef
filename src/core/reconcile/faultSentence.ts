import { fillIn, type Localized, localized } from '../model/text/localized';
import type { FoundFault } from './listedDeployment';

const faults: { readonly [fault in FoundFault['fault']]: Localized } = {
  json: {
    en: '{list} is no JSON, or was cut short; export it again.',
    es: '{list} no es JSON o está cortado; vuelve a exportarlo.',
  },
  quotes: {
    en: 'The quotes in {list} do not close, so nobody knows where its rows end; export it again.',
    es: 'Las comillas de {list} no se cierran, así que no se sabe dónde acaban sus filas; vuelve a exportarlo.',
  },
  notText: {
    en: '{list} is no text: a table of separated values or JSON is read.',
    es: '{list} no es texto: se lee una tabla de valores separados o JSON.',
  },
  lineBreak: {
    en: 'A cell in row {row} of {list} goes on over several lines (“{value}”), where rows could hide; write it on one line.',
    es: 'Una celda de la fila {row} de {list} ocupa varias líneas («{value}»), donde podrían ocultarse filas; escríbela en una línea.',
  },
  cells: {
    en: 'Row {row} of {list} has {value} {value|cell|cells}, which is not as many as there are columns.',
    es: 'La fila {row} de {list} tiene {value} {value|celda|celdas}, que no son tantas como columnas.',
  },
  twoColumns: {
    en: '{list} has two columns of the same meaning (“{value}”), so nobody knows which one counts; leave one.',
    es: '{list} tiene dos columnas del mismo significado («{value}»), así que no se sabe cuál cuenta; deja una.',
  },
  twoLists: {
    en: '{list} holds several lists ({value}), so nobody knows which one is meant; leave one.',
    es: '{list} contiene varias listas ({value}), así que no se sabe cuál es la buena; deja una.',
  },
  cutList: {
    en: '{list} is only a part of its list ({value}); fetch all of its pages.',
    es: '{list} es solo una parte de su lista ({value}); descarga todas sus páginas.',
  },
  noTimes: {
    en: '{list} has no column of times; one is called `time`, and there is: {value}.',
    es: '{list} no tiene columna de horas; una se llama `time`, y hay: {value}.',
  },
  shape: {
    en: 'Entry {row} of {list} is not like the ones before it, or of no form that is known; export it again, or write a table: `time,environment,version,commit`.',
    es: 'La entrada {row} de {list} no es como las anteriores, o no tiene ninguna forma conocida; vuelve a exportarla o escribe una tabla: `time,environment,version,commit`.',
  },
  tooMany: {
    en: '{list} has more deployments than are read at once (200,000); export a shorter period.',
    es: '{list} tiene más despliegues de los que se leen de una vez (200.000); exporta un período más corto.',
  },
  size: {
    en: '{list} is larger than 200 MB; export a shorter period.',
    es: '{list} ocupa más de 200 MB; exporta un período más corto.',
  },
  file: { en: '{list} cannot be read ({value}).', es: '{list} no se puede leer ({value}).' },
  time: {
    en: 'Row {row} of {list} has no time that can be read (“{value}”); write it as 2026-11-24T22:00+01:00.',
    es: 'La fila {row} de {list} no tiene una hora legible («{value}»); escríbela como 2026-11-24T22:00+01:00.',
  },
  zone: {
    en: 'Row {row} of {list} does not say in which zone its time is (“{value}”); say it: `--zone Europe/Madrid`.',
    es: 'La fila {row} de {list} no dice en qué zona está su hora («{value}»); indícala: `--zone Europe/Madrid`.',
  },
};

/** Why a list, or a row of it, could not be read. */
export function faultSentence({ fault, list, row = 1, value = '' }: FoundFault): Localized {
  return localized((language) => fillIn(faults[fault][language], { list, row, value }));
}
