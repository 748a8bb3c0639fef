// Stands in for `node:assert` in suites that run where there is no Node: what they use of it, and no more.

function fail(message: string): never {
  throw new Error(message);
}

function equal(actual: unknown, expected: unknown, message = ''): void {
  if (!Object.is(actual, expected)) fail(`${message} ${shown(actual)} is not ${shown(expected)}`.trim());
}

function shown(value: unknown): string {
  return JSON.stringify(value, null, 1) ?? String(value);
}

export const strict = {
  fail,
  equal,
  ok(value: unknown, message = 'nothing is there'): void {
    if (!value) fail(message);
  },
  /** Plain data alone: what JSON can tell apart. */
  deepEqual(actual: unknown, expected: unknown, message = ''): void {
    equal(shown(actual), shown(expected), message);
  },
  match(actual: string, pattern: RegExp, message = ''): void {
    if (!pattern.test(actual)) fail(`${message} ${shown(actual)} does not match ${pattern}`.trim());
  },
  doesNotMatch(actual: string, pattern: RegExp, message = ''): void {
    if (pattern.test(actual)) fail(`${message} ${shown(actual)} matches ${pattern}`.trim());
  },
};
