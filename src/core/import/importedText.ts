import type { Language } from '../model/text/localized';
import { changeSectionNames, changeSections } from '../model/vocabulary/sections';
import { blocksText, type ImportedText, shownWords } from './block';
import { type ExportRow, longestCell } from './exportTable';
import type { LostPart } from './lostPart';
import type { Mapping, Markup } from './mapping';
import { readDocument } from './readDocument';
import { isHtml, readHtml } from './readHtml';
import { readMarkdown, readPlain } from './readMarkdown';
import { readWiki } from './readWiki';

/** No record is read that is longer than a million. */
const longestBody = 900_000;
/** Sections in which the items of lists are steps. */
const withSteps: ReadonlySet<string> = new Set(['deployment', 'rollback', 'checklist']);

/** How a body is written. */
interface BodyInput {
  readonly row: ExportRow;
  readonly mapping: Mapping;
  readonly title: string;
  readonly type: Mapping['type'];
  readonly language: Language;
  /** Whether somebody still works by it, so that the items of its plans are steps. */
  readonly open: boolean;
  readonly lost: LostPart[];
}

/** The body of a record: its title, and each section with the texts of its columns. */
export function importedBody({ row, mapping, title, type, language, open, lost }: BodyInput): string {
  // Signs at its end would close the heading.
  let body = `# ${shownWords(title).replace(/#$/, '\\#')}\n`;
  for (const [name, columns] of inOrder(mapping.sections)) {
    const texts = columns.flatMap((column, place) => {
      const boxes = open && withSteps.has(name);
      const text = columnText(row, column, mapping.text, boxes, lost);
      if (text === '') return [];
      return place === 0 ? [text] : [`**${shownWords(column)}**\n\n${text}`];
    });
    if (texts.length === 0) continue;
    // The text of a ticket stands for itself.
    const heading = type === 'ticket' && name === 'summary' ? '' : `\n## ${sectionTitle(name, language)}\n`;
    const section = `${heading}\n${texts.join('\n\n')}\n`;
    if (body.length + section.length > longestBody)
      lost.push({ kind: 'cut', name, detail: String(section.length) });
    else body += section;
  }
  return body;
}

function inOrder(sections: Mapping['sections']): [string, readonly string[]][] {
  const place = (name: string): number => {
    const at = changeSectionNames.map(String).indexOf(name);
    return at < 0 ? changeSectionNames.length : at;
  };
  return [...sections].sort(([a], [b]) => place(a) - place(b));
}

/** What a section is called in a language. */
export function sectionTitle(name: string, language: Language): string {
  if (name === 'review') return language === 'es' ? 'Revisión' : 'Review';
  const known = changeSectionNames.find((section) => section === name);
  return known ? changeSections[known][language] : shownWords(name);
}

function columnText(
  row: ExportRow,
  column: string,
  markup: Markup,
  boxes: boolean,
  lost: LostPart[],
): string {
  const values = row.cells.get(column) ?? [];
  const texts = values.map((value) => {
    if (value.length > longestCell) lost.push({ kind: 'cut', name: column, detail: String(value.length) });
    const read = readText(value.slice(0, longestCell), markup);
    for (const kind of read.lost) lost.push({ kind, name: column });
    return blocksText(read.blocks, boxes);
  });
  // Short values of one column are a list, such as the components of an issue.
  const isList = values.length > 1 && values.every((value) => value.length < 80);
  return texts
    .filter((text) => text !== '')
    .map((text) => (isList ? `- ${text}` : text))
    .join(isList ? '\n' : '\n\n');
}

function readText(text: string, markup: Markup): ImportedText {
  const document = markup === 'wiki' ? readDocument(text) : undefined;
  if (document) return document;
  if (markup === 'markdown') return readMarkdown(text);
  if (markup === 'wiki') return readWiki(text);
  return markup === 'html' || (markup === 'auto' && isHtml(text)) ? readHtml(text) : readPlain(text);
}
