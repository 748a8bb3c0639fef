import type { WorkspaceConfig } from '../config/workspaceConfig';
import { goesBack } from '../model/parse/goesBack';
import type { RecordOf } from '../model/parse/record';
import type { noticeKindChoice } from '../model/vocabulary/choices';
import { stageOfRecord } from '../rules/recordStage';

type Kind = keyof typeof noticeKindChoice.choices;

/** What people wait to hear when a change enters a stage. */
const byStage: { readonly [stage: string]: Kind } = {
  to_be_reviewed: 'approval_request',
  to_be_released: 'users',
  releasing: 'start',
  in_testing: 'end',
  done: 'end',
};

/** The notice that entering its state calls for; undefined where there is none, or it was sent already. */
export function calledNotice(change: RecordOf<'change'>, config: WorkspaceConfig): Kind | undefined {
  const { notifications, schedule } = change.data;
  const kind = goesBack(change.data) ? 'rollback' : byStage[stageOfRecord(change, config)];
  if (!kind || notifications?.some((sent) => sent.kind === kind)) return undefined;
  // Users are told of what they notice.
  return kind === 'users' && !schedule?.outage ? undefined : kind;
}
