import { isKnownNonHolder } from '../approvals/approvalFlaw';
import type { ApprovedRecord } from '../approvals/approvedContent';
import { namesNobody } from '../approvals/missingApprovalParts';
import { roleHolders } from '../approvals/roleHolders';
import { involvedIn } from '../config/involvedIn';
import { settingOf } from '../config/ruleSetting';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Finding } from '../findings/finding';
import { inBoth } from '../model/text/localized';
import { roleArgs } from '../model/vocabulary/roleArgs';
import { approvalStandard, standardProblems } from '../rules/approval/standard';
import { approvalUnverified } from '../rules/approval/unverified';
import { type CheckInput, checkRecord } from '../rules/checkRecord';
import { ruleById } from '../rules/registry';
import { messageOf } from '../rules/renderFinding';
import { type Refusal, refusal } from './refusals';

/** A decision that somebody takes in a role. */
export interface Decision {
  readonly role: string;
  readonly by: string;
  /** Milliseconds since 1970, written with the offset of `zone`. */
  readonly at: number;
  readonly zone: string;
  readonly decision: 'approved' | 'denied';
  /** The same decision stands there and does not count, so it is taken once more. */
  readonly anew?: boolean;
  /** The review in which it was taken, where it is written down by somebody else: its address, and of what it was. */
  readonly review?: { readonly url: string; readonly digest: string | undefined } | undefined;
  /** Whose commit it will be, where git knows. */
  readonly committer?: { readonly name: string; readonly address: string } | undefined;
}

/** Why an approval would not count if it were given: said at once, rather than by the check that finds it later. */
export function voidApproval(
  record: ApprovedRecord,
  decision: Decision,
  input: CheckInput,
): Refusal | undefined {
  const { config } = input;
  const { by } = decision;
  if (namesNobody(by, config.people)) return refusal('nobodyDecides', { by });
  // Where a team turned the rule off, somebody writes down what others decided elsewhere.
  const judged = settingOf(approvalUnverified.id, input)?.severity !== 'off';
  const own = [by, ...(judged ? namesOf(decision) : [])];
  const involved = record.type === 'change' ? involvedIn(record.data, config) : [];
  const self = own.find((name) => config.people.allKeys(name).some((key) => involved.includes(key)));
  if (self !== undefined) return refusal('selfApproval', { by: self });
  return (judged ? notTheirs(decision, config) : undefined) ?? unsound(record, input);
}

function namesOf({ committer }: Decision): string[] {
  return committer ? [committer.name, committer.address] : [];
}

/** Whether it would be somebody else's approval, or of somebody who does not hold the role. */
function notTheirs({ by, role, committer }: Decision, config: WorkspaceConfig): Refusal | undefined {
  const { people } = config;
  if (committer && !people.isBy(by, committer))
    return refusal('notOwnApproval', { by, committer: `${committer.name} <${committer.address}>` });
  const holders = roleHolders(config).get(role);
  const holds = committer
    ? holders?.some((holder) => people.isBy(holder, committer))
    : !isKnownNonHolder({ by, role }, config);
  if (holds !== false) return undefined;
  return refusal('notHolder', { by, ...roleArgs('role', role), holders: holders?.join(', ') ?? '' });
}

/** Whoever mends a field changes what was approved, so what is wrong with the form comes first. */
function unsound(record: ApprovedRecord, input: CheckInput): Refusal | undefined {
  const [problem] = record.type === 'procedure' ? standardProblems(record) : [];
  if (problem) return unsoundBy({ ...problem, rule: approvalStandard.id, severity: 'error' });
  const finding = checkRecord(record, input).find(({ rule, severity }) => {
    const { about, errorFrom } = ruleById(rule) ?? {};
    // What a record still lacks, an error only later, is added by people who know that it is: a draft may be approved.
    return severity === 'error' && about === 'form' && errorFrom === undefined;
  });
  return finding && unsoundBy(finding);
}

function unsoundBy(finding: Finding): Refusal {
  return refusal('unsound', {
    line: finding.range.start.line + 1,
    ...inBoth('message', (language) => messageOf(finding, language).replace(/\.$/, '')),
    rule: finding.rule,
  });
}
