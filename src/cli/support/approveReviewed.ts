import { approvalChange } from '../../core/actions/approvalChange';
import { isApproved } from '../../core/actions/approve';
import { planWritten } from '../../core/actions/recordAction';
import { refusal, refusalText } from '../../core/actions/refusals';
import { zoneFor } from '../../core/config/recordZone';
import { inputOf } from '../../node/checkWorkspace';
import { countInWorkspace } from '../../node/reviews/workspaceReviews';
import { runReported } from './actOnRecord';
import { calledReviews } from './calledReviews';
import { type Call, say, wrongCall } from './command';
import { notCountedIn } from './countedReviews';
import { exitOf } from './exitOf';
import { type ExitCode, RefusedError } from './io';
import { namedRecord, recordOf } from './namedRecord';
import { printAction } from './printAction';

/**
 * Writes down the reviews of a record that count, each as one commit: a claim of whoever commits, which counts where
 * the configuration names that account. With `--format json` the answer is a list.
 */
export async function approveReviewed(call: Call): Promise<ExitCode> {
  if (['role', 'by'].some((name) => call.text(name) !== undefined) || call.has('deny'))
    throw wrongCall('reviewsAlone');
  const isJson = call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json';
  const named = await namedRecord(call);
  const { language, workspace } = named;
  const { file } = named.entry;
  const record = recordOf(named);
  if (!record || !isApproved(record)) throw new RefusedError(refusalText(refusal('notARecord'), language));
  const requests = await calledReviews(call, [call.text('from-reviews') ?? ''], language);
  const { reviews } = await countInWorkspace(workspace, requests, { files: [file] });
  for (const { message } of notCountedIn(reviews, language)) call.tell(message);
  const counted = reviews.counted.get(file) ?? [];
  if (counted.length === 0)
    throw new RefusedError(say(language, 'reviews_none', { id: record.data.id ?? file }));
  const input = inputOf(workspace);
  const { config, now } = input;
  const reports: Awaited<ReturnType<typeof runReported>>[] = [];
  for (const { role, by, at = now, decision, digest, review, request } of counted) {
    const zone = zoneFor(record, config);
    const taken = { role, by, at, zone, decision, review: { url: review ?? request, digest } };
    const parts = { action: decision === 'approved' ? ('approve' as const) : ('deny' as const), role };
    const change = approvalChange(taken, { file, config });
    const planned = planWritten({ record, file, input }, { change, parts });
    reports.push(await runReported(call, named, planned, { role, decision, by }));
  }
  if (isJson) call.json(reports);
  else for (const report of reports) printAction(call, report, language);
  return reports.map(exitOf).sort().at(-1) ?? 0;
}
