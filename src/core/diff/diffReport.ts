import * as z from 'zod/mini';
import type { Language } from '../model/text/localized';
import { changeText, looseningText } from './diffText';
import { type LooseningKind, looseningTexts } from './loosening';
import { changeKinds, looseningKinds } from './recordChange';
import type { ChangeAuthor, RecordDiff, WorkspaceDiff } from './workspaceDiff';

const text = z.nullable(z.string());
const author = z.nullable(
  z.strictObject({
    /** The author by git's mail map; empty for uncommitted changes. */
    name: z.string(),
    email: z.string(),
    /** Null for uncommitted changes. */
    commit: text,
    at: text,
  }),
);
const what = z.enum(['added', 'removed', 'renamed', 'changed']);
const looseningNames = Object.keys(looseningTexts) as [LooseningKind, ...LooseningKind[]];

/** The machine-readable answer of `diff`. Names and values are canonical; `message` is in the language asked for. */
export const diffReportSchema = z.strictObject({
  version: z.literal(1),
  /** Ids of the commits that are compared. The head is null for the work tree. */
  base: z.string(),
  head: text,
  /** What asks for less than before. */
  loosened: z.array(
    z.strictObject({
      kind: z.union([z.enum(looseningNames), z.enum(changeKinds)]),
      about: z.string(),
      from: z.string(),
      to: z.string(),
      file: z.string(),
      /** Globs of the files that it is limited to. */
      files: z.nullable(z.array(z.string())),
      message: z.string(),
    }),
  ),
  /** Changed files that decide what is checked, and how. */
  config: z.array(
    z.strictObject({
      file: z.string(),
      what,
      /** Its keys that changed. */
      changes: z.array(
        z.strictObject({ about: z.string(), from: z.string(), to: z.string(), message: z.string() }),
      ),
    }),
  ),
  records: z.array(
    z.strictObject({
      id: text,
      type: z.enum(['procedure', 'change', 'ticket']),
      title: z.string(),
      file: z.string(),
      fileBefore: text,
      what,
      by: author,
      changes: z.array(
        z.strictObject({
          kind: z.enum(changeKinds),
          about: text,
          /** Headings above a step. */
          path: z.nullable(z.array(z.string())),
          from: text,
          to: text,
          by: author,
          message: z.string(),
        }),
      ),
      /** A finding that a moved window causes. */
      meets: z.array(z.strictObject({ rule: z.string(), severity: z.string(), message: z.string() })),
    }),
  ),
});

export type DiffReport = z.infer<typeof diffReportSchema>;

/** Makes the report of a comparison. */
export function diffReport(
  diff: WorkspaceDiff,
  { base, head }: { readonly base: string; readonly head: string | undefined },
  language: Language,
): DiffReport {
  const ofConfig = diff.loosened.map((loosening) => {
    const { kind, about, from, to, file, files } = loosening;
    const message = looseningText(loosening, language);
    return { kind, about, from, to, file, files: files ? [...files] : null, message };
  });
  return {
    version: 1,
    base,
    head: head ?? null,
    loosened: [...ofConfig, ...diff.records.flatMap((record) => ofRecord(record, language))],
    config: diff.config.map(({ file, what: how, changes }) => ({
      file,
      what: how,
      changes: changes.map((change) => {
        const { about, from, to } = change;
        return { about, from, to, message: looseningText(change, language) };
      }),
    })),
    records: diff.records.map((record) => reported(record, language)),
  };
}

function ofRecord({ changes, file, type }: RecordDiff, language: Language): DiffReport['loosened'] {
  return changes
    .filter(({ kind }) => looseningKinds.has(kind))
    .map((change) => {
      const { kind, about = '', from = '', to = '' } = change;
      return { kind, about, from, to, file, files: null, message: changeText(change, type, language) };
    });
}

function reported(record: RecordDiff, language: Language): DiffReport['records'][number] {
  const { id, type, title, file, fileBefore, what: how, by, changes, meets } = record;
  return {
    id: id ?? null,
    type,
    title,
    file,
    fileBefore: fileBefore ?? null,
    what: how,
    by: authorOf(by),
    changes: changes.map((change) => ({
      kind: change.kind,
      about: change.about ?? null,
      path: change.path ? [...change.path] : null,
      from: change.from ?? null,
      to: change.to ?? null,
      by: authorOf(change.by),
      message: changeText(change, type, language),
    })),
    meets: meets.map(({ rule, severity, message }) => ({ rule, severity, message: message[language] })),
  };
}

function authorOf(by: ChangeAuthor | 'uncommitted' | undefined) {
  if (by === undefined) return null;
  if (by === 'uncommitted') return { name: '', email: '', commit: null, at: null };
  const { name, address, commit, at } = by;
  return { name, email: address, commit, at: new Date(at).toISOString() };
}
