import { anchorTest } from '../index/anchors';
import { fileLink } from '../model/parse/readLinks';
import type { ParsedRecord, RecordOf } from '../model/parse/record';
import type { FileLink, Heading } from '../model/parse/step';
import type { TextEdit } from '../model/text/edit';
import { baseName } from '../model/text/paths';
import { encodedName, rebasedTarget } from './rebasedTarget';
import type { SourceProcedure } from './takenSections';
import { htmlTargets } from './writtenTargets';

/**
 * Edits after which the links of a procedure lead from a new file to where they led.
 *
 * @param kept headings that the new file has too
 * @param anchors their new anchors by the old ones
 */
export function movedLinks(
  { file, record }: SourceProcedure,
  to: string,
  kept: readonly Heading[],
  anchors: ReadonlyMap<string, string>,
): TextEdit[] {
  const isKept = anchorTest(kept, record.lines.text);
  return linksOf(record).flatMap((link) => rebasedLink(link, file, to, record, isKept, anchors));
}

/** All links with their ranges, including those in HTML. */
export function linksOf({
  body,
  lines,
  bodyStart,
}: Pick<ParsedRecord, 'body' | 'lines' | 'bodyStart'>): FileLink[] {
  const html = htmlTargets(lines, bodyStart).flatMap(
    ({ start, end }) => fileLink(lines.text.slice(start, end), start, end) ?? [],
  );
  return [...body.links, ...html];
}

function rebasedLink(
  link: FileLink,
  from: string,
  to: string,
  { lines }: RecordOf<'procedure'>,
  isKept: (fragment: string) => boolean,
  anchors: ReadonlyMap<string, string>,
): TextEdit[] {
  const written = lines.text.slice(link.range.start, link.range.end);
  const [open, close] = written.startsWith('<') ? ['<', '>'] : ['', ''];
  const target = open ? written.slice(1, -1) : written;
  // A heading that is copied is in the change; any other target is still in the procedure.
  const anchor = link.path === '' ? anchors.get(link.fragment.toLowerCase()) : undefined;
  const gone = link.path === '' && anchor === undefined && !isKept(link.fragment);
  const same = anchor === undefined || anchor === link.fragment.toLowerCase();
  const now = same ? target : target.replace(/#.*$/, `#${anchor}`);
  const text = `${open}${rebasedTarget((gone ? encodedName(baseName(from)) : '') + now, from, to)}${close}`;
  return text === written ? [] : [{ range: link.range, text }];
}
