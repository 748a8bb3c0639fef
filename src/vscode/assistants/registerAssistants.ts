import * as vscode from 'vscode';
import { languageModelTool } from './languageModelTool';
import { serverDefinitions } from './serverDefinitions';

/**
 * Offers tools to the assistants of the editor, and a server to those that know one. Nothing is loaded before one of them
 * is called: their names are in the manifest.
 */
export function registerAssistants({
  extension,
  extensionUri,
}: vscode.ExtensionContext): vscode.Disposable[] {
  // Other editors that run extensions may have neither.
  if (typeof vscode.lm?.registerTool !== 'function') return [];
  const { contributes, version } = extension.packageJSON as Manifest;
  const tools = contributes.languageModelTools.map(({ name }) =>
    vscode.lm.registerTool(name, languageModelTool(name)),
  );
  if (typeof vscode.lm.registerMcpServerDefinitionProvider !== 'function') return tools;
  const definitions = serverDefinitions(vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath, version);
  return [
    ...tools,
    definitions,
    vscode.lm.registerMcpServerDefinitionProvider('changebook', definitions.provider),
  ];
}

/** What of the manifest is asked for. */
interface Manifest {
  readonly version: string;
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}
