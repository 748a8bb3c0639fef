import { recountedSubject } from '../../core/actions/recountedSubject';
import type { TextPlan } from '../../core/actions/textChange';
import { markConditions } from '../../core/model/parse/markConditions';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { ParsedRecord } from '../../core/model/parse/record';
import type { Progress } from '../../core/model/parse/stepGates';
import { progressOf, relevantSteps, sameDirectionSteps } from '../../core/model/parse/stepGates';
import { stepLabel } from '../../core/model/parse/stepLabel';
import { applyEdits } from '../../core/model/text/edit';
import { commitTree, enterPlans, headIndex } from '../commit/commitTree';
import { FaultError } from '../commit/faultError';
import type { FilePlan } from '../commit/stagedChange';
import { noBlob, storeText } from '../commit/storedCopies';
import { cannotRedo } from './cannotRedo';
import { type DoneByOthers, Theirs } from './doneByOthers';
import { evidencePlans } from './evidencePlans';
import type { FileRedo } from './fileRedo';
import { type OwnCommit, subjectOf } from './ownCommits';
import { pushError } from './pushError';
import type { Reapplying } from './reapplying';
import { type Current, UpstreamRecords } from './upstreamRecords';

interface Made {
  readonly own: OwnCommit;
  readonly commit: string;
  readonly subject: string;
}

/** What came of doing commits again on top of another commit. */
interface Reapplied {
  /** The last commit; the one that was begun from where nothing was left to do. */
  readonly tip: string;
  /** What was done again, oldest first, each with the commit that it is now and with what that says. */
  readonly made: readonly Made[];
  readonly already: readonly DoneByOthers[];
}

/**
 * Does commits again, one by one, on top of the remote's branch: each action on its record as it is there, found by
 * identity; texts are never merged. What is done there already is not done twice. Nothing that exists is changed.
 */
export async function reapply(commits: readonly OwnCommit[], work: Reapplying): Promise<Reapplied> {
  const { repository, upstream, folder, signal } = work;
  const records = new UpstreamRecords(work);
  await records.load(commits);
  const theirs = await Theirs.read(commits, records, work);
  let tip = upstream;
  const made: Made[] = [];
  const already: DoneByOthers[] = [];
  let index: string | undefined;
  for (const commit of commits) {
    if (theirs.has(commit)) continue;
    const edits = await plansOf(commit, records, work);
    if (edits.length === 0) {
      already.push(...theirs.doneBy(commit));
      continue;
    }
    const on = { ...repository, base: tip };
    const plans = [...edits, ...(await evidencePlans(commit, on, { theirs, work }))];
    index ??= await headIndex(on, folder, signal);
    await enterPlans(on, plans, index, signal);
    const message = recounted(commit, records, work);
    const { author } = commit;
    tip = await hooked(
      commit,
      work,
      async () =>
        (await commitTree(on, plans, { index: index ?? '', folder, message, author }, signal)).commit,
    );
    made.push({ own: commit, commit: tip, subject: subjectOf({ message }) });
  }
  return { tip, made, already };
}

/** Plans of the files that a commit still changes; the records stand afterwards as it leaves them. */
async function plansOf(commit: OwnCommit, records: UpstreamRecords, work: Reapplying): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const part of commit.redos) {
    const before = records.find(part.file.path);
    const edited = before && part.redo ? editedBy(part.redo(before.text), before, commit, work) : undefined;
    const text = part.redo ? edited : createdBy(part, before, commit, work);
    if (text === undefined) {
      // Neither new nor there: whoever removed it meanwhile has to be asked.
      if (part.redo) records.at(part.file.path);
      continue;
    }
    const newBlob = before
      ? await storeText(work.repository, text, { signal: work.signal })
      : part.file.blobs[1];
    const { path, mode } = before ?? { path: part.file.path, mode: part.file.modes[1] };
    records.set(part.file.path, { path, mode, text, blob: newBlob });
    const committed = { mode, blob: before?.blob ?? noBlob, text: before?.text ?? '' };
    plans.push({ stored: { path, committed, staged: committed, flags: [], isNew: !before }, newBlob });
  }
  return plans;
}

type Plan = Pick<FilePlan, 'stored' | 'newBlob'>;

/** The text that an action makes of a record; undefined where it is so already. */
function editedBy(
  plan: TextPlan,
  { text }: Current,
  commit: OwnCommit,
  work: Reapplying,
): string | undefined {
  if ('refusal' in plan) throw cannotRedo(plan.refusal, commit, work);
  return plan.edits.length === 0 ? undefined : applyEdits(text, plan.edits).text;
}

/** The text of a new record; undefined where the very same is there already. */
function createdBy(
  { after }: FileRedo,
  there: Current | undefined,
  commit: OwnCommit,
  work: Reapplying,
): string | undefined {
  if (!there) return after;
  if (there.text === after) return undefined;
  throw cannotRedo({ code: 'recordThere', args: { file: there.path } }, commit, work);
}

async function hooked(
  commit: OwnCommit,
  { target }: Reapplying,
  make: () => Promise<string>,
): Promise<string> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.code !== 'hookFailed') throw error;
    const { hook = '', output = '' } = error.fault.args;
    throw pushError('hookOnRedo', { target: target.name, subject: subjectOf(commit), hook, output });
  }
}

/** The message with the progress that the record has after the commit now, in whatever form the subject tells it. */
function recounted(
  { message, redos, trailers }: OwnCommit,
  records: UpstreamRecords,
  { conditionsOf }: Reapplying,
): string {
  const [first] = redos;
  if (!first) return message;
  const { path } = first.file;
  const [subject = '', ...rest] = message.split('\n');
  const step = trailers.get('Step');
  const [before, now] = [first.after, records.at(path).text].map((text) => {
    const read = parseRecord(text, { expected: true });
    return progressIn(read && markConditions(read, conditionsOf(path, read)), step);
  });
  return before && now ? [recountedSubject(subject, before, now), ...rest].join('\n') : message;
}

/** Of a step back its subject told how far the way back was. */
function progressIn(record: ParsedRecord | undefined, label: string | undefined): Progress {
  const { steps = [] } = record?.body ?? {};
  const step = steps.find((own) => stepLabel(own) === label);
  return progressOf(step ? sameDirectionSteps(step, steps) : relevantSteps(record));
}
