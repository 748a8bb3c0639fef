import type { ConfigText } from '../core/config/configFiles';
import { readConfigTexts } from './configTexts';
import { type WalkResult, walkWorkspace } from './walk';

/** A workspace as it lies on the disk now, before any record is read: what everything else follows from. */
export interface Survey extends WalkResult {
  readonly root: string;
  /** The texts of the configuration. */
  readonly texts: readonly ConfigText[];
}

/**
 * Reads a workspace's configuration as text, and walks it.
 *
 * @param walked what a walk through it found, where that was just done
 */
export function surveyWorkspace(
  root: string,
  walked = walkWorkspace(root),
  { texts, unreadable } = readConfigTexts(root),
): Survey {
  return { root, texts, ...walked, unreadable: [...unreadable, ...walked.unreadable] };
}
