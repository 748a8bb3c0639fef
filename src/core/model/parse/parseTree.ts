import type * as Yaml from 'js-yaml/browser';
import { textRange } from '../text/range';
import { duplicateKeys } from './duplicateKeys';
import type { Problem, ProblemCode } from './problem';
import { type YamlLimits, yamlLimits } from './yamlLimits';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yamlTree';
import { lostItem, lostNumber, templateMark } from './yamlTypos';

/** Loaded when some YAML is no usual one: most runs never ask for it. */
function library(): typeof Yaml {
  return require('js-yaml/browser') as typeof Yaml;
}

/** A YAML text as it was read: its root, or undefined where there is none, and its problems. */
export interface YamlResult {
  readonly root: YamlNode | undefined;
  readonly problems: Problem[];
}

/** Parses any YAML into a tree. Throws where the text is not YAML. */
export function parseTree(source: string, base: number, limits: YamlLimits = yamlLimits): YamlResult {
  const events = library().parseEvents(source, { maxDepth: limits.depth });
  const builder = new TreeBuilder(source, base, events, limits.nodes);
  const root = builder.document();
  const tooMany = builder.problems.find((problem) => problem.code === 'tooMany');
  // Nothing is read of a text over the limit, since checking thousands of keys is what the limit prevents.
  return tooMany ? { root: undefined, problems: [tooMany] } : { root, problems: builder.problems };
}

/** What `parseTree` says of a text that is no YAML, and where. */
export function syntaxErrorIn(error: unknown): { readonly reason: string; readonly position: number } {
  // js-yaml may also throw other errors on hostile input; its documentation says to catch all of them.
  if (!(error instanceof library().YAMLException)) return { reason: String(error), position: 0 };
  return { reason: error.reason, position: error.mark?.position ?? 0 };
}

/** The anchor and the tag before a node; -1 where there is none. */
interface NodeProperties {
  anchorStart: number;
  anchorEnd: number;
  tagStart: number;
  tagEnd: number;
}

/** What may stand before the bracket that closes a collection. */
const gap = /(?:[\s,]|#[^\r\n]*)*/y;

/** Turns js-yaml's events into nodes, and reports what a record must not contain. */
class TreeBuilder {
  readonly problems: Problem[] = [];
  private readonly yaml = library();
  private position = 0;
  private nodes = 0;
  private lastEnd = 0;

  constructor(
    private readonly source: string,
    private readonly base: number,
    private readonly events: readonly Yaml.Event[],
    private readonly mostNodes: number,
  ) {}

  document(): YamlNode | undefined {
    let root: YamlNode | undefined;
    let documents = 0;
    while (this.position < this.events.length) {
      const event = this.events[this.position++];
      if (event?.type !== this.yaml.EVENT_DOCUMENT) continue;
      documents++;
      if (event.directives.length > 0 || documents > 1) {
        const marker = documents > 1 ? this.markerAfter(this.lastEnd) : 0;
        this.report('document', marker, documents > 1 ? marker + 3 : this.lastEnd + 1);
        if (documents > 1) return root;
      }
      const next = this.events[this.position];
      if (next && next.type !== this.yaml.EVENT_POP) root = this.node();
    }
    return root;
  }

  private node(): YamlNode {
    const event = this.events[this.position++];
    if (++this.nodes === this.mostNodes + 1) this.report('tooMany', this.lastEnd, this.lastEnd + 1);
    if (event?.type === this.yaml.EVENT_SCALAR) return this.scalar(event);
    if (event?.type === this.yaml.EVENT_SEQUENCE)
      return this.list(event.start, event.style === this.yaml.COLLECTION_STYLE_FLOW, event);
    if (event?.type === this.yaml.EVENT_MAPPING) {
      const known = this.problems.length;
      const map = this.map(event.start, event.style === this.yaml.COLLECTION_STYLE_FLOW, event);
      const mark = templateMark(map, this.source, this.base);
      if (mark) this.problems.splice(known, Number.POSITIVE_INFINITY, mark.problem);
      return mark?.node ?? map;
    }
    if (event?.type === this.yaml.EVENT_ALIAS) {
      this.alias(event);
      return this.emptyScalar(event.anchorEnd);
    }
    return this.emptyScalar(this.lastEnd);
  }

  private scalar(event: Yaml.ScalarEvent): YamlScalar {
    this.checkProperties(event);
    if (event.valueStart < 0) {
      const at = this.endOfKey();
      this.lostParts(at, at, true);
      return this.emptyScalar(at);
    }
    const plain = event.style === this.yaml.SCALAR_STYLE_PLAIN;
    const quoted =
      event.style === this.yaml.SCALAR_STYLE_DOUBLE_QUOTED ||
      event.style === this.yaml.SCALAR_STYLE_SINGLE_QUOTED;
    const start = event.valueStart - (quoted ? 1 : 0);
    const end = event.valueEnd + (quoted ? 1 : 0);
    this.lastEnd = end;
    if (plain) this.lostParts(start, end, event.fast);
    const value = event.fast
      ? this.source.slice(event.valueStart, event.valueEnd)
      : this.yaml.getScalarValue(this.source, event);
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
    return next === undefined || next.type === this.yaml.EVENT_POP;
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
