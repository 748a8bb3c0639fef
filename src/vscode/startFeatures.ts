import * as vscode from 'vscode';
import { commandTable } from './commands/commandTable';
import { AuditDocuments } from './documents/auditDocuments';
import { DiffDocuments } from './documents/diffDocuments';
import { ourDocuments } from './documents/ourDocuments';
import { ReleaseDocuments } from './documents/releaseDocuments';
import { type Features, featuresOf } from './features';
import { Pushing } from './git/pushing';
import { FirstCommitLenses } from './language/firstCommitLenses';
import { StepActions } from './language/stepActions';
import { StepHovers } from './language/stepHovers';
import { TemplateFeatures } from './notices/templateFeatures';
import { offerEdits, onceTrusted, startReading } from './readingFeatures';
import { diskGrounds } from './session/diskGround';
import { Sessions } from './session/sessions';
import { watchGit } from './watching/watchGit';

/** Loads everything that has a weight, after activation has returned. */
export function startFeatures(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Features {
  const sessions = new Sessions(context.extensionUri, log, diskGrounds);
  const pushing = new Pushing(sessions, log);
  const parts = { ...startReading({ context, log, sessions, pushes: pushing }), pushing };
  context.subscriptions.push(pushing, ReleaseDocuments.register(sessions));
  // What git was not asked for until then is asked.
  context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => sessions.gitChanged()));
  // Restricted mode shows diagnostics and changes nothing.
  onceTrusted(context, () => {
    const selector = ourDocuments();
    context.subscriptions.push(
      watchGit(sessions),
      AuditDocuments.register(sessions),
      DiffDocuments.register(sessions),
      vscode.languages.registerHoverProvider(selector, new StepHovers(sessions)),
      vscode.languages.registerCodeLensProvider(selector, new FirstCommitLenses(sessions)),
      vscode.languages.registerCodeActionsProvider(selector, new StepActions(sessions), StepActions.metadata),
    );
    offerEdits({ context, sessions, pushes: pushing });
    context.subscriptions.push(TemplateFeatures.register(sessions));
  });
  return featuresOf(parts, (name, args) => commandTable[name](parts, ...args));
}
