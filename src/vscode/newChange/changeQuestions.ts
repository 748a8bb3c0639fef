import { completedRequest } from '../../core/create/completedRequest';
import type { NewChangeInput } from '../../core/create/newChangeInput';
import type { InputStep } from '../input/steppedInput';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';

/** What is known of a new change while it is asked for. */
export interface ChangeQuestions {
  readonly sessions: Sessions;
  readonly session: WorkspaceSession;
  /** Whether that workspace was meant, rather than taken for want of a better one. */
  readonly sure: boolean;
  readonly fromProcedure: boolean;
  readonly wishes: NewChangeInput;
  /** What was given in the call is not asked for. */
  readonly given: ReadonlySet<keyof NewChangeInput>;
  /** Tags that a release may be told by, the newest first. */
  readonly tags?: ReadonlyMap<WorkspaceSession, readonly string[]>;
}

/** A question, by the name of what it asks for where that is part of the request. */
export type ChangeStep = InputStep<ChangeQuestions> & { readonly name?: keyof NewChangeInput };

/** What the defaults of a procedure answer, which then is not asked for. Its title is still a guess. */
export function withDefaults(state: ChangeQuestions): ChangeQuestions {
  const { title: _title, ...filled } = completedRequest(state.wishes);
  const { changeType, deploymentType, customer, environments } = filled;
  const { start, duration, language, requestedBy, assignee } = filled;
  const answers = { changeType, deploymentType, customer, environments, start, duration, language };
  const answered = Object.entries(answers).flatMap(([name, value]) =>
    value === undefined ? [] : [name as keyof typeof answers],
  );
  const wishes = { ...state.wishes, ...answers, requestedBy, assignee };
  return { ...state, wishes, given: new Set([...state.given, ...answered]) };
}
