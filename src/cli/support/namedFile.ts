import { join } from 'node:path';
import { isConfigFile } from '../../core/config/configFiles';
import type { Language } from '../../core/model/text/localized';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { loadConfig } from '../../node/loadConfig';
import { FileScanner } from '../../node/scanFile';
import { errorCode } from '../../node/walk';
import { isFolder } from '../../node/workspaceRoot';
import { type Call, say } from './command';
import { shownPath } from './selection';
import { reasonFor } from './tellUnreadable';

/**
 * Makes sure that a file named in the call is looked at, even where the walk passes it over: an ignored file, a
 * link, another ending. Says of one that is no record that it is none, since the user asked for it.
 */
export function addNamedFile(
  call: Call,
  workspace: LoadedWorkspace,
  file: string,
  tally: { files: number; failed: boolean; language: Language },
): void {
  const path = join(workspace.root, file);
  if (file === '' || isFolder(path) || workspace.index.entry(file) || isConfigFile(file)) return;
  if (workspace.unreadable.some((bad) => bad.path === path)) return;
  const shown = shownPath(call.io.cwd, workspace.root, file);
  // Whatever the reason, what somebody named was not checked.
  const tell = (id: Parameters<typeof say>[1], code = ''): void => {
    tally.failed = true;
    call.tell(say(tally.language, id, { path: shown, code }));
  };
  if (!/\.(md|markdown)$/i.test(file)) {
    tell('notMarkdown');
    return;
  }
  if (!workspace.survey.files.some((found) => found.file === file)) tally.files++;
  try {
    const scanner = new FileScanner(workspace.root, loadConfig(workspace.root).texts);
    const { entry, error } = scanner.scan(file);
    if (error) throw Object.assign(new Error(error), { code: error });
    if (entry) workspace.index.update(file, entry);
    else tell(scanner.mayHoldRecord(file) ? 'notARecord' : 'notAmongRecords');
  } catch (error) {
    tell(reasonFor(path, errorCode(error)), errorCode(error));
  }
}
