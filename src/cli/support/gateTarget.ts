import { resolve } from 'node:path';
import { workspaceRootOf } from '../../node/workspaceRoot';
import type { Call } from './command';
import { isFileOrLink } from './selection';

/** What a call of `changebook gate` is about. */
export interface GateTarget {
  readonly root: string;
  /** What it names: an id or a file, a tag, an environment. */
  readonly asked: readonly string[];
  /** The id or file that it names. */
  readonly named: string | undefined;
  /** The file, where it names one. */
  readonly path: string | undefined;
}

/** Reads it from a call; undefined where the call does not say what it is about, or says too much. */
export function gateTarget(call: Call): GateTarget | undefined {
  const [named, ...more] = call.paths;
  const asked = [named, call.text('tag'), call.text('environment')].filter((text) => text !== undefined);
  if (asked.length === 0 || more.length > 0) return undefined;
  const path = named === undefined ? undefined : resolve(call.io.cwd, named);
  const isFile = path !== undefined && isFileOrLink(path);
  return {
    root: workspaceRootOf(isFile ? path : call.io.cwd),
    asked,
    named,
    path: isFile ? path : undefined,
  };
}
