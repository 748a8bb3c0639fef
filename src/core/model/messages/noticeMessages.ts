import * as z from 'zod/mini';
import { noticeKindChoice } from '../vocabulary/choices';

const kind = z.string().check(
  z.maxLength(40),
  z.refine((name) => Object.hasOwn(noticeKindChoice.choices, name)),
);
const language = z.enum(['en', 'es']);
const audience = z.enum(['team', 'customer', 'parties', 'users', 'tracker']);
/** As a field for a date and a time gives it; nothing where it is empty. */
const estimate = z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d)?$/));

/** Which notice a panel shows: what a window keeps of it when it is loaded again. */
export const noticeStateSchema = z.strictObject({
  /** Address of the record, as text. */
  record: z.string().check(z.maxLength(4000)),
  kind: z.optional(kind),
  language: z.optional(language),
  audience: z.optional(audience),
  estimate: z.optional(estimate),
});

/** What the page of a notice may ask for; anything else is thrown away. */
export const noticeRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('show'), notice: kind }),
  z.strictObject({ kind: z.literal('speak'), language }),
  z.strictObject({ kind: z.literal('address'), audience }),
  z.strictObject({ kind: z.literal('estimate'), at: estimate }),
  z.strictObject({ kind: z.literal('mend'), gap: z.int().check(z.gte(0), z.lte(1000)) }),
  z.strictObject({ kind: z.enum(['copyPlain', 'copySubject', 'openMail', 'saveMail', 'markSent']) }),
]);

export type NoticeState = z.infer<typeof noticeStateSchema>;
export type NoticeRequest = z.infer<typeof noticeRequestSchema>;

/** What must be filled in before a notice can go out. */
export interface NoticeGap {
  /** As it stands in the notice. */
  readonly mark: string;
  /** Where it belongs, in words. */
  readonly label: string;
}

/** A draft as the page shows it. */
export interface ShownDraft {
  readonly subject: string;
  /** Safe HTML without a page around it. */
  readonly html: string;
  readonly plain: string;
  /** Who gets it and how, each with its label. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly gaps: readonly NoticeGap[];
  /** Why what it tells is not so; empty where nothing is known against it. */
  readonly unfit: string;
  /** What the button says that saves it as mail, with how many files that makes; nothing where it is no mail. */
  readonly saving: string | undefined;
}

/** One of several, as a list names it. */
export interface NoticeOption {
  readonly name: string;
  readonly label: string;
}

/** The new time at which it should be finished, for the notices that say it. */
export interface ShownEstimate {
  /** With the time zone that it is given in. */
  readonly label: string;
  /** As the field holds it. */
  readonly at: string;
  /** Why it is no moment; empty where it is one. */
  readonly problem: string;
}

/** What the page of a notice is told to show. */
export interface NoticePicture {
  readonly kind: 'notice';
  readonly heading: string;
  readonly state: NoticeState;
  /** The kinds of notice; those that the status calls for come first. */
  readonly kinds: readonly (NoticeOption & { readonly called: boolean })[];
  /** Who could read it; none where it is no mail. */
  readonly audiences: readonly NoticeOption[];
  readonly shown: { readonly kind: string; readonly language: string; readonly audience: string };
  readonly estimate: ShownEstimate | undefined;
  /** A draft, or why there is none. */
  readonly draft: ShownDraft | { readonly problem: string };
  /** Whether the workspace is trusted: nothing is started or changed otherwise. */
  readonly mayAct: boolean;
}

/** What the page is told to say of something that was done. */
export interface NoticeSaying {
  readonly kind: 'said';
  readonly text: string;
}
