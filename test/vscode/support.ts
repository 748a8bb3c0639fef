import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

/** Far longer than anything takes: a machine that does much else may stand still for many seconds. */
export const patienceMs = 40_000;

/** The folder that the suite runs in; its files are a copy that tests may change. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return folder.uri;
}

export function fileUri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), ...path.split('/'));
}

/** A diagnostic in one line: `line:column-line:column severity rule`, counted from 1. */
export function shown(diagnostic: vscode.Diagnostic): string {
  const { start, end } = diagnostic.range;
  const severity = ['error', 'warning', 'info', 'hint'][diagnostic.severity];
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${severity} ${ruleOf(diagnostic)}`;
}

export function ruleOf(diagnostic: vscode.Diagnostic): string {
  return typeof diagnostic.code === 'object' ? String(diagnostic.code.value) : String(diagnostic.code);
}

/** Changebook's diagnostics of a file, in order. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Changebook')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || ruleOf(a).localeCompare(ruleOf(b)));
}

/** Waits until a file's diagnostics are as wanted; says what they are when that never happens. */
export async function waitForFindings(
  uri: vscode.Uri,
  fits: (found: readonly string[]) => boolean,
  wanted: string,
): Promise<vscode.Diagnostic[]> {
  const end = Date.now() + patienceMs;
  while (!fits(findings(uri).map(shown))) {
    if (Date.now() > end) assert.fail(`${wanted}; found:\n${findings(uri).map(shown).join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return findings(uri);
}

/** Waits until there is something; says what was waited for when it never comes. */
export async function waitFor<T>(
  what: string,
  found: () => Promise<T | false | undefined> | T | false | undefined,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const value = await found();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) assert.fail(what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Accepts what a running command offers first, again and again, until something has come about. */
export async function acceptUntil<T>(what: string, running: Thenable<T>, done: () => boolean): Promise<T> {
  const end = Date.now() + patienceMs;
  while (!done() && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (!done()) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  assert.ok(done(), what);
  return running;
}

/** Writes a file for one test and gives its address. */
export async function writeRecord(path: string, text: string): Promise<vscode.Uri> {
  const uri = fileUri(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file in an editor. */
export async function openEditor(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Edits what is in an editor; one that has just opened may refuse, and is then asked again. */
export async function editIn(
  editor: vscode.TextEditor,
  edit: (builder: vscode.TextEditorEdit) => void,
): Promise<void> {
  await waitFor('the edit', () => Promise.resolve(editor.edit(edit)));
}

/** Undoes until a document says again what it said; the command goes to whichever editor has the focus. */
export async function undoUntil(document: vscode.TextDocument, text: string): Promise<void> {
  await waitFor('the text as it was', async () => {
    if (document.getText() === text) return true;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    return document.getText() === text;
  });
}

/**
 * Closes every editor, throwing away what was not saved. While the workbench still starts it may leave such a request
 * unanswered; it is then not waited for, since closing is only tidying up between tests.
 */
export async function closeEditors(): Promise<void> {
  // A tab may close by itself between being listed and being closed, which is as good.
  const closed = closeAll().catch(() => undefined);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 4000))]);
}

async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}

/** A whole clean change; `front` goes into its front matter. */
export function changeText(id: string, front = '', body = ''): string {
  const sections = [
    'Summary',
    'Components',
    'Impact',
    'Tickets',
    'Changelog',
    'Deployment',
    'Rollback',
    'Tests',
    'Checklist',
  ];
  const tests = '### Progression\n\n- The new part works\n\n### Regression\n\n- The old parts work\n';
  const parts = sections
    .map((title) => `## ${title}\n\n${title === 'Tests' ? tests : 'Something to read.\n'}`)
    .join('\n');
  return `---\nid: ${id}\ntype: change\n${front}---\n# ${id}\n\n${parts}${body}`;
}
