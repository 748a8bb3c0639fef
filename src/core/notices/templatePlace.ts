import { type TextRange, textRange } from '../model/text/range';

/** What may be typed at a place in a template. */
export type TemplatePart = 'variable' | 'list' | 'filter' | 'tag' | 'partial';

/** A word in a template's output or tag, perhaps not typed yet. */
export interface TemplatePlace {
  readonly part: TemplatePart;
  readonly word: string;
  readonly range: TextRange;
  /** The lists behind the variables of the loops around it: `ticket` of `tickets`. */
  readonly loops: ReadonlyMap<string, string>;
  /** Names that the template defines itself. */
  readonly names: ReadonlySet<string>;
}

/** Longer expressions are not searched, so that an unclosed bracket costs little. */
const longestExpression = 1000;

/** Finds what may be typed at a cursor; undefined outside of `{{ }}` and `{% %}`, and in quotes. */
export function templatePlaceAt(text: string, offset: number): TemplatePlace | undefined {
  const from = Math.max(0, offset - longestExpression);
  const before = text.slice(from, offset);
  const open = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  if (open < 0 || /[%}]\}/.test(before.slice(open + 2))) return undefined;
  const inside = before.slice(open + 2);
  const start = offset - (/[\w.]*$/.exec(inside)?.[0].length ?? 0);
  const end = offset + (/^[\w.]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
  const lead = inside.slice(0, inside.length - (offset - start));
  const part = before[open + 1] === '%' ? partOfTag(lead) : partOfOutput(lead);
  if (!part) return undefined;
  return {
    part,
    word: text.slice(start, end),
    range: textRange(start, end),
    ...namesBefore(text, from + open),
  };
}

function inQuotes(text: string): boolean {
  let quote = '';
  for (const character of text) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
  }
  return quote !== '';
}

/** A variable may follow an operator but not another value. */
function partOfOutput(lead: string): TemplatePart | undefined {
  if (inQuotes(lead)) return undefined;
  if (/\|\s*$/.test(lead)) return 'filter';
  return /(?:^-?\s*|[,:([=<>]\s*|\b(?:and|or|contains)\s+)$/.test(lead) ? 'variable' : undefined;
}

function partOfTag(lead: string): TemplatePart | undefined {
  if (/^-?\s*$/.test(lead)) return 'tag';
  if (/^-?\s*(?:include|render)\s+["']$/.test(lead)) return 'partial';
  if (inQuotes(lead)) return undefined;
  if (/\|\s*$/.test(lead)) return 'filter';
  if (/^-?\s*for\b/.test(lead)) return /\bin\s+$/.test(lead) ? 'list' : undefined;
  if (/^-?\s*(?:assign|capture|include|render)\b/.test(lead))
    return /=\s*$/.test(lead) ? 'variable' : undefined;
  return /(?:^-?\s*\w+\s+|[,:([=<>]\s*|\b(?:and|or|contains)\s+)$/.test(lead) ? 'variable' : undefined;
}

const naming =
  /\{%-?\s*(?:for\s+(?<item>\w+)\s+in\s+(?<list>[\w.]+)|(?<end>endfor)|(?:assign|capture)\s+(?<name>\w+))/g;

function namesBefore(text: string, end: number): Pick<TemplatePlace, 'loops' | 'names'> {
  const stack: (readonly [item: string, list: string])[] = [];
  const names = new Set<string>();
  for (const { groups = {} } of text.slice(0, end).matchAll(naming)) {
    if (groups.end) stack.pop();
    else if (groups.name) names.add(groups.name);
    else if (groups.item && groups.list) stack.push([groups.item, groups.list]);
  }
  return { loops: new Map(stack), names };
}
