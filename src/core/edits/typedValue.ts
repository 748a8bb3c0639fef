import type { Language } from '../model/text/localized';
import type { FieldType } from '../model/vocabulary/fieldType';
import { choiceIn, choiceNamed, fieldsByName, keyIn } from '../model/vocabulary/vocabulary';
import { flowText, scalarText } from './setFields';

/** What is asked of a type here. */
type ValueType = Pick<FieldType, 'kind' | 'choices' | 'fields' | 'item'>;

/** A value that a person typed, as YAML. */
interface TypedValue {
  readonly yaml: string;
  /** Of a list, its items. */
  readonly items?: readonly TypedItem[];
}

interface TypedItem {
  /** What it is named by among the items of its list. */
  readonly name: string;
  readonly yaml: string;
}

const booleans: { readonly [word: string]: string } = { yes: 'true', sí: 'true', si: 'true', no: 'false' };

/**
 * Writes what a person typed as YAML, quoted where it has to be and with closed values in the record's language. Commas
 * separate the items of a list; brackets around them, and quotes around a text of theirs, may be there or not.
 *
 * @param type undefined where the format does not define the field
 */
export function typedValue(typed: string, type: ValueType | undefined, language: Language): TypedValue {
  const text = typed.trim();
  const bracketed = /^\[[\s\S]*\]$/.test(text);
  if (type?.kind === 'list' || (type?.kind !== 'text' && !type?.choices && bracketed)) {
    const items = parts(bracketed ? text.slice(1, -1) : text).map((part) => item(part, type?.item, language));
    return { yaml: `[${items.map(({ yaml }) => yaml).join(', ')}]`, items };
  }
  const quoted = type?.kind === 'text' ? text : unquoted(text);
  return { yaml: inBraces(text, type, language) ?? scalar(quoted, type, language, scalarText) };
}

function item(text: string, type: ValueType | undefined, language: Language): TypedItem {
  const braces = inBraces(text, type, language);
  if (braces === undefined) {
    const value = unquoted(text);
    const name = (type?.choices && choiceNamed(type.choices, value)) ?? value;
    return { name, yaml: scalar(value, type, language, flowText) };
  }
  const named = new Map(pairs(text, type));
  const first = Object.keys(type?.fields ?? {}).find((part) => named.has(part));
  return { name: unquoted(named.get(first ?? '') ?? text), yaml: braces };
}

/** An object as it is typed between braces; undefined of any other text. */
function inBraces(text: string, type: ValueType | undefined, language: Language): string | undefined {
  if (!type?.fields || !/^\{[\s\S]*\}$/.test(text)) return undefined;
  const written = pairs(text, type).map(([name, value]) => {
    const row = type.fields?.[name];
    const { yaml } = typedValue(unquoted(value), row?.type, language);
    return `${row ? keyIn(language, name, row) : flowText(name)}: ${yaml}`;
  });
  return `{ ${written.join(', ')} }`;
}

/** Parts of an object by their canonical names, each as it is typed. */
function pairs(text: string, type: ValueType | undefined): [name: string, value: string][] {
  const names = fieldsByName(type?.fields ?? {});
  return parts(text.slice(1, -1)).map((part) => {
    const [, key = part, value = ''] = /^("[^"]*"|[^:]*):\s*([\s\S]*)$/.exec(part) ?? [];
    const written = unquoted(key.trim());
    return [names.get(written)?.name ?? written, value];
  });
}

function scalar(
  text: string,
  type: ValueType | undefined,
  language: Language,
  written: (text: string) => string,
): string {
  if (type?.choices)
    return written(choiceIn(language, type.choices, choiceNamed(type.choices, text) ?? text));
  const numeric = type?.kind === 'integer' || type?.kind === 'percentage';
  const number = numeric || type === undefined || type.kind === 'raw';
  if (number && /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text) && (numeric || !text.includes('.')))
    return text;
  const truth = type?.kind === 'boolean' ? (booleans[text.toLowerCase()] ?? text.toLowerCase()) : text;
  const may = type?.kind === 'boolean' || type === undefined || type.kind === 'raw';
  return may && /^(?:true|false)$/.test(truth) ? truth : written(text);
}

/** Without the quotes that a person put around a text, because YAML would ask for them. */
function unquoted(text: string): string {
  if (/^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (!/^"(?:[^"\\]|\\.)*"$/s.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** The parts between commas that stand in no quotes and no brackets. */
function parts(text: string): string[] {
  const found: string[] = [];
  let [depth, quote, from, last] = [0, '', 0, ','];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\' && quote === '"') at++;
      else if (char === quote) quote = '';
      continue;
    }
    // Inside of a word it is an apostrophe.
    if (/["']/.test(char) && ',:[{'.includes(last)) quote = char;
    else if ('[{'.includes(char)) depth++;
    else if (']}'.includes(char)) depth--;
    else if (char === ',' && depth <= 0) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
    if (!/\s/.test(char)) last = char;
  }
  found.push(text.slice(from));
  return found.map((part) => part.trim()).filter((part) => part !== '');
}
