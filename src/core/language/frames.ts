import {
  type CursorPlace,
  emptyList,
  emptyMap,
  type OutlineEntry,
  type OutlineList,
  type OutlineMap,
  type OutlineNode,
  type OutlineScalar,
  type OutlineStep,
  type Slot,
} from './outline';

interface Frame {
  readonly node: OutlineMap | OutlineList;
  /** Column of its keys or dashes. */
  indent: number;
}

/** Deeper than this nothing is completed; a hostile text may nest without end. */
const deepest = 60;

/** The maps and lists that are open where a text is being read, from the root to the innermost. */
export class Frames {
  readonly root = emptyMap(false);
  place: CursorPlace | undefined;
  private readonly stack: Frame[] = [{ node: this.root, indent: -1 }];

  constructor(readonly cursor: number) {}

  get top(): OutlineMap | OutlineList {
    return this.frame.node;
  }

  get depth(): number {
    return this.stack.length;
  }

  /** Column of the innermost map or list in block style; what stands further left ends it. */
  get indent(): number {
    return this.frame.indent;
  }

  private get frame(): Frame {
    return this.stack.at(-1) ?? { node: this.root, indent: -1 };
  }

  /** The key or item that was read last in the innermost map or list. */
  get slot(): Slot | undefined {
    const { top } = this;
    return top.kind === 'map' ? top.entries.at(-1) : top.items.at(-1);
  }

  get tooDeep(): boolean {
    return this.stack.length > deepest;
  }

  /** Closes what a line ends that begins at this column. */
  closeTo(column: number, dash: boolean): void {
    while (this.stack.length > 1) {
      const { node, indent } = this.frame;
      const goesOn = indent === column && (node.kind === 'map' || dash);
      if (indent < column || goesOn) return;
      this.stack.pop();
    }
  }

  /** Goes on with the map at this column, or opens it where a value is awaited. */
  enterMap(column: number): void {
    if (this.stack.length === 1 && this.frame.indent < 0) this.frame.indent = column;
    if (
      this.top.kind === 'map' &&
      (this.indent === column || (this.stack.length === 1 && this.indent > column))
    )
      return;
    this.open(emptyMap(false), column);
  }

  /** Goes on with the list at this column, and opens an item. */
  enterItem(column: number): void {
    if (this.top.kind !== 'list' || this.indent !== column) this.open(emptyList(false), column);
    this.addItem();
  }

  open(node: OutlineMap | OutlineList, indent: number): void {
    this.fill(node);
    this.stack.push({ node, indent });
  }

  close(depth = this.stack.length - 1): void {
    this.stack.length = Math.max(1, depth);
  }

  /** Puts a value where one is awaited; a second one has no place and is forgotten. */
  fill(node: OutlineNode): void {
    const { slot } = this;
    if (slot && slot.value === undefined) slot.value = node;
  }

  addItem(): void {
    const { top } = this;
    if (top.kind === 'list') top.items.push({ value: undefined });
  }

  addKey(key: OutlineScalar): OutlineEntry | undefined {
    const { top } = this;
    if (top.kind !== 'map') return undefined;
    const entry: OutlineEntry = { key, colon: false, value: undefined };
    top.entries.push(entry);
    return entry;
  }

  holds(from: number, to: number): boolean {
    return !this.place && from <= this.cursor && this.cursor <= to;
  }

  /** Notes that the cursor is in a key, or where one may be written. */
  markKey(token: OutlineScalar | undefined, slot?: Slot): void {
    this.place ??= { part: 'key', ...this.here(false), slot, token, ownLine: true };
  }

  /** A cursor on a blank line is where a text at its column would belong to. */
  markBlank(column: number): void {
    const { slot, indent } = this;
    if (slot && !slot.value && column > indent) {
      this.markValue(undefined, true);
      return;
    }
    const depth = this.stack.findLastIndex(
      (frame, index) =>
        frame.node.kind === 'map' && (frame.indent === column || (index === 0 && frame.indent < 0)),
    );
    const holder = this.stack[depth]?.node;
    if (!holder) return;
    const path = this.stack.slice(0, depth).map(lastStep);
    this.place ??= {
      part: 'key',
      path,
      holder,
      flow: false,
      slot: undefined,
      token: undefined,
      ownLine: true,
    };
  }

  /** Notes that the cursor is in the value that is awaited last. */
  markValue(token: OutlineScalar | undefined, ownLine: boolean): void {
    this.place ??= { part: 'value', ...this.here(true), slot: this.slot, token, ownLine };
  }

  private here(inside: boolean): Pick<CursorPlace, 'path' | 'holder' | 'flow'> {
    const frames = inside ? this.stack : this.stack.slice(0, -1);
    return { path: frames.map(lastStep), holder: this.top, flow: this.top.flow };
  }
}

function lastStep({ node }: Frame): OutlineStep {
  return node.kind === 'map' ? (node.entries.at(-1)?.key.value ?? '') : undefined;
}
