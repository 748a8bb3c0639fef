import { conditionText } from '../config/conditions';
import { configTypeOf } from '../config/configFiles';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { impactLevelChoice, noticeKindChoice, roleChoice } from '../model/vocabulary/choices';
import type { FieldTable, FieldType } from '../model/vocabulary/fieldType';
import { stateName } from '../model/vocabulary/stateName';
import { fieldName, valueIn } from '../model/vocabulary/valueIn';
import { choiceIn, configTypes, type RecordType, recordTypes } from '../model/vocabulary/vocabulary';
import { dropReasons, isDropReason } from './dropReasons';
import { windowText } from './fieldDiff';
import { type Loosening, looseningTexts } from './loosening';
import { changeTexts, looseningKinds, type RecordChange } from './recordChange';
import type { ConfigFileDiff, RecordDiff, TracedChange, WorkspaceDiff } from './workspaceDiff';

const words = {
  loosened: { en: 'Loosened', es: 'Relajado' },
  config: { en: 'Configuration', es: 'Configuración' },
  nothing: {
    en: 'No record says anything else than before.',
    es: 'Ningún registro dice otra cosa que antes.',
  },
  summary: {
    en: 'Records that differ: {records}. Loosened: {loosened}.',
    es: 'Registros que cambian: {records}. Relajaciones: {loosened}.',
  },
  between: { en: 'From {base} to {head}', es: 'Desde {base} hasta {head}' },
  workTree: { en: 'the files as they are', es: 'los ficheros tal como están' },
  added: { en: 'added', es: 'añadido' },
  removed: { en: 'removed', es: 'eliminado' },
  renamed: { en: 'renamed from {before}', es: 'renombrado desde {before}' },
  changed: { en: 'changed', es: 'cambiado' },
  meets: { en: 'With its new window: {message}', es: 'Con su nueva ventana: {message}' },
  outage: { en: 'outage', es: 'corte' },
  uncommitted: { en: 'not committed', es: 'sin commit' },
  inFiles: { en: 'in {files}', es: 'en {files}' },
} as const satisfies { [name: string]: Localized };

/** One of the words around changes, in a language. */
export function diffWord(
  language: Language,
  word: keyof typeof words,
  args: { readonly [name: string]: string | number } = {},
): string {
  return fillIn(words[word][language], args);
}

/** Longer values are cut short in a sentence. */
const longest = 200;

/** What changed in a record, as a sentence on one line. */
export function changeText(change: RecordChange, type: RecordType, language: Language): string {
  const { kind } = change;
  const value = (side: 'from' | 'to'): string => {
    const text = change[side] ?? '';
    if (kind === 'risk') return choiceIn(language, impactLevelChoice.choices, text);
    const plain = kind === 'status' ? stateName(text, language) : fieldValue(side, change, type, language);
    return oneLineValue(plain, longest);
  };
  const about = oneLineValue(aboutText(change, type, language), longest);
  const set = kind === 'status' && change.from === undefined;
  return fillIn(changeTexts[set ? 'field-set' : kind][language], {
    about: set ? fieldName(language, recordTypes[type].fields, kind) : about,
    from: value('from'),
    to: value('to'),
  });
}

function aboutText({ kind, about = '' }: RecordChange, type: RecordType, language: Language): string {
  if (kind === 'dropped') return isDropReason(about) ? dropReasons[about][language] : about;
  if (/^(approv|denied)/.test(kind)) return choiceIn(language, roleChoice.choices, about);
  if (kind.startsWith('notice-')) return choiceIn(language, noticeKindChoice.choices, about);
  if (!kind.startsWith('field') && kind !== 'order') return about;
  return fieldName(language, recordTypes[type].fields, about);
}

/** The fields that changes of some kinds belong to, by how the kind begins. */
const fieldsOfKinds: readonly (readonly [kind: string, field: string])[] = [
  ['agree', 'agreement'],
  ['approval', 'approvals'],
  ['waive', 'waivers'],
  ['notice', 'notifications'],
  ['ticket', 'tickets'],
];

/** A value, with names and choices in a language. */
function fieldValue(
  side: 'from' | 'to',
  { kind, about = '', values, [side]: text = '' }: RecordChange,
  type: RecordType,
  language: Language,
): string {
  const value = values?.[side] ?? text;
  if (kind.startsWith('window') && values) return windowText(value, words.outage[language]);
  const known = fieldsOfKinds.find(([start]) => kind.startsWith(start))?.[1];
  const table: FieldTable = recordTypes[type].fields;
  const own = table[known ?? (kind.startsWith('field') ? about : '')]?.type;
  return valueIn(language, value, known ? (own?.item ?? own) : own);
}

/**
 * Who made a change, in a few words; empty where it is not known.
 *
 * @param shown escapes the name for the text that it goes into; the commit's id needs no escaping
 */
export function authorText(
  { by }: Pick<TracedChange, 'by'>,
  language: Language,
  shown: (name: string) => string = (name) => name,
): string {
  if (by === undefined) return '';
  if (by === 'uncommitted') return words.uncommitted[language];
  return `${shown(oneLineValue(by.name, 60))} ${by.commit.slice(0, 9)}`;
}

/** What a configuration no longer asks for, as a sentence on one line. */
export function looseningText(loosening: Loosening, language: Language): string {
  const { kind, about, from, to, files, values } = loosening;
  const named = kind === 'role-removed' || kind === 'holder-added' || kind === 'holders-dropped';
  const states = kind === 'move-added' || kind === 'guard-removed' || kind === 'stage-changed';
  const key = keyAlong(loosening, language);
  const value = (side: 'from' | 'to'): string => {
    const text = { from, to }[side];
    const data = values?.[side];
    if (data === undefined) return oneLineValue(states ? stateName(text, language) : text, longest);
    if (kind === 'role-removed' && typeof data === 'object' && data)
      return oneLineValue(conditionText(data, language), longest);
    const { type } = key;
    return oneLineValue(valueIn(language, data, Array.isArray(data) ? type : (type?.item ?? type)), longest);
  };
  const plain = kind.startsWith('key-')
    ? key.name
    : kind === 'stage-changed'
      ? stateName(about, language)
      : about;
  const args = {
    about: oneLineValue(named ? choiceIn(language, roleChoice.choices, about) : plain, longest),
    from: value('from') || '*',
    to: value('to'),
  };
  const where = files
    ? ` (${diffWord(language, 'inFiles', { files: oneLineValue(files.join(', '), longest) })})`
    : '';
  return `${fillIn(looseningTexts[kind][language], args)}${where}`;
}

/** The name of a configuration key in a language, and the type of its value. */
function keyAlong({ path, file }: Loosening, language: Language) {
  let table: FieldTable | undefined = configTypes[configTypeOf(file) ?? 'config'].fields;
  let type: FieldType | undefined;
  const names = path.map((part) => {
    const name = fieldName(language, table, String(part));
    type = table?.[part]?.type;
    table = type?.fields;
    return name;
  });
  return { name: names.join('.'), type };
}

/** What happened to a record or a file of the configuration, in a word or two. */
export function whatText(diff: RecordDiff | ConfigFileDiff, language: Language): string {
  const before = 'fileBefore' in diff && diff.fileBefore ? oneLineValue(diff.fileBefore, longest) : '';
  return diffWord(language, diff.what, { before });
}

/** How many records changed and how much was loosened, in a sentence. */
export function summaryText({ records, loosened, config }: WorkspaceDiff, language: Language): string {
  if (records.length === 0 && loosened.length === 0 && config.length === 0) return words.nothing[language];
  const ofRecords = records.flatMap(({ changes }) => changes.filter(({ kind }) => looseningKinds.has(kind)));
  const count = loosened.length + ofRecords.length;
  return diffWord(language, 'summary', { records: records.length, loosened: count });
}
