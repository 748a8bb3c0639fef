import { stateOf, stepActionBetween } from '../actions/stepAction';
import type { CommittedStepAction } from '../actions/stepKind';
import { matchSteps } from '../audit/versionChanges';
import type { Step } from '../model/parse/step';
import { minutesText } from '../model/time/duration';
import type { ChangeKind, RecordChange } from './recordChange';

const kinds: { readonly [action in CommittedStepAction]: ChangeKind } = {
  tick: 'ticked',
  untick: 'unticked',
  skip: 'skipped',
  unskip: 'applicable',
};

/** The changes in a record's steps: ticks, wording, added and removed steps. */
export function stepDiff(before: readonly Step[], after: readonly Step[]): RecordChange[] {
  const pairs = matchSteps(before, after);
  const changes = after.flatMap((step) => changesOf(pairs.get(step), step));
  const kept = new Set(pairs.values());
  const removed = before.filter((step) => !kept.has(step));
  return [...changes, ...removed.map((step) => ({ kind: 'step-removed' as const, ...aboutStep(step) }))];
}

function changesOf(old: Step | undefined, step: Step): RecordChange[] {
  const about = aboutStep(step);
  const changes: RecordChange[] = [];
  if (!old) changes.push({ kind: 'step-added', ...about });
  else if (old.text !== step.text || old.name !== step.name)
    changes.push({ kind: 'step-changed', ...about, from: wording(old), to: wording(step) });
  if (old?.evidence && !step.evidence) changes.push({ kind: 'evidence-dropped', ...about });
  else if (old && !old.evidence && step.evidence)
    changes.push({ kind: 'step-changed', ...about, from: step.text, to: `${wording(step)} (evidence)` });
  if (old && wordsOf(old) !== wordsOf(step))
    changes.push({ kind: 'step-changed', ...about, from: withWords(old), to: withWords(step) });
  const [was, is] = [old ? stateOf(old) : 'open', stateOf(step)] as const;
  const action = stepActionBetween(was, is);
  if (action)
    changes.push({ kind: kinds[action], ...about, ...(is === 'skipped' ? { to: step.reason ?? '?' } : {}) });
  else if (is === 'skipped' && old?.reason !== step.reason)
    changes.push({ kind: 'skipped', ...about, from: old?.reason ?? '', to: step.reason ?? '?' });
  return changes;
}

function withWords(step: Step): string {
  const words = wordsOf(step);
  return words === '' ? wording(step) : `${wording(step)} (${words})`;
}

/** What the comment of a step says besides its name and evidence, as the format writes it. */
function wordsOf({ by, takes, at, choice, if: condition, optional }: Step): string {
  return [
    by === undefined ? '' : `by=${by}`,
    takes === undefined ? '' : `takes=${minutesText(takes)}`,
    at === undefined ? '' : `at=${at < 0 ? '-' : '+'}${minutesText(Math.abs(at))}`,
    choice === undefined ? '' : `choice=${choice}`,
    condition === undefined ? '' : `if=${condition}`,
    optional ? 'optional' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function aboutStep({ path, text }: Step): Pick<RecordChange, 'about' | 'path'> {
  return { about: text, path };
}

function wording({ text, name }: Step): string {
  return name ? `${text} [${name}]` : text;
}
