import { closedState } from '../actions/closedState';
import { type Refusal, refusal } from '../actions/refusals';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { RecordOf } from '../model/parse/record';
import { inBoth, type Language } from '../model/text/localized';
import { noticeKindChoice } from '../model/vocabulary/choices';
import { choiceNames } from '../model/vocabulary/vocabulary';
import { stageOfRecord } from '../rules/recordStage';
import type { NoticeKindName } from './noticeKind';
import { noticeKinds } from './noticeKinds';
import { obstacleText, sendObstacle } from './sendObstacle';

/** Why a notice of a kind cannot be recorded for a change: it is closed or not in service. Undefined where it can. */
export function noticeRefusal(
  change: RecordOf<'change'>,
  kind: NoticeKindName,
  config: WorkspaceConfig,
): Refusal | undefined {
  const state = closedState(change, config.stages);
  const stage = stageOfRecord(change, config);
  const sent = noticeKinds.filter((own) => own.stages.includes(stage)).map(({ name }) => name);
  if (!state || sent.includes(kind)) return untrueNotice(change, kind, config);
  const named = (language: Language, ...names: readonly string[]): string =>
    choiceNames(noticeKindChoice.choices, names)[language];
  return refusal('closedNotice', {
    ...state,
    ...inBoth('notice', (language) => named(language, kind)),
    'others.en': sent.length > 0 ? ` These are: ${named('en', ...sent)}.` : '',
    'others.es': sent.length > 0 ? ` Se envían estos: ${named('es', ...sent)}.` : '',
  });
}

function untrueNotice(
  change: RecordOf<'change'>,
  kind: NoticeKindName,
  config: WorkspaceConfig,
): Refusal | undefined {
  const own = noticeKinds.find(({ name }) => name === kind);
  const unfit = own && sendObstacle(own, change, config);
  // A notice may have been sent too early or too late.
  if (unfit?.code !== 'notInService') return undefined;
  return refusal(
    'untrueNotice',
    inBoth('why', (language) => obstacleText(unfit, language)),
  );
}
