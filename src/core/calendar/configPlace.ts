import type { LineRange } from '../model/text/range';

/** A place in the configuration, for findings that follow from it. */
export interface ConfigPlace {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly range: LineRange;
}
