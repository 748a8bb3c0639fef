import { compareVersions } from 'compare-versions';
import { readVersion, type Token, type Version, versionText } from './readVersion';

/**
 * How one version relates to an earlier one; `build` is another build of the same version. Undefined where the order
 * is not certain: for hashes and digests, and where tools disagree.
 */
export type VersionStep = 'up' | 'down' | 'same' | 'build' | undefined;

/** Above zero if the second one is later, zero if they are equal, undefined if the order is not certain. */
type Order = number | undefined;

/** Semantic versions whose pre-releases all tools order alike. */
const semantic = /^\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)(?:\.(?:\d{1,9}|[a-z]+))*)?$/;

/**
 * Three short numbers, which most versions are. None of them is a year, a day or a hash, so they are compared as they
 * stand, at a tenth of the price.
 */
const shortNumbers = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;

/** Ranks of the words for pre-releases. Words of rank 0 have no known order, neither among themselves nor to others. */
const early: { readonly [word: string]: number } = {
  alpha: 1,
  beta: 2,
  milestone: 3,
  rc: 4,
  cr: 4,
  snapshot: 0,
  dev: 0,
  pre: 0,
  preview: 0,
  nightly: 0,
  canary: 0,
  ea: 0,
  next: 0,
  insider: 0,
};
const shortForms: { readonly [letter: string]: string } = { a: 'alpha', b: 'beta', m: 'milestone', c: 'rc' };
const late = new Set(['sp', 'p', 'pl', 'patch', 'hotfix', 'hf', 'fix', 'u', 'update', 'post', 'cu', 'fp']);

/** Compares two versions, whatever their scheme. */
export function versionStep(from: string, to: string): VersionStep {
  const short = shortSteps(from, to);
  if (short) return stepOf(short[0] || short[1] || short[2]);
  const [first, second] = [versionText(from), versionText(to)];
  if (first === second) return 'same';
  if (semantic.test(first) && semantic.test(second)) return stepOf(compareVersions(second, first));
  const [a, b] = [readVersion(first), readVersion(second)];
  if (!a || !b || a.prefix !== b.prefix || a.scheme !== b.scheme || !a.epoch !== !b.epoch) return undefined;
  const order = compareNumbers([a.epoch ?? '0', ...a.numbers], [b.epoch ?? '0', ...b.numbers]);
  const step = order === 0 ? restStep(a, b) : stepOf(order);
  return step === 'same' && a.build !== b.build ? 'build' : step;
}

/** Whether a version moves to a higher major version, which may not be compatible. */
export function isMajorStep(from = '', to = ''): boolean {
  const short = shortSteps(from, to);
  if (short) return short[0] > 0;
  const [a, b] = [readVersion(versionText(from)), readVersion(versionText(to))];
  if (a?.scheme !== 'plain' || b?.scheme !== 'plain' || a.prefix !== b.prefix || a.epoch !== b.epoch)
    return false;
  return (compareNumber(a.numbers[0], b.numbers[0]) ?? 0) > 0;
}

/** By how much each number of two short versions rises; undefined where they are not short. */
function shortSteps(from: string, to: string): readonly [number, number, number] | undefined {
  const [one, other] = [shortNumbers.exec(from), shortNumbers.exec(to)];
  if (!one || !other) return undefined;
  const rise = (index: number): number => Number(other[index]) - Number(one[index]);
  return [rise(1), rise(2), rise(3)];
}

function stepOf(order: Order): VersionStep {
  if (order === undefined) return undefined;
  return order > 0 ? 'up' : order < 0 ? 'down' : 'same';
}

function compareNumbers(first: Version['numbers'], second: Version['numbers']): Order {
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const order = compareNumber(first[index], second[index]);
    if (order !== 0) return order;
  }
  return 0;
}

/** A missing number counts as zero. */
function compareNumber(first = '0', second = '0'): Order {
  const plain = [first, second].map((text) => text.replace(/^0+(?=.)/, ''));
  const [a = '', b = ''] = plain;
  const order = b.length - a.length || compareText(a, b);
  // A leading zero may belong to a decimal: then 1.09 comes before 1.1.
  const doubtful = plain.join() !== [first, second].join() && first.length !== second.length;
  return doubtful && order * compareText(first, second) < 0 ? undefined : order;
}

function compareText(first: string, second: string): number {
  return first < second ? 1 : first > second ? -1 : 0;
}

/** Compares the parts after the numbers. */
function restStep(a: Version, b: Version): VersionStep {
  for (let index = 0; index < Math.max(a.rest.length, b.rest.length); index++) {
    const [first, second] = [a.rest[index], b.rest[index]];
    if (first?.text === second?.text) continue;
    const hashes = [first, second].filter((token) => token?.kind === 'hash').length;
    if (hashes === 2 || (hashes === 1 && (!first || !second))) return 'build';
    const order =
      first && second
        ? compareTokens(first, second, [a, b], index)
        : second
          ? added(b, second, index)
          : first && negated(added(a, first, index));
    if (order !== 0) return stepOf(order);
  }
  return 'same';
}

function compareTokens(
  first: Token,
  second: Token,
  [a, b]: readonly [Version, Version],
  index: number,
): Order {
  const [isFirst, isSecond] = [first, second].map(({ gap }) => gap.includes('~'));
  if (isFirst !== isSecond) return isFirst ? 1 : -1;
  if (first.kind !== second.kind || first.kind === 'hash') return undefined;
  if (first.kind === 'number') return compareNumber(first.text, second.text);
  const [rank, other] = [rankOf(a, first, index), rankOf(b, second, index)];
  if (rank === undefined || other === undefined) {
    // In OpenSSL `za` follows `z`.
    const letters = /^,z?[a-z],z?[a-z]$/.test([first.gap, first.text, second.text].join());
    return letters && second.gap === '' && rank === other ? compareText(first.text, second.text) : undefined;
  }
  const certain = (rank > 0 && other > 0) || rank > 4 || other > 4;
  return certain && (rank !== other || rank < 5) ? other - rank : undefined;
}

/** Whether an additional part makes a version later or earlier. */
function added(version: Version, token: Token, index: number): Order {
  if (token.gap.includes('~')) return -1;
  // `1.0-1` is a packager's revision to some and a pre-release to others.
  if (token.kind === 'number') return index === 0 ? undefined : 1;
  const rank = rankOf(version, token, index);
  if (rank !== undefined) return rank > 4 ? 1 : -1;
  const letter = token.gap === '' && /^(?:z[a-z]|[c-z])$/.test(token.text) && version.numbers.length > 2;
  return letter && version.rest[index + 1] === undefined ? 1 : undefined;
}

/** The rank of a word for a pre-release (up to 4) or for a later patch (5); undefined for any other word. */
function rankOf({ rest }: Version, { text }: Token, index: number): number | undefined {
  const next = rest[index + 1];
  const short = next?.kind === 'number' && next.gap === '' ? shortForms[text] : undefined;
  const word = short ?? text;
  return late.has(word) ? 5 : Object.hasOwn(early, word) ? early[word] : undefined;
}

function negated(order: Order): Order {
  return order === undefined ? undefined : -order;
}
