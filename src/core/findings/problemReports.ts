import { hintArgs } from '../model/parse/nearest';
import type { Problem, ProblemCode } from '../model/parse/problem';
import type { ParsedRecord } from '../model/parse/record';
import type { Localized, MessageArgs } from '../model/text/localized';
import { looseName } from '../model/text/plainName';
import type { FieldKind } from '../model/vocabulary/fieldType';
import type { Report } from './report';

/** The message of each problem of the parser, shared by rules and the reader of the configuration. */
export const problemMessages: { readonly [code in ProblemCode]: Localized } = {
  yaml: {
    en: 'This is not YAML: {reason}. Everything that can be read alone is still read.',
    es: 'Esto no es YAML: {reason}. Lo que se puede leer por separado se lee igualmente.',
  },
  yamlColon: {
    en: 'A colon and a blank in plain text begin another value, so this cannot be read: put the text in quotes.',
    es: 'En un texto sin comillas, dos puntos y un espacio empiezan otro valor, así que esto no se puede leer: pon el texto entre comillas.',
  },
  yamlStart: {
    en: 'Text that begins with “{sign}” means something else to YAML, so this cannot be read: put the text in quotes.',
    es: 'Un texto que empieza por «{sign}» significa otra cosa en YAML, así que esto no se puede leer: pon el texto entre comillas.',
  },
  yamlBehind: {
    en: 'Text goes on behind the closing “{sign}”, so this cannot be read: put the whole text in quotes.',
    es: 'Sigue texto tras el «{sign}» de cierre, así que esto no se puede leer: pon todo el texto entre comillas.',
  },
  yamlUnclosed: {
    en: 'What “{sign}” opens here is not closed, so this cannot be read: close it, or put the text in quotes.',
    es: 'Lo que abre aquí «{sign}» no se cierra, así que esto no se puede leer: ciérralo o pon el texto entre comillas.',
  },
  yamlEscape: {
    en: 'Between double quotes a backslash begins a special character, and this is none: use single quotes.',
    es: 'Entre comillas dobles una barra invertida empieza un carácter especial, y este no lo es: usa comillas simples.',
  },
  yamlTab: {
    en: 'A tab cannot indent YAML: use blanks.',
    es: 'Un tabulador no sirve de sangría en YAML: usa espacios.',
  },
  yamlBlank: {
    en: 'Between a key and its value there must be a colon and a blank: `key: value`.',
    es: 'Entre una clave y su valor debe haber dos puntos y un espacio: `clave: valor`.',
  },
  yamlDash: {
    en: 'An item of a list begins a line of its own, with a dash and a blank: `- item`. A text that begins with a dash stands in quotes.',
    es: 'Un elemento de una lista empieza una línea propia, con un guion y un espacio: `- elemento`. Un texto que empieza por un guion va entre comillas.',
  },
  yamlSurplus: {
    en: 'This comma or bracket is one too many: remove it.',
    es: 'Sobra esta coma o este corchete: quítalo.',
  },
  yamlIndent: {
    en: 'This line is not indented as the keys that it belongs to: indent it as they are.',
    es: 'Esta línea no tiene la sangría de las claves de su grupo: dale la misma.',
  },
  notMapping: {
    en: 'A mapping of keys to values must stand here (`key: value`).',
    es: 'Aquí debe haber pares de clave y valor (`clave: valor`).',
  },
  duplicateKey: {
    en: 'The key “{key}” stands here a second time; the first one counts. Remove one of them.',
    es: 'La clave «{key}» aparece por segunda vez; cuenta la primera. Quita una de las dos.',
  },
  otherLanguage: {
    en: 'Front matter must be YAML between lines of exactly `---`; “{language}” is never run or read.',
    es: 'El front matter debe ser YAML entre líneas con `---` exactamente; «{language}» no se ejecuta ni se lee.',
  },
  unclosed: {
    en: 'The front matter is not closed: a line with `---` is missing below it.',
    es: 'El front matter no está cerrado: falta debajo una línea con `---`.',
  },
  none: {
    en: 'By its name, or by `records` of the configuration, this file is a record, but it has no front matter: `id` and `type` between two lines of `---` at its top.',
    es: 'Por su nombre, o por `registros` de la configuración, este fichero es un registro, pero no tiene front matter: `id` y `tipo` entre dos líneas con `---` al comienzo.',
  },
  above: {
    en: 'The front matter must begin on the first line; take away what stands above this `---`.',
    es: 'El front matter debe empezar en la primera línea; quita lo que hay encima de este `---`.',
  },
  unfenced: {
    en: 'The front matter has no line with `---` above it, so nobody reads it as one; put one here, on the first line.',
    es: 'Al front matter le falta encima una línea con `---`, así que nadie lo lee como tal; ponla aquí, en la primera línea.',
  },
  lostNumber: {
    en: 'A blank and a number sign begin a comment, so “{value}” is no part of the text: put the text in quotes.',
    es: 'Un espacio y una almohadilla empiezan un comentario, así que «{value}» no forma parte del texto: ponlo entre comillas.',
  },
  lostItem: {
    en: 'A dash that begins further right goes on with the text above: indent it as the list’s other items, or put the text in quotes.',
    es: 'Un guion que empieza más a la derecha continúa el texto de encima: dale la sangría de los demás elementos de la lista o pon el texto entre comillas.',
  },
  tooLarge: {
    en: 'The YAML has {size} KB; at most {limit} KB are read.',
    es: 'El YAML ocupa {size} KB; se leen como mucho {limit} KB.',
  },
  fileTooLarge: {
    en: 'The file has {size} MB; a record has at most {limit} MB, so only its beginning was read.',
    es: 'El fichero ocupa {size} MB; un registro tiene como mucho {limit} MB, así que solo se leyó el comienzo.',
  },
  tooDeep: {
    en: 'Values are nested more than {limit} levels deep.',
    es: 'Los valores están anidados a más de {limit} niveles.',
  },
  tooMany: {
    en: 'The YAML holds more than {limit} values and is not read.',
    es: 'El YAML contiene más de {limit} valores y no se lee.',
  },
  alias: {
    en: 'Anchors and aliases (`&`, `*`) are not allowed here; write the value out.',
    es: 'Aquí no se admiten anclas ni alias (`&`, `*`); escribe el valor completo.',
  },
  tag: {
    en: 'Tags (`!`) are not allowed here; remove it, or quote the value.',
    es: 'Aquí no se admiten etiquetas de YAML (`!`); quítala o entrecomilla el valor.',
  },
  keyKind: {
    en: 'A key must be plain text.',
    es: 'Una clave debe ser texto simple.',
  },
  document: {
    en: 'Only one YAML document without directives may stand here.',
    es: 'Aquí solo puede haber un documento YAML, sin directivas.',
  },
  notText: {
    en: 'The file holds bytes that are no UTF-8 text here; save it as UTF-8.',
    es: 'El fichero contiene aquí bytes que no son texto UTF-8; guárdalo como UTF-8.',
  },
  wideText: {
    en: 'The file is UTF-16, which Windows PowerShell writes with `>`; save it as UTF-8.',
    es: 'El fichero está en UTF-16, que es lo que escribe Windows PowerShell con `>`; guárdalo como UTF-8.',
  },
  conflict: {
    en: 'A merge was left unresolved here: keep one of both versions, and remove the lines of `<<<<<<<`, `=======` and `>>>>>>>`.',
    es: 'Aquí quedó una fusión sin resolver: quédate con una de las dos versiones y quita las líneas de `<<<<<<<`, `=======` y `>>>>>>>`.',
  },
  unknownField: {
    en: 'There is no field “{key}” here.{hint}',
    es: 'Aquí no existe el campo «{key}».{hint}',
  },
  notDefault: {
    en: '“{key}” cannot be given beforehand: it belongs to each change alone, and is written by what makes, decides or carries out that change.',
    es: '«{key}» no se puede dar de antemano: es propio de cada cambio y lo escribe lo que crea, decide o ejecuta ese cambio.',
  },
  wrongType: {
    en: '“{key}” must be {expected}.',
    es: '«{key}» debe ser {expected}.',
  },
  wrongItem: {
    en: 'An item of “{key}” must be {expected}.',
    es: 'Un elemento de «{key}» debe ser {expected}.',
  },
  textColon: {
    en: 'A colon and a blank make a key and a value of this text: put it in quotes.',
    es: 'Dos puntos y un espacio convierten este texto en una clave y un valor: ponlo entre comillas.',
  },
  textComma: {
    en: 'Between braces a comma ends a text: put this one in quotes.',
    es: 'Entre llaves una coma termina un texto: pon este entre comillas.',
  },
  notChoice: {
    en: '“{value}” is not a value of this field.{hint} It may be {allowed}.',
    es: '«{value}» no es un valor de este campo.{hint} Puede ser {allowed}.',
  },
  notList: {
    en: '“{key}” is a list, and “{value}” is one text: write {list}.',
    es: '«{key}» es una lista y «{value}» es un solo texto: escribe {list}.',
  },
  maybeList: {
    en: '“{key}” reads “{value}” as one name; if these are several, write {list}.',
    es: '«{key}» toma «{value}» por un solo nombre; si son varios, escribe {list}.',
  },
  bothLanguages: {
    en: '“{key}” and “{first}” are the same field; keep one of them.',
    es: '«{key}» y «{first}» son el mismo campo; deja solo uno.',
  },
  versionNumber: {
    en: 'YAML reads {value} as a number, not as a version; quote it: "{value}".',
    es: 'YAML lee {value} como un número, no como una versión; entrecomíllalo: "{value}".',
  },
};

const expectedKinds: { readonly [kind in FieldKind]: Localized } = {
  text: { en: 'text', es: 'texto' },
  id: { en: 'the id of a record', es: 'el identificador de un registro' },
  version: { en: 'a version such as "1.2.0"', es: 'una versión como "1.2.0"' },
  date: { en: 'a day such as 2026-11-24', es: 'un día como 2026-11-24' },
  dateTime: { en: 'a date and time such as 2026-11-24 22:00', es: 'una fecha y hora como 2026-11-24 22:00' },
  duration: { en: 'a duration such as 15m or 1h30m', es: 'una duración como 15m o 1h30m' },
  integer: { en: 'a whole number', es: 'un número entero' },
  percentage: {
    en: 'a percentage from 0 to 100 such as 82 or 82.5 %',
    es: 'un porcentaje de 0 a 100 como 82 o 82,5 %',
  },
  boolean: { en: 'true or false', es: 'true o false' },
  choice: { en: 'one of its values', es: 'uno de sus valores' },
  openChoice: { en: 'one of its values', es: 'uno de sus valores' },
  list: { en: 'a list', es: 'una lista' },
  object: { en: 'a mapping of keys to values', es: 'un conjunto de claves y valores' },
  map: { en: 'a mapping of keys to values', es: 'un conjunto de claves y valores' },
  textOrObject: { en: 'text or a mapping', es: 'texto o un conjunto de claves y valores' },
  timeOfDay: { en: 'a time such as "22:00"', es: 'una hora como "22:00"' },
  timeSpan: { en: 'a span from–to such as "09:00-18:00"', es: 'un tramo desde–hasta como "09:00-18:00"' },
  dateOrTime: {
    en: 'a day, a day with an hour, or an hour such as "22:00"',
    es: 'un día, un día con hora o una hora como "22:00"',
  },
  monthDay: {
    en: 'a day of the month, 1 to 31, or -1 to -31 from its end',
    es: 'un día del mes, de 1 a 31, o de -1 a -31 desde el final',
  },
  raw: { en: 'data', es: 'datos' },
};

/** The arguments of a problem's message; those that differ between languages are `name.en` and `name.es`. */
export function problemArgs(problem: Problem): MessageArgs {
  const { nearest, kind, ...rest } = problem.args ?? {};
  const args: { [name: string]: string | number } = { ...rest };
  if (nearest !== undefined) Object.assign(args, hintArgs(String(nearest)));
  if (problem.code === 'unknownField' && nearest === '')
    Object.assign(args, {
      'hint.en': ' A key of your own begins with “x-”.',
      'hint.es': ' Una clave propia empieza por «x-».',
    });
  if (args.beside === 'address') {
    args['allowed.en'] = `${args.allowed}, or an address`;
    args['allowed.es'] = `${args.allowed} o una dirección de correo`;
  }
  return typeof kind === 'string' ? { ...args, ...expectedArgs(kind as FieldKind, args.keys) } : args;
}

/** The argument `expected` of a message: what a kind of field holds, in both languages. */
export function expectedArgs(
  kind: FieldKind,
  keys: string | number = '',
): { 'expected.en': string; 'expected.es': string } {
  const named = keys === '' ? '' : ` (${keys}, …)`;
  return { 'expected.en': expectedKinds[kind].en + named, 'expected.es': expectedKinds[kind].es + named };
}

/** The messages of some problems, for a rule's table. */
export function messagesFor<Code extends ProblemCode>(codes: readonly Code[]): { [code in Code]: Localized } {
  return Object.fromEntries(codes.map((code) => [code, problemMessages[code]])) as {
    [code in Code]: Localized;
  };
}

/** One report for each problem of the record that has one of these codes. */
export function reportsFor(record: ParsedRecord, codes: readonly ProblemCode[]): Report[] {
  return record.problems.filter((problem) => codes.includes(problem.code)).map(reportOf);
}

/** A problem as a report without fixes. */
export function reportOf(problem: Problem): Report {
  const report: Report = { message: problem.code, range: problem.range, args: problemArgs(problem) };
  return problem.other ? { ...report, related: [{ range: problem.other, message: 'first' }] } : report;
}

/** A problem as a report, with fixes where its text can be replaced. */
export function withRename(problem: Problem): Report {
  const report = reportOf(problem);
  const name = problem.replacement;
  if (name === undefined) return report;
  const title = isIndentation(problem) ? 'indent' : 'rename';
  const fix = (text: string | number, certain: boolean) => {
    return { title, args: { name: text }, edits: [{ range: problem.range, text: String(text) }], certain };
  };
  const also = problem.args?.also;
  return { ...report, fixes: [fix(name, isCertain(problem)), ...(also ? [fix(also, false)] : [])] };
}

/** Title of a fix that replaces blanks. */
export const indentTitle: Localized = { en: 'Correct the indentation', es: 'Corregir la sangría' };

function isIndentation({ code }: Problem): boolean {
  return code === 'yamlTab' || code === 'yamlIndent';
}

/** A replacement is certain where it differs only in case, accents and separators between words. */
function isCertain({ certain, replacement = '', args }: Problem): boolean {
  const written = String(args?.value ?? args?.key ?? '');
  return certain ?? (written !== '' && looseName(written) === looseName(replacement));
}

/** Message of the place that was first where something is written twice. */
export const firstPlace: Localized = { en: 'The first one stands here.', es: 'El primero está aquí.' };
