import type { Finding } from '../findings/finding';
import { localized } from '../model/text/localized';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { messageOf } from '../rules/renderFinding';
import { findingsIf } from './findingsIf';
import { type Refusal, refusal } from './refusals';

/** What people said of a record as it was, which an edit makes void. */
const voided = new Set(['approval/stale', 'agreement/stale']);

/**
 * Why an edit of a record is not made: it brings an error that was not there, or makes void what people have said.
 *
 * @param sure whether somebody wants it all the same in the second case
 */
export function editFault(
  file: string,
  { before, after }: { readonly before: string; readonly after: string },
  sure: boolean,
  input: WorkspaceCheckInput,
): Refusal | undefined {
  const old = findingsIf([{ file, text: before }], input);
  const now = findingsIf([{ file, text: after }], input);
  const brought = now.filter((finding) => !finding.waived && isBrought(finding, old, now));
  const error = brought.find(({ severity, rule }) => severity === 'error' && !voided.has(rule));
  if (error) return findingRefusal('bringsError', error);
  const [stale] = voidedIn(old, now);
  return stale && !sure ? findingRefusal('makesVoid', stale) : undefined;
}

/**
 * The findings that say that an edit makes void what people have said, of all before it and after it.
 *
 * @param more further rules that say so of this kind of edit
 */
export function voidedIn(
  old: readonly Finding[],
  now: readonly Finding[],
  more: readonly string[] = [],
): Finding[] {
  return now.filter(
    (finding) =>
      !finding.waived &&
      (voided.has(finding.rule) || more.includes(finding.rule)) &&
      isBrought(finding, old, now),
  );
}

/** Whether there are more findings of its rule than before, of which it is one that was not there. */
function isBrought({ rule, ...finding }: Finding, old: readonly Finding[], now: readonly Finding[]): boolean {
  const ofRule = (all: readonly Finding[]) =>
    all.filter((other) => other.rule === rule && other.severity === finding.severity && !other.waived);
  const known = ofRule(old).some((other) => said(other) === said({ rule, ...finding }));
  return !known && ofRule(now).length > ofRule(old).length;
}

function said(finding: Finding): string {
  return messageOf(finding, 'en');
}

function findingRefusal(code: 'bringsError' | 'makesVoid', finding: Finding): Refusal {
  const text = localized((language) => messageOf(finding, language));
  return refusal(code, { 'message.en': text.en, 'message.es': text.es, rule: finding.rule });
}
