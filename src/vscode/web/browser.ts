import type * as vscode from 'vscode';
import { readingCommands } from '../commands/readingCommands';
import type { Platform } from '../features';
import { noPushes } from '../git/pushes';
import { browserBackends } from './browserBackends';

/** In the browser: everything that needs neither a disk nor git. */
export function browser(extensionUri: vscode.Uri): Platform {
  return {
    backends: browserBackends(extensionUri),
    commands: readingCommands,
    pushes: () => noPushes,
    register: () => [],
    registerTrusted: () => [],
  };
}
