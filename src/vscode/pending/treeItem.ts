import * as vscode from 'vscode';

/** How a row of a tree is drawn beside its label. */
interface RowLook {
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: string;
  readonly color?: string | undefined;
  readonly command?: vscode.Command;
  readonly contextValue?: string;
  /** What a screen reader says; by default the label and the description. */
  readonly spoken?: string;
}

/** How a step of a checklist is drawn. */
export const stepIcons = {
  open: 'circle-large-outline',
  ticked: 'pass-filled',
  skipped: 'circle-slash',
} as const;

/** A row of a tree, told apart by its id. */
export function treeItem(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  id: string,
  { description = '', icon, color, spoken, ...others }: RowLook,
): vscode.TreeItem {
  const item = Object.assign(new vscode.TreeItem(label, state), { id, ...others });
  if (description !== '') item.description = description;
  if (icon) item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
  item.accessibilityInformation = { label: spoken ?? [label, description].filter(Boolean).join(', ') };
  return item;
}

/** Shows a place of a file; the tree keeps the focus, as the lists of the editor do. */
export function openCommand(uri: vscode.Uri, line = 0, column = 0): vscode.Command {
  const place = new vscode.Position(line, column);
  const options: vscode.TextDocumentShowOptions = {
    preserveFocus: true,
    selection: new vscode.Range(place, place),
  };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, options] };
}
