import { type Refusal, refusalText } from '../../core/actions/refusals';
import { type OwnCommit, subjectOf } from './ownCommits';
import { type PushError, pushError } from './pushError';
import type { Reapplying } from './reapplying';

/** Why a commit cannot be done again on what others pushed. */
export function cannotRedo(
  refusal: Refusal,
  commit: OwnCommit,
  { target, language, face }: Reapplying,
): PushError {
  const reason = refusalText(refusal, language, undefined, face);
  return pushError('cannotRedo', { target: target.name, subject: subjectOf(commit), reason });
}
