import type { NoticeKind } from './noticeKind';
import { noticeKinds } from './noticeKinds';

/** The notices that a change is likely to need now, and the others. */
interface SuggestedKinds {
  readonly suggested: readonly NoticeKind[];
  readonly others: readonly NoticeKind[];
  /** The first suggested one that was not sent yet. */
  readonly next: NoticeKind;
}

/**
 * The kinds of notice that fit a change's state.
 *
 * @param stage built-in state, or the counterpart of a configured one
 * @param sent kinds that were already sent
 */
export function suggestedKinds(stage: string, sent: ReadonlySet<string>): SuggestedKinds {
  const called = noticeKinds.filter(({ stages }) => stages.includes(stage));
  const others = noticeKinds.filter((kind) => !called.includes(kind));
  const [first = noticeKinds[0]] = [...called, ...others];
  const next = called.find(({ name }) => !sent.has(name)) ?? first;
  if (!next) throw new Error('there are no kinds of notice');
  return { suggested: called, others, next };
}
