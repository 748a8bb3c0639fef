import type {
  AccountedTick,
  ApprovalCommit,
  GitFacts,
  NoEvidence,
  StateMove,
} from '../../../src/core/model/ports';
import { accountedTick } from '../../../src/core/rules/checklist/tickFacts';
import { refsFile } from '../../../src/generate/ruleFixture';

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
    lastMove: (file) => moveIn(file, lines),
    accountedTicks: (record) => accountedIn(record, lines),
  };
}

function approvalIn(file: string, lines: readonly string[]): ApprovalCommit | NoEvidence {
  const [line = ''] = namesAfterAll(`approved ${file}: `, lines);
  if (/^(?:shallow|partial|failed)$/.test(line)) return line as NoEvidence;
  const [, name, address, committer, signature, signer, claim, at] =
    /^(.*?) <(.*?)>(?: for <(.*?)>)?(?: ([A-Z])(?: (.*?))?)?(?: says (.*?))?(?: at (\S+))?$/.exec(line) ?? [];
  if (name === undefined || address === undefined) return 'uncommitted';
  return {
    commit: '0123456789abcdef',
    author: { name, address },
    committer: { name: committer ?? name, address: committer ?? address },
    at: at === undefined ? Number.POSITIVE_INFINITY : Date.parse(at),
    ...(claim === undefined ? {} : { claimed: { name: claim, address: '' } }),
    ...(signature === undefined ? {} : { signature, signer: signer ?? '' }),
  };
}

function moveIn(file: string, lines: readonly string[]): StateMove | undefined {
  const [line = ''] = namesAfterAll(`moved ${file}: `, lines);
  const [, from = '', to, name = '', address = ''] = /^(\w*) > (\w+) by (.*?) <(.*?)>$/.exec(line) ?? [];
  return to === undefined ? undefined : { ...(from ? { from } : {}), to, author: { name, address } };
}

/** `tick CHG-1: Label`, or `tick CHG-1 by Ana <ana@example.org> with evidence: Label`. */
function accountedIn(record: string, lines: readonly string[]): AccountedTick[] {
  return namesAfterAll(`tick ${record}`, lines).flatMap((line) => {
    const [, name, address, shown, label] =
      /^(?: by (.*?) <(.*?)>)?( with evidence)?: (.*)$/.exec(line) ?? [];
    if (label === undefined) return [];
    const by = name === undefined || address === undefined ? {} : { by: { name, address } };
    return [{ hashes: accountedTick(label), ...by, ...(shown ? { evidence: true as const } : {}) }];
  });
}

function namesAfter(start: string, lines: readonly string[]): Set<string> {
  return new Set(namesAfterAll(start, lines));
}

function namesAfterAll(start: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
}
