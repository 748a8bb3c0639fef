import { type TextRange, textRange } from '../model/text/range';
import { type RecordType, recordTypeNamed, recordTypes } from '../model/vocabulary/vocabulary';
import { type OutlineMap, textUnder } from './outline';

/** The kinds of text that are completed: those of templates of notices only in their front matter. */
export type LanguageKind = 'record' | 'config' | 'customer' | 'template';

const closingFence = /^---[ \t]*$/gm;

/** Where the YAML of a text stands, even if its second fence is still to be typed; undefined where it has none. */
export function yamlPart(text: string, kind: LanguageKind): TextRange | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (kind === 'config' || kind === 'customer') return textRange(start, text.length);
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start, start + 100));
  if (!opening) return undefined;
  const from = start + opening[0].length;
  closingFence.lastIndex = from;
  const close = closingFence.exec(text);
  // At the beginning of the fence itself nothing can be written.
  if (close) return textRange(from, close.index - 1);
  const blank = /(?:\r\n|\n)[ \t]*(?:\r\n|\n)/.exec(text.slice(from));
  return textRange(from, blank ? from + blank.index + 1 : text.length);
}

/** The type of a record under way: by its type, else by how its id begins. */
export function outlinedType(root: OutlineMap): RecordType | undefined {
  const named = recordTypeNamed(textUnder(root, 'type', 'tipo') ?? '');
  if (named) return named;
  const prefix = textUnder(root, 'id')?.split('-', 1)[0];
  if (prefix === recordTypes.procedure.prefix) return 'procedure';
  if (prefix === recordTypes.change.prefix) return 'change';
  return prefix === recordTypes.ticket.prefix ? 'ticket' : undefined;
}

/** Whether the front matter of a text says, or is about to say, that the text is a record. */
export function beginsRecord(text: string): boolean {
  const content = yamlPart(text.slice(0, 70_000), 'record');
  if (!content) return false;
  const yaml = text.slice(content.start, content.end);
  for (const [, value = ''] of yaml.matchAll(/^(?:type|tipo)[ \t]*:[ \t]*["']?([^\s"'#]*)/gm)) {
    if (value === '' || recordTypeNamed(value)) return true;
  }
  return /^id[ \t]*:[ \t]*["']?(?:PROC|CHG|TKT)-/m.test(yaml);
}
