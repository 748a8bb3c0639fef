import type { TextEdit } from '../../model/text/edit';
import { textRange } from '../../model/text/range';
import type { Mention } from '../mentions/mention';
import { asYaml } from '../plainText';

/**
 * The edit that names a second thing beside one that others still mean: one more item of its list, or a list in the place of
 * a lone value.
 */
export function besideEdits({ range, quote }: Mention, name: string, text: string): TextEdit[] {
  const [start, end] = [range.start - quote.length, range.end + quote.length];
  const value = asYaml(name, quote);
  const [before = ''] = /[^\r\n]*$/.exec(text.slice(0, start)) ?? [];
  if (/^[ \t]*-[ \t]+$/.test(before)) {
    const [lineBreak = '\n'] = /\r?\n/.exec(text) ?? [];
    return [{ range: textRange(end), text: `${lineBreak}${before}${value}` }];
  }
  if (/[[,][ \t]*$/.test(before) && /\[[^\]]*$/.test(before))
    return [{ range: textRange(end), text: `, ${value}` }];
  return [{ range: textRange(start, end), text: `[${text.slice(start, end)}, ${value}]` }];
}
