import type { Token } from 'markdown-it';
import { blockParser } from './blockParser';
import { normalised } from './readBody';
import type { ParsedRecord } from './record';

/**
 * The blocks of a record's body, with lines counted from the first one of the body.
 *
 * @param environment gets what the body defines for its links and footnotes
 */
export function bodyTokens(
  { lines, bodyStart }: Pick<ParsedRecord, 'lines' | 'bodyStart'>,
  environment: object = {},
): readonly Token[] {
  return blockParser().parse(normalised(lines.text.slice(bodyStart)), environment);
}
