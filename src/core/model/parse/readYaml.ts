import {
  COLLECTION_STYLE_FLOW,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_PLAIN,
  SCALAR_STYLE_SINGLE_QUOTED,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml/browser';
import { textRange } from '../text/range';
import { duplicateKeys } from './duplicateKeys';
import type { Problem, ProblemCode } from './problem';
import { quickYaml } from './quickYaml';
import { topLevelBlocks } from './topLevelBlocks';
import { overLimit, type YamlLimits, yamlLimits } from './yamlLimits';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yamlTree';
import { indentedStart, lostItem, lostNumber, templateMark, yamlTypos } from './yamlTypos';

/** A YAML text as it was read: its root, or undefined where there is none, and its problems. */
export interface YamlResult {
  readonly root: YamlNode | undefined;
  readonly problems: Problem[];
}

/**
 * Reads YAML into a tree that knows the place of each key and value. It never throws: a text that is not YAML gives a
 * problem, and those of its top-level keys that can be read alone.
 *
 * @param source the YAML text
 * @param base offset of `source` in the file, added to every range
 */
export function readYaml(source: string, base: number, limits: YamlLimits = yamlLimits): YamlResult {
  const limit = overLimit(source, base, limits);
  if (limit) return { root: undefined, problems: [limit] };
  // No text has more nodes than characters.
  const usual = source.length <= limits.nodes ? quickYaml(source, base) : undefined;
  if (usual) return { root: usual, problems: [] };
  try {
    return parseTree(source, base, limits);
  } catch (error) {
    const problem = syntaxProblem(error, source, base);
    return problem.code === 'yaml'
      ? readKeyByKey(source, base, problem, limits)
      : { root: undefined, problems: [problem] };
  }
}

/** The anchor and the tag before a node; -1 where there is none. */
interface NodeProperties {
  anchorStart: number;
  anchorEnd: number;
  tagStart: number;
  tagEnd: number;
}

function syntaxProblem(error: unknown, source: string, base: number): Problem {
  // js-yaml may also throw other errors on hostile input; its documentation says to catch all of them.
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const reason = error instanceof YAMLException ? error.reason : String(error);
  const at = Math.min(mark?.position ?? 0, source.length);
  const code: ProblemCode = reason.includes('maxDepth') ? 'tooDeep' : 'yaml';
  const rest = /^[^\s,[\]{}]*/.exec(source.slice(at, at + 200))?.[0].length ?? 0;
  return { code, range: textRange(base + at, base + at + rest), args: { reason, limit: yamlLimits.depth } };
}

/** Reads half-typed front matter key by key at its top level, and leaves out what cannot be read. */
function readKeyByKey(source: string, base: number, problem: Problem, limits: YamlLimits): YamlResult {
  const typos: Problem[] = [];
  const problems: Problem[] = [];
  const entries: YamlEntry[] = [];
  let failures = 0;
  for (const { start, text } of topLevelBlocks(source)) {
    // A `-` or `}` at the margin may be the mistake, so the key is also tried without it.
    const margin = text.search(/(?<=[\r\n])[-\]}]/);
    const whole = readAlone(text, base + start, limits);
    const block = whole ?? (margin < 0 ? undefined : readAlone(text.slice(0, margin), base + start, limits));
    // Each failure is slow, and nobody types in a hundred places at once.
    if (whole?.root?.kind !== 'map' && ++failures <= 10)
      typos.push(...yamlTypos(text, base + start, (tried) => reach(tried, limits)));
    if (failures > 100) break;
    if (block?.root?.kind !== 'map') continue;
    entries.push(...block.root.entries);
    problems.push(...block.problems);
    // The limit on nodes applies here too; each entry has at least two.
    if (entries.length * 2 > limits.nodes) return { root: undefined, problems: [problem] };
  }
  const root: YamlMap = { kind: 'map', range: textRange(base, base + source.length), flow: false, entries };
  if (failures === 0) typos.push(...indentedStart(source, base));
  problems.unshift(...(typos.length > 0 ? typos : [problem]));
  problems.push(...duplicateKeys(root));
  return { root: entries.length > 0 ? root : undefined, problems };
}

/** A part of a text read by itself; undefined where it is not YAML, which the problem of the whole text says. */
function readAlone(source: string, base: number, limits: YamlLimits): YamlResult | undefined {
  try {
    return parseTree(source, base, limits);
  } catch {
    return undefined;
  }
}

/** Up to which offset a block can be read: infinite where it is a complete mapping. */
function reach(source: string, limits: YamlLimits): number {
  try {
    const { root } = parseTree(source, 0, limits);
    return root?.kind === 'map' ? Number.POSITIVE_INFINITY : 0;
  } catch (error) {
    return error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
  }
}

/** Parses any YAML into a tree. Throws where the text is not YAML. */
export function parseTree(source: string, base: number, limits: YamlLimits = yamlLimits): YamlResult {
  const events = parseEvents(source, { maxDepth: limits.depth });
  const builder = new TreeBuilder(source, base, events, limits.nodes);
  const root = builder.document();
  const tooMany = builder.problems.find((problem) => problem.code === 'tooMany');
  // Nothing is read of a text over the limit, since checking thousands of keys is what the limit prevents.
  return tooMany ? { root: undefined, problems: [tooMany] } : { root, problems: builder.problems };
}

/** What may stand before the bracket that closes a collection. */
const gap = /(?:[\s,]|#[^\r\n]*)*/y;

/** Turns js-yaml's events into nodes, and reports what a record must not contain. */
class TreeBuilder {
  readonly problems: Problem[] = [];
  private position = 0;
  private nodes = 0;
  private lastEnd = 0;

  constructor(
    private readonly source: string,
    private readonly base: number,
    private readonly events: readonly Event[],
    private readonly mostNodes: number,
  ) {}

  document(): YamlNode | undefined {
    let root: YamlNode | undefined;
    let documents = 0;
    while (this.position < this.events.length) {
      const event = this.events[this.position++];
      if (event?.type !== EVENT_DOCUMENT) continue;
      documents++;
      if (event.directives.length > 0 || documents > 1) {
        const marker = documents > 1 ? this.markerAfter(this.lastEnd) : 0;
        this.report('document', marker, documents > 1 ? marker + 3 : this.lastEnd + 1);
        if (documents > 1) return root;
      }
      const next = this.events[this.position];
      if (next && next.type !== EVENT_POP) root = this.node();
    }
    return root;
  }

  private node(): YamlNode {
    const event = this.events[this.position++];
    if (++this.nodes === this.mostNodes + 1) this.report('tooMany', this.lastEnd, this.lastEnd + 1);
    if (event?.type === EVENT_SCALAR) return this.scalar(event);
    if (event?.type === EVENT_SEQUENCE)
      return this.list(event.start, event.style === COLLECTION_STYLE_FLOW, event);
    if (event?.type === EVENT_MAPPING) {
      const known = this.problems.length;
      const map = this.map(event.start, event.style === COLLECTION_STYLE_FLOW, event);
      const mark = templateMark(map, this.source, this.base);
      if (mark) this.problems.splice(known, Number.POSITIVE_INFINITY, mark.problem);
      return mark?.node ?? map;
    }
    if (event?.type === EVENT_ALIAS) {
      this.alias(event);
      return this.emptyScalar(event.anchorEnd);
    }
    return this.emptyScalar(this.lastEnd);
  }

  private scalar(event: ScalarEvent): YamlScalar {
    this.checkProperties(event);
    if (event.valueStart < 0) {
      const at = this.endOfKey();
      this.lostParts(at, at, true);
      return this.emptyScalar(at);
    }
    const plain = event.style === SCALAR_STYLE_PLAIN;
    const quoted = event.style === SCALAR_STYLE_DOUBLE_QUOTED || event.style === SCALAR_STYLE_SINGLE_QUOTED;
    const start = event.valueStart - (quoted ? 1 : 0);
    const end = event.valueEnd + (quoted ? 1 : 0);
    this.lastEnd = end;
    if (plain) this.lostParts(start, end, event.fast);
    const value = event.fast
      ? this.source.slice(event.valueStart, event.valueEnd)
      : getScalarValue(this.source, event);
    return {
      kind: 'scalar',
      range: this.range(start, end),
      style: plain ? 'plain' : quoted ? 'quoted' : 'block',
      value,
    };
  }

  /** Reports a number or a list item that YAML takes for a comment or for more text. */
  private lostParts(start: number, end: number, onOneLine: boolean): void {
    const number = lostNumber(this.source, start, end, this.base);
    if (number && !this.problems.some(({ range }) => range.start === number.range.start))
      this.problems.push(number);
    if (onOneLine) return;
    const item = lostItem(this.source.slice(start, end), this.base + start);
    if (item) this.problems.push(item);
  }

  private list(start: number, flow: boolean, event: NodeProperties): YamlList {
    this.checkProperties(event);
    this.lastEnd = flow ? start + 1 : start;
    const items: YamlNode[] = [];
    while (!this.atPop()) items.push(this.node());
    return { kind: 'list', range: this.range(start, this.closeCollection(flow, ']')), flow, items };
  }

  private map(start: number, flow: boolean, event: NodeProperties): YamlMap {
    this.checkProperties(event);
    this.lastEnd = flow ? start + 1 : start;
    const entries: YamlEntry[] = [];
    while (!this.atPop()) {
      const key = this.node();
      const value = this.node();
      if (key.kind === 'scalar') entries.push({ key: key.value, keyRange: key.range, value });
      else this.problems.push({ code: 'keyKind', range: key.range });
    }
    const map: YamlMap = {
      kind: 'map',
      range: this.range(start, this.closeCollection(flow, '}')),
      flow,
      entries,
    };
    this.problems.push(...duplicateKeys(map));
    return map;
  }

  /** The offset after a key's colon, where an empty value has its place. */
  private endOfKey(): number {
    const colon = /^\s*:/.exec(this.source.slice(this.lastEnd, this.lastEnd + 100));
    return this.lastEnd + (colon?.[0].length ?? 0);
  }

  private emptyScalar(at: number): YamlScalar {
    this.lastEnd = at;
    return { kind: 'scalar', range: this.range(at, at), style: 'plain', value: '' };
  }

  /** Offset of the `---` or `...` that ends a document. */
  private markerAfter(from: number): number {
    const marker = /(?<=^|[\r\n])(?:---|\.\.\.)/g;
    marker.lastIndex = from;
    return marker.exec(this.source)?.index ?? from;
  }

  private atPop(): boolean {
    const next = this.events[this.position];
    return next === undefined || next.type === EVENT_POP;
  }

  /** Passes the collection's end event and finds where its text ends. */
  private closeCollection(flow: boolean, bracket: string): number {
    this.position++;
    if (!flow) return this.lastEnd;
    gap.lastIndex = this.lastEnd;
    const close = this.lastEnd + (gap.exec(this.source)?.[0].length ?? 0);
    // A pair in a list, `[key: value]`, is a mapping without brackets.
    if (this.source[close] === bracket) this.lastEnd = close + 1;
    return this.lastEnd;
  }

  private checkProperties(event: NodeProperties): void {
    if (event.anchorStart >= 0) this.alias(event);
    if (event.tagStart >= 0) this.report('tag', event.tagStart, event.tagEnd);
  }

  /** Only the first alias is reported: a YAML bomb has hundreds. */
  private alias(event: Pick<NodeProperties, 'anchorStart' | 'anchorEnd'>): void {
    if (this.problems.some(({ code }) => code === 'alias')) return;
    this.report('alias', event.anchorStart - 1, event.anchorEnd);
  }

  private report(code: ProblemCode, start: number, end: number): void {
    const range = this.range(Math.max(0, start), Math.max(start, end));
    this.problems.push({ code, range, args: { limit: this.mostNodes } });
  }

  private range(start: number, end: number) {
    return textRange(this.base + start, this.base + end);
  }
}
