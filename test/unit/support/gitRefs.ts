import type { GitFacts } from '../../../src/core/ports';

/** The file of a fixture that says what its repository has: lines such as `tag v1.0.0` and `branch main`. */
export const refsFile = '.git/refs';

/** What git would know of a workspace of texts; nothing where it says nothing about its repository. */
export function gitFactsOf(texts: ReadonlyMap<string, string>): GitFacts | undefined {
  const refs = texts.get(refsFile);
  if (refs === undefined) return undefined;
  const lines = refs.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  return {
    tags: namesAfter('tag ', lines),
    branches: namesAfter('branch ', lines),
    approvedParts: () => undefined,
  };
}

function namesAfter(start: string, lines: readonly string[]): Set<string> {
  return new Set(lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length)));
}
