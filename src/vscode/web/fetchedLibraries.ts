import * as vscode from 'vscode';

// Large libraries are files of their own beside the bundle, the same that Node reads: they would double the package.

const fetched = new Map<string, string>();
const fetching = new Map<string, Promise<void>>();

/**
 * Runs a library that was fetched, and gives what it exports. The bundle has this in the place of each, and keeps the
 * result: a library runs when something first asks for it.
 */
export function fetchedLibrary(name: string): unknown {
  const code = fetched.get(name);
  if (code === undefined) throw new Error(`${name} is not there yet`);
  const module: { exports: unknown } = { exports: {} };
  // As VS Code itself runs the extension's bundle: a script of the package, never anything of a record.
  new Function('module', 'exports', code)(module, module.exports);
  return module.exports;
}

/** The code of a library that was fetched. */
export function fetchedCode(name: string): string | undefined {
  return fetched.get(name);
}

/** Fetches a library from the extension's own folder, once. */
export function fetchLibrary(extensionUri: vscode.Uri, name: string): Promise<void> {
  const known = fetching.get(name) ?? load(extensionUri, name);
  fetching.set(name, known);
  // What failed is tried again.
  known.catch(() => fetching.delete(name));
  return known;
}

async function load(extensionUri: vscode.Uri, name: string): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', `${name}.js`));
  fetched.set(name, new TextDecoder().decode(bytes));
}
