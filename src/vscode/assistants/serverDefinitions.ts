import * as vscode from 'vscode';
import { foldersOnDisk } from '../foldersOnDisk';
import { allowsWrites, offeredToAssistants } from './assistantSettings';

/**
 * The servers that VS Code may start for assistants: one for each open folder, where the settings say so.
 *
 * @param program the command line, which the editor's own Node runs
 */
export function serverDefinitions(
  program: string,
  version: string,
): vscode.Disposable & { readonly provider: vscode.McpServerDefinitionProvider } {
  const changed = new vscode.EventEmitter<void>();
  const subscriptions = [
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('changebook.assistants')) changed.fire();
    }),
  ];
  return {
    provider: {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => {
        if (offeredToAssistants() !== 'server') return [];
        const writes = allowsWrites() ? ['--allow-writes'] : [];
        const folders = foldersOnDisk();
        return folders.map(({ name, uri }) => {
          const label = folders.length > 1 ? `Changebook (${name})` : 'Changebook';
          const args = [program, 'mcp', uri.fsPath, ...writes];
          const env = { ELECTRON_RUN_AS_NODE: '1' };
          return new vscode.McpStdioServerDefinition(label, process.execPath, args, env, version);
        });
      },
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
