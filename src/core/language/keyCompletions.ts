import type { Language, Localized } from '../model/text/localized';
import type { TextRange } from '../model/text/range';
import type { Field, FieldTable, FieldType } from '../model/vocabulary/fieldType';
import { fieldsByName, keyIn } from '../model/vocabulary/vocabulary';
import { ruleById } from '../rules/registry';
import type { Completion } from './completion';
import type { OutlineMap, Slot } from './outline';

/** How a key is to be written where the cursor is. */
export interface KeyStyle {
  /** The language of the file, for names. */
  readonly written: Language;
  /** The language of the editor, for descriptions. */
  readonly language: Language;
  readonly range: TextRange;
  readonly flow: boolean;
  /** What must stand before it: a blank, a dash, or nothing. */
  readonly before: string;
  /** Whether its colon is there already. */
  readonly colon: boolean;
}

/** The keys that a map does not have yet, under either name, in their usual order. */
export function keyCompletions(
  table: FieldTable,
  holder: OutlineMap | undefined,
  own: Slot | undefined,
  style: KeyStyle,
): Completion[] {
  const names = fieldsByName(table);
  const others = holder?.entries.filter((entry) => entry !== own) ?? [];
  const present = new Set(others.map(({ key }) => names.get(key.value)?.name));
  return Object.entries(table).flatMap(([name, row], place) =>
    present.has(name) ? [] : [keyCompletion(name, row, place, style)],
  );
}

function keyCompletion(name: string, row: Field, place: number, style: KeyStyle): Completion {
  const label = keyIn(style.written, name, row);
  const value = valueSnippet(row.type, style.flow);
  const insertText = style.before + (style.colon ? label : `${label}:${value}`);
  const rule = ruleById(name);
  const spanish = style.written === 'es' ? name : row.es;
  return {
    label,
    kind: rule ? 'rule' : 'key',
    ...(rule ? { detail: rule.title[style.language] } : spanish === label ? {} : { detail: spanish }),
    documentation: describeField(row, style.language),
    insertText,
    snippet: true,
    filterText: label,
    sortText: String(place).padStart(4, '0'),
    range: style.range,
    goesOn: !style.colon,
  };
}

/** What follows a key's colon: brackets and braces where the value needs them. */
function valueSnippet(type: FieldType, flow: boolean): string {
  if (type.kind === 'object') return flow ? ' { $0 }' : '\n  $0';
  if (type.kind !== 'list') return ' $0';
  if (!type.item?.fields) return ' [$0]';
  return flow ? ' [{ $0 }]' : '\n  - $0';
}

const exampleWord: Localized = { en: 'Example', es: 'Ejemplo' };

/** Description and example of a field, in markdown. */
export function describeField(row: Field, language: Language): string {
  const example = row.example === '' ? '' : `\n\n${exampleWord[language]}: \`${row.example}\``;
  return `${row.description[language]}${example}`;
}
