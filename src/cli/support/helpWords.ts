import type { Language } from '../../core/model/text/localized';

/** What stands in the help for what a call names. */
const spanishNames = new Map(
  Object.entries({
    id: 'id',
    file: 'fichero',
    folder: 'carpeta',
    path: 'ruta',
    paths: 'rutas',
    step: 'paso',
    rule: 'regla',
    kind: 'clase',
    procedure: 'procedimiento',
    type: 'tipo',
    customer: 'cliente',
    command: 'orden',
    base: 'base',
    head: 'otra',
    FILE: 'FICHERO',
    TEXT: 'TEXTO',
    NAME: 'NOMBRE',
    'DATE-TIME': 'FECHA-HORA',
    DATE: 'FECHA',
    ROLE: 'ROL',
    STATE: 'ESTADO',
    OUTCOME: 'RESULTADO',
    KIND: 'CLASE',
    TYPE: 'TIPO',
    REVISION: 'REVISIÓN',
    TAG: 'ETIQUETA',
    'field=value': 'campo=valor',
    'FORMAT=PATH': 'FORMATO=RUTA',
    DURATION: 'DURACIÓN',
  }),
);

/** What a call names, as its reader does: what stands in brackets, or in capitals. */
export function namesIn(usage: string, language: Language): string {
  if (language === 'en') return usage;
  const named = (words: string): string =>
    words.replace(/[\w=-]+/g, (word) => spanishNames.get(word) ?? word);
  return usage.replace(/<[^>]*>|\[[^\]]*\]|\b[A-Z][A-Z=-]+\b/g, named);
}

/** What the help says around its commands and options, in each language. */
export const helpWords = {
  en: {
    about: 'Changebook checks change and release records: markdown files with YAML front matter.',
    first: 'First:',
    commandHelp: 'Options and examples of a command.',
    examples: 'Examples:',
    exitCode:
      'Exit code: 0 done or so already, 1 the record or its rules speak against it, 2 the call or the machine is at fault.',
    usage: 'Usage:',
    someOptions: '[options]',
    options: 'Options:',
  },
  es: {
    about:
      'Changebook comprueba registros de cambios y publicaciones: ficheros markdown con front matter en YAML.',
    first: 'Lo primero:',
    commandHelp: 'Opciones y ejemplos de una orden.',
    examples: 'Ejemplos:',
    exitCode:
      'Código de salida: 0 hecho o ya estaba, 1 lo impide el registro o sus reglas, 2 falla la llamada o la máquina.',
    usage: 'Uso:',
    someOptions: '[opciones]',
    options: 'Opciones:',
  },
};
