import type { ParsedRecord } from '../model/parse/record';
import type { Step } from '../model/parse/step';
import type { Progress } from '../model/parse/stepGates';
import type { Localized } from '../model/text/localized';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { commitMessage, type MessageParts } from './commitMessage';
import type { Refusal, RefusalCode } from './refusals';
import type { CommittedStepAction } from './stepKind';
import type { TextChange } from './textChange';

// What a person does to a record has a file of its own in this folder: what it asks for, whether it is allowed, what it
// writes, and what its commit and its answer say. The command line and the editor ask, run what is planned, and tell.

/** A record that somebody acts on, as it is seen, in its workspace. */
export interface ActedOn<R extends ParsedRecord = ParsedRecord> {
  readonly record: R;
  /** Path of its file in the workspace. */
  readonly file: string;
  readonly input: WorkspaceCheckInput;
  /** Whoever commits, where git was asked and knows. */
  readonly committer?: Identity | undefined;
  /** The text that is committed, where git was asked and it is not the record's own. */
  readonly committed?: string | undefined;
}

/** A person as git names one. */
interface Identity {
  readonly name: string;
  readonly address: string;
}

/** What is told of a record that is so already. */
export interface Already {
  readonly code?: RefusalCode;
  readonly sentence: Localized;
  /** The editor's own way to say it. */
  readonly inEditor?: Localized;
}

/** A file that an action changes. */
interface PlannedFile {
  /** Path in the workspace. */
  readonly file: string;
  readonly change: TextChange;
  /** It is not committed yet: as it lies in the folder it goes in. */
  readonly isNew?: true;
  /** Path in the workspace that it has afterwards, where that is another one. */
  readonly movesTo?: string;
}

/** A file that comes or goes along with an action: bytes, which nobody edits. */
export interface PlannedBeside {
  /** Path in the workspace. */
  readonly file: string;
  /** What it holds; undefined where it goes. */
  readonly content: Uint8Array | undefined;
}

/** An action on a record, ready to be run as one commit. */
export interface PlannedAction {
  /** The record's own file first. */
  readonly files: readonly PlannedFile[];
  /** What comes or goes with it, where the record changes at all. */
  readonly beside?: readonly PlannedBeside[];
  /** The commit's message, made from the texts that are committed and as they were before, in the order of the files. */
  message(texts: readonly string[], before: readonly string[]): string;
  readonly already: Already;
  /** What the commit says, where that does not follow from the text that it is made on. */
  readonly parts?: Omit<MessageParts, 'record'>;
  /** What words about time were taken as, by field. */
  readonly taken?: ReadonlyMap<string, Localized>;
  /** Of an action on a step: what its answer tells besides. */
  readonly step?: StepFacts;
}

/** An action that cannot be planned: why, and the steps that may have been meant where several may. */
export interface RefusedAction {
  readonly refusal: Refusal;
  readonly candidates?: readonly Step[];
}

/** What is told of an action on a step, besides what is told of every action. */
export interface StepFacts {
  /** The step as it is seen. */
  readonly shown: Step;
  /** What the action does to a text: taken back is a tick, or that the step does not apply. */
  nameIn(before: string): CommittedStepAction;
  progressIn(text: string): Progress;
}

/** What a record is called in sentences and commits: its id, else its file. */
export function nameOf({ record, file }: Pick<ActedOn, 'record' | 'file'>): string {
  return record.data.id ?? file;
}

/** The message of a commit on a record, in the language and form of its team. */
export function messageFor(on: ActedOn, parts: Omit<MessageParts, 'record'>): string {
  const { language = 'en', commit } = on.input.config.data;
  return commitMessage({ record: nameOf(on), ...parts }, language, commit?.subject);
}
