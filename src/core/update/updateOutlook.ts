import { voidedIn } from '../actions/editFaults';
import { findingsIf } from '../actions/findingsIf';
import { stateOf } from '../actions/stepAction';
import { matchSteps } from '../audit/versionChanges';
import type { Finding } from '../findings/finding';
import { parseRecord } from '../model/parse/parseRecord';
import { readBody } from '../model/parse/readBody';
import type { Step } from '../model/parse/step';
import { LineMap } from '../model/text/lineMap';
import { plainName } from '../model/text/plainName';
import { approvalStandard } from '../rules/approval/standard';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import type { UpdateConflict } from './takeOver';
import type { UpdatedText } from './updatedText';

/** What an update does to the steps of a change, and to what people have said of it. */
export interface UpdateOutlook {
  readonly added: readonly Step[];
  /** They are gone: the procedure has them no more, and nobody had done them. */
  readonly removed: readonly Step[];
  /** They have other words, and were found again by their name. */
  readonly reworded: readonly Step[];
  /** They were done, or did not apply, and are open again in other words, since somebody said so. */
  readonly reopened: readonly Step[];
  /** They are done, or do not apply, and stay though the procedure has them no more. */
  readonly kept: readonly Step[];
  readonly conflicts: readonly UpdateConflict[];
  /** What says that approvals and agreement no longer speak of what stands there. */
  readonly stale: readonly Finding[];
}

/** What an update of a change comes to, before it is made. */
export function updateOutlook(
  { before, file }: { readonly before: string; readonly file: string },
  { text, open, sides }: UpdatedText,
  input: WorkspaceCheckInput,
): UpdateOutlook {
  const [old, now] = [before, text].map(stepsOf);
  const pairs = matchSteps(old ?? [], now ?? []);
  const found = new Set(pairs.values());
  const wasThere = stepTest(sides.base);
  const isThere = stepTest(sides.theirs);
  const reworded = (now ?? []).filter((step) => (pairs.get(step)?.text ?? step.text) !== step.text);
  const isReopened = (step: Step): boolean => {
    const was = pairs.get(step);
    return was !== undefined && stateOf(was) !== 'open' && stateOf(step) === 'open';
  };
  return {
    added: (now ?? []).filter((step) => !pairs.has(step)),
    removed: (old ?? []).filter((step) => !found.has(step)),
    reworded: reworded.filter((step) => !isReopened(step)),
    reopened: reworded.filter(isReopened),
    kept: (now ?? []).filter((step) => stateOf(step) !== 'open' && wasThere(step) && !isThere(step)),
    conflicts: open,
    // A standard change is approved with the version that it follows.
    stale: voidedIn(findingsIf([{ file, text: before }], input), findingsIf([{ file, text }], input), [
      approvalStandard.id,
    ]),
  };
}

function stepsOf(text: string): readonly Step[] {
  return parseRecord(text, { expected: true })?.body.steps ?? [];
}

/** Tells whether a step is among those of some lines: by its name, else by its text. */
function stepTest(lines: readonly string[]): (step: Step) => boolean {
  const { steps } = readBody(new LineMap(lines.join('\n')), 0);
  const names = new Set(steps.map(({ name }) => name));
  const texts = new Set(steps.map(({ text }) => plainName(text)));
  return ({ name, text }) => (name !== undefined && names.has(name)) || texts.has(plainName(text));
}
