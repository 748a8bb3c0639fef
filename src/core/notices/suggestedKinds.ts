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
 * @param back whether the change is rolled back, which is then what there is to tell
 */
export function suggestedKinds(stage: string, sent: ReadonlySet<string>, back = false): SuggestedKinds {
  const usual = noticeKinds.filter(({ stages }) => stages.includes(stage));
  const called = back ? wayBack(stage, usual) : usual;
  const others = noticeKinds.filter((kind) => !called.includes(kind));
  const [first = noticeKinds[0]] = [...called, ...others];
  const next = called.find(({ name }) => !sent.has(name)) ?? first;
  if (!next) throw new Error('there are no kinds of notice');
  return { suggested: called, others, next };
}

/** What is said of a change that is rolled back instead of what its state calls for. */
function wayBack(stage: string, usual: readonly NoticeKind[]): NoticeKind[] {
  const first = noticeKinds.filter(
    ({ name }) => name === 'rollback' || (name === 'banner' && stage !== 'done'),
  );
  const untrue = new Set(['start', 'end', 'announcement']);
  const further = usual.filter((kind) => !first.includes(kind) && !untrue.has(kind.name));
  return [...first.reverse(), ...further];
}
