import type { Language } from '../text/localized';
import { textRange } from '../text/range';
import { wholeTableOf } from '../vocabulary/defaultFields';
import type { ChoiceTable, FieldTable, FieldType } from '../vocabulary/fieldType';
import { fieldsByName, isOwnField, keyIn } from '../vocabulary/vocabulary';
import { type Located, locate } from './located';
import { nearestName, sameLooseName } from './nearest';
import type { FieldPath, Problem } from './problem';
import { isNothing, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from './yamlTree';
import { quoted } from './yamlTypos';

/** The problem of an unknown key, with the key that was most likely meant. */
export function unknownFieldProblem(
  entry: YamlEntry,
  table: FieldTable,
  map: YamlMap,
  path: FieldPath,
  language: Language,
): Problem {
  const names = fieldsByName(table);
  const whole = wholeTableOf(table);
  if (whole && fieldsByName(whole).has(entry.key))
    return { code: 'notDefault', range: entry.keyRange, path, args: { key: entry.key } };
  const own = Object.entries(table).map(([name, field]) => keyIn(language, name, field));
  // Between braces `start:22:00` is a key, although a key with a value was meant.
  const [, key = entry.key, value] = (isNothing(entry.value) && /^([^\s:]+):(\S.*)$/.exec(entry.key)) || [];
  const nearest = /^x[_.]./i.test(key) ? `x-${key.slice(2)}` : nearestOf(key, own, [...names.keys()]);
  const meant = nearest && value !== undefined ? `${nearest}: ${value}` : nearest;
  const args = { key: entry.key.slice(0, 80), nearest: meant ?? '' };
  const problem: Problem = { code: 'unknownField', range: entry.keyRange, path, args };
  // A field that the mapping has already is only a hint: as a replacement it would be duplicate.
  const name = nearest && names.get(nearest)?.name;
  const free = name && !map.entries.some(({ key }) => names.get(key)?.name === name);
  if (meant === undefined) return problem;
  if (isOwnField(nearest ?? '') && !name) return { ...problem, replacement: meant, certain: false };
  return free ? { ...problem, replacement: meant } : problem;
}

/** The nearest name in the file's language, then in the other one; a name that only differs in case comes first. */
function nearestOf(written: string, own: readonly string[], other: readonly string[]): string | undefined {
  const same = sameLooseName(written, own) ?? sameLooseName(written, other);
  return same ?? nearestName(written, own) ?? nearestName(written, other);
}

/** The problem of a value outside its closed set, with the value that was most likely meant. */
export function choiceProblem(
  node: YamlScalar,
  choices: ChoiceTable,
  path: FieldPath,
  language: Language,
): Problem {
  const english = Object.keys(choices);
  const spanish = Object.values(choices).map(([es]) => es);
  const [own, other] = language === 'es' ? [spanish, english] : [english, spanish];
  const nearest = nearestOf(node.value, own, other);
  const args = { value: node.value.slice(0, 60), nearest: nearest ?? '', allowed: own.join(', ') };
  const problem: Problem = { code: 'notChoice', range: node.range, path, args };
  return nearest ? { ...problem, replacement: nearest } : problem;
}

/** The problem of a value that the schema rejects, at its place. */
export function problemOf(path: FieldPath, located: Located, language: Language): Problem {
  const here = locate(located, path) ?? located;
  const { node, type } = here;
  if (node.kind === 'scalar' && type.choices) return choiceProblem(node, type.choices, path, language);
  const value = node.kind === 'scalar' ? node.value.slice(0, 60) : '';
  const listed = type.values?.join(', ');
  const unquoted = withoutQuotes(node, type);
  if (listed) {
    const shown = unquoted
      ? { value: `"${value}"`, nearest: unquoted.replacement ?? '' }
      : { value, nearest: '' };
    return { code: 'notChoice', range: node.range, path, args: { ...shown, allowed: listed }, ...unquoted };
  }
  const key = here.key ?? String(path.findLast((part) => typeof part === 'string') ?? '');
  const range =
    node.kind === 'scalar' ? node.range : (here.keyRange ?? textRange(node.range.start, node.range.end));
  const keys = Object.entries(type.fields ?? {}).map(([name, field]) => keyIn(language, name, field));
  // Where a lone item is allowed, the message asks for the item rather than for a list.
  const { kind } = (type.loneItem && node.kind === 'scalar' && type.item) || type;
  const args = { key, value, kind, shape: node.kind, keys: keys.slice(0, 4).join(', ') };
  const text = type.kind === 'text' ? textWithColon(node) : undefined;
  if (text !== undefined)
    return { code: 'textColon', range: node.range, path, args, replacement: quoted(text) };
  // An item written in place of its list is not called an item.
  const isItem = typeof path.at(-1) === 'number' && locate(located, path.slice(0, -1))?.node !== node;
  const code = isItem ? 'wrongItem' : 'wrongType';
  return { code, range, path, args, ...unquoted };
}

/** A text that a colon and a blank turned into a mapping of one key; undefined for all other nodes. */
function textWithColon(node: YamlNode): string | undefined {
  const [entry, ...more] = node.kind === 'map' ? node.entries : [];
  if (!entry || more.length > 0 || entry.value.kind !== 'scalar' || entry.value.style !== 'plain')
    return undefined;
  const plainKey = entry.keyRange.end - entry.keyRange.start === entry.key.length;
  const own = node.range.start === entry.keyRange.start && node.range.end === entry.value.range.end;
  return plainKey && own ? `${entry.key}: ${entry.value.value}`.trim() : undefined;
}

/** The fix for a quoted number or boolean, and for a `yes` or `no` in place of a boolean. */
function withoutQuotes(
  node: YamlNode,
  type: FieldType,
): Pick<Problem, 'replacement' | 'certain'> | undefined {
  if (node.kind !== 'scalar') return undefined;
  const yes = type.kind === 'boolean' ? /^(?:(yes|y|on|s[ií])|no?|off)$/i.exec(node.value) : null;
  if (yes) return { replacement: String(yes[1] !== undefined), certain: false };
  if (node.style !== 'quoted' || !isPlainValueOf(type, node.value)) return undefined;
  return { replacement: node.value, certain: true };
}

function isPlainValueOf({ kind, values }: FieldType, text: string): boolean {
  if (kind === 'boolean') return /^(?:true|false)$/.test(text);
  if (kind !== 'integer' || !/^\d{1,15}$/.test(text)) return false;
  return !values || values.some((known) => String(known) === text);
}
