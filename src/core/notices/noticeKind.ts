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
  /** States of a change in which it is suggested. */
  readonly stages: readonly string[];
  /** Variables without which the notice cannot be sent. The sentence of any other missing one is left out. */
  readonly required: readonly string[];
  /** Whether it gives a new expected end, which the person who drafts it must enter. */
  readonly saysEstimate?: true;
  /** The built-in template, in the format of a team's own: front matter and markdown. */
  readonly template: Localized;
}
