import { lstatSync } from 'node:fs';
import type { Language } from '../../core/model/text/localized';
import { unreadFinding } from '../../core/rules/config/unread';
import { messageOf } from '../../core/rules/renderFinding';
import type { Unreadable } from '../../node/walk';
import type { Call } from './command';
import { shownPath } from './selection';

/**
 * Says of each file that could not be read why, in one sentence.
 *
 * @returns whether there is one
 */
export function tellUnreadable(
  call: Call,
  root: string,
  unreadable: readonly Unreadable[],
  language: Language,
): boolean {
  for (const { path, code } of unreadable)
    call.tell(unreadSentence(shownPath(call.io.cwd, root, path), code, language));
  return unreadable.length > 0;
}

/** Why a file was not read, with its path. */
export function unreadSentence(path: string, code: string, language: Language): string {
  return `${path}: ${messageOf(unreadFinding(path, code).finding, language)}`;
}

/** Which sentence fits an error of the file system. */
export function reasonFor(
  path: string,
  code: string,
): 'brokenLink' | 'notAllowed' | 'unreadable' | 'noSuchPath' {
  if (code === 'EACCES' || code === 'EPERM') return 'notAllowed';
  if (code !== 'ENOENT') return 'unreadable';
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? 'brokenLink' : 'noSuchPath';
}
