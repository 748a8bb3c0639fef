import { IgnoreChain } from '../config/ignoreChain';
import { LineMap } from '../model/text/lineMap';
import { looseningText } from './diffText';
import type { Loosening } from './loosening';
import type { PlacedLoosening } from './placedLoosening';

/** A file that decides which files are read, before a change and now. The text is empty where there is no file. */
export interface GuardedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Attributes that neither hide a file's changes from reviewers nor convert its text; merging as we do keeps both sides. */
const harmless =
  /^(?:[-!]?text|text=auto|eol=(?:lf|crlf)|-?whitespace(?:=\S*)?|diff(?:=markdown)?|merge=changebook)$/;

/** New lines of `.gitattributes` files that treat files in a way that reviewers would not notice. */
export function changedAttributes(
  guarded: readonly GuardedFile[],
): (PlacedLoosening & { fits(file: string): boolean })[] {
  const own = guarded.filter(({ file }) => /(?:^|\/)\.gitattributes$/.test(file));
  return own.flatMap(({ file, before, after }) => {
    const known = new Set(before.split(/\r?\n/).map((line) => line.trim()));
    const lines = new LineMap(after);
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    return after.split(/\r?\n/).flatMap((line, number) => {
      const { pattern, attributes } = partsOf(line.trim());
      if (known.has(line.trim()) || /^(?:#|\[|$)/.test(pattern)) return [];
      if (attributes.every((attribute) => harmless.test(attribute))) return [];
      const chain = IgnoreChain.empty.entering(folder, pattern);
      const loosening: Loosening = {
        kind: 'attributes-changed',
        about: file,
        from: '',
        to: line.trim(),
        file,
        path: [],
        rules: undefined,
      };
      const start = lines.startOf(number);
      return [
        {
          ...loosening,
          range: lines.rangeAt({ start, end: start + line.length }),
          text: (language: 'en' | 'es') => looseningText(loosening, language),
          fits: (path: string) =>
            (folder === '' || path.startsWith(`${folder}/`)) && chain.excludes(path, false),
        },
      ];
    });
  });
}

/** A pattern may be a quoted C string. One with escapes in it is taken to match any file. */
function partsOf(line: string): { readonly pattern: string; readonly attributes: readonly string[] } {
  const [, quoted, behind = ''] = /^"((?:[^"\\]|\\.)*)"(.*)$/.exec(line) ?? [];
  if (quoted !== undefined) {
    const pattern = quoted.includes('\\') ? '*' : quoted;
    return { pattern, attributes: behind.split(/\s+/).filter(Boolean) };
  }
  const [pattern = '', ...attributes] = line.split(/\s+/);
  return { pattern, attributes };
}
