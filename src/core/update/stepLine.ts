import { readStepText } from '../model/parse/step';

/** The first line of a step with a name or none. */
export interface StepLine {
  readonly name: string | undefined;
  /** Its words as they are written, without its comment. */
  readonly text: string;
  /** Where they begin. */
  readonly textAt: number;
  /** Whether it is neither ticked nor marked as not applicable. */
  readonly isOpen: boolean;
}

const stepLine = /^((?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\][ \t]+)(.*)$/;

/** Reads the first line of a step; undefined of a line that is none. */
export function readStepLine(line: string): StepLine | undefined {
  const [, head, box, rest] = stepLine.exec(line) ?? [];
  if (head === undefined || rest === undefined) return undefined;
  const { name, applicable, text } = readStepText(rest);
  const at = rest.trimEnd().endsWith('-->') ? rest.lastIndexOf('<!--') : -1;
  const plain = (at < 0 ? rest : rest.slice(0, at)).trimEnd();
  return {
    name,
    text: applicable ? plain : text,
    textAt: head.length + (applicable ? 0 : 2),
    isOpen: box === ' ' && applicable,
  };
}
