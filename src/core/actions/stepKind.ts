import type { Step } from '../model/parse/step';
import type { TextEdit } from '../model/text/edit';
import type { EvidenceFile, NewEvidence } from './evidenceFile';
import type { Question } from './question';
import type { RefusalCode } from './refusals';

/** What may be done to a step. `untick` also takes back that a step does not apply. */
export type StepActionName = 'tick' | 'untick' | 'skip';

/** What was done to a step, as commits name it. */
export type CommittedStepAction = StepActionName | 'unskip';

export type StepState = 'open' | 'ticked' | 'skipped';

/** What somebody says of a step. */
export interface StepWords {
  readonly reason?: string | undefined;
  readonly evidence?: string | undefined;
  /** The file that shows it; where the step is opened again, the one that is taken away. */
  readonly file?: EvidenceFile | NewEvidence | undefined;
}

/** An answer without which the action is refused. */
export interface StepQuestion extends Question {
  readonly name: Exclude<keyof StepWords, 'file'>;
  readonly missing: RefusalCode;
}

/** One of the actions on a step. */
export interface StepKind {
  readonly name: StepActionName;
  /** What commits call it where the step was marked as not applicable. */
  readonly ofSkipped?: CommittedStepAction;
  /** The state that it leaves the step in. */
  readonly leaves: StepState;
  /** Why it is refused for a step that is in another state than it begins from. */
  readonly inTheWay: { readonly [state in StepState]?: RefusalCode };
  /** What is told where nothing is left to do. */
  readonly already: RefusalCode;
  /** Whether the gates of the procedure keep a step back from it. */
  readonly waits?: true;
  /** Whether it can be taken back without knowing the text before it. */
  readonly undone?: true;
  asks(step: Step): readonly StepQuestion[];
  edits(step: Step, source: string, words: StepWords): TextEdit[];
  /** Whether a step that it left so already says other words than these. */
  differs?(step: Step, words: StepWords): boolean;
}
