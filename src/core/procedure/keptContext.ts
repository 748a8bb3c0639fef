import type { Token } from 'markdown-it';
import { approvedText } from '../approvals/approvedBody';
import { blockParser } from '../model/parse/blockParser';
import type { Environment } from '../model/parse/readLinks';
import type { ParsedRecord } from '../model/parse/record';
import type { KeptPlace } from './keptPlaces';
import { linkPlaces } from './linkPlaces';
import { inlineTokens, readTargets } from './writtenTargets';

/** The lines of a footnote, from its first one to the one behind it. */
type Lines = readonly [from: number, to: number];

/**
 * Tells what the rest of a record makes of a section that stays: where its links lead, by whatever definition, what its
 * footnotes say, and which HTML around it is open. It is empty of a section that stands for itself.
 *
 * @param plain the same record with links that read the same in any folder
 * @param file path of the record in the workspace
 * @param body its tokens, and what they define
 */
export function keptContext(
  record: ParsedRecord,
  plain: ParsedRecord,
  file: string,
  { tokens, environment }: { readonly tokens: readonly Token[]; readonly environment: Environment },
): (place: KeptPlace) => string {
  const { lines, bodyStart } = record;
  const firstLine = lines.lineAt(bodyStart);
  const footnotes = footnoteLines(tokens, firstLine);
  const placeOf = linkPlaces(record, file);
  const targetsOf = (text: string): string[] =>
    readTargets(text, 0, { references: { ...environment.references } }).map(placeOf);
  return ({ start, end }) => {
    const text = joined(record, start, end);
    const said = [...targetsOf(text), ...openElements(tokens, lines.lineAt(start) - firstLine)];
    const left = labelsIn(text);
    for (const label of left) {
      const notes = (footnotes.get(label) ?? []).map(([from, to]) => {
        const note = joined(record, lines.startOf(from), lines.startOf(to));
        // A footnote may refer to others; a set is walked through to what is added meanwhile.
        for (const further of labelsIn(note)) left.add(further);
        const read = joined(plain, plain.lines.startOf(from), plain.lines.startOf(to)).trimEnd();
        return JSON.stringify([label, read, ...targetsOf(note)]);
      });
      // The sections of a change need not be in the order of its procedure's.
      said.push(...notes.sort());
    }
    return said.map((one) => `\n\0${one}`).join('');
  };
}

/** A part of a text with its steps open and applied. */
function joined(record: ParsedRecord, start: number, end: number): string {
  return approvedText(record, start, end).replaceAll('\0', '');
}

/** The labels of the footnotes that a text may refer to, as they are compared. */
function labelsIn(text: string): Set<string> {
  const labels = [...text.matchAll(/\[\^([^\]\s]{1,999})\]/g)].map(([, label = '']) => label);
  return new Set(labels.map((label) => blockParser().utils.normalizeReference(label)));
}

/** The lines of all footnotes, by their labels. More than one may have the same, and readers differ in which they take. */
function footnoteLines(tokens: readonly Token[], firstLine: number): ReadonlyMap<string, readonly Lines[]> {
  const found = new Map<string, Lines[]>();
  for (const [index, { type, meta, level }] of tokens.entries()) {
    if (type !== 'footnote_reference_open') continue;
    const label = blockParser().utils.normalizeReference(String(meta.label));
    const close = tokens.findIndex(
      (token, at) => at > index && token.type === 'footnote_reference_close' && token.level === level,
    );
    const maps = tokens.slice(index, close).flatMap(({ map }) => (map ? [map] : []));
    const from = Math.min(...maps.map(([first]) => first));
    const to = Math.max(...maps.map(([, last]) => last));
    if (maps.length > 0) found.set(label, [...(found.get(label) ?? []), [firstLine + from, firstLine + to]]);
  }
  return found;
}

/** Elements that hide, strike out or move all that stands in them; names between such signs are often only placeholders. */
const wrapping =
  /<(\/?)(details|dialog|div|span|del|s|strike|blockquote|center|pre|noscript|svg|small|sub|sup)(?=[\s/>])[^>]*>/gi;

/** The wrapping elements that are open where a line begins, counted from the first of the body. */
function openElements(tokens: readonly Token[], before: number): string[] {
  const open: string[] = [];
  for (const { type, map, content } of tokens) {
    if (map && map[0] >= before) break;
    const html =
      type === 'html_block'
        ? content
        : type === 'inline' && content.includes('<')
          ? inlineTokens(content, {})
              .map((part) => (part.type === 'html_inline' ? part.content : ' '))
              .join('')
          : '';
    for (const [whole, slash, name = ''] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(wrapping)) {
      const tag = `<${name.toLowerCase()}>`;
      if (!slash) {
        if (!whole.endsWith('/>') || name.toLowerCase() !== 'svg') open.push(tag);
      } else if (open.includes(tag)) open.splice(open.lastIndexOf(tag), 1);
    }
  }
  return open;
}
