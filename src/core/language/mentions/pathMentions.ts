import { decoded } from '../../model/parse/readLinks';
import { resolvePath } from '../../model/text/paths';
import { type TextRange, textRange } from '../../model/text/range';
import type { Mention, MentionInput } from './mention';

/** Where a path is written, and in which file. */
interface PathSource {
  readonly file: string;
  readonly text: string;
}

/** The record that a path leads to; none where it leads to something else. */
export function pathMentions(
  { file, text }: PathSource,
  { start, end }: TextRange,
  { index }: MentionInput,
): Mention[] {
  const written = text.slice(start, end);
  const quote = /^["'<]/.exec(written)?.[0] ?? '';
  const target = written.slice(quote.length, quote === '' ? undefined : -1);
  const [path = ''] = target.split('#', 1);
  const resolved = path === '' ? undefined : resolvePath(file, decoded(path));
  const id = resolved === undefined ? undefined : index.keys(resolved)?.id;
  if (!id) return [];
  const range = textRange(start + quote.length, start + quote.length + path.length);
  return [{ kind: 'record', key: id, scope: '', range, written: path, defines: false, style: 'path', quote }];
}
