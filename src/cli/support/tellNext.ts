import { rolesNeeded } from '../../core/actions/approve';
import type { IndexEntry } from '../../core/index/indexEntry';
import type { Language } from '../../core/model/text/localized';
import { roleArgs } from '../../core/model/vocabulary/roleArgs';
import type { WorkspaceCheckInput } from '../../core/rules/checkRecord';
import { hasReached } from '../../core/workflow/stages';
import { type Call, say } from './command';

/**
 * Says who still approves a change that is to be released, or that it may move on.
 *
 * @param entry the change as it was before it was approved
 * @param approved the role that has approved it since
 */
export function tellNext(
  call: Call,
  entry: IndexEntry,
  input: WorkspaceCheckInput,
  { language, approved }: { readonly language: Language; readonly approved?: string | undefined },
): void {
  const { id, stage } = entry.summary;
  if (id === undefined || hasReached(stage, 'to_be_released')) return;
  const left = rolesNeeded(entry, input).left.filter((role) => role !== approved);
  if (entry.summary.type === 'procedure') {
    if (left.length > 0) call.line(say(language, 'nextApproves', { id, ...roleArgs('roles', ...left) }));
    else call.line(say(language, 'standardApproved', { id }));
    return;
  }
  const through = input.config.workflow.states.has('to_be_released') ? ' --through to_be_released' : '';
  call.line(
    left.length > 0
      ? say(language, 'nextApproves', { id, ...roleArgs('roles', ...left) })
      : say(language, 'nextAdvance', { id, through }),
  );
}
