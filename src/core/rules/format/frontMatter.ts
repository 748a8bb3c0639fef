import type { ProblemCode } from '../../model/parse/problem';
import { firstPlace, messagesFor, reportsFor } from '../problemReports';
import type { RecordRule } from '../rule';

const codes = [
  'yaml',
  'notMapping',
  'duplicateKey',
  'otherLanguage',
  'unclosed',
  'none',
  'tooLarge',
  'fileTooLarge',
  'tooDeep',
  'tooMany',
  'alias',
  'tag',
  'keyKind',
  'document',
  'notText',
] as const satisfies ProblemCode[];

/** `format/front-matter`: the front matter can be read, whole and safely. */
export const frontMatter: RecordRule = {
  id: 'format/front-matter',
  scope: 'record',
  severity: 'error',
  appliesTo: ['procedure', 'change', 'ticket'],
  reads: [],
  options: {},
  sources: [],
  title: { en: 'Front matter that cannot be read', es: 'Front matter que no se puede leer' },
  explanation: {
    en: 'A record begins with YAML between two lines of exactly `---`: one mapping, every key once, no anchors, aliases or tags. Records come from pull requests of strangers, so there are limits: 64 KB of YAML, 20 levels, 5,000 values, 1 MB for the whole file, and no front matter language but YAML. Whatever can be read beside the mistake is still checked.',
    es: 'Un registro empieza con YAML entre dos líneas con `---` exactamente: un solo conjunto de claves, cada una una vez, sin anclas, alias ni etiquetas. Los registros llegan en pull requests de desconocidos, por eso hay límites: 64 KB de YAML, 20 niveles, 5.000 valores, 1 MB para todo el fichero y ningún otro lenguaje que YAML. Lo que se puede leer junto al error se comprueba igualmente.',
  },
  messages: { ...messagesFor(codes), first: firstPlace },
  fixTitles: {},
  check: (record) => reportsFor(record, codes),
};
