import { readStepText } from '../model/parse/step';
import { opensStepComment } from '../model/parse/stepComment';
import { mergeStepComment } from './mergeStepComment';

/** The first line of a step, taken apart into what people change independently of each other. */
interface StepLine {
  /** Its indentation and list marker. */
  readonly marker: string;
  /** Its tick, or why it does not apply. */
  readonly state: { readonly box: string; readonly reason: string | undefined };
  readonly gap: string;
  readonly text: string;
  /** The comment with its name, with the blanks before it. */
  readonly comment: string;
  readonly name: string | undefined;
}

const stepLine = /^([ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\]([ \t]+)(.*)$/;

/** Whether a line begins a step. */
export function isStepLine(line: string): boolean {
  return stepLine.test(line);
}

/** The choice that the step of a line is one of, and whether it is the chosen one. */
export function readChoice(line: string): {
  readonly choice: string | undefined;
  readonly isTicked: boolean;
} {
  const [, , box = ' ', , rest = ''] = stepLine.exec(line) ?? [];
  const { choice, applicable } = readStepText(rest);
  return { choice, isTicked: box !== ' ' && applicable };
}

/** Takes the line of a step apart; undefined of a line that is none, or of whose text it has only a part. */
function readStepLine(line: string): StepLine | undefined {
  const [, marker, box, gap, rest] = stepLine.exec(line) ?? [];
  if (marker === undefined || box === undefined || gap === undefined || rest === undefined) return undefined;
  const at = rest.trimEnd().endsWith('-->') ? rest.lastIndexOf('<!--') : -1;
  const plain = at < 0 ? rest : rest.slice(0, at).trimEnd();
  const { text, reason, applicable, name } = readStepText(rest);
  return {
    marker,
    state: { box: box.toLowerCase(), reason: applicable ? undefined : (reason ?? '') },
    gap,
    text: applicable ? plain : text,
    comment: at < 0 ? '' : rest.slice(plain.length),
    name,
  };
}

/** What the line of a step is found by in another version: its name, else what it says without its tick. */
export function stepKey(line: string): string {
  const step = readStepLine(line);
  if (!step) return line;
  if (step.name !== undefined) return `step ${step.name}`;
  // What a comment says of a step may change like its tick; any other comment is part of its text.
  return `${step.marker}[ ] ${step.text}${opensStepComment(step.comment.trim()) ? '' : step.comment}`;
}

/**
 * The line of a step with what both sides did to it: one ticks it, the other gives it a name. Undefined where both
 * changed the same, or one ticked what the other reworded: only with a name it is sure to be the same step.
 */
export function mergeStep(base: string, ours: string, theirs: string): string | undefined {
  const [old, own, other] = [base, ours, theirs].map(readStepLine);
  if (!old || !own || !other) return undefined;
  const marker = picked(old.marker, own.marker, other.marker);
  const text = picked(old.text, own.text, other.text);
  const comment = mergeStepComment(old.comment, own.comment, other.comment);
  const [was, is, theirState] = [old, own, other].map(({ state }) => JSON.stringify(state));
  const state = picked(was, is, theirState);
  if (marker === undefined || text === undefined || comment === undefined || state === undefined)
    return undefined;
  // Of a step that is called the same, it is sure what was ticked.
  const isNamed = old.name !== undefined && old.name === own.name && old.name === other.name;
  if (!isNamed && state !== was && text !== old.text) return undefined;
  const line = state === is ? ours : theirs;
  const from = state === is ? own : other;
  const plain = from.state.reason === undefined ? text : markedText(line, from, text);
  const sign = stepLine.exec(line)?.[2] ?? from.state.box;
  return plain === undefined ? undefined : `${marker}[${sign}]${own.gap}${plain}${comment}`;
}

/** The text of a step that does not apply, with the mark and the reason as they are written in a line. */
function markedText(line: string, { comment }: StepLine, text: string): string | undefined {
  const said = stepLine.exec(line)?.[4] ?? '';
  const behind = said.slice(said.indexOf('~~', 2), said.length - comment.length);
  return text.includes('~') ? undefined : `~~${text}${behind}`;
}

/** What one side made of something, where at most one did; undefined where both made something else of it. */
function picked<T>(base: T, ours: T, theirs: T): T | undefined {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : undefined;
}
