import * as z from 'zod/mini';
import { noticeKindChoice } from '../vocabulary/choices';

const kind = z.string().check(
  z.maxLength(40),
  z.refine((name) => Object.hasOwn(noticeKindChoice.choices, name)),
);
const language = z.enum(['en', 'es']);

/** Which notice a panel shows: what a window keeps of it when it is loaded again. */
export const noticeStateSchema = z.strictObject({
  /** Address of the record, as text. */
  record: z.string().check(z.maxLength(4000)),
  kind: z.optional(kind),
  language: z.optional(language),
});

/** What the page of a notice may ask for; anything else is thrown away. */
export const noticeRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('show'), notice: kind }),
  z.strictObject({ kind: z.literal('speak'), language }),
  z.strictObject({ kind: z.literal('mend'), gap: z.int().check(z.gte(0), z.lte(1000)) }),
  z.strictObject({ kind: z.enum(['copyPlain', 'copySubject', 'markSent']) }),
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
}

/** What the page of a notice is told to show. */
export interface NoticePicture {
  readonly kind: 'notice';
  readonly heading: string;
  readonly state: NoticeState;
  /** The kinds of notice; those that the status calls for come first. */
  readonly kinds: readonly { readonly name: string; readonly label: string; readonly called: boolean }[];
  readonly shown: { readonly kind: string; readonly language: string };
  /** A draft, or why there is none. */
  readonly draft: ShownDraft | { readonly problem: string };
  readonly mayMark: boolean;
}
