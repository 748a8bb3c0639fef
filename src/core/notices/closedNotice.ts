import { closedState } from '../actions/closedState';
import { type Refusal, refusal } from '../actions/refusals';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordOf } from '../model/parse/record';
import type { Language } from '../model/text/localized';
import { noticeKindChoice } from '../model/vocabulary/choices';
import { choiceNames } from '../model/vocabulary/vocabulary';
import { stageOfRecord } from '../rules/recordStage';
import type { NoticeKindName } from './noticeKind';
import { noticeKinds } from './noticeKinds';

/** Why a change that is closed sends no notice of a kind any more; undefined where it may. */
export function closedNotice(
  change: RecordOf<'change'>,
  kind: NoticeKindName,
  stages: WorkspaceConfig['stages'],
): Refusal | undefined {
  const state = closedState(change, stages);
  const stage = stageOfRecord(change, { stages });
  const sent = noticeKinds.filter((own) => own.stages.includes(stage)).map(({ name }) => name);
  if (!state || sent.includes(kind)) return undefined;
  const named = (language: Language, ...names: readonly string[]): string =>
    choiceNames(noticeKindChoice.choices, names)[language];
  return refusal('closedNotice', {
    ...state,
    'notice.en': named('en', kind),
    'notice.es': named('es', kind),
    'others.en': sent.length > 0 ? ` These are: ${named('en', ...sent)}.` : '',
    'others.es': sent.length > 0 ? ` Se envían estos: ${named('es', ...sent)}.` : '',
  });
}
