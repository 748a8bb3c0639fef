import type { ConfigText } from '../core/config/configFiles';
import { readConfigTexts } from './configTexts';
import { type WalkResult, walkWorkspace } from './walk';

/** A workspace as it lies on the disk now, before any record is read: what everything else follows from. */
export interface Survey extends WalkResult {
  readonly root: string;
  /** When it was looked at, in milliseconds since 1970. */
  readonly at: number;
  /** The texts of the configuration. */
  readonly texts: readonly ConfigText[];
}

/** Reads a workspace's configuration as text, and walks it. */
export function surveyWorkspace(root: string): Survey {
  const at = Date.now();
  const { texts, unreadable } = readConfigTexts(root);
  const walked = walkWorkspace(root);
  return { root, at, texts, ...walked, unreadable: [...unreadable, ...walked.unreadable] };
}
