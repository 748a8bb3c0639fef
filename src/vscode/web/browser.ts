import type * as vscode from 'vscode';
import { readingCommands } from '../commands/readingCommands';
import type { Platform } from '../features';
import { noPushes } from '../git/pushes';
import { browserGrounds } from './browserGrounds';

/** In the browser: everything that needs neither a disk nor git. */
export function browser(extensionUri: vscode.Uri): Platform {
  return {
    grounds: browserGrounds(extensionUri),
    commands: readingCommands,
    pushes: () => noPushes,
    register: () => [],
    registerTrusted: () => [],
  };
}
