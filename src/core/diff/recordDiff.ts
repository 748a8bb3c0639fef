import { approvalsIn } from '../approvals/approvalsIn';
import { bodyParts } from '../approvals/approvedBody';
import { bindingDigests } from '../approvals/approvedContent';
import { type Decision, latestApprovals } from '../model/parse/latestApprovals';
import type { ParsedRecord } from '../model/parse/record';
import { fieldDiff } from './fieldDiff';
import { hiddenChanges } from './hiddenChanges';
import { newRecordChanges } from './newRecordChanges';
import { type RecordChange, sortChanges } from './recordChange';
import { stepDiff } from './stepDiff';

/**
 * The changes between two versions of a record, in the order in which they are reported. For a new record: what a
 * reader wants to know first, and what was already done or decided. Empty for a removed record.
 */
export function recordDiff(
  before: ParsedRecord | undefined,
  after: ParsedRecord | undefined,
): RecordChange[] {
  if (!after) return [];
  const changes = [...fieldDiff(before, after), ...stepChanges(before, after), ...madeStale(before, after)];
  if (!before) changes.push(...newRecordChanges(after));
  if (before) changes.push(...hiddenChanges(before, after), ...sectionChanges(before, after, changes));
  if (before && changes.length === 0) changes.push(...unseenEdit(before, after));
  if (before && changes.length === 0 && before.lines.text !== after.lines.text)
    changes.push({ kind: 'layout' });
  return sortChanges(changes);
}

/** A difference that comparing the parts of the body does not show: the section of the first differing character. */
function unseenEdit(before: ParsedRecord, after: ParsedRecord): RecordChange[] {
  const [old, now] = [plainBody(before), plainBody(after)];
  if (old === now) return [];
  let at = 0;
  while (old[at] === now[at] && at < now.length) at++;
  const title = /(?:^|\n)## +([^\n]*)(?![\s\S]*\n## )/.exec(now.slice(0, at))?.[1] ?? '—';
  return [{ kind: 'section-edited', about: title.trim() }];
}

function plainBody({ lines, bodyStart }: ParsedRecord): string {
  return lines.text.slice(bodyStart).replace(/\r\n?/g, '\n').trim();
}

/** For a new record, only the steps that are already ticked or skipped are reported. */
function stepChanges(before: ParsedRecord | undefined, after: ParsedRecord): RecordChange[] {
  const changes = stepDiff(before?.body.steps ?? [], after.body.steps);
  return before ? changes : changes.filter(({ kind }) => kind !== 'step-added');
}

/** Approvals that matched the previous content and do not match the current one. */
function madeStale(before: ParsedRecord | undefined, after: ParsedRecord): RecordChange[] {
  if (!before || before.type === 'ticket' || after.type === 'ticket') return [];
  const now = bindingDigests(after);
  const lost = bindingDigests(before).filter((digest) => !now.includes(digest));
  if (lost.length === 0) return [];
  const isLost = ({ digest = '' }: Decision): boolean => lost.includes(digest);
  const bound = latestApprovals(approvalsIn(before)).filter(isLost);
  return latestApprovals(approvalsIn(after)).flatMap((approval): RecordChange[] => {
    const { role, by, decision } = approval;
    const held = decision === 'approved' && isLost(approval) && bound.some((known) => known.role === role);
    return held ? [{ kind: 'approval-stale', about: role, from: by || '?' }] : [];
  });
}

/** Sections whose text changed, apart from changes of steps, which are reported on their own. */
function sectionChanges(
  before: ParsedRecord,
  after: ParsedRecord,
  told: readonly RecordChange[],
): RecordChange[] {
  const [old, now] = [new Map(bodyParts(before)), new Map(bodyParts(after))];
  const steps = told.filter(({ kind }) => kind.startsWith('step-') || kind === 'evidence-dropped');
  const about = (title: string): string => title.replace(/^# /, '').trim() || '—';
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((title): RecordChange[] => {
    const [was, is] = [old.get(title), now.get(title)];
    if (was === is) return [];
    if (was === undefined) return [{ kind: 'section-added', about: about(title) }];
    if (is === undefined) return [{ kind: 'section-removed', about: about(title) }];
    const byStep = steps.length > 0 && withoutSteps(was) === withoutSteps(is);
    return byStep ? [] : [{ kind: 'section-edited', about: about(title) }];
  });
}

/** A section without its steps. */
function withoutSteps(text: string): string {
  return text.replace(/^.*\[ \] .*$\n?/gm, '').trim();
}
