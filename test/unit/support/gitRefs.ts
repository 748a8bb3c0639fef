import { accountedTick } from '../../../src/core/index/tickFacts';
import type { GitFacts } from '../../../src/core/ports';

/**
 * The file of a fixture that says what its repository has: lines such as `tag v1.0.0`, `branch main` and, for a
 * tick that a commit accounts for, `tick CHG-2026-0001: Title > Checklist > Step`.
 */
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
    accountedTicks: (record) => namesAfterAll(`tick ${record}: `, lines).map(accountedTick),
  };
}

function namesAfter(start: string, lines: readonly string[]): Set<string> {
  return new Set(namesAfterAll(start, lines));
}

function namesAfterAll(start: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
}
