import type { NoticeKind } from './noticeKind';
import { noticeKinds } from './noticeKinds';

/** Which notices a change is likely to need now, and which are left. */
export interface SuggestedKinds {
  readonly suggested: readonly NoticeKind[];
  readonly others: readonly NoticeKind[];
  /** The one that is next: called for and not sent yet. */
  readonly next: NoticeKind;
}

/**
 * The kinds of notice by what a change's state calls for.
 *
 * @param stage built-in state, or the counterpart of a configured one
 * @param sent kinds that went out already
 */
export function suggestedKinds(stage: string, sent: ReadonlySet<string>): SuggestedKinds {
  const called = noticeKinds.filter(({ stages }) => stages.includes(stage));
  const others = noticeKinds.filter((kind) => !called.includes(kind));
  const [first = noticeKinds[0]] = [...called, ...others];
  const next = called.find(({ name }) => !sent.has(name)) ?? first;
  if (!next) throw new Error('there are no kinds of notice');
  return { suggested: called, others, next };
}
