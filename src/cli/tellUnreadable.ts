import { lstatSync } from 'node:fs';
import type { Language } from '../core/model/text/localized';
import type { LoadedWorkspace } from '../node/checkWorkspace';
import { type Call, say } from './command';
import { insideOf, isSelected, type Selection, shownPath } from './selection';

/**
 * Says of each file that could not be read why, in one sentence.
 *
 * @returns whether one of them was named in the call itself
 */
export function tellUnreadable(
  call: Call,
  workspace: LoadedWorkspace,
  selection: Selection,
  language: Language,
): boolean {
  let named = false;
  for (const { path, code } of workspace.unreadable) {
    const file = insideOf(workspace.root, path);
    if (!isSelected(selection, file)) continue;
    named ||= selection.inside.has(file) && file !== '';
    call.io.err(
      `changebook: ${say(language, reasonFor(path, code), { path: shownPath(call.io.cwd, workspace.root, file), code })}\n`,
    );
  }
  return named;
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
