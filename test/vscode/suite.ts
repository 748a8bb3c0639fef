import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

// One suite for every host: what a restricted workspace must show is looked at where the workspace is one.
// Loaded by run.ts once Mocha's functions are in place.

// In the example workspace only what needs all of it.
const [folder] = vscode.workspace.workspaceFolders ?? [];
if (folder && existsSync(path.join(folder.uri.fsPath, 'procedures/PROC-RELEASE.md'))) {
  require('./release.test');
} else if (vscode.workspace.isTrusted) {
  // The oldest release runs what it could do otherwise: views, documents beside the files, commands, what is started. The
  // rest asks it for nothing but what its types say, which are those that everything is compiled with.
  require('./activation.test');
  if (!isShort()) {
    require('./diagnostics.test');
    require('./quickFixes.test');
  }
  require('./language.test');
  if (!isShort()) require('./navigation.test');
  require('./commands.test');
  require('./preview.test');
  require('./notices.test');
  require('./pending.test');
  require('./assistants.test');
  if (!isShort()) {
    require('./untouchedWorkspace.test');
    require('./steps.test');
    require('./structure.test');
    require('./workflow.test');
    require('./calendar.test');
    require('./newChange.test');
    require('./procedures.test');
    require('./calendarFile.test');
    require('./releaseNotes.test');
    require('./audit.test');
    require('./figures.test');
    require('./compare.test');
    require('./push.test');
    // Last: it opens a terminal.
    require('./checkTask.test');
  }
} else {
  require('./restricted.test');
}

/** Whether only a part of the suite is asked for. */
function isShort(): boolean {
  const options = process.env.CHANGEBOOK_TEST_OPTIONS;
  const read: unknown = options === undefined ? {} : JSON.parse(readFileSync(options, 'utf8'));
  return typeof read === 'object' && read !== null && 'short' in read && read.short === true;
}
