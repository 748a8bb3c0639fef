import { emergencyRoles, neededRoles } from '../approvals/neededRoles';
import { roleHolders } from '../approvals/roleHolders';
import { parsePerson } from '../config/people';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { GateReason } from '../gate/gateReason';
import { judgeChange } from '../gate/judgeChange';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordOf } from '../model/parse/record';
import type { Language } from '../model/text/localized';
import { riskOf } from '../risk/riskOf';
import { approvalMissing } from '../rules/approval/missing';
import { checkEntry, type WorkspaceCheckInput } from '../rules/checkRecord';
import { closureJustification } from '../rules/closure/justification';
import { closureReview } from '../rules/closure/review';
import { recordEntry } from '../rules/recordEntry';
import { rules } from '../rules/registry';
import { messageOf } from '../rules/renderFinding';
import { stateFor } from './hotfixRequest';
import type { NewChange } from './newChange';
import { newChangeText } from './newChangeText';

/** A role that may approve, and who holds it where somebody is named. */
interface ApprovingRole {
  readonly role: string;
  readonly holders: readonly string[];
}

/** What lies before an emergency that was just made. */
export interface HotfixOutlook {
  /** The roles as which somebody else approves it before it is deployed: all of them, or any one. */
  readonly roles: { readonly all: boolean; readonly each: readonly ApprovingRole[] };
  /** What keeps it from being deployed besides. */
  readonly shut: readonly GateReason[];
  /** What is asked for before it is done, which other changes have beforehand. */
  readonly due: readonly { readonly rule: string; readonly message: string }[];
}

/** The rules that excuse an emergency until it is done, and those that ask more of it then. */
const excusing: ReadonlySet<string> = new Set([
  ...rules.filter(({ emergency }) => emergency?.from === 'done').map(({ id }) => id),
  ...[approvalMissing, closureJustification, closureReview].map(({ id }) => id),
]);

/** What keeps a new emergency from being deployed, and what is due afterwards. */
export function hotfixOutlook(
  change: NewChange,
  input: WorkspaceCheckInput,
  language: Language,
): HotfixOutlook {
  const { index, config } = input;
  const before = index.entry(change.file);
  try {
    const ready = entryOf(change, input);
    const shut = ready
      ? judgeChange(ready.record, ready.entry, { ...input, textOf: () => undefined }, language)
      : [];
    const facts = ready?.entry.summary.change;
    const named = emergencyRoles(config);
    const { level } = facts
      ? riskOf(facts, change.file, index, (at) => at <= input.now)
      : { level: 'low' as const };
    const done = entryOf({ ...change, status: stateFor('done', config) }, input);
    return {
      roles: {
        all: named.length > 0,
        each: (named.length > 0 || !facts ? named : neededRoles(facts, level, config)).map((role) => ({
          role,
          holders: (roleHolders(config).get(role) ?? [])
            .filter((holder) => !takesPart(holder, change, config))
            .map((holder) => parsePerson(holder).name ?? holder),
        })),
      },
      // A start that lies ahead was asked for.
      shut: shut.filter(({ code, rule }) => code !== 'notYet' && rule !== approvalMissing.id),
      due: done
        ? checkEntry(done.entry, input)
            .filter(({ rule, severity }) => severity !== 'info' && excusing.has(rule))
            .map((finding) => ({ rule: finding.rule, message: messageOf(finding, language) }))
        : [],
    };
  } finally {
    index.put(change.file, before);
  }
}

function entryOf(change: NewChange, { index, config }: WorkspaceCheckInput) {
  const record = parseRecord(newChangeText(change), { expected: true });
  if (record?.type !== 'change') return undefined;
  const entry = recordEntry(record, change.file, config);
  index.put(change.file, entry);
  return { record: record satisfies RecordOf<'change'>, entry };
}

function takesPart(
  holder: string,
  { requestedBy, assignee }: NewChange,
  { people }: WorkspaceConfig,
): boolean {
  return people.same(holder, requestedBy) || people.same(holder, assignee);
}
