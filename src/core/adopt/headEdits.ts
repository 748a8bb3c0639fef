import { zoneOrUtc } from '../config/workspaceConfig';
import { frontMatterText } from '../create/frontMatterText';
import { parseRecord } from '../model/parse/parseRecord';
import { topOf } from '../model/parse/readFrontMatter';
import { applyEdits, lineBreakOf, type TextEdit } from '../model/text/edit';
import type { Language } from '../model/text/localized';
import { textRange } from '../model/text/range';
import { localText } from '../model/time/localText';
import { recordTypeChoice } from '../model/vocabulary/choices';
import { procedureFields } from '../model/vocabulary/procedureFields';
import { choiceIn, fieldsByName } from '../model/vocabulary/vocabulary';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import type { ReadSource } from './readSource';

/** The edits that give a text the front matter of a procedure. */
interface HeadEdits {
  readonly edits: readonly TextEdit[];
  /** Fields of other tools that it does not have any more or, in place, that no procedure can have. */
  readonly fields: readonly string[];
}

/** What a procedure is called, and where its front matter goes. */
interface Head {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly inPlace: boolean;
}

/** Fields that mean the same to other tools. */
const shared = ['version', 'owner', 'category'] as const;

/**
 * The front matter of a procedure in place of what other tools put there or, in place, as further lines on top of it.
 * The line breaks are those of the text, and a byte order mark stays in front.
 */
export function headEdits(
  read: ReadSource,
  { inPlace, ...head }: Head,
  input: WorkspaceCheckInput,
): HeadEdits {
  const { text, foreign } = read;
  const values = { ...valuesOf(read, input), ...head };
  const lineBreak = lineBreakOf(text);
  const front = frontMatterOf(values, head.language).replaceAll('\n', lineBreak);
  if (foreign.kind === 'none' || !inPlace) {
    const range = textRange(topOf(text), foreign.bodyStart);
    const kept = new Set(['title', 'titulo', 'name', ...Object.keys(sharedOf(read))]);
    return { edits: [{ range, text: front }], fields: foreign.keys.filter((key) => !kept.has(nameOf(key))) };
  }
  const there = new Set(foreign.keys.map(nameOf));
  const missing = Object.fromEntries(Object.entries(values).filter(([name]) => !there.has(name)));
  const rows = frontMatterOf(missing, head.language).split('\n').slice(1, -2);
  const added = rows.map((row) => row + lineBreak).join('');
  const edits = [{ range: textRange(foreign.insertAt), text: added }];
  const now = applyEdits(text, edits).text;
  const faults = parseRecord(now)?.problems ?? [];
  return { edits, fields: [...new Set(faults.map(({ range }) => now.slice(range.start, range.end)))] };
}

interface HeadValues {
  readonly [name: string]: string;
}

function frontMatterOf(values: HeadValues, language: Language): string {
  const type = choiceIn(language, recordTypeChoice.choices, 'procedure');
  const { language: _, ...fields } = values;
  return frontMatterText(language, procedureFields, { ...fields, type });
}

function valuesOf(read: ReadSource, { config, now }: WorkspaceCheckInput): HeadValues {
  const created = localText(now, zoneOrUtc(config, undefined)).slice(0, 10);
  return { version: '1.0.0', created, ...sharedOf(read) };
}

function sharedOf({ foreign: { texts, kind } }: ReadSource): HeadValues {
  if (kind !== 'yaml') return {};
  const found: { [name: string]: string } = {};
  for (const [key, value] of texts) {
    const name = shared.find((field) => field === nameOf(key));
    if (name && value.length <= 100 && !/[\r\n]/.test(value)) found[name] = value;
  }
  return found;
}

/** The canonical name of a key; any other key stays as it is. */
function nameOf(key: string): string {
  return fieldsByName(procedureFields).get(key)?.name ?? key;
}
