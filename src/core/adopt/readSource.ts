import { readBody } from '../model/parse/readBody';
import type { Body } from '../model/parse/step';
import { LineMap } from '../model/text/lineMap';
import { type ForeignFrontMatter, readForeign } from './foreignFrontMatter';

/** A file that is to become a procedure. */
export interface AdoptSource {
  /** Its path, relative to the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** The same as it was read: what other tools put on top of it, and its markdown. */
export interface ReadSource extends AdoptSource {
  readonly lines: LineMap;
  readonly foreign: ForeignFrontMatter;
  readonly body: Body;
}

/** Reads a file that is no record. */
export function readSource({ file, text }: AdoptSource): ReadSource {
  const lines = new LineMap(text);
  const foreign = readForeign(text);
  return { file, text, lines, foreign, body: readBody(lines, foreign.bodyStart) };
}
