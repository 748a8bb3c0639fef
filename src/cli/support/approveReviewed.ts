import { join } from 'node:path';
import { approvalChange } from '../../core/actions/approvalChange';
import { isApproved } from '../../core/actions/approve';
import { planWritten } from '../../core/actions/recordAction';
import { refusal, refusalText } from '../../core/actions/refusals';
import type { ReviewRequest } from '../../core/approvals/reviews/reviewRequest';
import { zoneFor } from '../../core/config/recordZone';
import type { WrittenReviewsReport } from '../../core/report/writtenReviewsReport';
import { inputOf } from '../../node/checkWorkspace';
import { ownIdentity } from '../../node/commit/identity';
import { countInWorkspace } from '../../node/reviews/workspaceReviews';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { runReported } from './actOnRecord';
import { calledReviews } from './calledReviews';
import { type Call, say, wrongCall } from './command';
import { notCountedIn } from './countedReviews';
import { exitOf } from './exitOf';
import { type ExitCode, RefusedError } from './io';
import { load } from './load';
import { type NamedRecord, namedRecord, recordOf } from './namedRecord';
import { printAction } from './printAction';

type NotCounted = WrittenReviewsReport['notCounted'];
type Report = Awaited<ReturnType<typeof runReported>>;

/**
 * Writes down the reviews of a record that count, each as one commit: a claim of whoever commits, which counts where
 * the configuration names that account. Without a record: those of each record that the requests change.
 */
export async function approveReviewed(call: Call): Promise<ExitCode> {
  if (['role', 'by'].some((name) => call.text(name) !== undefined) || call.has('deny'))
    throw wrongCall('reviewsAlone');
  const isJson = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json';
  const written = await (call.paths.length === 0 ? writeAll(call) : writeNamed(call));
  const { reports, notCounted, named } = written;
  const { language, workspace } = named;
  for (const { message } of notCounted) call.tell(message);
  if (reports.length === 0) throw new RefusedError(say(language, 'reviews_none', { id: named.id }));
  const claim = await claimOf(workspace, language);
  if (claim !== undefined) call.tell(claim);
  if (isJson) call.json({ version: 1, reviews: reports, notCounted } satisfies WrittenReviewsReport);
  else for (const report of reports) printAction(call, report, language);
  return reports.map(exitOf).sort().at(-1) ?? 0;
}

/** Why nothing counts that is written down of reviews here; undefined where it does. */
async function claimOf(
  { root, config: { config } }: NamedRecord['workspace'],
  language: NamedRecord['language'],
): Promise<string | undefined> {
  const account = config.data.reviews?.committer;
  if (account === undefined) return say(language, 'reviews_nobody');
  const own = (await ownIdentity(root))?.address ?? '?';
  return config.people.sameAddress(account, own)
    ? undefined
    : say(language, 'reviews_other', { account, own });
}

interface Written {
  readonly reports: Report[];
  readonly notCounted: NotCounted;
  /** What the answer is about, and in which language. */
  readonly named: Pick<NamedRecord, 'language' | 'workspace'> & { readonly id: string };
}

async function writeNamed(call: Call): Promise<Written> {
  const named = await namedRecord(call);
  const { language, entry, workspace } = named;
  const requests = await calledReviews(call, [call.text('from-reviews') ?? ''], language);
  return {
    ...(await writeRecord(call, named, requests)),
    named: { id: entry.summary.id ?? entry.file, language, workspace },
  };
}

/** Each record is read anew, since the commit before may have changed what counts. */
async function writeAll(call: Call): Promise<Written> {
  const workspace = await load(call, workspaceRootOf(call.io.cwd), { questions: false });
  const language = call.language(workspace.config.config.data.language);
  const requests = await calledReviews(call, [call.text('from-reviews') ?? ''], language);
  const { reviews } = await countInWorkspace(workspace, requests);
  const reports: Report[] = [];
  for (const file of reviews.counted.keys()) {
    const named = await namedRecord(call, { paths: [join(workspace.root, file)] });
    reports.push(...(await writeRecord(call, named, requests)).reports);
  }
  const ids = requests.map(({ name }) => name).join(', ');
  return { reports, notCounted: notCountedIn(reviews, language), named: { id: ids, language, workspace } };
}

async function writeRecord(
  call: Call,
  named: NamedRecord,
  requests: readonly ReviewRequest[],
): Promise<Pick<Written, 'reports' | 'notCounted'>> {
  const { language, workspace } = named;
  const { file } = named.entry;
  const record = recordOf(named);
  if (!record || !isApproved(record)) throw new RefusedError(refusalText(refusal('notARecord'), language));
  const { reviews } = await countInWorkspace(workspace, requests, { files: [file] });
  const input = inputOf(workspace);
  const { config, now } = input;
  const reports: Report[] = [];
  for (const { role, by, at = now, decision, digest, review, request } of reviews.counted.get(file) ?? []) {
    const zone = zoneFor(record, config);
    const taken = { role, by, at, zone, decision, review: { url: review ?? request, digest } };
    const parts = { action: decision === 'approved' ? ('approve' as const) : ('deny' as const), role };
    const change = approvalChange(taken, { file, config });
    const planned = planWritten({ record, file, input }, { change, parts });
    reports.push(await runReported(call, named, planned, { role, decision, by }));
  }
  return { reports, notCounted: notCountedIn(reviews, language) };
}
