import * as vscode from 'vscode';
import { commandTable } from './commands/commandTable';
import { registerAuditDocuments } from './documents/auditDocuments';
import { registerDiffDocuments } from './documents/diffDocuments';
import { registerFiguresDocuments } from './documents/figuresDocuments';
import { recordSelector } from './documents/recordSchemes';
import { registerReleaseDocuments } from './documents/releaseDocuments';
import type { Platform } from './features';
import { Pushing } from './git/pushing';
import { AdoptLenses } from './language/adoptLenses';
import { FirstCommitLenses } from './language/firstCommitLenses';
import { StepActions } from './language/stepActions';
import { StepHovers } from './language/stepHovers';
import { registerLackDocuments } from './moves/lackDocuments';
import { TemplateFeatures } from './notices/templateFeatures';
import { diskBackends } from './session/diskBackends';
import { watchGit } from './watching/watchGit';

/** Beside a disk, where git can be started: in a window on a desktop, or on a server. */
export const desktop: Platform = {
  backends: diskBackends,
  commands: commandTable,
  pushes: (sessions, log) => new Pushing(sessions, log),
  register: (sessions) => [
    registerReleaseDocuments(sessions),
    // What git was not asked for until then is asked.
    vscode.workspace.onDidGrantWorkspaceTrust(() => sessions.gitChanged()),
  ],
  registerTrusted(sessions) {
    const selector = recordSelector();
    return [
      watchGit(sessions),
      registerAuditDocuments(sessions),
      registerDiffDocuments(sessions),
      registerFiguresDocuments(),
      registerLackDocuments(sessions),
      vscode.languages.registerHoverProvider(selector, new StepHovers(sessions)),
      vscode.languages.registerCodeLensProvider(selector, new FirstCommitLenses(sessions)),
      vscode.languages.registerCodeLensProvider(selector, new AdoptLenses(sessions)),
      vscode.languages.registerCodeActionsProvider(selector, new StepActions(sessions), StepActions.metadata),
      TemplateFeatures.register(sessions),
    ];
  },
};
