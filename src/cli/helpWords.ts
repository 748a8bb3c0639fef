/** What the help says around its commands and options, in each language. */
export const helpWords = {
  en: {
    about: 'Changebook checks change and release records: markdown files with YAML front matter.',
    commands: 'Commands:',
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
    commands: 'Órdenes:',
    commandHelp: 'Opciones y ejemplos de una orden.',
    examples: 'Ejemplos:',
    exitCode:
      'Código de salida: 0 hecho o ya estaba, 1 lo impide el registro o sus reglas, 2 falla la llamada o la máquina.',
    usage: 'Uso:',
    someOptions: '[opciones]',
    options: 'Opciones:',
  },
};
