import { dirname, join } from 'node:path';
import type { PlannedAction, RefusedAction, StepFacts } from '../../core/actions/action';
import { faultText, hookEditsText, type Kept, newFileKept } from '../../core/actions/commitFaults';
import { withOrigin } from '../../core/actions/commitMessage';
import { refusalText } from '../../core/actions/refusals';
import type { Language } from '../../core/model/text/localized';
import type { ActionReport } from '../../core/report/actionReport';
import {
  type CommitOutcome,
  commitRecords,
  type PlannedCommit,
  planCommit,
} from '../../node/commit/commitRecords';
import { readText } from '../../node/readText';
import { editFile } from '../../node/writeFile';
import { type Call, say } from './command';
import type { NamedRecord } from './namedRecord';
import { type PushedAfter, pushAfter, unpushedNote } from './pushAfter';

/** How an action ended. */
export type ActionAnswer = Told<'outcome' | 'code' | 'message'> &
  Pick<ActionReport, 'action' | 'commit' | 'subject' | 'progress' | 'push'>;

type Outcome = CommitOutcome | PlannedCommit;

/** Some of what a report tells, where it does. */
type Told<Part extends keyof ActionReport> = {
  readonly [part in Part]: Exclude<ActionReport[part], undefined>;
};

/** Runs a planned action as one commit, and pushes where the call asks for it; with `--dry-run` it only says what would happen. */
export async function runAction(
  call: Call,
  named: NamedRecord,
  planned: PlannedAction | RefusedAction,
): Promise<ActionAnswer> {
  const { answer, outcome } = await runUnpushed(call, named, planned);
  // What was committed already may still be waiting to be pushed.
  const shared = outcome?.kind === 'committed' || outcome?.kind === 'unchanged';
  if ('refusal' in planned || !shared || call.has('dry-run')) return answer;
  const { path, workspace, language } = named;
  const made = outcome.kind === 'committed' ? outcome.commit : undefined;
  const zone = workspace.config.config.data.timezone;
  const pushed = await pushAfter(call, dirname(path), { language, zone, commit: made });
  if (!pushed && made === undefined) return answer;
  if (!pushed) return { ...answer, message: answer.message + (await unpushedNote(call, path, language)) };
  return { ...answer, ...afterPush(call, named, planned, outcome, pushed), push: pushed.push };
}

/**
 * The same without the push.
 *
 * @param again whether the call may be run again without doing anything twice, so that nobody has to know of this commit
 */
export async function runUnpushed(
  call: Call,
  named: NamedRecord,
  planned: PlannedAction | RefusedAction,
  { again = false } = {},
): Promise<{ readonly answer: ActionAnswer; readonly outcome?: Outcome }> {
  if ('refusal' in planned) return { answer: refusedAnswer(planned, named.language) };
  if (call.has('no-commit')) return { answer: editOnly(call, named, planned) };
  const { path, workspace, language } = named;
  const step = planned.step && noted(planned, planned.step, readText(path, workspace.root).text);
  const outcome = await commitPlanned(call, named, step ?? planned, again);
  return { answer: { ...outcomeAnswer(call, outcome, planned, language), ...step?.after(outcome) }, outcome };
}

/** What a push changes of the answer, where others were quicker or had done the same. */
function afterPush(
  call: Call,
  { path, workspace, language }: NamedRecord,
  planned: PlannedAction,
  outcome: CommitOutcome,
  { push, commit }: PushedAfter,
): Partial<ActionAnswer> {
  if (outcome.kind !== 'committed' || commit === outcome.commit) return {};
  if (commit === undefined) {
    const already = outcomeAnswer(call, { kind: 'unchanged', aligned: true }, planned, language);
    return { ...already, commit: null, subject: null };
  }
  const [subject = outcome.subject] = push.subjects.slice(-1);
  // Others did steps as well, which count now.
  const progress = planned.step?.progressIn(readText(path, workspace.root).text);
  const again = outcomeAnswer(call, { ...outcome, commit, subject }, planned, language);
  return progress ? { ...again, progress } : again;
}

/** Commits what an action changes, or in a dry run says what would become of that. */
export async function commitPlanned(
  call: Call,
  { workspace: { root }, language }: Pick<NamedRecord, 'workspace' | 'language'>,
  { files, beside = [], message }: Pick<PlannedAction, 'files' | 'beside' | 'message'>,
  again = false,
): Promise<Outcome> {
  const outcome: Outcome = await (call.has('dry-run') ? planCommit : commitRecords)({
    ...(again ? {} : { words: call.words }),
    files: files.map(({ file, movesTo, ...change }) => {
      const place = { path: join(root, file), ...(movesTo ? { movesTo: join(root, movesTo) } : {}) };
      return { ...place, ...change };
    }),
    beside: beside.map((file) => ({ root, ...file })),
    message: (texts, before) => withOrigin(message(texts, before), call.io.env.CHANGEBOOK_VIA),
  });
  // What a hook left behind of a commit that was made all the same is said to people.
  if (outcome.kind === 'committed' && outcome.edited !== undefined)
    call.tell(hookEditsText(outcome.edited, language));
  return outcome;
}

/**
 * A plan of an action on a step which notes down what it does to the text that is committed.
 *
 * @param shown the text as it is seen, for where nothing is left to commit
 */
function noted(
  { files, beside = [], message }: PlannedAction,
  { nameIn, progressIn }: StepFacts,
  shown: string,
): Pick<PlannedAction, 'files' | 'beside' | 'message'> & { after(outcome: Outcome): Partial<ActionAnswer> } {
  let [before, committed] = [shown, ''];
  return {
    files,
    beside,
    message(texts, own) {
      [before = ''] = own;
      [committed = ''] = texts;
      return message(texts, own);
    },
    after(outcome) {
      const { kind } = outcome;
      if (kind === 'refused' || (kind === 'unchanged' && !outcome.aligned)) return {};
      const counts = kind === 'planned' || kind === 'committed';
      return { action: nameIn(before), ...(counts ? { progress: progressIn(committed) } : {}) };
    },
  };
}

/** Writes the change into the file alone. */
function editOnly(call: Call, named: NamedRecord, { files, already }: PlannedAction): ActionAnswer {
  const { path, entry, workspace, language } = named;
  const before = readText(path, workspace.root).text;
  const plan = files[0]?.change.plan(before, 'committed') ?? { edits: [] };
  if ('refusal' in plan) return refusedAnswer(plan, language);
  if (plan.edits.length === 0)
    return { outcome: 'unchanged', code: null, message: already.sentence[language] };
  if (call.has('dry-run')) return { outcome: 'planned', code: null, message: say(language, 'wouldCommit') };
  const written = editFile(path, before, plan.edits);
  const message = say(language, written ? 'edited' : 'notFixed', { path: entry.file });
  return { outcome: written ? 'edited' : 'failed', code: written ? null : 'changedMeanwhile', message };
}

function refusedAnswer(
  { refusal, kept }: RefusedAction & { readonly kept?: Kept },
  language: Language,
): ActionAnswer {
  return { outcome: 'refused', code: refusal.code, message: refusalText(refusal, language, kept) };
}

/** What is told of how a commit ended. */
export function outcomeAnswer(
  call: Call,
  outcome: Outcome,
  { already, files, step }: Pick<PlannedAction, 'already' | 'files' | 'step'>,
  language: Language,
): ActionAnswer {
  if (outcome.kind === 'planned')
    return { outcome: 'planned', code: null, message: say(language, 'wouldCommit') };
  if (outcome.kind === 'refused') return refusedAnswer(outcome, language);
  if (outcome.kind === 'fault') {
    const { fault, kept = newFileKept(files) } = outcome;
    return { outcome: 'failed', code: fault.code, message: faultText(fault, language, kept) };
  }
  if (outcome.kind === 'committed') {
    const { commit, subject, branch } = outcome;
    const args = { commit: commit.slice(0, 9), branch: branch.replace(/^refs\/heads\//, '') };
    return { outcome: 'committed', code: null, message: say(language, 'committed', args), commit, subject };
  }
  // Only of a step is it told that the file was brought in line.
  if (!step || !outcome.aligned)
    return { outcome: 'unchanged', code: already.code ?? null, message: already.sentence[language] };
  const dry = call.has('dry-run');
  const message = say(language, dry ? 'wouldAlign' : 'aligned');
  return { outcome: dry ? 'planned' : 'aligned', code: null, message };
}
