import { conditionsFor } from '../config/forCustomer';
import { markConditions } from '../model/parse/markConditions';
import { parseRecord } from '../model/parse/parseRecord';
import type { Step } from '../model/parse/step';
import { gateBlocking, nextStep, relevantSteps } from '../model/parse/stepGates';
import { procedureOf } from '../rules/checklist/followedProcedure';
import type { ActedOn } from './action';
import { type ProcedureGates, stateOf } from './stepAction';
import { identityOf, stepWith } from './stepIdentity';

/** What may keep the steps of a record back: the gates of the procedure that it follows, and that it is closed. */
export function gatesFor({
  file,
  record,
  input: { index, config },
}: Pick<ActedOn, 'file' | 'record' | 'input'>): ProcedureGates {
  const entry = index.entry(file);
  const procedure = entry && procedureOf(entry.summary, index);
  const { gates = [], id = procedure?.file ?? '' } = procedure?.summary ?? {};
  const conditions = conditionsFor(record, config);
  return { gates, procedure: id, stages: config.stages, conditions };
}

/**
 * The step that is ticked next: one that an earlier run ticked and did not get to commit, else the first open one that
 * no gate keeps back.
 *
 * @param committed the text that is committed, where the record as it is seen has another one
 */
export function stepToTick(on: ActedOn, committed: string | undefined): Step | undefined {
  const steps = relevantSteps(on.record);
  const keeping = gatesFor(on);
  const { gates } = keeping;
  const begun = committed === undefined ? undefined : tickedOnlyHere(steps, committed, keeping);
  return begun ?? nextStep(steps, gates);
}

/**
 * The first step that a text has ticked and its commit has not, though nothing keeps it back there: an earlier run
 * wrote it and did not get to its commit. It is the commit's next step, whatever is open in the file.
 */
function tickedOnlyHere(
  steps: readonly Step[],
  committed: string,
  { gates, conditions }: ProcedureGates,
): Step | undefined {
  const read = parseRecord(committed, { expected: true });
  const before = read ? markConditions(read, conditions).body.steps : [];
  return steps.find((step) => {
    if (stateOf(step) !== 'ticked') return false;
    const was = stepWith(identityOf(step, steps), before);
    return was && stateOf(was) === 'open' && !gateBlocking(was, before, gates);
  });
}
