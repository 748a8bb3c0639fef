/** What the help says around its commands and options, in each language. */
export const helpWords = {
  en: {
    about: 'Changebook checks change and release records: markdown files with YAML front matter.',
    commands: 'Commands:',
    commandHelp: 'Options and examples of a command.',
    examples: 'Examples:',
    exitCode: 'Exit code: 0 no error, 1 errors, 2 wrong call or environment.',
    usage: 'Usage:',
    someOptions: '[options]',
    options: 'Options:',
  },
  es: {
    about: 'Changebook comprueba registros de cambios y versiones: ficheros markdown con front matter YAML.',
    commands: 'Órdenes:',
    commandHelp: 'Opciones y ejemplos de una orden.',
    examples: 'Ejemplos:',
    exitCode: 'Código de salida: 0 sin errores, 1 con errores, 2 llamada o entorno incorrectos.',
    usage: 'Uso:',
    someOptions: '[opciones]',
    options: 'Opciones:',
  },
};
