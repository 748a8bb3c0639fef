import * as vscode from 'vscode';
import { configFolder } from '../../core/config/configFiles';

/** The documents that fixes and completions are offered in. */
export function recordSelector(): vscode.DocumentFilter[] {
  return [...recordSchemes()].flatMap((scheme) => [
    { language: 'markdown', scheme },
    ...(scheme === 'untitled' ? [] : [{ scheme, pattern: `**/${configFolder}/**` }]),
  ]);
}

/** Records are markdown; the configuration is YAML in its folder. Documents of the git view are neither. */
export function mayBeRecord(document: vscode.TextDocument): boolean {
  if (!recordSchemes().has(document.uri.scheme)) return false;
  return document.languageId === 'markdown' || document.uri.path.includes(`/${configFolder}/`);
}

/** Where records are kept: on a disk, not saved yet, or wherever a folder that is open has its files. */
export function recordSchemes(): ReadonlySet<string> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)]);
}
