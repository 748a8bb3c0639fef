import * as z from 'zod/mini';
import { reviewFlaws } from '../approvals/reviews/reviewRequest';
import { judgedChangeSchema } from '../report/gateReport';

/** The type of in-toto's statements, version 1. */
export const statementType = 'https://in-toto.io/Statement/v1';
/** The type of what a receipt states, as `docs/receipts.md` describes it. */
export const predicateType = 'urn:changebook:predicate:receipt:1';

/** No longer text is read as a receipt. */
export const longestReceipt = 2_000_000;

const line = z.string().check(z.maxLength(1000));
const commit = z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const moment = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  // No 30th of February, which would be taken for a day in March.
  z.refine((text) => Number.isFinite(Date.parse(text)) && new Date(text).toISOString() === text),
);
const verdict = z.enum(['allowed', 'refused']);
const judged = judgedChangeSchema.shape;
const { reasons } = judged;

const record = z.strictObject({
  id: judged.id,
  /** Path in the workspace. */
  file: line,
  title: judged.title,
  status: judged.status,
  phase: judged.phase,
  window: judged.window,
  environments: z.array(line),
  verdict,
  reasons,
  unverified: judged.unverified,
  /** With `--reviews`: those that counted as decisions. */
  reviews: judged.reviews,
  /** Digest of its content, as approvals have it. */
  digest: line,
});

/** A pull request with its reviews, as a file told of it. */
const request = z.strictObject({
  name: line,
  author: z.optional(line),
  base: z.optional(commit),
  head: z.optional(commit),
  lacksReviews: z.optional(z.literal(true)),
  reviews: z
    .array(
      z.strictObject({
        login: z.optional(line),
        decision: z.enum(['approved', 'denied', 'dismissed']),
        commit: z.optional(commit),
        /** In milliseconds since 1970. */
        at: z.optional(z.int()),
        url: z.optional(line),
        flaw: z.optional(z.enum(reviewFlaws)),
      }),
    )
    .check(z.maxLength(10_000)),
});

/** A receipt: what the gate decided, as an in-toto statement about an artifact and a commit. */
export const receiptSchema = z.strictObject({
  _type: z.literal(statementType),
  subject: z
    .array(
      z.strictObject({
        name: line,
        digest: z.union([z.strictObject({ gitCommit: commit }), z.strictObject({ sha256 })]),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
  predicateType: z.literal(predicateType),
  predicate: z.strictObject({
    verdict,
    /** Why not, where the reason is not in a record. */
    reasons,
    /** The records that were judged. All of them must be allowed. */
    records: z.array(record).check(z.maxLength(2000)),
    /** What the gate was asked about. */
    asked: z
      .strictObject({
        id: z.optional(line),
        file: z.optional(line),
        tag: z.optional(line),
        environment: z.optional(line),
        customer: z.optional(line),
        phase: z.optional(line),
        allowUnverified: z.optional(z.literal(true)),
      })
      // The gate answers no question about nothing.
      .check(
        z.refine(({ id, file, tag, environment }) =>
          [id, file, tag, environment].some((one) => one !== undefined),
        ),
      ),
    /** The moment of the decision. */
    time: moment,
    commit,
    /** The first commits of the history. */
    roots: z.array(commit).check(z.minLength(1), z.maxLength(1000)),
    /** Path of the workspace in the repository; empty where it is all of it. */
    workspace: line,
    /** Digests of the configuration's files and of the rules as they are in force. */
    configuration: sha256,
    rules: sha256,
    /** The artifacts whose digests are known. */
    artifacts: z.array(z.strictObject({ name: line, sha256 })).check(z.maxLength(200)),
    /** With `--reviews`: what was told of pull requests, whatever of it counted. */
    requests: z.optional(z.array(request).check(z.maxLength(200))),
    /** Of the tags that the records name: what each of them was. */
    tags: z.array(z.strictObject({ name: line, object: commit })).check(z.maxLength(2000)),
    /** Of the branches that the records name: those that there were. */
    branches: z.array(line).check(z.maxLength(2000)),
    /** The language of the reasons. */
    language: z.enum(['en', 'es']),
    /** The version of Changebook that decided. */
    program: line,
  }),
});

export type Receipt = z.infer<typeof receiptSchema>;

/** The text of a receipt: the same for everything that says the same, so that no byte of it is left to chance. */
export function receiptText(receipt: Receipt): string {
  return `${JSON.stringify(inOrder(receipt), undefined, 2)}\n`;
}

/** Why a text is no receipt: no JSON, another form, or another way of writing it down. */
export type NoReceipt = 'notJson' | 'notReceipt' | 'notCanonical';

/** Reads a receipt. One that is not written as `receiptText` writes it may say a thing twice, and is none. */
export function readReceipt(text: string): Receipt | NoReceipt {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'notJson';
  }
  const read = receiptSchema.safeParse(value);
  if (!read.success) return 'notReceipt';
  return receiptText(read.data) === text ? read.data : 'notCanonical';
}

/** A receipt as it was kept, and the signatures that stand behind it. */
export interface KeptReceipt {
  readonly text: string;
  readonly signatures: readonly string[];
}

/** The receipts in a note, which may hold other texts as well. */
export function receiptsIn(note: string): KeptReceipt[] {
  const kept: { text: string; signatures: string[] }[] = [];
  let part: string[] = [];
  let last: RegExp | undefined;
  // Line by line, so that what never ends is read once; it hides nothing that begins after it.
  for (const line of note.match(/[^\n]*\n/g) ?? []) {
    const begun = line === '{\n' ? endOfReceipt : beginOfArmor.test(line) ? endOfArmor : undefined;
    if (begun) [part, last] = [[], begun];
    if (!last) continue;
    part.push(line);
    if (!last.test(line)) continue;
    const text = part.join('');
    if (last === endOfReceipt) kept.push({ text, signatures: [] });
    else kept.at(-1)?.signatures.push(text);
    last = undefined;
  }
  return kept;
}

const endOfReceipt = /^\}\n$/;
const beginOfArmor = /^-----BEGIN [A-Z ]+-----\n$/;
const endOfArmor = /^-----END [A-Z ]+-----\n$/;

/** The same value with the keys of its objects in the order of their letters. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, own]) => [key, inOrder(own)]),
  );
}
