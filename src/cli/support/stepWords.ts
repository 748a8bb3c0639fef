import { resolve } from 'node:path';
import { type ActedOn, nameOf } from '../../core/actions/action';
import { evidenceFolder } from '../../core/actions/evidenceFile';
import type { Refusal } from '../../core/actions/refusals';
import type { StepActionName, StepWords } from '../../core/actions/stepKind';
import { StandingEvidence } from '../../core/audit/standingEvidence';
import type { Step } from '../../core/model/parse/step';
import { readTrail } from '../../node/audit/readTrail';
import { isCommitted } from '../../node/commit/isUncommitted';
import { readEvidence } from '../../node/evidence/readEvidence';
import type { Call } from './command';
import type { NamedRecord } from './namedRecord';

/**
 * What a call says of each of the steps that it names. Of several steps only those have evidence that ask for it, unless
 * none does.
 */
export async function stepWords(
  call: Call,
  named: NamedRecord,
  on: ActedOn,
  action: StepActionName,
  steps: readonly Step[],
): Promise<ReadonlyMap<Step, StepWords> | { readonly refusal: Refusal }> {
  const reason = call.text('reason');
  if (action === 'untick') {
    const files = await standingEvidence(named, on);
    return new Map(steps.map((step) => [step, { reason, file: files?.takeBack(step) }]));
  }
  const evidence = call.text('evidence');
  const given = call.text('evidence-file');
  const { root } = named.workspace;
  const path = resolve(call.io.cwd, given ?? '');
  const file =
    given === undefined ? undefined : await readEvidence({ root, path, shown: given, record: nameOf(on) });
  if (file && 'refusal' in file) return file;
  const shows = steps.length === 1 || !steps.some((step) => step.evidence);
  return new Map(
    steps.map((step) => [step, shows || step.evidence ? { reason, evidence, file } : { reason }]),
  );
}

/** The files that the record's steps stand on; git is asked only where there may be any. */
async function standingEvidence(
  { path, workspace }: NamedRecord,
  { record, file }: ActedOn,
): Promise<StandingEvidence | undefined> {
  // Not the folder: what an earlier run took away and did not commit is gone from that.
  if (!(await isCommitted(workspace.root, evidenceFolder))) return undefined;
  const { id } = record.data;
  const events = await readTrail(path, { id, file, steps: record.body.steps }).catch(() => []);
  return new StandingEvidence(events);
}
