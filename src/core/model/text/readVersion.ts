/** A run of digits or letters, or a hash, with the separator before it. */
export interface Token {
  readonly kind: 'number' | 'word' | 'hash';
  readonly text: string;
  readonly gap: string;
}

/** The parts of a version that matter for its order. */
export interface Version {
  /** The epoch of Debian and RPM: the number before a colon. */
  readonly epoch: string | undefined;
  /** The words before the first number: `jdk-`, `r`. */
  readonly prefix: string;
  readonly numbers: readonly string[];
  readonly rest: readonly Token[];
  /** The part after a plus sign. */
  readonly build: string;
  /** What the version counts: years, days, single builds, or releases. Different schemes have no common order. */
  readonly scheme: 'year' | 'day' | 'count' | 'plain';
}

/** Ranges, lists, wildcards, and dates that may begin with the day or the month. */
const unordered = /[<>=*,;|&]|(?:^|\.)x(?![a-z])|^[~^]|^\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d(?!\d)/;
/** `sha256:…`, `registry/image:…`, a UUID, branches, pull requests and tickets: none of them has an order. */
const digestOrId =
  /^[a-z][^:]*:|^[\da-f]{8}-[\da-f]{4}-|(?<![a-z])(?:pr|mr|feat|feature|bugfix|issue|ticket|pull|merge)(?![a-z])/;
const hash =
  /^g?(?=[\da-f]{7,64}$)(?!\d{8}[a-f]$)\d*[a-f][\da-f]*$|^(?=[\da-f]{6}$)\d+[a-f]+\d+[a-f][\da-f]*$/;
/** Longer texts are not read as versions. */
const longest = 200;
const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/;
const released = new Set(['final', 'ga', 'release', 'stable']);

/** The text of a version in lower case, without a prefix such as `v`. */
export function versionText(written: string): string {
  const text = written.normalize('NFKC').trim().toLowerCase();
  const plain = text.replace(/^(?:v|ver|version|versión|release|rel)[\s._-]*(?=\d)/, '');
  // Java writes its updates in two ways.
  return plain.replace(/^1\.([5-8])\.0_(?=\d)/, '$1u');
}

/** Whether a number is a year from 1990 to 2099. */
function isYear(number: string): boolean {
  return /^(?:199|20\d)\d$/.test(number);
}

/** The parts of a version, or undefined where it has no order. */
export function readVersion(text: string): Version | undefined {
  if (text.length > longest || unordered.test(text) || digestOrId.test(text)) return undefined;
  const [, epoch, body = '', build = ''] =
    /^(?:(\d+)[:!](?=\d))?([^+@]*(?:\+deb\d+u\d+)?)[+@]?(.*)$/su.exec(text) ?? [];
  const tokens = tokensOf(body);
  const first = tokens.findIndex(({ kind }) => kind !== 'word');
  const start = tokens[first];
  if (start?.kind !== 'number') return undefined;
  const byYear = isYear(start.text);
  let end = first + 1;
  while (tokens[end]?.kind === 'number' && (byYear ? /^[-._/]$/ : /^\.$/).test(tokens[end]?.gap ?? '')) end++;
  const numbers = tokens.slice(first, end).map((token) => token.text);
  // With a year that is not in front there is no order: `11/2026`, `Q3 2026`.
  if (!byYear && tokens.slice(first + 1).some(({ kind, text: own }) => kind === 'number' && isYear(own)))
    return undefined;
  const rest = tokens.slice(end).filter((token) => !released.has(token.text));
  const prefix = tokens
    .slice(0, first)
    .map((token) => token.text)
    .join(' ');
  const lone = numbers.length === 1 && rest.length === 0;
  const isDay = day.test(start.text);
  // Seven and more digits may also be a hash.
  if (lone && start.text.length > 6 && !isDay) return undefined;
  const scheme = byYear ? 'year' : isDay ? 'day' : lone && start.text.length > 3 ? 'count' : 'plain';
  return { epoch, prefix, numbers, rest, build, scheme };
}

function tokensOf(body: string): Token[] {
  const found: Token[] = [];
  let gap = '';
  for (const part of body.split(/([^\p{L}\p{N}]+)/u)) {
    if (/^[^\p{L}\p{N}]/u.test(part)) gap = part;
    else if (hash.test(part)) found.push({ kind: 'hash', text: part, gap });
    else
      for (const [index, run] of (part.match(/\d+|\D+/g) ?? []).entries())
        found.push({ kind: /^\d/.test(run) ? 'number' : 'word', text: run, gap: index === 0 ? gap : '' });
  }
  return found;
}
