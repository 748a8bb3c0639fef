import * as z from 'zod/mini';
import { byChangelogKind } from '../model/text/changelogKinds';
import type { ChangelogDifference } from '../releaseNotes/changelogDifferences';
import type { ReleaseCommands } from '../releaseNotes/releaseCommands';
import type { ReleaseEntry } from '../releaseNotes/releaseEntry';

const text = z.nullable(z.string());
const texts = z.array(z.string());

/** The machine-readable answer of `notes`. */
export const notesReportSchema = z.strictObject({
  version: z.literal(1),
  id: text,
  file: z.string(),
  title: z.string(),
  /** The released version, without a `v`. */
  release: text,
  date: text,
  yanked: z.boolean(),
  changes: z.strictObject(byChangelogKind(() => texts)),
  tickets: z.array(z.strictObject({ label: z.string(), url: text })),
  components: z.array(z.strictObject({ name: z.string(), from: text, to: text })),
  /** For a person to copy. They are never run. */
  commands: texts,
  /** Why commands are missing, a sentence for each. */
  refused: texts,
  /** The differences to CHANGELOG.md; null where there is none, or the change has no version. */
  changelog: z.nullable(
    z.array(
      z.strictObject({
        what: z.enum(['noEntry', 'notInChangelog', 'notInRecord', 'otherKind']),
        item: text,
        message: z.string(),
      }),
    ),
  ),
});

type NotesReport = z.infer<typeof notesReportSchema>;

/** Makes the report of a release. */
export function notesReport(
  entry: ReleaseEntry,
  file: string,
  { commands, refused }: ReleaseCommands,
  differences: readonly ChangelogDifference[] | undefined,
): NotesReport {
  const { changes, components, tickets } = entry;
  return {
    version: 1,
    id: entry.id ?? null,
    file,
    title: entry.title,
    release: entry.version ?? null,
    date: entry.date ?? null,
    yanked: entry.yanked,
    changes: byChangelogKind((kind) => [...changes[kind]]),
    tickets: tickets.map(({ label, url }) => ({ label, url: url ?? null })),
    components: components.map(({ name, from, to }) => ({ name, from: from ?? null, to: to ?? null })),
    commands: [...commands],
    refused: [...refused],
    changelog: differences?.map(({ what, item, message }) => ({ what, item: item ?? null, message })) ?? null,
  };
}
