import type { ConfigText } from '../core/config/configFiles';
import { readConfigTexts } from './configTexts';
import { type FoundFile, type Unreadable, walkWorkspace } from './walk';

/** A workspace as it lies on the disk now, before any record is read: what everything else follows from. */
export interface Survey {
  readonly root: string;
  /** The texts of the configuration. */
  readonly texts: readonly ConfigText[];
  /** Every markdown file. */
  readonly files: readonly FoundFile[];
  /** Folders inside that are workspaces of their own. */
  readonly nested: readonly string[];
  /** Folders inside with a configuration that does not count, relative to the workspace. */
  readonly enclosed: readonly string[];
  readonly unreadable: readonly Unreadable[];
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
