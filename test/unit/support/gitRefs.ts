import { accountedTick } from '../../../src/core/index/tickFacts';
import type { ApprovalCommit, GitFacts } from '../../../src/core/ports';

/**
 * The file of a fixture that says what its repository has: lines such as `tag v1.0.0`, `branch main` and, for a
 * tick that a commit accounts for, `tick CHG-2026-0001: Title > Checklist > Step`; for the commit of a record's
 * approvals `approved CHG-2026-0001.md: Name <address> G signer`.
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
    approvalCommit: (file) => approvalIn(file, lines),
    accountedTicks: (record) => namesAfterAll(`tick ${record}: `, lines).map(accountedTick),
  };
}

function approvalIn(file: string, lines: readonly string[]): ApprovalCommit | undefined {
  const [line] = namesAfterAll(`approved ${file}: `, lines);
  const [, name = '', address = '', signature, signer = ''] =
    /^(.*) <(.*)> (\w) ?(.*)$/.exec(line ?? '') ?? [];
  return signature === undefined
    ? undefined
    : { commit: '0123456789abcdef', name, address, signature, signer };
}

function namesAfter(start: string, lines: readonly string[]): Set<string> {
  return new Set(namesAfterAll(start, lines));
}

function namesAfterAll(start: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
}
