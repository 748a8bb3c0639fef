import type { ParsedRecord } from '../../model/parse/record';
import type { FileLink } from '../../model/parse/step';
import { linksOf } from '../../procedure/movedLinks';

/** To look for links in HTML the whole body is parsed; hardly any has one. */
const htmlLink = /<[a-z][^<>]*\s(?:href|src|srcset|poster|data|cite|longdesc|background)\s*=/i;

/** All links of a body to files and headings, also those in HTML. */
export function writtenLinks(record: ParsedRecord): readonly FileLink[] {
  return htmlLink.test(record.lines.text) ? linksOf(record) : record.body.links;
}
