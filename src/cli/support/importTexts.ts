import type { Localized } from '../../core/model/text/localized';

/** What `import` says. */
export const importTexts = {
  whichExports: {
    en: 'Say which files to import: CSV, .xlsx or JSON; - is standard input.',
    es: 'Di qué ficheros importar: CSV, .xlsx o JSON; - es la entrada estándar.',
  },
  guessOne: {
    en: '--guess writes the mapping of one file.',
    es: '--guess escribe la correspondencia de un solo fichero.',
  },
  export_json: {
    en: '{path}: this is no JSON that holds a list of objects.',
    es: '{path}: no es un JSON con una lista de objetos.',
  },
  export_quotes: {
    en: '{path}: a quote is opened and not closed, so nobody knows where its rows end; export it again.',
    es: '{path}: se abren unas comillas que no se cierran, así que no se sabe dónde acaban las filas; vuelve a exportarlo.',
  },
  export_sheet: {
    en: '{path}: this is neither a table as text nor a spreadsheet that can be read (.xlsx); save it as CSV.',
    es: '{path}: no es una tabla en texto ni una hoja de cálculo que se pueda leer (.xlsx); guárdalo como CSV.',
  },
  export_oldSheet: {
    en: '{path}: spreadsheets of this old kind (.xls) are not read; save it as .xlsx or CSV.',
    es: '{path}: este tipo antiguo de hoja de cálculo (.xls) no se lee; guárdala como .xlsx o CSV.',
  },
  export_empty: { en: '{path}: it holds no rows.', es: '{path}: no contiene ninguna fila.' },
  export_size: {
    en: '{path}: it is larger than 200 MB; export it in parts.',
    es: '{path}: ocupa más de 200 MB; expórtalo por partes.',
  },
  mappingRefused: { en: '{path}: {reason}', es: '{path}: {reason}' },
  noIdColumn: {
    en: '{path}: no column looks like the original id; name it under `id` in a mapping (--guess writes one). There are: {columns}.',
    es: '{path}: ninguna columna parece el identificador original; nómbrala en `id` de una correspondencia (--guess escribe una). Hay: {columns}.',
  },
  noSuchColumn: {
    en: '{path}: there is no column “{name}”, which the mapping names.{hint}',
    es: '{path}: no existe la columna «{name}», que nombra la correspondencia.{hint}',
  },
  whichOrder: {
    en: '{path}: “{example}” can be read in two ways, and no date of the file shows which; say --dates dmy or --dates mdy.',
    es: '{path}: «{example}» se puede leer de dos maneras y ninguna fecha del fichero lo aclara; di --dates dmy o --dates mdy.',
  },
  bothOrders: {
    en: '{path}: some dates can only have the day first and others only the month; say with --dates dmy or --dates mdy which count.',
    es: '{path}: unas fechas solo pueden llevar primero el día y otras solo el mes; di cuáles valen con --dates dmy o --dates mdy.',
  },
  badFolder: {
    en: '“{path}” is no folder of the workspace in which records may lie; nothing was written.',
    es: '«{path}» no es una carpeta del espacio de trabajo en la que pueda haber registros; no se ha escrito nada.',
  },
  otherEncoding: {
    en: '{path}: read as Windows-1252, since it is not UTF-8.',
    es: '{path}: leído como Windows-1252, porque no es UTF-8.',
  },
  otherSheets: {
    en: '{path}: only its first sheet is read, “{name}”; {count} {count|other is|others are} not.',
    es: '{path}: solo se lee su primera hoja, «{name}»; {count|queda otra|quedan otras {count}} sin leer.',
  },
  rowsAbove: {
    en: '{path}: {count} {count|row|rows} above the names of the columns {count|is|are} left out.',
    es: '{path}: {count|se omite {count} fila que está|se omiten {count} filas que están} por encima de los nombres de las columnas.',
  },
  importedRow: { en: '{path} ← {from} {id}', es: '{path} ← {from} {id}' },
  lostParts: { en: '; lost: {parts}', es: '; se pierde: {parts}' },
  skip_duplicate: {
    en: '{path}, row {row}: left out, since row {other} has the same id, {id}.',
    es: '{path}, fila {row}: se omite, porque la fila {other} tiene el mismo identificador, {id}.',
  },
  skip_noId: {
    en: '{path}, row {row}: left out, since it has no id.',
    es: '{path}, fila {row}: se omite, porque no tiene identificador.',
  },
  skip_pullRequest: {
    en: '{path}, row {row}: left out, since {id} is a pull request.',
    es: '{path}, fila {row}: se omite, porque {id} es una pull request.',
  },
  skip_noFreeId: {
    en: '{path}, row {row}: left out, since the pattern of the configuration allows no further id.',
    es: '{path}, fila {row}: se omite, porque el patrón de la configuración no admite más identificadores.',
  },
  importedBefore: {
    en: '{count} {count|row was|rows were} imported before and {count|is|are} left out.',
    es: '{count} {count|fila ya se importó y se omite|filas ya se importaron y se omiten}.',
  },
  unknownState: {
    en: 'State “{state}” is not known ({count} {count|row|rows}, now {status}); say what it is under `states` of a mapping (--guess writes one).',
    es: 'No se conoce el estado «{state}» ({count} {count|fila|filas}, ahora {status}); di cuál es en `estados` de una correspondencia (--guess escribe una).',
  },
  importedAll: {
    en: 'Imported {count} {count|record|records}.',
    es: '{count|Importado|Importados} {count} {count|registro|registros}.',
  },
  wouldImport: {
    en: '{count} {count|record|records} would be imported. Nothing was written.',
    es: 'Se {count|importaría|importarían} {count} {count|registro|registros}. No se ha escrito nada.',
  },
  importNotWritten: {
    en: '{path}: cannot be written ({code}); nothing was imported.',
    es: '{path}: no se puede escribir ({code}); no se ha importado nada.',
  },
} as const satisfies { [name: string]: Localized };
