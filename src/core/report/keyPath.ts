import type { LineMap } from '../model/text/lineMap';

/** The lines of a file that are YAML: its front matter, or the whole of a configuration file. */
export interface YamlLines {
  readonly lines: LineMap;
  /** The first line of YAML, and the line after the last. */
  readonly from: number;
  readonly to: number;
}

/** Longer lines are not parsed. */
const longestLine = 1000;
const key = /^(\s*(?:-\s+)*)(["']?)([\p{L}_][\p{L}\p{N}_./@-]*)\2\s*:(?:\s|$)/u;
const item = /^(\s*)-(?:\s|$)/;
const flowKey = /[{,]\s*["']?([\p{L}_][\p{L}\p{N}_./@-]*)["']?\s*:/gu;

/** The lines of a text's front matter; undefined where it has none. */
export function frontMatterLines(lines: LineMap): YamlLines | undefined {
  if (lines.lineText(0).replace(/^\uFEFF/, '') !== '---') return undefined;
  for (let line = 1; line < lines.lineCount; line++) {
    if (lines.lineText(line) === '---') return { lines, from: 1, to: line };
  }
  return undefined;
}

/**
 * The keys that lead to a place in YAML, as they are written, with list items as `[]`. They identify a finding when
 * lines move. Only indentation is read, which is fast and works for half-typed YAML, too.
 */
export function keyPathAt({ lines, from, to }: YamlLines, line: number, column: number): string | undefined {
  if (line < from || line >= to) return undefined;
  const text = lines.lineText(line);
  if (text.length > longestLine) return undefined;
  let path = '';
  let limits: Limits = { key: Number.POSITIVE_INFINITY, dash: Number.POSITIVE_INFINITY };
  for (let here = line; here >= from && limits.key > 0; here--) {
    const found = partOn(lines.lineText(here), limits);
    if (!found) continue;
    path = path.startsWith('[') || path === '' ? `${found.name}${path}` : `${found.name}.${path}`;
    limits = found.limits;
  }
  return path === '' ? undefined : `${path}${insideBraces(text.slice(0, column))}`;
}

/** The columns before which the next key or dash above must begin to be a parent. */
interface Limits {
  readonly key: number;
  readonly dash: number;
}

/** What a line adds to the path of a place below it. */
function partOn(
  text: string,
  limits: Limits,
): { readonly name: string; readonly limits: Limits } | undefined {
  if (text.length > longestLine) return undefined;
  const [, lead = '', , name = ''] = key.exec(text) ?? [];
  const dash = name === '' ? (item.exec(text)?.[1]?.length ?? -1) : lead.indexOf('-');
  // The key of a list may begin in the same column as its dashes.
  const aboveDash = { key: dash + 1, dash };
  if (name !== '' && lead.length < limits.key)
    return dash < 0
      ? { name, limits: { key: lead.length, dash: lead.length } }
      : { name: `[].${name}`, limits: aboveDash };
  return dash >= 0 && dash < limits.dash ? { name: '[]', limits: aboveDash } : undefined;
}

function insideBraces(before: string): string {
  const keys = [...before.matchAll(flowKey)];
  const last = keys.at(-1)?.[1];
  return last === undefined ? '' : `.${last}`;
}
