import {
  Composer,
  type CST,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type TextRange, textRange } from '../model/text/range';
import { cursorMark, lineBefore, type MarkedYaml, markedYaml } from './markedYaml';
import type { CursorPlace, OutlineEntry, OutlineList, OutlineMap, OutlineScalar, Slot } from './outline';

/** What a text under way holds, and what the cursor stands in; undefined where nothing can be completed there. */
export interface Outline {
  readonly root: OutlineMap;
  readonly place: CursorPlace | undefined;
}

/** Deeper than this nothing is completed; a hostile text may nest without end. */
const deepest = 60;
/** As many words, signs and blanks are read: those of two thousand usual lines. */
const mostLexemes = 12_000;

const options = { schema: 'failsafe', strict: false, uniqueKeys: false, prettyErrors: false } as const;

/**
 * Reads YAML that somebody is typing, and never gives up: the parser passes over what is wrong.
 *
 * @param cursor offset of the cursor in `text`
 */
export function readOutline(text: string, content: TextRange, cursor: number): Outline {
  const marked = markedYaml(text, content, cursor);
  const contents = parse(marked.yaml);
  const reader = new OutlineReader(text, marked);
  const empty: OutlineMap = { kind: 'map', flow: false, entries: [] };
  const root = isMap(contents) ? reader.map(contents, []) : empty;
  return { root, place: reader.place };
}

function parse(yaml: string): ParsedNode | null {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let read = 0;
  for (const lexeme of new Lexer().lex(yaml)) {
    tokens.push(...parser.next(lexeme));
    if (++read > mostLexemes || parser.stack.length > deepest) break;
  }
  tokens.push(...parser.end());
  const [document] = new Composer(options).compose(tokens);
  return document?.contents ?? null;
}

/** A place for a value, what holds it, and the steps that lead to it. */
type Around = Pick<CursorPlace, 'holder' | 'path'> & { readonly slot: Slot };

/** Makes an outline of what was parsed, and finds the cursor in it. */
class OutlineReader {
  place: CursorPlace | undefined;

  constructor(
    private readonly text: string,
    private readonly marked: MarkedYaml,
  ) {}

  map(node: YAMLMap, path: CursorPlace['path'], from = 0): OutlineMap {
    const map: OutlineMap = { kind: 'map', flow: node.flow === true, entries: [] };
    for (const { key, value } of node.items.slice(from)) {
      if (!isScalar(key)) continue;
      const scalar = this.key(key);
      const touched = this.holds(key, scalar) || (isAnchored(key) && scalar.value === '');
      const colon = value !== null && !(touched && this.marked.kind === 'key');
      const entry: OutlineEntry = { key: scalar, colon, value: undefined };
      map.entries.push(entry);
      if (touched && (map.flow || this.column(scalar) === this.column(map.entries[0]?.key)))
        this.markKey(entry, map, path);
      this.fill({ slot: entry, holder: map, path: [...path, scalar.value] }, value);
    }
    return map;
  }

  private list(node: YAMLSeq, path: CursorPlace['path']): OutlineList {
    const list: OutlineList = { kind: 'list', flow: node.flow === true, items: [] };
    for (const item of node.items) {
      const slot: Slot = { value: undefined };
      list.items.push(slot);
      this.fill({ slot, holder: list, path: [...path, undefined] }, item);
    }
    return list;
  }

  private fill(around: Around, node: unknown): void {
    const { slot, path } = around;
    if (isAnchored(node)) this.markValue(around, undefined, false);
    if (isSeq(node)) slot.value = this.list(node, path);
    else if (isMap(node)) this.fillMap(around, node);
    else if (isScalar(node)) {
      const scalar = this.scalar(node);
      if (this.holds(node, scalar)) this.markValue(around, scalar, this.hasOwnLine(around, scalar));
      slot.value = written(scalar);
    }
  }

  private fillMap(around: Around, node: YAMLMap): void {
    const { slot, path } = around;
    const [first] = node.items;
    const word = isScalar(first?.key) ? this.wordAlone(node, first.key) : undefined;
    if (!word) {
      slot.value = this.map(node, path);
      return;
    }
    this.markValue(around, word, !around.holder.flow);
    if (node.items.length > 1) slot.value = this.map(node, path, 1);
    else slot.value = isMap(first?.value) ? this.map(first.value, path) : written(word);
  }

  /** A word on a line where a value is awaited: it may be that value as well as the first key of one with parts. */
  private wordAlone(node: YAMLMap, key: Scalar): OutlineScalar | undefined {
    const braces = this.marked.yaml[node.range?.[0] ?? 0] === '{';
    if (this.marked.kind !== 'key' || braces) return undefined;
    const scalar = this.key(key);
    return this.holds(key, scalar) ? scalar : undefined;
  }

  private markKey(slot: OutlineEntry, holder: OutlineMap, path: CursorPlace['path']): void {
    const token = this.marked.kind === 'anchor' ? undefined : written(slot.key);
    this.place = { part: 'key', path, holder, slot, token, flow: holder.flow, ownLine: true };
  }

  private markValue(
    { path, holder, slot }: Around,
    scalar: OutlineScalar | undefined,
    ownLine: boolean,
  ): void {
    const token = scalar && written(scalar);
    this.place = { part: 'value', path, holder, slot, token, flow: holder.flow, ownLine };
  }

  /** A key stands on one line; what stands on lines above it is another one under way. */
  private key(node: Scalar): OutlineScalar {
    const scalar = this.scalar(node);
    const [above = ''] = /^[\s\S]*[\r\n][ \t]*/.exec(scalar.value) ?? [];
    if (scalar.quote !== '' || lineBefore(this.text, 0, scalar.range.start).trim() !== '') return scalar;
    const range = textRange(scalar.range.start + above.length, scalar.range.end);
    return { ...scalar, range, value: scalar.value.slice(above.length) };
  }

  private scalar({ range, type }: Scalar): OutlineScalar {
    const own = this.marked.rangeOf(range?.[0] ?? 0, range?.[1] ?? 0);
    const text = this.text.slice(own.start, own.end);
    if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL')
      return { kind: 'scalar', value: '', range: own, quote: '|' };
    const [quote = ''] = /^["']/.exec(text) ?? [];
    const closed = quote !== '' && text.length > 1 && text.endsWith(quote);
    return { kind: 'scalar', value: text.slice(quote.length, closed ? -1 : undefined), range: own, quote };
  }

  /** Whether the cursor is in a text of one line, or at its end: not in free text. */
  private holds({ range }: Scalar, { value, quote }: OutlineScalar): boolean {
    const { kind, mark } = this.marked;
    const [start, end] = range ?? [0, 0];
    return kind !== 'anchor' && start <= mark && mark < end && quote !== '|' && !/[\r\n]/.test(value);
  }

  private hasOwnLine({ holder }: Around, { range }: OutlineScalar): boolean {
    return !holder.flow && /^[ \t]*(?:-[ \t]*)*$/.test(lineBefore(this.text, 0, range.start));
  }

  private column(scalar: OutlineScalar | undefined): number {
    return lineBefore(this.text, 0, scalar?.range.start ?? 0).length;
  }
}

/** Whether the cursor is in front of a value, which may be missing. */
function isAnchored(node: unknown): boolean {
  return (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor === cursorMark;
}

/** A text that is there; undefined for one of which nothing is typed yet. */
function written(scalar: OutlineScalar): OutlineScalar | undefined {
  return scalar.value === '' && scalar.quote === '' ? undefined : scalar;
}
