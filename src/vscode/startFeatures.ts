import * as vscode from 'vscode';
import { AuditDocuments } from './auditDocuments';
import { commandTable } from './commands/commandTable';
import { DiffDocuments } from './diffDocuments';
import { diskGrounds } from './diskGround';
import { type Features, featuresOf } from './features';
import { FirstCommitLenses } from './firstCommitLenses';
import { TemplateFeatures } from './notices/templateFeatures';
import { ourDocuments } from './ourDocuments';
import { Pushing } from './pushing';
import { offerEdits, onceTrusted, startReading } from './readingFeatures';
import { ReleaseDocuments } from './releaseDocuments';
import { Sessions } from './sessions';
import { StepActions } from './stepActions';
import { StepHovers } from './stepHovers';
import { watchGit } from './watchGit';

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
