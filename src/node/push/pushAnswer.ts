import type { Face } from '../../core/actions/actionText';
import { pushFaultText, pushText } from '../../core/actions/pushTexts';
import type { Language } from '../../core/model/text/localized';
import { isoWithOffset } from '../../core/model/time/isoWithOffset';
import { localText } from '../../core/model/time/localText';
import type { PushReport } from '../../core/report/pushReport';
import { listed } from '../commit/repository';
import type { PushOutcome } from './pushRecords';

type Done = Extract<PushOutcome, { kind: 'pushed' | 'planned' }>;

/** How a push ended, in sentences: what came of it, then what had been done already, then what stays behind. */
export function pushSentences(
  outcome: PushOutcome,
  language: Language,
  zone: string,
  face: Face = 'commandLine',
): string[] {
  if (outcome.kind === 'failed') return [pushFaultText(outcome.fault, language, face)];
  if (outcome.kind === 'nothing') return [pushText('nothing', language, { target: outcome.target })];
  return [summaryOf(outcome, language), ...restOf(outcome, language, zone)];
}

function summaryOf({ kind, target, subjects }: Done, language: Language): string {
  const [subject] = subjects;
  if (subject === undefined) return pushText('nothing', language, { target });
  if (kind === 'planned') return pushText('planned', language, { target, count: subjects.length });
  if (subjects.length > 1) return pushText('pushed', language, { target, count: subjects.length });
  return pushText('pushedOne', language, { target, subject });
}

/** What a person does not see by themselves: what others were quicker with, and what is in the way. */
function restOf({ already, local }: Done, language: Language, zone: string): string[] {
  const done = already.map(({ by, at, subject }) =>
    pushText('already', language, { by, at: localText(at, zone), subject }),
  );
  const stays = local.kind === 'stays' ? [pushText('stays', language, { files: listed(local.files) })] : [];
  return [...done, ...stays];
}

/** The same for machines. */
export function pushReport(outcome: PushOutcome, language: Language, zone: string): PushReport {
  const message = pushSentences(outcome, language, zone).join(' ');
  const none = { target: null, commit: null, subjects: [], already: [], local: null, inTheWay: [] };
  const about = { version: 1 as const, code: null, message, ...none };
  if (outcome.kind === 'failed') {
    const { fault } = outcome;
    const code = fault.kind === 'push' ? fault.code : fault.fault.code;
    return { ...about, outcome: 'failed', code };
  }
  if (outcome.kind === 'nothing') return { ...about, outcome: 'nothing', target: outcome.target };
  const { kind, target, commit, subjects, local } = outcome;
  const already = outcome.already.map(({ at, ...done }) => ({ ...done, at: isoWithOffset(at, zone) }));
  const inTheWay = local.kind === 'stays' ? [...local.files] : [];
  return {
    ...about,
    outcome: kind,
    target,
    commit,
    subjects: [...subjects],
    already,
    local: local.kind,
    inTheWay,
  };
}
