import type * as vscode from 'vscode';
import { type RunCommand, readingCommands } from '../commands/readingCommands';
import { type Features, featuresOf } from '../features';
import { onDiskOnly } from '../git/onDiskOnly';
import { noPushes } from '../git/pushes';
import { NothingChangedError } from '../input/nothingChangedError';
import { offerEdits, onceTrusted, startReading } from '../readingFeatures';
import { Sessions } from '../session/sessions';
import { browserGrounds } from './browserGrounds';

/** Starts what the browser has: everything that needs neither a disk nor git. */
export function startInBrowser(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Features {
  const sessions = new Sessions(context.extensionUri, log, browserGrounds(context.extensionUri));
  const input = { context, log, sessions, pushes: noPushes };
  const parts = startReading(input);
  onceTrusted(context, () => offerEdits(input));
  const commands: { readonly [name: string]: RunCommand | undefined } = readingCommands;
  return featuresOf(parts, (name, args) => {
    const run = commands[name];
    // Menus hide the others; whoever calls one from code is told why nothing happens.
    if (!run) throw new NothingChangedError(onDiskOnly());
    return run(parts, ...args);
  });
}
