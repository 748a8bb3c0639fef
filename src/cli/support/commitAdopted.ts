import type { PlannedAction } from '../../core/actions/action';
import { firstCommit } from '../../core/actions/firstCommit';
import type { Language } from '../../core/model/text/localized';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { isCommitted } from '../../node/commit/isUncommitted';
import type { Call } from './command';
import { exitOf } from './exitOf';
import type { ExitCode } from './io';
import type { Adopted } from './plannedAdoptions';
import { commitPlanned, outcomeAnswer } from './runAction';

/** How the commit of a procedure ended. */
interface CommittedProcedure {
  readonly commit: string | null | undefined;
  readonly message: string;
  readonly ended: ExitCode;
}

/**
 * Commits a procedure that was made of a file. Of a file that was committed before it was a record, exactly what was
 * written on top of it: other edits of it stay uncommitted.
 */
export async function commitAdopted(
  call: Call,
  workspace: LoadedWorkspace,
  { adoption, before, editsOn }: Adopted,
  language: Language,
): Promise<CommittedProcedure> {
  const { id, file, title, text, edits } = adoption;
  const first = firstCommit({ name: id, file, config: workspace.config.config }, title);
  const known = before !== undefined && (await isCommitted(workspace.root, file));
  const change = {
    plan: (copy: string) => ({ edits: copy === text ? [] : copy === before ? edits : editsOn(copy) }),
  };
  const planned: PlannedAction = known ? { ...first, files: [{ file, change }] } : first;
  const answer = outcomeAnswer(
    call,
    await commitPlanned(call, { workspace, language }, planned),
    planned,
    language,
  );
  return { commit: answer.commit, message: answer.message, ended: exitOf(answer) };
}
