import * as z from 'zod/mini';
import { noticeKindChoice } from '../vocabulary/choices';

const kind = z.string().check(
  z.maxLength(40),
  z.refine((name) => Object.hasOwn(noticeKindChoice.choices, name)),
);
const language = z.enum(['en', 'es']);
const audience = z.enum(['team', 'customer', 'parties', 'users', 'tracker']);
/** The value of a `datetime-local` input; empty where no time was entered. */
const estimate = z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d)?$/));

/** Which notice a panel shows. A window keeps this state across a reload. */
export const noticeStateSchema = z.strictObject({
  /** Address of the record, as text. */
  record: z.string().check(z.maxLength(4000)),
  kind: z.optional(kind),
  language: z.optional(language),
  audience: z.optional(audience),
  estimate: z.optional(estimate),
});

/** Requests that the page of a notice may send; anything else is ignored. */
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
  /** How the record contradicts it; empty if it does not. */
  readonly unfit: string;
  /** Why whoever sends it should look twice; empty if there is no reason. */
  readonly doubt: string;
  /** When it was marked as sent, each time with its label; empty if it never was. */
  readonly sent: string;
  /** What it takes over in another language; undefined if there is nothing. */
  readonly foreign: ForeignTexts | undefined;
  /** Label of the button that saves it as mail, with the number of files; undefined if it is not mail. */
  readonly saving: string | undefined;
}

/** Sentences of a notice that are in another language than it is. */
export interface ForeignTexts {
  readonly texts: readonly string[];
  readonly language: string;
  /** What is to be known of each: “In Spanish, as the record has it”. */
  readonly label: string;
  /** The same of all of them together. */
  readonly told: string;
}

/** An entry of a list of choices. */
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
  /** Why it is not a valid time; empty if it is. */
  readonly problem: string;
}

/** What the page of a notice shows. */
export interface NoticePicture {
  readonly kind: 'notice';
  readonly heading: string;
  readonly state: NoticeState;
  /** The kinds of notice; those that the status calls for come first. A label says what is special about one. */
  readonly kinds: readonly (NoticeOption & { readonly called: boolean })[];
  /** The audiences to choose from; empty if it is not mail. */
  readonly audiences: readonly NoticeOption[];
  readonly shown: { readonly kind: string; readonly language: string; readonly audience: string };
  readonly estimate: ShownEstimate | undefined;
  /** A draft, or why there is none. */
  readonly draft: ShownDraft | { readonly problem: string };
  /** Whether the workspace is trusted. Otherwise the page starts and changes nothing. */
  readonly mayAct: boolean;
}

/** A sentence about what was done, for the page to show. */
export interface NoticeSaying {
  readonly kind: 'said';
  readonly text: string;
}
