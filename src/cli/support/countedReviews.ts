import { reviewNoteText } from '../../core/approvals/reviews/reviewNotes';
import type { Language } from '../../core/model/text/localized';
import { isoWithOffset } from '../../core/model/time/isoWithOffset';
import { roleArgs } from '../../core/model/vocabulary/roleArgs';
import type { GateReport } from '../../core/report/gateReport';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import type { WorkspaceReviews } from '../../node/reviews/workspaceReviews';
import { type Call, say } from './command';

type Counted = NonNullable<GateReport['changes'][number]['reviews']>[number];

/** The reviews that counted for the record of a file, as reports tell of them. */
export function countedIn({ counted }: WorkspaceReviews, file: string): Counted[] {
  return (counted.get(file) ?? []).map(({ at, commit = null, digest = null, review = null, ...rest }) => ({
    ...rest,
    at: at === undefined ? null : isoWithOffset(at, 'UTC', 'second'),
    commit,
    digest,
    review,
  }));
}

/** Why others did not count. */
export function notCountedIn(
  { notes }: WorkspaceReviews,
  language: Language,
): NonNullable<GateReport['notCounted']> {
  return notes.map((note) => ({ code: note.code, message: reviewNoteText(note, language) }));
}

/** Tells people which reviews counted, for which records, and why others did not. */
export function tellReviews(
  call: Call,
  reviews: WorkspaceReviews,
  { index }: LoadedWorkspace,
  language: Language,
): void {
  for (const file of reviews.counted.keys())
    for (const one of countedIn(reviews, file))
      call.tell(`${index.entry(file)?.summary.id ?? file}: ${countedText(one, language)}`);
  for (const { message } of notCountedIn(reviews, language)) call.tell(message);
}

/** One that counted, in a sentence. */
export function countedText({ role, decision, by, review, request }: Counted, language: Language): string {
  const args = { ...roleArgs('role', role), by, where: review ?? request };
  return say(language, decision === 'approved' ? 'reviewApproved' : 'reviewDenied', args);
}
