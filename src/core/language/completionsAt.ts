import { textRange } from '../model/text/range';
import { roleChoice } from '../model/vocabulary/choices';
import type { FieldTable, FieldType } from '../model/vocabulary/fieldType';
import { openChoice } from '../model/vocabulary/fieldTypes';
import { bodyCompletions } from './bodyCompletions';
import { type Completion, type Completions, noCompletions } from './completion';
import { cursorOutline } from './cursorOutline';
import { type FieldPlace, fieldAt, tableOf, writtenLanguage } from './fieldAt';
import { type KeyStyle, keyCompletions } from './keyCompletions';
import type { LanguageInput } from './languageInput';
import type { CursorPlace, OutlineMap } from './outline';
import { asksRelease } from './releaseNames';
import { textNames } from './textNames';
import { isTime } from './timeNames';
import { valueCompletions } from './valueCompletions';
import { yamlPart } from './yamlPart';

/** A list longer than this is asked for again with every letter. */
const mostItems = 1000;

/**
 * What may be written at a cursor in a record's front matter or in a configuration file, however much of the text
 * is still to be typed. In the body of a record, ids, tickets, and names and words in the comments of steps.
 *
 * @param offset where the cursor is, in UTF-16 units
 */
export function completionsAt(text: string, offset: number, input: LanguageInput): Completions {
  const content = yamlPart(text, input.kind);
  if (!content || offset < content.start || offset > content.end)
    return input.kind === 'record' ? bodyCompletions(text, offset, input) : noCompletions;
  const { root, place } = cursorOutline(text, content, offset, input);
  if (!place) return noCompletions;
  const table = tableOf(input.kind, root, input.config);
  const own = new CompletionsAt(text, offset, input, root, table, place);
  const { items, cut } = fitting(own.items(), text, offset);
  return { items, cut: cut || own.changes, ...(own.wantsRelease ? { wantsRelease: true } : {}) };
}

/** Of more than can be listed those that what is typed may still become. */
function fitting(items: Completion[], text: string, offset: number): Completions {
  if (items.length <= mostItems) return { items, cut: false };
  const typed = text.slice(items[0]?.range.start ?? offset, offset).toLowerCase();
  const left = items.filter(({ filterText }) => filterText.toLowerCase().includes(typed));
  return { items: left.slice(0, mostItems), cut: true };
}

class CompletionsAt {
  private readonly before: string;
  /** What a list holds already. */
  private readonly others: ReadonlySet<string>;
  private readonly range: ReturnType<typeof textRange>;
  private readonly field: FieldPlace | undefined;
  /** Whether other letters have others: words about time are understood as they are typed. */
  readonly changes: boolean;
  /** Whether git is to be asked first. */
  readonly wantsRelease: boolean;

  constructor(
    private readonly text: string,
    offset: number,
    private readonly input: LanguageInput,
    private readonly root: OutlineMap,
    private readonly table: FieldTable,
    private readonly place: CursorPlace,
  ) {
    const { holder, slot } = place;
    const others = holder.kind === 'list' ? holder.items.filter((item) => item !== slot) : [];
    this.others = new Set(others.map(({ value }) => (value?.kind === 'scalar' ? value.value : '')));
    this.range = place.token?.range ?? textRange(offset);
    // Right behind a colon or a dash YAML wants a blank first.
    this.field = fieldAt(input.kind, table, place.path);
    const { path = '', type } = (place.part === 'value' && this.field) || {};
    const item = type?.item ?? type;
    this.changes = item !== undefined && isTime(item) && !/^\d/.test(place.token?.value ?? '');
    this.wantsRelease = input.kind === 'record' && !input.release && asksRelease(path);
    this.before = !place.token && /[:-]/.test(text[offset - 1] ?? '') ? ' ' : '';
  }

  items(): Completion[] {
    const { place, table, field } = this;
    if (place.part === 'key') {
      const fields = place.path.length === 0 ? table : field?.type.fields;
      return fields && place.holder.kind === 'map' ? this.keys(fields, place.holder) : [];
    }
    return field ? this.values(field) : [];
  }

  private keys(
    fields: FieldTable,
    holder: OutlineMap | undefined,
    before = this.before,
    after = '',
  ): Completion[] {
    const { input, place, range } = this;
    const own = place.slot && 'colon' in place.slot ? place.slot : undefined;
    const style: KeyStyle = {
      written: this.written(),
      language: input.language,
      range,
      flow: place.flow || after !== '',
      before,
      colon: place.part === 'key' && own?.colon === true,
    };
    const items = keyCompletions(fields, holder, own, style);
    return after === '' ? items : items.map((item) => ({ ...item, insertText: item.insertText + after }));
  }

  /** The values of a field; of one with parts, its keys. */
  private values(field: FieldPlace): Completion[] {
    const { before } = this;
    const { type } = field;
    if (type.kind === 'list' && type.item) return this.listItems(field, type.item);
    if (type.fields) return this.parts(field, type.fields, before);
    return this.named(field, [before, '']);
  }

  private listItems(field: FieldPlace, item: FieldType): Completion[] {
    const { place, before } = this;
    const inner = { ...field, type: item };
    if (place.ownLine && !place.flow) {
      const dash = `${before}- `;
      return item.fields ? this.parts(inner, item.fields, dash) : this.named(inner, [dash, '']);
    }
    if (item.fields && item.kind === 'object')
      return this.keys(item.fields, undefined, `${before}[{ `, ' }]');
    const brackets =
      place.token && field.type.loneItem ? (['', ''] as const) : ([`${before}[`, ']'] as const);
    return this.named(inner, brackets);
  }

  /** The parts of an object that is about to begin. */
  private parts(field: FieldPlace, fields: FieldTable, before: string): Completion[] {
    const { place } = this;
    const value = place.slot?.value;
    const holder = value?.kind === 'map' ? value : undefined;
    // A dash has a line to itself; behind a key on its line only braces can hold parts.
    const inline = !place.ownLine || place.flow;
    const keys = inline ? this.keys(fields, holder, `${before}{ `, ' }') : this.keys(fields, holder, before);
    return field.type.kind === 'textOrObject' ? [...this.shorthand(field, fields), ...keys] : keys;
  }

  /** The values of the one part that a bare text stands for. */
  private shorthand(field: FieldPlace, fields: FieldTable): Completion[] {
    const row = fields[field.type.shorthand ?? ''];
    return row ? this.named({ ...field, type: row.type }, [this.before, '']) : [];
  }

  private named(field: FieldPlace, around: readonly [string, string]): Completion[] {
    const { input, root, range } = this;
    const { token } = this.place;
    const style = {
      written: this.written(),
      range,
      quote: token?.quote ?? '',
      around,
      typed: token?.value ?? '',
      holder: this.place.holder,
      ofText: input.kind === 'record' ? textNames(field.path, this.text) : [],
    };
    const roles =
      input.kind === 'config' && /^(?:approvals\.roles|freezes\.overridable_by)$/.test(field.path);
    const type = roles ? openChoice(roleChoice.choices, 'configuredRole') : field.type;
    const found = valueCompletions({ ...field, type }, input, root, style);
    return found.filter(({ filterText }) => !this.others.has(filterText));
  }

  private written() {
    return writtenLanguage(this.root, this.table, this.input.language);
  }
}
