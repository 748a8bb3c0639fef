import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type * as Markdown from './footnotedMarkdown';

/** Lists nested deeper than this are read as text, which keeps hostile input cheap. */
const maxNesting = 100;

type BlockRule = Parameters<MarkdownIt['block']['ruler']['push']>[1];

let parser: MarkdownIt | undefined;

/** Loaded when a body is no usual one: with the library that takes as long as reading a hundred others. */
function library(): typeof Markdown {
  return require('./footnotedMarkdown') as typeof Markdown;
}

/**
 * A markdown-it that reads only the block structure of GFM. Inline text is read only where it is needed, which saves
 * two thirds of the time. A differential test compares it with remark-gfm.
 */
export function blockParser(): MarkdownIt {
  if (parser) return parser;
  // The type of its options lacks `maxNesting`.
  const options = { html: true, maxNesting };
  parser = library().footnotedMarkdown('commonmark', options);
  parser.core.ruler.enableOnly('block');
  // GFM has no footnotes within a line: their text would be missed.
  parser.inline.ruler.disable('footnote_inline');
  parser.block.State = quickState(parser.block.State);
  const { ruler } = parser.block;
  const interrupting = { alt: ['paragraph', 'reference', 'blockquote'] };
  // Headings and HTML blocks win over a table whose first row looks like one.
  ruler.after('heading', 'gfm_table', withDelimiter(blockRule('table')), { alt: ['paragraph', 'reference'] });
  ruler.at('footnote_def', blockRule('footnote_def'), { alt: [...interrupting.alt, 'list'] });
  ruler.at('reference', markEnd(blockRule('reference')));
  ruler.at('list', notAfterDefinition(blockRule('list')), interrupting);
  ruler.at('html_block', notAfterDefinition(blockRule('html_block')), interrupting);
  ruler.at('code', notAfterDefinition(blockRule('code')));
  return parser;
}

/**
 * The state of a document with markdown-it's own marks of its lines, found by a search for line breaks. Looking at each
 * character took a third of the whole.
 */
function quickState(State: MarkdownIt['block']['State']): MarkdownIt['block']['State'] {
  return class extends State {
    constructor(source: string, ...others: [MarkdownIt, object, Token[]]) {
      super('', ...others);
      this.src = source;
      this.lineMax = 0;
      for (let start = 0; start < source.length; ) {
        const lineBreak = source.indexOf('\n', start);
        const end = lineBreak < 0 ? source.length : lineBreak;
        let [text, column] = [start, 0];
        for (; text < end; text++) {
          const code = source.charCodeAt(text);
          if (code !== 32 && code !== 9) break;
          column += code === 9 ? 4 - (column % 4) : 1;
        }
        // Blanks that no line break ends are no line.
        if (text === source.length) break;
        this.mark(start, end, text - start, column);
        this.lineMax++;
        start = end + 1;
      }
      this.mark(source.length, source.length, 0, 0);
    }

    private mark(start: number, end: number, indent: number, column: number): void {
      const line = this.lineMax;
      this.bMarks[line] = start;
      this.eMarks[line] = end;
      this.tShift[line] = indent;
      this.sCount[line] = column;
      this.bsCount[line] = 0;
    }
  };
}

/** One of markdown-it's own rules, by its name. */
function blockRule(name: string): BlockRule {
  const { ruler } = library().footnotedMarkdown('default').block;
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (!rule) throw new Error(`markdown-it has no block rule ${name}`);
  return rule;
}

/** A row of hyphens alone underlines a heading; only with a pipe or a colon does it make a table. */
function withDelimiter(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const from = (state.bMarks[startLine + 1] ?? 0) + (state.tShift[startLine + 1] ?? 0);
    const first = state.src[from];
    // Most lines are decided here, before a string is made.
    if (first !== '|' && first !== '-' && first !== ':') return false;
    const row = state.src.slice(from, state.eMarks[startLine + 1] ?? from);
    return /[|:]/.test(row) && rule(state, startLine, endLine, silent);
  };
}

/** Remembers the line after a link definition. */
function markEnd(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const found = rule(state, startLine, endLine, silent);
    if (found && !silent) state.env.definitionEnd = state.line;
    return found;
  };
}

/**
 * In CommonMark a link definition begins a paragraph, so only a block that may interrupt a paragraph can begin below
 * it. markdown-it does not check that, so the rule is asked here as if inside a paragraph.
 */
function notAfterDefinition(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (!silent && startLine > 0 && state.env.definitionEnd === startLine) {
      const { parentType } = state;
      state.parentType = 'paragraph';
      const interrupts = rule(state, startLine, endLine, true);
      state.parentType = parentType;
      if (!interrupts) return false;
    }
    return rule(state, startLine, endLine, silent);
  };
}
