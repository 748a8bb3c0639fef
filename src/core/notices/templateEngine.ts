import { Liquid, type Template } from 'liquidjs';
import { MissingValue } from './missingValue';
import type { TemplateValues } from './noticeValues';
import { absentMark, valueEnd, valueStart, withoutMarks } from './renderMarks';

/** Filters that read the clock, are random, let markup through or have no use here. */
const refusedFilters =
  /^(?:raw|sample|date.*|inspect|json.*|escape.*|xml_escape|newline_to_br|strip_html|base64.*|sha256|hmac_sha256)$/;

const limits = {
  /** Characters of a template with its partials. */
  parseLimit: 100_000,
  /** Milliseconds by the clock: a usual notice takes some, and on a machine that has much else to do a hundred times that. */
  renderLimit: 1000,
  /** Items and characters that loops and filters may create. */
  memoryLimit: 1_000_000,
};

/** How values are written into a kind of text: as escaped words, or as links where it has them. */
export interface ValueWriter {
  text(value: string): string;
  link(words: string, address: string): string;
}

/** An error in a template, with its line and column from 1, as far as they are known. */
export interface TemplateError {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  /** Length in characters. */
  readonly length?: number;
  /** Name of the partial that it is in, if not the template itself. */
  readonly partial?: string;
}

/** A variable that a template uses. A part of the path that is not a plain name is empty. */
interface AskedVariable {
  readonly path: readonly string[];
  readonly line: number;
  readonly column: number;
}

/** A rendered text, or the error. */
type Rendering =
  | { readonly ok: true; readonly text: string; readonly missing: readonly string[] }
  | { readonly ok: false; readonly error: TemplateError };

/**
 * The template engine for notices: Liquid without access to files, clock or network. Partials are texts by name. Values
 * are data and are never read as templates.
 */
export class TemplateEngine {
  private readonly missing = new Set<string>();
  private write: ValueWriter = { text: (value) => value, link: (words) => words };
  /** Names of the partials by their texts, because the errors of some tokens do not name a file. */
  private readonly names = new Map<string, string>();
  private readonly sources = new Map<string, Template[]>();
  private readonly liquid: Liquid;

  constructor(partials: { readonly [name: string]: string }) {
    const templates = Object.fromEntries(
      Object.entries(partials).map(([name, text]) => [name, withoutTagLines(text)]),
    );
    for (const [name, text] of Object.entries(templates)) this.names.set(text, name);
    this.liquid = new Liquid({
      ...limits,
      templates,
      // Nothing of ours follows from it; to be told that of the machine takes longer than to render a notice.
      locale: 'en',
      cache: true,
      greedy: false,
      strictFilters: true,
      strictVariables: true,
      ownPropertyOnly: true,
      outputEscape: (value) => this.escaped(value),
    });
    for (const name of Object.keys(this.liquid.filters)) {
      if (refusedFilters.test(name)) delete this.liquid.filters[name];
    }
    this.liquid.registerFilter('link', (value: unknown, address?: unknown) => this.linked(value, address));
  }

  /** Renders a template. A missing optional value leaves a mark by which its sentence is left out. */
  render(source: string, values: TemplateValues, write: ValueWriter): Rendering {
    this.missing.clear();
    this.write = write;
    try {
      const parsed = this.parsed(source);
      const text: unknown = this.liquid.renderSync(parsed, values);
      return { ok: true, text: String(text), missing: [...this.missing] };
    } catch (error) {
      return { ok: false, error: this.errorOf(error) };
    }
  }

  /** A text as a link to itself or to an address; only the text where that is not a web or mail address. */
  private linked(value: unknown, address: unknown): unknown {
    if (typeof value !== 'string' || value === '') return value;
    const target = linkTarget(typeof address === 'string' ? address : address === undefined ? value : '');
    return target ? `${valueStart}${this.write.link(value, target)}${valueEnd}` : value;
  }

  private parsed(source: string): Template[] {
    const known = this.sources.get(source);
    if (known) return known;
    if (this.sources.size > 50) this.sources.clear();
    const parsed = this.liquid.parse(withoutTagLines(withoutMarks(source)));
    this.sources.set(source, parsed);
    return parsed;
  }

  /** Parses a template and lists the variables that it uses, with their places. */
  inspect(source: string): TemplateError | readonly AskedVariable[] {
    try {
      const parsed = this.liquid.parse(withoutTagLines(source));
      const { globals } = this.liquid.analyzeSync(parsed, { partials: false });
      return Object.values(globals).flatMap((places) =>
        places.map(({ segments, location }) => ({
          path: segments.map((segment) => (typeof segment === 'string' ? segment : '')),
          line: location.row,
          column: location.col,
        })),
      );
    } catch (error) {
      return this.errorOf(error);
    }
  }

  private errorOf(error: unknown): TemplateError {
    return templateError(error, this.names);
  }

  private escaped(value: unknown): string {
    if (value instanceof MissingValue) {
      this.missing.add(value.variable);
      return `${valueStart}${value.mark}${valueEnd}`;
    }
    if (value === null || value === undefined || value === '') return absentMark;
    if (Array.isArray(value))
      return value.length === 0 ? absentMark : value.map((item) => this.escaped(item)).join(', ');
    const text = String(value);
    // A captured text was escaped before.
    return text.includes(valueStart) || text.includes(absentMark)
      ? text
      : `${valueStart}${this.write.text(text)}${valueEnd}`;
  }
}

/** A web or mail address, encoded so that nothing in it can end the link; undefined for other texts. */
function linkTarget(address: string): string | undefined {
  const whole = /^[^\s@:/]+@[^\s@:/]+$/.test(address) ? `mailto:${address}` : address;
  try {
    const { protocol, href } = new URL(whole);
    if (!/^(?:https?|mailto):$/.test(protocol)) return undefined;
    // Unchanged where that is safe, so that readers recognise the address.
    return /^[!-;=?-[\]-~]+$/.test(whole) ? whole : href.replace(/[<>\\\s]/g, encodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Keeps lines that contain only tags from leaving an empty line. Line numbers stay the same. */
function withoutTagLines(source: string): string {
  return source
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]*(?:\{%(?!-?[ \t]*(?:include|render)\b)[^%\n]*%\}[ \t]*)+$/gm, (line) =>
      line.replace(/-?%\}[ \t]*$/, '-%}'),
    );
}

/** Reads the place of an error from its token. */
function templateError(error: unknown, names: ReadonlyMap<string, string>): TemplateError {
  const token = hasToken(error) ? error.token : undefined;
  const [line, column] = token?.getPosition() ?? [1, 1];
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.replace(/, (?:file:\S+, )?line:\d+, col:\d+$/, '').slice(0, 200);
  const partial = token?.file ?? names.get(token?.input ?? '');
  const length = token ? token.end - token.begin : 1;
  return { reason, line, column, length, ...(partial === undefined ? {} : { partial }) };
}

function hasToken(error: unknown): error is {
  token: { getPosition(): [number, number]; begin: number; end: number; input?: string; file?: string };
} {
  const token = typeof error === 'object' && error !== null && 'token' in error ? error.token : undefined;
  return typeof token === 'object' && token !== null && 'getPosition' in token;
}
