import { hintArgs, nearestName } from '../model/parse/nearest';
import { argsIn, fillIn, type Localized, localized, type MessageArgs } from '../model/text/localized';
import type { AssistantTool, ToolInput, ToolParameter } from './toolParameter';

const texts = {
  noObject: {
    en: '{tool} takes an object with its arguments by name.',
    es: '{tool} espera un objeto con sus argumentos por nombre.',
  },
  unknown: {
    en: '{tool} has no argument “{name}”; it takes: {known}.{hint}',
    es: '{tool} no tiene el argumento «{name}»; admite: {known}.{hint}',
  },
  missing: { en: '{tool} needs “{name}”.', es: '{tool} necesita «{name}».' },
  wrongType: { en: '“{name}” must be {expected}.', es: '«{name}» debe ser {expected}.' },
  tooLong: {
    en: '“{name}” is longer than {most} characters.',
    es: '«{name}» ocupa más de {most} caracteres.',
  },
  notOneOf: { en: '“{name}” must be one of: {expected}.', es: '«{name}» debe ser uno de: {expected}.' },
  outside: {
    en: '“{name}” must name something inside the workspace: no absolute path, no “..”, nothing that begins with “-”.',
    es: '«{name}» debe nombrar algo dentro del espacio de trabajo: ni rutas absolutas, ni «..», ni nada que empiece por «-».',
  },
} as const satisfies { [name: string]: Localized };

const expected: { readonly [type in ToolParameter['type']]: Localized } = {
  text: { en: 'a text', es: 'un texto' },
  number: { en: 'a whole number', es: 'un número entero' },
  flag: { en: 'true or false', es: 'true o false' },
  texts: { en: 'a list of texts', es: 'una lista de textos' },
  object: { en: 'an object', es: 'un objeto' },
};

const usualMost = 2000;
const mostItems = 100;
/** Of an object, in JSON. */
const mostJson = 100_000;

/**
 * Reads what an assistant says a tool shall be called with. Nothing is guessed or turned into another type: what is
 * wrong is told in one sentence, and nothing is called.
 */
export function readToolInput(
  tool: Pick<AssistantTool, 'name' | 'parameters'>,
  input: unknown,
): { readonly input: ToolInput } | { readonly wrong: Localized } {
  const { name, parameters } = tool;
  const asked = input ?? {};
  if (typeof asked !== 'object' || Array.isArray(asked)) return { wrong: said('noObject', { tool: name }) };
  const given: { [name: string]: unknown } = {};
  for (const [key, value] of Object.entries(asked)) {
    const parameter = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    if (!parameter) {
      const known = Object.keys(parameters);
      const about = { tool: name, name: key.slice(0, 60), known: known.join(', ') };
      return { wrong: said('unknown', { ...about, ...hintArgs(nearestName(key, known)) }) };
    }
    // Models write null for what they leave out.
    if (value === null || value === undefined) continue;
    const wrong = problemOf(key, parameter, value);
    if (wrong) return { wrong };
    given[key] = value;
  }
  const missing = Object.keys(parameters).find((key) => parameters[key]?.required && !(key in given));
  return missing === undefined ? { input: given } : { wrong: said('missing', { tool: name, name: missing }) };
}

function problemOf(name: string, parameter: ToolParameter, value: unknown): Localized | undefined {
  const { type, oneOf } = parameter;
  if (!isOf(type, value))
    return said('wrongType', { name, 'expected.en': expected[type].en, 'expected.es': expected[type].es });
  if (typeof value === 'object' && value !== null)
    return jsonLength(value) > mostJson ? said('tooLong', { name, most: mostJson }) : undefined;
  if (typeof value !== 'string') return undefined;
  const { most = usualMost } = parameter;
  if (value.length > most) return said('tooLong', { name, most });
  if (oneOf && !oneOf.includes(value)) return said('notOneOf', { name, expected: oneOf.join(', ') });
  return parameter.names && !isInside(value) ? said('outside', { name }) : undefined;
}

function isOf(type: ToolParameter['type'], value: unknown): boolean {
  if (type === 'number') return Number.isInteger(value) && Number(value) >= 0;
  if (type === 'flag') return typeof value === 'boolean';
  if (type === 'texts')
    return Array.isArray(value) && value.length <= mostItems && value.every((each) => isOf('text', each));
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  // No call can hold a character that ends a text.
  return typeof value === 'string' && !value.includes('\0');
}

/** Deeper than JSON can be told is longer than anything. */
function jsonLength(value: object): number {
  try {
    return JSON.stringify(value).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Whether a name stays in the workspace, and is no option of a call. */
function isInside(value: string): boolean {
  const path = value.replaceAll('\\', '/').trim();
  if (path === '' || /^[-/~]|^[A-Za-z]:|[\r\n]/.test(path)) return false;
  return !path.split('/').includes('..');
}

function said(id: keyof typeof texts, args: MessageArgs): Localized {
  return localized((language) => fillIn(texts[id][language], argsIn(language, { hint: '', ...args })));
}
