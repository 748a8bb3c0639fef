import type { Localized } from '../model/text/localized';
import type { noticeKindChoice } from '../model/vocabulary/choices';
import type { audienceChoice, channelChoice } from '../model/vocabulary/noticeChoices';

/** The canonical name of a kind of notice. */
export type NoticeKindName = keyof typeof noticeKindChoice.choices;
export type Audience = keyof typeof audienceChoice.choices;
export type Channel = keyof typeof channelChoice.choices;

/** One kind of notice: a row of the table in `noticeKinds.ts`. */
export interface NoticeKind {
  readonly name: NoticeKindName;
  readonly channel: Channel;
  readonly audience: Audience;
  /** States of a change at which it is the one that is likely wanted. */
  readonly stages: readonly string[];
  /** Variables without which the notice cannot go out; every other one is left out with its sentence. */
  readonly required: readonly string[];
  /** Whether it says a new time at which it should be finished, which whoever drafts it knows. */
  readonly saysEstimate?: true;
  /** The template that ships, as a team would write its own: front matter and markdown. */
  readonly template: Localized;
}
