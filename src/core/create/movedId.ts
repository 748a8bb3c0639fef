import { refusedPlan } from '../actions/recordAction';
import type { TextChange } from '../actions/textChange';
import { locate } from '../model/parse/located';
import { parseRecord } from '../model/parse/parseRecord';
import { readBody } from '../model/parse/readBody';
import type { ParsedRecord } from '../model/parse/record';
import { applyEdits, type TextEdit } from '../model/text/edit';
import { LineMap } from '../model/text/lineMap';
import { baseName, resolvePath } from '../model/text/paths';
import { linksOf } from '../procedure/movedLinks';
import { encodedName } from '../procedure/rebasedTarget';

/** A record that gets another id, and with it another file where that is named after the id. */
export interface MovedId {
  readonly old: string;
  readonly id: string;
  readonly file: string;
  readonly to: string;
}

/** A text that may name a record: a record, or any other markdown, all of which is body. */
export type NamingText = Pick<ParsedRecord, 'lines' | 'body' | 'bodyStart'>;

export function namingText(text: string): NamingText {
  const record = parseRecord(text, { expected: true });
  if (record && record.bodyStart < text.length) return record;
  const lines = new LineMap(text);
  return { lines, body: readBody(lines, 0), bodyStart: 0 };
}

/** Another id in the record itself: in its field, its first heading and its text. */
export function movedIdChange(moved: MovedId): TextChange {
  return {
    plan(text) {
      const record = parseRecord(text, { expected: true });
      if (!record) return refusedPlan('notARecord');
      if (record.data.id === moved.id) return { edits: [] };
      const written = idEdit(record, moved.id);
      if (!written) return refusedPlan('cannotWrite');
      const lines = new Set(ownLines(record).map((line) => lineText(text, record, line)));
      return { edits: [written, ...namingEdits(moved.file, lines, moved, record, record.bodyStart)] };
    },
  };
}

/** The edit after which a record has another id, written as the old one is; undefined where that cannot be done. */
export function idEdit({ data, located, lines }: ParsedRecord, id: string): TextEdit | undefined {
  const range = locate(located, ['id'])?.node.range;
  if (!range || data.id === undefined) return undefined;
  const written = lines.text.slice(range.start, range.end);
  const edit = { range, text: written.includes(data.id) ? written.replace(data.id, () => id) : id };
  const after = applyEdits(lines.text, [edit]).text;
  return parseRecord(after, { expected: true })?.data.id === id ? edit : undefined;
}

/** Another id in a file that names the record: in lines that mean it, and in links to its file. */
export function namingChange(file: string, lines: ReadonlySet<string>, moved: MovedId): TextChange {
  return {
    plan(text) {
      return { edits: namingEdits(file, lines, moved, namingText(text)) };
    },
  };
}

/**
 * Whether a line of a record stays as it is where it names an id: those of steps, and of the headings above them, are
 * what commits know ticks by.
 */
export function keptLines({ body, lines }: NamingText): ReadonlySet<number> {
  const kept = new Set(body.headings.flatMap(({ level, line }) => (level > 1 ? [line] : [])));
  for (const { range } of body.steps)
    for (let line = lines.lineAt(range.start); line <= lines.lineAt(range.end); line++) kept.add(line);
  return kept;
}

/** How a text names an id: by itself, and not as the beginning of another one or of a file's name. */
export function idMention(id: string): RegExp {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_.-])${escaped}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'gu');
}

function ownLines(record: ParsedRecord): number[] {
  const { lines, bodyStart } = record;
  const kept = keptLines(record);
  const all = Array.from({ length: lines.lineAt(lines.text.length) + 1 }, (_, line) => line);
  return all.filter((line) => lines.startOf(line) >= bodyStart && !kept.has(line));
}

function lineText(text: string, { lines }: ParsedRecord, line: number): string {
  return (text.slice(lines.startOf(line)).split('\n', 1)[0] ?? '').replace(/\r$/, '');
}

function namingEdits(
  file: string,
  certain: ReadonlySet<string>,
  moved: MovedId,
  record: NamingText,
  from = 0,
): TextEdit[] {
  const { text } = record.lines;
  const kept = keptLines(record);
  const edits = new Map<number, TextEdit>();
  const rename = (start: number, within: string): void => {
    for (const { index } of within.matchAll(idMention(moved.old)))
      edits.set(start + index, {
        range: { start: start + index, end: start + index + moved.old.length },
        text: moved.id,
      });
  };
  let start = 0;
  for (const [line, part] of text.split('\n').entries()) {
    if (start >= from && !kept.has(line) && certain.has(part.replace(/\r$/, ''))) rename(start, part);
    start += part.length + 1;
  }
  if (moved.to === moved.file) return inOrder(edits);
  for (const { range, path } of linksOf(record)) {
    if (path === '' || resolvePath(file, path) !== moved.file) continue;
    const written = text.slice(range.start, range.end);
    const [, before = '', , after = ''] = /^([^?#]*\/|<?)([^/?#]*?)(>?|[?#].*)$/.exec(written) ?? [];
    const name = encodedName(baseName(moved.to));
    edits.set(range.start, { range, text: `${before}${name}${after}` });
    // The words of the link stand for what it leads to.
    const words = /\[([^[\]]*)\]\([ \t]*<?$/.exec(text.slice(Math.max(0, range.start - 500), range.start));
    const line = record.lines.lineAt(range.start);
    if (words && !kept.has(line)) rename(range.start - words[0].length + 1, words[1] ?? '');
  }
  return inOrder(edits);
}

function inOrder(edits: ReadonlyMap<number, TextEdit>): TextEdit[] {
  return [...edits.values()].sort((one, other) => one.range.start - other.range.start);
}
