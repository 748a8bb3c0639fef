import * as vscode from 'vscode';
import { type ConfigText, isConfigFile, withOpenTexts } from '../../core/config/configFiles';
import { type CheckedConfig, checkedConfig } from '../../core/session/checkedConfig';
import type { WorkspaceBackend } from './workspaceBackend';

/** The configuration as it is stored; `open` are texts of its files as they stand in the editor. */
export function configOf(backend: WorkspaceBackend, open = openConfigTexts(backend)): CheckedConfig {
  return checkedConfig(backend.configTexts(), open, Date.now);
}

/** All of the configuration, as it stands in the editor. */
export function currentConfigTexts(
  backend: WorkspaceBackend,
  open = openConfigTexts(backend),
): readonly ConfigText[] {
  return withOpenTexts(backend.configTexts(), open);
}

/** Files of the configuration that somebody is editing. */
export function openConfigTexts(backend: WorkspaceBackend): ConfigText[] {
  return vscode.workspace.textDocuments.flatMap((document) => {
    const file = document.isDirty && !document.isClosed ? backend.fileOf(document.uri) : undefined;
    return file !== undefined && isConfigFile(file) ? [{ file, text: document.getText() }] : [];
  });
}
