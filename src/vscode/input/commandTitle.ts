import type * as vscode from 'vscode';
import { type CommandName, commandIds } from '../commandIds';

/** What of the manifest is asked for. A title that VS Code translated comes with the English one beside it. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string | { value: string } }[];
  };
}

/** A command's title in the editor's language as it stands in menus, without the dots that promise a question. */
export function commandTitle(extension: vscode.Extension<unknown>, name: CommandName): string | undefined {
  const { contributes } = extension.packageJSON as Manifest;
  const title = contributes.commands.find(({ command }) => command === commandIds[name])?.title;
  return (typeof title === 'object' ? title.value : title)?.replace(/…$/, '');
}
